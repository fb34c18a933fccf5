// PARTIAL's range: a window onto results (RFC 5267 §4.4, 9394 §3.1).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace imapscope {

struct PartialRange {
  std::uint32_t low = 1;  ///< from 1
  std::uint32_t high = 1;
  bool from_end = false;  ///< `-1:-3`: counted from the last result

  /// Half-open places among `count` results.
  struct Places {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  [[nodiscard]] Places among(std::size_t count) const;
};

/// `1:500`, `-1:-100`, in either order of its numbers; nothing where it is none.
[[nodiscard]] std::optional<PartialRange> parse_partial_range(std::string_view text);

}  // namespace imapscope
