// The status family, explained.
#include <array>
#include <string>
#include <string_view>

#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {
namespace {

struct StatusWords {
  std::string_view name;
  std::string_view meaning;
  std::string_view unit;    ///< of a count; empty: the value is no count
  std::string_view behind;  ///< "3 messages" and this
};
constexpr std::array status_words{
    StatusWords{"MESSAGES", "how many messages there are", "message", ""},
    StatusWords{"RECENT", "how many messages have `\\Recent`", "message", " with `\\Recent`"},
    StatusWords{"UIDNEXT", "which UID the next new message will have, at least", "", ""},
    StatusWords{"UIDVALIDITY",
                "the number that makes UIDs comparable: they count only while it stays", "", ""},
    StatusWords{"UNSEEN", "how many messages are unread; a count, unlike `[UNSEEN]` of SELECT",
                "message", " without `\\Seen`"},
    StatusWords{"SIZE", "how many octets all messages have together", "octet", " in all"},
    StatusWords{"DELETED", "how many messages have `\\Deleted`", "message", " with `\\Deleted`"},
};

const StatusWords* find_status_item(std::string_view name) {
  for (const StatusWords& words : status_words) {
    if (words.name == name) return &words;
  }
  return nullptr;
}

const StatusWords* say_item(Explaining& e, const std::string& rfc) {
  const StatusWords* words = find_status_item(e.word());
  e.say("status item",
        words == nullptr ? "An item that imapscope does not know."
                         : sentence(std::string(words->meaning)),
        rfc);
  return words;
}

void say_item_value(Explaining& e, const StatusWords* words, const std::string& rfc) {
  if (words == nullptr) {
    e.say_unknown("value", "The value of that item.", rfc);
  } else if (words->unit.empty()) {
    e.say(std::string(words->name),
          words->name == "UIDNEXT" ? "The next new message gets this UID or a higher one."
                                   : "If it differs from the last time, all UIDs are void.",
          rfc);
  } else {
    e.say("count", count_of(e.number(), words->unit) + std::string(words->behind) + ".", rfc);
  }
}

}  // namespace

void explain_arguments(Explaining& e, const Status&) {
  e.say_mailbox("The mailbox to ask about; it need not be open.");
  e.pass_open();
  while (e.inside()) {
    say_item(e, both("3501 §6.3.10", "9051 §6.3.11"));
  }
  e.pass_close();
}

void explain_data(Explaining& e, const StatusData&) {
  const std::string rfc = both("3501 §7.2.4", "9051 §7.3.3");
  e.lead();
  e.say("data", "What was asked about a mailbox, which need not be open.", rfc);
  e.say_mailbox("The mailbox that was asked about.");
  e.pass_open();
  while (e.inside()) {
    const StatusWords* words = say_item(e, rfc);
    if (e.inside()) say_item_value(e, words, rfc);
  }
  e.pass_close();
}

}  // namespace imapscope::explain
