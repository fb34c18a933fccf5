// The auth family, explained: LOGIN, AUTHENTICATE and the lines of SASL.
#include <algorithm>
#include <string_view>

#include "sim/base/base64.h"
#include "sim/base/utf.h"
#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {
namespace {

bool is_text(std::string_view octets) {
  return is_utf8(octets) && std::none_of(octets.begin(), octets.end(), [](char c) {
           return static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '`';
         });
}

RichText challenge_meaning(const Explaining& e) {
  if (e.masked()) return "What the SASL mechanism asks, masked in this trace.";
  const auto decoded = decode_base64(e.text());
  if (!decoded)
    return "What the server asks. It must be base64, and is none: clients cannot read it.";
  if (decoded->empty() || !is_text(*decoded)) {
    return "What the SASL mechanism asks, in base64: octets that are no text.";
  }
  return "What the SASL mechanism asks, in base64: `" + *decoded + "`.";
}

}  // namespace

void explain_challenge(Explaining& e) {
  e.say("challenge", challenge_meaning(e), both("3501 §6.2.2", "9051 §6.2.2"));
}

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
