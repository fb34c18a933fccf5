// Profiles: servers of every temper, as data: what a server of that kind speaks, and what it chose
// where the standard leaves a choice (temper.h). What each is like is said under
// `profiles.name.ID` in words.
#pragma once

#include <span>
#include <string_view>

namespace imapscope::server {

struct ProfileChoice {
  std::string_view key;
  std::string_view value;
};

struct Profile {
  std::string_view id;
  /// Its extensions; of what stands in the base protocol nothing can be switched off.
  std::span<const std::string_view> extensions;
  std::span<const ProfileChoice> choices;  ///< where it is not as a server is by itself

  [[nodiscard]] bool speaks(std::string_view capability) const;
};

/// From the plainest to the newest.
[[nodiscard]] std::span<const Profile> profiles();
/// Null where there is none.
[[nodiscard]] const Profile* find_profile(std::string_view id);

}  // namespace imapscope::server
