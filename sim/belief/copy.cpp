#include "sim/belief/families.h"

namespace imapscope::observer {

bool answers(const Copy&, const UntaggedData&) {
  return false;
}

// The messages that are moved away are expunged here (RFC 6851 §3.3).
bool answers(const Move&, const UntaggedData& data) {
  if (const auto* status = std::get_if<StatusResponse>(&data)) return status->code.has_value();
  return std::holds_alternative<ExpungeData>(data);
}

}  // namespace imapscope::observer
