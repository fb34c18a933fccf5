// The expunge family: EXPUNGE, UID EXPUNGE.
#include <cstddef>
#include <optional>
#include <vector>

#include "sim/server/condstore.h"
#include "sim/server/handlers.h"

namespace imapscope::server {
namespace {

/// Of those with \Deleted the last so many are removed at once (RFC 9738 §3.1).
std::optional<Uid> cut_removal(std::vector<Uid>& uids, const Turn& turn) {
  std::erase_if(uids, [&](Uid uid) {
    const mail::Entry* entry = turn.mailbox().find(uid);
    return entry == nullptr || !entry->flags.contains(flags::deleted);
  });
  const std::size_t limit = message_limit(turn.config);
  if (uids.size() <= limit) return std::nullopt;
  uids.erase(uids.begin(), uids.end() - static_cast<std::ptrdiff_t>(limit));
  return uids.front();
}

}  // namespace

// The EXPUNGE responses are the difference between view and mailbox, which dispatch tells.
Ending handle(const Expunge& command, Turn& turn) {
  if (command.uids && !turn.config.speaks("UIDPLUS")) return unknown_command("UID EXPUNGE");
  if (!turn.rights().has('e')) return no_right('e');
  if (turn.view().read_only()) return no_read_only();
  if (!command.uids) {
    turn.mailbox().expunge();
    return with_highest_mod_seq(ok("EXPUNGE completed"), turn);
  }
  // `*` is the largest UID that this session knows of, so the set is resolved by its view.
  std::vector<Uid> uids;
  const auto places = turn.view().places_of(*command.uids);
  for (const std::size_t place : *places) uids.push_back(turn.view().uid_at(place));
  const std::optional<Uid> lowest = cut_removal(uids, turn);
  turn.mailbox().expunge(UidSet::of(uids));
  StatusResponse ending = with_highest_mod_seq(ok("UID EXPUNGE completed"), turn);
  if (lowest) ending.code = limit_code(*lowest, turn.config);
  return ending;
}

}  // namespace imapscope::server
