// The auth family, explained: LOGIN, AUTHENTICATE and the lines of SASL.
#include "sim/explain/explain_parts.h"
#include "sim/explain/sasl.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {
void explain_challenge(Explaining& e) {
  e.say("challenge", challenge_meaning(e), both("3501 §6.2.2", "9051 §6.2.2"));
}

void explain_arguments(Explaining& e, const Login&) {
  e.say_string("user_name", e.words("explain.auth.user"), both("3501 §6.2.3", "9051 §6.2.3"));
  e.say_string(
      "password",
      e.masked() ? e.words("explain.auth.password_masked") : e.words("explain.auth.password"),
      both("3501 §6.2.3", "9051 §6.2.3"));
}

void explain_arguments(Explaining& e, const Authenticate&) {
  e.say("sasl_mechanism", mechanism_meaning(e), both("3501 §6.2.2", "9051 §6.2.2"));
  if (e.at_line_end()) return;
  e.say("initial_response",
        e.masked()        ? e.words("explain.auth.initial_masked")
        : e.text() == "=" ? e.words("explain.auth.initial_empty")
                          : e.words("explain.auth.initial") + decoded_response(e),
        "4959 §3");
}

void explain_sasl_response(Explaining& e) {
  e.lead();
  if (e.text() == "*") {
    e.say("cancellation", e.words("explain.auth.cancelled"), both("3501 §6.2.2", "9051 §6.2.2"));
  } else if (!e.at_line_end()) {
    e.say("sasl_response",
          e.masked() ? e.words("explain.auth.response_masked")
                     : e.words("explain.auth.response") + decoded_response(e),
          both("3501 §6.2.2", "9051 §6.2.2"));
  }
}

}  // namespace imapscope::explain
