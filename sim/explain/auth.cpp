// The auth family, explained: LOGIN, AUTHENTICATE and the lines of SASL.
#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {

void explain_arguments(Explaining& e, const Login&) {
  e.say_string("user name", "Who the client claims to be.", both("3501 §6.2.3", "9051 §6.2.3"));
  e.say_string("password",
               e.masked()
                   ? "The password, masked in this trace. It crossed the wire as it is."
                   : "It crosses the wire as it is: without TLS, anybody on the way can read "
                     "it.",
               both("3501 §6.2.3", "9051 §6.2.3"));
}

void explain_arguments(Explaining& e, const Authenticate&) {
  e.say("SASL mechanism", "How the client proves who it is; PLAIN sends user and password.",
        both("3501 §6.2.2", "9051 §6.2.2"));
  if (e.at_line_end()) return;
  e.say("initial response",
        e.masked()
            ? "The client's first answer, sent at once to save a round trip; masked in this trace."
        : e.text() == "="
            ? "An empty first answer, sent at once to save a round trip."
            : "The client's first answer, in base64, sent at once to save a round trip.",
        "4959 §3");
}

void explain_sasl_response(Explaining& e) {
  e.lead();
  if (e.text() == "*") {
    e.say("cancellation", "The client gives up; the server answers BAD.",
          both("3501 §6.2.2", "9051 §6.2.2"));
  } else if (!e.at_line_end()) {
    e.say("SASL response",
          e.masked() ? "The client's answer to the server's challenge, masked in this trace."
                     : "The client's answer to the server's challenge, in base64. That hides "
                       "nothing: anybody can decode it.",
          both("3501 §6.2.2", "9051 §6.2.2"));
  }
}

}  // namespace imapscope::explain
