// The words of the native trace format, shared by its printer and its reader.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "sim/trace/event.h"
#include "sim/trace/trace.h"

namespace imapscope::trace {

inline constexpr std::string_view format_key = "imapscope";
inline constexpr std::string_view format_name = "trace";
inline constexpr int format_version = 1;

/// In the order of the alternatives of `What`.
inline constexpr std::array<std::string_view, 7> kind_words{"payload", "opened",  "closed", "gap",
                                                            "opaque",  "secured", "note"};
static_assert(kind_words.size() == std::variant_size_v<What>);

/// In the order of the enumerators.
inline constexpr std::array<std::string_view, 2> direction_words{"to_server", "to_client"};
inline constexpr std::array<std::string_view, 3> fidelity_words{"exact", "line", "summary"};
inline constexpr std::array<std::string_view, 2> clocking_words{"both_ends", "one_tap"};

constexpr std::string_view word_of(Direction d) {
  return direction_words[static_cast<std::size_t>(d)];
}
constexpr std::string_view word_of(Fidelity f) {
  return fidelity_words[static_cast<std::size_t>(f)];
}
constexpr std::string_view word_of(Clocking c) {
  return clocking_words[static_cast<std::size_t>(c)];
}

template <std::size_t N>
constexpr std::optional<std::size_t> index_of(const std::array<std::string_view, N>& words,
                                              std::string_view word) {
  for (std::size_t i = 0; i < N; ++i) {
    if (words[i] == word) return i;
  }
  return std::nullopt;
}

}  // namespace imapscope::trace
