#include "sim/client/handshake.h"

namespace imapscope::client {

Literal announced_by(const wire::LiteralAhead& ahead) {
  return {.waits = ahead.synchronizing,
          .command_octets = ahead.so_far.size() + static_cast<std::size_t>(ahead.octets)};
}

bool lacks_line_end(const Literal& literal, std::string_view command) {
  return command.size() == literal.command_octets;
}

}  // namespace imapscope::client
