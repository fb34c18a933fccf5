#include "sim/server/config.h"

#include <algorithm>

#include "sim/server/temper/profiles.h"
#include "sim/server/temper/temper.h"

namespace imapscope::server {

bool Config::adopt(std::string_view profile_id) {
  const Profile* found = find_profile(profile_id);
  if (found == nullptr) return false;
  profile = found;
  return true;
}

bool Config::turn(std::string_view extension) {
  const bool on = !extension.starts_with('-');
  if (!on) extension.remove_prefix(1);
  const CapabilityInfo* info = find_spoken(extension);
  if (info == nullptr) return false;
  switches[std::string(info->name)] = on;
  return true;
}

bool Config::choose(std::string_view key_and_value) {
  const std::size_t equals = key_and_value.find('=');
  if (equals == std::string_view::npos) return false;
  const std::string_view key = key_and_value.substr(0, equals);
  const std::string_view value = key_and_value.substr(equals + 1);
  const Choice* choice = find_choice(key);
  if (choice == nullptr) return false;
  if (std::find(choice->values.begin(), choice->values.end(), value) == choice->values.end()) {
    return false;
  }
  choices[std::string(key)] = value;
  return true;
}

bool Config::announces(const CapabilityInfo& info) const {
  if (!is_built_in(info)) return false;
  const auto found = switches.find(info.comes_with.empty() ? info.name : info.comes_with);
  if (found != switches.end()) return found->second;
  return profile == nullptr ? info.by_default : profile->speaks(info.name);
}

bool Config::announces(std::string_view capability) const {
  const CapabilityInfo* info = find_spoken(capability);
  return info != nullptr && announces(*info);
}

bool Config::speaks(const CapabilityInfo& info) const {
  if (announces(info)) return true;
  return std::any_of(implications.begin(), implications.end(), [&](const Implication& row) {
    return row.implied == info.name && announces(row.name);
  });
}

bool Config::speaks(std::string_view capability) const {
  if (capability.ends_with('=')) {
    return std::any_of(capabilities.begin(), capabilities.end(), [&](const CapabilityInfo& info) {
      return info.name.starts_with(capability) && speaks(info);
    });
  }
  const CapabilityInfo* info = find_spoken(capability);
  return info != nullptr && speaks(*info);
}

}  // namespace imapscope::server
