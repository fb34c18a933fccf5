#include "sim/imap/capability.h"

#include "sim/base/ascii.h"

namespace imapscope {

std::optional<CapabilityInfo> find_capability(std::string_view name) {
  for (const CapabilityInfo& info : capabilities) {
    if (ascii::equal_ignoring_case(info.name, name)) return info;
  }
  return std::nullopt;
}

}  // namespace imapscope
