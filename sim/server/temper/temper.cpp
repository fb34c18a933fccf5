#include "sim/server/temper/temper.h"

#include <algorithm>
#include <array>

#include "sim/server/temper/profiles.h"

namespace imapscope::server {
namespace {

using Names = std::string_view[];

inline constexpr Names news_names = {"with_commands", "at_once", "on_noop"};
inline constexpr Names expunged_names = {"no", "ok", "kept"};
inline constexpr Names delete_names = {"bye", "ghost", "refused"};
inline constexpr Names rename_names = {"follows", "bye", "refused"};
inline constexpr Names order_names = {"expunge_first", "new_first", "flags_first"};
inline constexpr Names children_names = {"allowed", "refused"};
inline constexpr Names recent_names = {"kept", "none"};
inline constexpr Names unasked_names = {"never", "greeting", "greeting_and_login"};
inline constexpr Names case_names = {"as_written", "lower"};
inline constexpr Names unlawful_names = {"no", "bad", "taken"};
inline constexpr Names idlers_names = {"logged_out", "kept"};

template <auto member>
void set(Temper& temper, std::size_t value) {
  auto& held = temper.*member;
  held = static_cast<std::remove_reference_t<decltype(held)>>(value);
}

template <auto member>
std::size_t get(const Temper& temper) {
  return static_cast<std::size_t>(temper.*member);
}

template <auto member>
constexpr Choice row(std::string_view key, std::string_view rfc,
                     std::span<const std::string_view> values) {
  return {key, rfc, values, set<member>, get<member>};
}

constexpr std::array choice_rows{
    row<&Temper::news>("news", "3501 §7", news_names),
    row<&Temper::expunged>("expunged", "2180 §4", expunged_names),
    row<&Temper::open_delete>("open_delete", "2180 §3", delete_names),
    row<&Temper::open_rename>("open_rename", "2180 §3", rename_names),
    row<&Temper::update_order>("update_order", "3501 §7", order_names),
    row<&Temper::inbox_children>("inbox_children", "3501 §5.1", children_names),
    row<&Temper::recent>("recent", "3501 §2.3.2", recent_names),
    row<&Temper::capabilities>("capabilities", "3501 §7.1", unasked_names),
    row<&Temper::keywords>("keywords", "3501 §2.3.2", case_names),
    row<&Temper::unlawful_names>("unlawful_names", "3501 §5.1.3", unlawful_names),
    row<&Temper::idlers>("idlers", "2177 §3", idlers_names),
};

void apply(Temper& temper, std::string_view key, std::string_view value) {
  const Choice* choice = find_choice(key);
  if (choice == nullptr) return;
  const auto found = std::find(choice->values.begin(), choice->values.end(), value);
  if (found == choice->values.end()) return;
  choice->set(temper, static_cast<std::size_t>(found - choice->values.begin()));
}

}  // namespace

std::span<const Choice> choices() {
  return choice_rows;
}

const Choice* find_choice(std::string_view key) {
  const auto found = std::find_if(choice_rows.begin(), choice_rows.end(),
                                  [&](const Choice& row) { return row.key == key; });
  return found == choice_rows.end() ? nullptr : &*found;
}

Temper temper_of(const Config& config) {
  Temper temper;
  if (config.profile != nullptr) {
    for (const ProfileChoice& each : config.profile->choices) apply(temper, each.key, each.value);
  }
  for (const auto& [key, value] : config.choices) apply(temper, key, value);
  return temper;
}

}  // namespace imapscope::server
