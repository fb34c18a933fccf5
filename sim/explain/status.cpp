// The status family, explained.
#include <array>
#include <string>
#include <string_view>

#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {
namespace {

struct StatusItem {
  std::string_view name;
  bool counts = true;
};
constexpr std::array status_items{
    StatusItem{"MESSAGES"},
    StatusItem{"RECENT"},
    StatusItem{"UIDNEXT", false},
    StatusItem{"UIDVALIDITY", false},
    StatusItem{"UNSEEN"},
    StatusItem{"SIZE"},
    StatusItem{"DELETED"},
    StatusItem{"DELETED-STORAGE"},
    StatusItem{"HIGHESTMODSEQ", false},
    StatusItem{"APPENDLIMIT"},
};

const StatusItem* find_status_item(std::string_view name) {
  for (const StatusItem& item : status_items) {
    if (item.name == name) return &item;
  }
  return nullptr;
}

const StatusItem* say_item(Explaining& e, const std::string& rfc) {
  const StatusItem* item = find_status_item(e.word());
  if (find_extension_argument(slot::status, e.word()) != nullptr) {
    explain_argument(e, slot::status);
  } else {
    e.say("status_item",
          item == nullptr ? e.words("explain.status.unknown_item")
                          : e.words("explain.status.item." + std::string(item->name)),
          rfc);
  }
  return item;
}

void say_item_value(Explaining& e, const StatusItem* item, bool is_mailbox_id,
                    const std::string& rfc) {
  if (item == nullptr && is_mailbox_id) {
    return e.say_whole("object_identifier", e.words("explain.status.mailbox_id"), "8474 §4.3");
  }
  if (item == nullptr) return e.say_unknown("value", e.words("explain.status.value"), rfc);
  const std::string name(item->name);
  if (e.at_nil()) return e.say(name, e.words("explain.status.no_limit"), "7889 §3");
  if (item->counts) {
    e.say("count", e.words("explain.status.count." + name, {{"count", e.number()}}), rfc);
  } else {
    e.say(name, e.words("explain.status.number." + name), rfc);
  }
}

}  // namespace

void explain_arguments(Explaining& e, const Status&) {
  e.say_mailbox(e.words("explain.status.mailbox"));
  e.pass_open();
  while (e.inside()) {
    say_item(e, both("3501 §6.3.10", "9051 §6.3.11"));
  }
  e.pass_close();
}

void explain_data(Explaining& e, const StatusData&) {
  const std::string rfc = both("3501 §7.2.4", "9051 §7.3.3");
  e.lead();
  e.say("data", e.words("explain.status.data"), rfc);
  e.say_mailbox(e.words("explain.status.asked_mailbox"));
  e.pass_open();
  while (e.inside()) {
    const bool is_mailbox_id = e.word() == "MAILBOXID";
    const StatusItem* item = say_item(e, rfc);
    if (e.inside()) say_item_value(e, item, is_mailbox_id, rfc);
  }
  e.pass_close();
}

}  // namespace imapscope::explain
