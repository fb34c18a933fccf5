// The auth family: LOGIN and AUTHENTICATE.
#include <memory>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/base64.h"
#include "sim/observer/explain_parts.h"
#include "sim/observer/families.h"
#include "sim/observer/wording.h"

namespace imapscope::observer {

void learn_sasl_response(Issued& issued, const Line& line) {
  if (!line.masked.empty()) return;
  std::string_view bytes = line.bytes;
  Authenticate command = std::get<Authenticate>(*issued.command);
  while (bytes.ends_with('\n') || bytes.ends_with('\r')) bytes.remove_suffix(1);
  if (!ascii::equal_ignoring_case(command.mechanism, "PLAIN")) return;
  command.initial_response = decode_base64(bytes);
  issued.command = std::make_shared<const Command>(std::move(command));
}

void succeeded(Learning& learning, const Login& command) {
  if (!command.user.empty()) learning.session.facts.user = command.user;
  learning.travel(State::authenticated, Passage::login);
}

void succeeded(Learning& learning, const Authenticate& command) {
  // PLAIN (RFC 4616 §2): authorization identity NUL user NUL password.
  if (command.initial_response) {
    const std::string& response = *command.initial_response;
    const std::size_t user = response.find('\0');
    const std::size_t end = user == std::string::npos ? user : response.find('\0', user + 1);
    if (end != std::string::npos && end > user + 1) {
      learning.session.facts.user = response.substr(user + 1, end - user - 1);
    }
  }
  learning.travel(State::authenticated, Passage::login);
}

bool answers(const Authenticate&, const UntaggedData& data) {
  return std::holds_alternative<CapabilityData>(data);
}

bool answers(const Login&, const UntaggedData& data) {
  return std::holds_alternative<CapabilityData>(data);
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

}  // namespace imapscope::observer
