#include <string>
#include "sim/observer/explain_parts.h"
#include "sim/observer/families.h"
#include "sim/observer/wording.h"

namespace imapscope::observer {

bool answers(const Status& command, const UntaggedData& data) {
  const auto* status = std::get_if<StatusData>(&data);
  return status != nullptr && status->mailbox == command.mailbox;
}

namespace {

std::string item_meaning(const std::string& item) {
  if (item == "MESSAGES") return "how many messages there are";
  if (item == "RECENT") return "how many have `\\Recent`";
  if (item == "UIDNEXT") return "what the next new message's UID will be, at least";
  if (item == "UIDVALIDITY") return "the number that makes its UIDs comparable";
  if (item == "UNSEEN") return "how many are unread; here it is a count, unlike [UNSEEN] of SELECT";
  if (item == "SIZE") return "how many octets its messages have in all";
  if (item == "DELETED") return "how many are marked `\\Deleted`";
  return "an item that imapscope does not know";
}

}  // namespace

void explain_arguments(Explaining& e, const Status&) {
  e.say_mailbox("The mailbox to ask about; it need not be open.");
  e.pass_open();
  while (!e.at_line_end() && !e.at(wire::TokenKind::list_close)) {
    e.say("status item", "`" + e.word() + "`: " + item_meaning(e.word()) + ".",
          both("3501 §6.3.10", "9051 §6.3.11"));
  }
  e.pass_close();
}

void explain_data(Explaining& e, const StatusData&) {
  const std::string rfc = both("3501 §7.2.4", "9051 §7.3.3");
  e.lead();
  e.say("data", "`STATUS`: counts of a mailbox that need not be open.", rfc);
  e.say_mailbox("The mailbox that was asked about.");
  e.pass_open();
  while (!e.at_line_end() && !e.at(wire::TokenKind::list_close)) {
    const std::string meaning = item_meaning(e.word());
    e.say("status item", "`" + e.word() + "`: " + meaning + ".", rfc);
    e.say_value("value", "Its value.", rfc);
  }
  e.pass_close();
}

}  // namespace imapscope::observer
