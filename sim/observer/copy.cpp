#include "sim/observer/explain_parts.h"
#include "sim/observer/families.h"
#include "sim/observer/wording.h"

namespace imapscope::observer {

bool answers(const Copy&, const UntaggedData&) {
  return false;
}

// The messages that are moved away are expunged here (RFC 6851 §3.3).
bool answers(const Move&, const UntaggedData& data) {
  if (const auto* status = std::get_if<StatusResponse>(&data)) return status->code.has_value();
  return std::holds_alternative<ExpungeData>(data);
}

void explain_arguments(Explaining& e, const Copy& command) {
  e.say_messages(by_uid(command.messages));
  e.say_mailbox("The mailbox that receives the copies.");
}

void explain_arguments(Explaining& e, const Move& command) {
  e.say_messages(by_uid(command.messages));
  e.say_mailbox("The mailbox that receives the messages; they are expunged from the open one.");
}

}  // namespace imapscope::observer
