// The idle family: IDLE (RFC 2177).
#include "sim/base/ascii.h"
#include "sim/server/handlers.h"

namespace imapscope::server {

Ending handle(const Idle&, Turn& turn) {
  turn.session.awaits = AwaitsDone{turn.tag};
  turn.session.output += "+ idling\r\n";
  turn.tell_changes({});
  return std::nullopt;
}

StatusResponse continue_idle(std::string_view line) {
  if (!ascii::equal_ignoring_case(line, "DONE")) return bad("IDLE ends with DONE, nothing else");
  return ok("IDLE completed");
}

}  // namespace imapscope::server
