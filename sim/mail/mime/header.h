// A header: its fields in their order, as views of the message's octets (RFC 2822 §2.2).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace imapscope::mail {

struct HeaderField {
  std::string_view name;   ///< without the colon
  std::string_view value;  ///< behind the colon: still folded, without the last line end
  std::string_view whole;  ///< name, colon, value and line end, as transferred
};

/// Lines that are no field (no colon, before any field) have an empty name and are kept.
[[nodiscard]] std::vector<HeaderField> parse_header(std::string_view header);
/// Whether it has such lines.
[[nodiscard]] bool has_stray_lines(std::string_view header);

/// The first field of that name, in any case.
[[nodiscard]] const HeaderField* find_field(const std::vector<HeaderField>& fields,
                                            std::string_view name);

/// One line: the line ends go, the white space behind them stays (RFC 2822 §2.2.3). White space
/// between the colon and the first word goes, too; of a first line without a word only one blank.
[[nodiscard]] std::string unfold(std::string_view value);

}  // namespace imapscope::mail
