#include "sim/imap/capability.h"

#include <algorithm>

#include "sim/base/ascii.h"
#include "sim/codec/deflate.h"
#include "sim/codec/digest.h"

namespace imapscope {
namespace {

const CapabilityInfo* find_in(std::span<const CapabilityInfo> table, std::string_view name) {
  for (const CapabilityInfo& info : table) {
    const bool is_family = info.name.ends_with('=');
    if (is_family ? ascii::starts_with_ignoring_case(name, info.name)
                  : ascii::equal_ignoring_case(name, info.name)) {
      return &info;
    }
  }
  return nullptr;
}

}  // namespace

const CapabilityInfo* find_capability(std::string_view name) {
  const CapabilityInfo* spoken = find_spoken(name);
  return spoken != nullptr ? spoken : find_in(foreign_capabilities, name);
}

const EnabledFirst* find_enabled_first(std::string_view capability) {
  const auto* const found =
      std::find_if(enabled_first.begin(), enabled_first.end(),
                   [&](const EnabledFirst& row) { return row.capability == capability; });
  return found == enabled_first.end() ? nullptr : found;
}

bool holds(std::span<const std::string> names, std::string_view capability) {
  if (names.empty()) return false;
  const auto named = [&](std::string_view wanted) {
    return std::any_of(names.begin(), names.end(), [wanted](const std::string& name) {
      return wanted.ends_with('=') ? ascii::starts_with_ignoring_case(name, wanted)
                                   : ascii::equal_ignoring_case(name, wanted);
    });
  };
  return named(capability) ||
         std::any_of(implications.begin(), implications.end(), [&](const Implication& row) {
           return ascii::equal_ignoring_case(row.implied, capability) && named(row.name);
         });
}

const CapabilityInfo* find_spoken(std::string_view name) {
  return find_in(capabilities, name);
}

bool is_built_in(const CapabilityInfo& info) {
  switch (info.needs) {
    case Library::crypto:
      return codec::has_digests();
    case Library::deflate:
      return codec::has_deflate();
    case Library::none:
      return true;
  }
  return true;
}

bool is_spoken(std::string_view name) {
  if (find_spoken(name) != nullptr) return true;
  return name.ends_with('=') &&
         std::any_of(capabilities.begin(), capabilities.end(),
                     [name](const CapabilityInfo& info) { return info.name.starts_with(name); });
}

}  // namespace imapscope
