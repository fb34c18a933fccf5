// The header of a literal at the end of a line: `{350}`, `{350+}`, `~{350}`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace imapscope {

/// literal = "{" number ["+"] "}" CRLF (RFC 3501 §9, RFC 7888 §8); literal8 only adds a "~" before
/// it (RFC 3516 §7).
struct LiteralHeader {
  std::size_t offset = 0;        ///< of the header in the line, the tilde included
  std::uint64_t octets = 0;      ///< how many it announces
  bool is_synchronizing = true;  ///< no plus: whoever sends it waits for the other end
  bool any_octet = false;        ///< a literal8, which may hold NUL
};

/// Enough for `~{18446744073709551615+}` and CRLF. A longer header announces nothing.
inline constexpr std::size_t longest_literal_header = 32;

/// What `line` announces, with or without its line end; nothing where it announces no literal, or
/// more octets than 64 bits count. However long the line is, only its end is looked at.
[[nodiscard]] std::optional<LiteralHeader> literal_header_of(std::string_view line);

}  // namespace imapscope
