// The expunge family: EXPUNGE, UID EXPUNGE.
#include "sim/server/condstore.h"
#include "sim/server/handlers.h"

namespace imapscope::server {

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
  turn.mailbox().expunge(UidSet::of(uids));
  return with_highest_mod_seq(ok("UID EXPUNGE completed"), turn);
}

}  // namespace imapscope::server
