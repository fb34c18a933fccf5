// The copy family: COPY, UID COPY, MOVE, UID MOVE (RFC 3501 §6.4.7, RFC 6851).
#include "sim/server/handlers.h"
#include "sim/server/turn/entry_walk.h"
#include "sim/server/turn/say.h"

namespace imapscope::server {
namespace {

struct Selection {
  std::vector<mail::Entry> entries;  ///< copies: the destination may be the mailbox itself
  bool complete = true;              ///< none of the messages named is gone
};

Selection select(const Places& places, const Turn& turn) {
  Selection selection;
  EntryWalk entries(turn.mailbox());
  for (const std::size_t place : places) {
    if (const mail::Entry* entry = entries.find(turn.view().uid_at(place))) {
      selection.entries.push_back(*entry);
    } else {
      selection.complete = false;
    }
  }
  return selection;
}

/// RFC 4315 §3
CodeCopyUid copy_to(mail::Mailbox& destination, const std::vector<mail::Entry>& entries) {
  std::vector<Uid> from;
  std::vector<Uid> to;
  for (const mail::Entry& entry : entries) {
    from.push_back(entry.uid);
    to.push_back(destination.append(entry.message, entry.flags, entry.internal_date));
  }
  return {destination.uid_validity(), UidSet::of(from), UidSet::of(to)};
}

mail::Usage usage_of(const std::vector<mail::Entry>& entries) {
  mail::Usage usage{0, entries.size()};
  for (const mail::Entry& entry : entries) usage.octets += entry.message->size();
  return usage;
}

/// Either all messages that a set of numbers names, or none (RFC 3501 §6.4.7, RFC 2180 §4.4.1); of
/// UIDs, those that are there. `adds`: they are there twice then. `finish` ends the command with
/// what was copied, if anything.
template <class Finish>
Ending transfer(const MessageSet& messages, const MailboxName& name, std::string_view verb,
                bool adds, Turn& turn, Finish finish) {
  const auto places = turn.view().places_of(messages);
  if (!places) return bad_number(turn.view().size());
  const auto id = turn.account().id_of(name);
  if (!id) return no_destination(id.error());
  const Selection selection = select(*places, turn);
  if (!selection.complete && !by_uid(messages)) return no_longer_there();
  if (selection.entries.empty()) return completed(verb, by_uid(messages));
  if (adds) {
    if (auto refused = refuse_over_quota(turn.account(), usage_of(selection.entries))) {
      return refused;
    }
  }
  return finish(copy_to(*turn.account().find(*id), selection.entries), selection.entries);
}

}  // namespace

Ending handle(const Copy& command, Turn& turn) {
  const auto finish = [&](CodeCopyUid code, const std::vector<mail::Entry>&) {
    StatusResponse ending = completed("COPY", by_uid(command.messages));
    ending.code = std::move(code);
    return ending;
  };
  return transfer(command.messages, command.mailbox, "COPY", true, turn, finish);
}

Ending handle(const Move& command, Turn& turn) {
  if (turn.view().read_only()) return no_read_only();
  // COPYUID comes before the EXPUNGE responses, so that a client can match them (RFC 6851 §4.3).
  const auto finish = [&](CodeCopyUid code, const std::vector<mail::Entry>& entries) {
    say_ok(turn.session.output, std::move(code), "Moved UIDs");
    std::vector<Uid> uids;
    uids.reserve(entries.size());
    for (const mail::Entry& entry : entries) uids.push_back(entry.uid);
    turn.mailbox().remove(uids);
    return completed("MOVE", by_uid(command.messages));
  };
  return transfer(command.messages, command.mailbox, "MOVE", false, turn, finish);
}

}  // namespace imapscope::server
