// The copy family: COPY, UID COPY, MOVE, UID MOVE (RFC 3501 §6.4.7, RFC 6851).
#include <cstddef>
#include <optional>

#include "sim/server/condstore.h"
#include "sim/server/handlers.h"
#include "sim/server/turn/entry_walk.h"
#include "sim/server/turn/progress.h"
#include "sim/server/turn/say.h"

namespace imapscope::server {
namespace {

struct Selection {
  std::vector<mail::Entry> entries;  ///< copies: the destination may be the mailbox itself
  bool complete = true;              ///< none of the messages named is gone
};

/// Of MOVE only the last so many are moved where there is a limit (RFC 9738 §3.1).
std::optional<Uid> cut_move(std::vector<mail::Entry>& entries, const Config& config) {
  const std::size_t limit = message_limit(config);
  if (entries.size() <= limit) return std::nullopt;
  entries.erase(entries.begin(), entries.end() - static_cast<std::ptrdiff_t>(limit));
  return entries.front().uid;
}

/// `adds`: what is gone and kept can still be copied, and cannot be moved.
Selection select(const Places& places, bool adds, const Turn& turn) {
  Selection selection;
  SeatWalk entries(turn.mailbox(), turn.view());
  for (const std::size_t place : places) {
    const mail::Entry* entry = entries.find(turn.view().uid_at(place));
    if (entry != nullptr && (adds || !entries.is_kept())) {
      selection.entries.push_back(*entry);
    } else {
      selection.complete = false;
    }
  }
  return selection;
}

/// RFC 4315 §3
CodeCopyUid copy_to(const Access& access, const std::vector<mail::Entry>& entries,
                    const Turn& turn) {
  mail::Mailbox& destination = *access.account->find(*access.id());
  const DateTime now = wall_time(turn.config, turn.now);
  std::vector<Uid> from;
  std::vector<Uid> to;
  for (const mail::Entry& entry : entries) {
    say_progress(from.size(), entries.size(), "Still copying", turn);
    from.push_back(entry.uid);
    const FlagSet flags =
        allowed_flags(entry.flags, access.rights);  // RFC 4314 §4: others are lost
    to.push_back(destination.append(entry.message, flags, entry.internal_date, now));
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
/// what was copied, if anything, and with its UIDs where they are told.
template <class Finish>
Ending transfer(const MessageSet& messages, const MailboxName& name, std::string_view verb,
                bool adds, Turn& turn, Finish finish) {
  const auto places = turn.view().places_of(messages);
  if (!places) return bad_number(turn.view().size());
  const Access access = access_to(name, turn.asking());
  if (auto refused = refuse_destination(access, turn.asking())) return refused;
  Selection selection = select(*places, adds, turn);
  if (!selection.complete && !forgives_gone(messages)) return no_longer_there();
  if (selection.entries.empty()) return completed(verb, by_uid(messages));
  if (adds && selection.entries.size() > message_limit(turn.config)) {  // all or none
    const mail::Entry& lowest =
        selection.entries[selection.entries.size() - message_limit(turn.config)];
    return StatusResponse{Condition::no, limit_code(lowest.uid, turn.config),
                          "So many messages are not copied at once"};
  }
  std::optional<Uid> lowest;
  if (!adds) lowest = cut_move(selection.entries, turn.config);
  if (adds || access.account != &turn.open_account()) {
    if (auto refused = refuse_over_quota(*access.account, usage_of(selection.entries))) {
      return refused;
    }
  }
  const CodeCopyUid uids = copy_to(access, selection.entries, turn);
  const bool told = tells_uids(access, turn.config);
  Ending ending = finish(told ? std::optional(uids) : std::nullopt, selection.entries);
  if (lowest) ending->code = limit_code(*lowest, turn.config);
  return ending;
}

}  // namespace

Ending handle(const Copy& command, Turn& turn) {
  const auto finish = [&](std::optional<CodeCopyUid> uids, const std::vector<mail::Entry>&) {
    StatusResponse ending = completed("COPY", by_uid(command.messages));
    if (uids) ending.code = *std::move(uids);
    return ending;
  };
  return transfer(command.messages, command.mailbox, "COPY", true, turn, finish);
}

Ending handle(const Move& command, Turn& turn) {
  // What STORE of \Deleted and EXPUNGE need (RFC 6851 §4.2).
  for (const char right : {'t', 'e'}) {
    if (!turn.rights().has(right)) return no_right(right);
  }
  if (turn.view().read_only()) return no_read_only();
  // COPYUID comes before the EXPUNGE responses, so that a client can match them (RFC 6851 §4.3).
  const auto finish = [&](std::optional<CodeCopyUid> moved,
                          const std::vector<mail::Entry>& entries) {
    if (moved) say_ok(turn.session.output, *std::move(moved), "Moved UIDs");
    std::vector<Uid> uids;
    uids.reserve(entries.size());
    for (const mail::Entry& entry : entries) uids.push_back(entry.uid);
    turn.mailbox().remove(uids);
    return with_highest_mod_seq(completed("MOVE", by_uid(command.messages)), turn);  // §4.4
  };
  return transfer(command.messages, command.mailbox, "MOVE", false, turn, finish);
}

}  // namespace imapscope::server
