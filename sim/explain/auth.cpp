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
  if (e.masked()) return e.words("explain.auth.challenge_masked");
  const auto decoded = decode_base64(e.text());
  if (!decoded) return e.words("explain.auth.challenge_no_base64");
  if (decoded->empty() || !is_text(*decoded)) {
    return e.words("explain.auth.challenge_octets");
  }
  return e.words("explain.auth.challenge", {{"text", *decoded}});
}

}  // namespace

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
  e.say("sasl_mechanism", e.words("explain.auth.mechanism"), both("3501 §6.2.2", "9051 §6.2.2"));
  if (e.at_line_end()) return;
  e.say("initial_response",
        e.masked()        ? e.words("explain.auth.initial_masked")
        : e.text() == "=" ? e.words("explain.auth.initial_empty")
                          : e.words("explain.auth.initial"),
        "4959 §3");
}

void explain_sasl_response(Explaining& e) {
  e.lead();
  if (e.text() == "*") {
    e.say("cancellation", e.words("explain.auth.cancelled"), both("3501 §6.2.2", "9051 §6.2.2"));
  } else if (!e.at_line_end()) {
    e.say("sasl_response",
          e.masked() ? e.words("explain.auth.response_masked") : e.words("explain.auth.response"),
          both("3501 §6.2.2", "9051 §6.2.2"));
  }
}

}  // namespace imapscope::explain
