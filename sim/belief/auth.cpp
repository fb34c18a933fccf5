// The auth family: STARTTLS, LOGIN and AUTHENTICATE.
#include <memory>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/base64.h"
#include "sim/base/line_end.h"
#include "sim/belief/families.h"

namespace imapscope::observer {

std::string user_in_plain(std::string_view message) {
  const std::size_t user = message.find('\0');
  const std::size_t end = user == message.npos ? user : message.find('\0', user + 1);
  if (end == message.npos) return {};
  return std::string(message.substr(user + 1, end - user - 1));
}

void learn_sasl_response(InProgressAtClient& sent, const Line& line) {
  if (!line.masked.empty()) return;
  std::string_view bytes = line.bytes;
  Authenticate command = std::get<Authenticate>(*sent.command);
  bytes = without_line_ends(bytes);
  if (!ascii::equal_ignoring_case(command.mechanism, "PLAIN")) return;
  command.initial_response = decode_base64(bytes);
  sent.command = std::make_shared<const Command>(std::move(command));
}

void succeeded(Learning& learning, const Login& command) {
  if (!command.user.empty()) learning.session.facts.user = command.user;
  learning.travel(Passage::login);
}

void succeeded(Learning& learning, const Authenticate& command) {
  const std::string user = user_in_plain(command.initial_response.value_or(""));
  if (!user.empty()) learning.session.facts.user = user;
  learning.travel(Passage::login);
}

// RFC 8437 §3: as if the connection had just been made.
void succeeded(Learning& learning, const Unauthenticate&) {
  SessionModel& session = learning.session;
  session.mailbox = nullptr;
  session.opening = nullptr;
  session.facts.user.reset();
  session.facts.enabled.clear();
  session.facts.capabilities.reset();
  session.facts.hears_events = false;
  session.expunges_at_any_time = false;
  learning.session.facts.is_compressed = false;  // RFC 8437 §4.1
  learning.travel(Passage::unauthenticate);
}

bool answers(const Unauthenticate&, const UntaggedData&) {
  return false;
}

bool answers(const StartTls&, const UntaggedData&) {
  return false;
}

bool answers(const Authenticate&, const UntaggedData& data) {
  return std::holds_alternative<CapabilityData>(data);
}

bool answers(const Login&, const UntaggedData& data) {
  return std::holds_alternative<CapabilityData>(data);
}

}  // namespace imapscope::observer
