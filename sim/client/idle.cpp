#include "sim/base/ascii.h"
#include "sim/client/handshake.h"

namespace imapscope::client {

bool done_waits(Words command) {
  return command.size() == 2 && ascii::equal_ignoring_case(command[1], "IDLE");
}

}  // namespace imapscope::client
