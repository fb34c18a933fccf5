#include "sim/trace/event.h"

namespace imapscope::trace {

Protocol protocol_of(const Event& event) {
  if (const auto* opened = std::get_if<Opened>(&event.what)) return opened->protocol;
  const auto* payload = std::get_if<Payload>(&event.what);
  if (payload == nullptr) return Protocol::imap;
  const auto guess = event.direction == Direction::to_client ? protocol_of_server(payload->bytes)
                                                             : protocol_of_client(payload->bytes);
  return guess.value_or(Protocol::imap);
}

}  // namespace imapscope::trace
