#include "sim/base/ascii.h"
#include "sim/client/handshake.h"

namespace imapscope::client {

bool begins_compression(Words command) {
  return command.size() == 3 && ascii::equal_ignoring_case(command[1], "COMPRESS");
}

bool ends_compression(Words command) {
  return command.size() == 2 && ascii::equal_ignoring_case(command[1], "UNAUTHENTICATE");
}

}  // namespace imapscope::client
