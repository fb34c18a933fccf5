// The store family: STORE, and what a client may conclude when the server keeps silent about it.
#include <algorithm>

#include "sim/belief/effect.h"
#include "sim/belief/ends/message_names.h"
#include "sim/belief/families.h"

namespace imapscope::observer {
namespace {

// RFC 3501 §7.1: a flag outside PERMANENTFLAGS may have been ignored. Where the list is missing,
// the client should assume that all can be changed.
bool surely_stored(const MailboxBelief& mailbox, const Flag& flag) {
  return !mailbox.permanent_flags || mailbox.permanent_flags->flags.contains(flag);
}

FlagSet after_store(const FlagSet& before, const Store& store) {
  FlagSet after = before;
  switch (store.mode) {
    case StoreMode::add:
      after.add(store.flags);
      break;
    case StoreMode::remove:
      after.remove(store.flags);
      break;
    case StoreMode::replace:
      after = store.flags;
      if (before.contains(flags::recent)) after.add(flags::recent);  // no client can change it
      break;
  }
  return after;
}

void conclude(Learning& learning, MailboxModel& mailbox, SeqNum number, const Store& store,
              bool sure) {
  const Known<FlagSet> before = mailbox.messages.at(number).flags;
  if (!before) return;  // still unknown, whatever was added or removed
  const FlagSet after = after_store(*before, store);
  if (after == *before) return;  // whether it was stored or not
  if (!sure) {
    mailbox.messages.change_at(number).flags.reset();
    learning.effect(effect::FlagsChanged{number});
    return;
  }
  learning.effect(flags_changed(number, before, after));
  mailbox.messages.change_at(number).flags = after;
}

/// Each UID of the set is known to be some message's, so it is none of those whose UID is unknown.
bool names_known_uids_only(const UidSet& set, const MailboxModel& mailbox) {
  if (set.saved) return false;
  return std::all_of(set.ranges.begin(), set.ranges.end(), [&](const UidSet::Range& range) {
    const bool one = range.first == range.last && range.first != UidSet::star;
    return one && mailbox.messages.find(range.first) != SeqNum{0};
  });
}

/// What a STORE that was kept silent has done, message by message.
struct Silence {
  const Store& store;
  const MailboxModel& mailbox;
  Meanwhile since;
  bool may_name_others = false;  ///< a message whose UID is not known

  [[nodiscard]] Certainty names(SeqNum number) const {
    if (const auto* numbers = std::get_if<SeqSet>(&store.messages)) {
      return named(*numbers, number, since);
    }
    const Known<Uid>& uid = mailbox.messages.at(number).uid;
    if (!uid) return may_name_others ? Certainty::perhaps : Certainty::no;
    return named(std::get<UidSet>(store.messages), number, *uid, since);
  }
  /// Flags that were told when the command was the server's next may be of before or after it.
  [[nodiscard]] bool told_meanwhile(SeqNum number) const {
    return std::binary_search(since.told.begin(), since.told.end(), number);
  }
};

}  // namespace

// With .SILENT the server sends no FETCH for what the client itself asked for (RFC 3501 §6.4.6).
// Without it, the FETCH responses have told everything before the completion came.
void learn_stored(Learning& learning, const Store& command, const InProgressAtClient& sent,
                  bool all) {
  MailboxModel* mailbox = command.silent ? learning.mailbox() : nullptr;
  if (mailbox == nullptr || mailbox->facts.read_only) return;
  const bool stored =
      all && std::all_of(command.flags.begin(), command.flags.end(),
                         [&](const Flag& flag) { return surely_stored(mailbox->facts, flag); });
  Silence silence{command, *mailbox,
                  meanwhile(learning.session.changes, sent.sent_at, sent.last, sent.facts.line)};
  const auto* uids = std::get_if<UidSet>(&command.messages);
  silence.may_name_others = uids != nullptr && !names_known_uids_only(*uids, *mailbox);
  for (SeqNum n{1}; mailbox->messages.holds(n); ++n.value) {
    const Certainty named = silence.names(n);
    if (named == Certainty::no) continue;
    const bool sure = stored && named == Certainty::yes && !silence.told_meanwhile(n);
    conclude(learning, *mailbox, n, command, sure);
  }
}

bool answers(const Store& command, const UntaggedData& data) {
  if (std::holds_alternative<UidFetchData>(data)) {
    return !command.silent && by_uid(command.messages);
  }
  const auto* fetched = std::get_if<FetchData>(&data);
  return fetched != nullptr && !command.silent && may_name(command.messages, *fetched);
}

}  // namespace imapscope::observer
