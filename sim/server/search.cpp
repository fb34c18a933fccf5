// The search family: SEARCH, UID SEARCH, with or without RETURN (RFC 4731).
#include "sim/server/condstore.h"
#include "sim/server/handlers.h"
#include "sim/server/searching.h"
#include "sim/server/turn/say.h"

namespace imapscope::server {

Ending handle(const Search& command, Turn& turn) {
  if (command.returns && !turn.config.speaks("ESEARCH")) return bad("SEARCH knows no RETURN here");
  if (!command.charset.empty() && turn.session.utf8_accept) {
    return bad("UTF8=ACCEPT is on: SEARCH takes no CHARSET (RFC 6855 3)");
  }
  const auto prepared = prepare(command, turn);
  if (!prepared) return prepared.error();
  if (prepared->by_change) turn_on_condstore(turn);
  const Found found = find(*prepared, turn);
  if (command.returns || turn.session.rev2) {  // RFC 9051 §6.4.4: always by ESEARCH
    tell_results({command, *prepared, {}}, found.hits, turn);
  } else {
    say(turn.session,
        SearchData{numbers_of(found.hits, command.uid), change_text(*prepared, found.hits)});
  }
  return searched("SEARCH", command.uid, found, turn);
}

}  // namespace imapscope::server
