// The store family: STORE, UID STORE.
#include "sim/server/handlers.h"
#include "sim/server/turn/say.h"

namespace imapscope::server {
namespace {

/// Those of `flags` that the mailbox does not keep: they live as long as the session.
FlagSet session_only(const FlagSet& flags, const mail::Mailbox& mailbox) {
  FlagSet others = flags;
  for (const Flag& flag : flags) {
    if (mailbox.is_permanent(flag)) others.remove(flag);
  }
  return others;
}

/// False where the message is gone.
bool store_one(const Store& command, std::size_t place, Turn& turn) {
  const Uid uid = turn.view().uid_at(place);
  const mail::Entry* before = turn.mailbox().find(uid);
  if (before == nullptr) return false;
  const bool knew = turn.view().knows_flags(place, *before);

  turn.mailbox().store(uid, command.mode, command.flags);
  turn.view().store_session_flags(uid, command.mode, session_only(command.flags, turn.mailbox()));
  turn.view().announce_keywords(turn.mailbox(), turn.session.output);

  const mail::Entry& after = *turn.mailbox().find(uid);
  // A silent STORE leaves the client to compute the result, which it cannot where others changed
  // the flags before; then the message stays owed (RFC 3501 §6.4.6).
  if (command.silent && !knew) return true;
  turn.view().told_flags(place, after);
  if (command.silent) return true;
  const SeqNum number{static_cast<std::uint32_t>(place + 1)};
  say_flags(turn.session.output, number, turn.view().flags_of(place, after),
            by_uid(command.messages) ? std::optional(uid) : std::nullopt);
  return true;
}

}  // namespace

Ending handle(const Store& command, Turn& turn) {
  if (auto refused = refuse_flags(command.flags)) return refused;
  if (turn.view().read_only()) return no_read_only();
  const auto places = turn.view().places_of(command.messages);
  if (!places) return bad_number(turn.view().size());
  bool all_there = true;
  for (const std::size_t place : *places) all_there &= store_one(command, place, turn);
  // RFC 2180 §4.2: what is gone needs no flags; a client that waits for them is told.
  if (!all_there && !command.silent && !by_uid(command.messages)) return no_longer_there();
  return completed("STORE", by_uid(command.messages));
}

}  // namespace imapscope::server
