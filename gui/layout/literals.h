// Literals: what can be announced by `{n}` at the end of a line, so that nobody has to count its
// octets. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gui/layout/completion.h"

namespace imapscope::gui {

/// Octets that may follow an announcement.
struct LiteralSource {
  std::string meaning;  ///< "UID 30: Lunch?"
  std::string bytes;
};

/// `{350}`
[[nodiscard]] std::string announcement(std::string_view bytes);

/// Where in `line` a literal begins, or could begin: an open `{`, or the place of APPEND's.
[[nodiscard]] std::optional<std::size_t> literal_place(std::string_view line,
                                                       const Completion& completion);

/// Whether only digits stand behind the `{` at `place`: one of many sizes may be meant.
[[nodiscard]] bool is_counted(std::string_view line, std::size_t place);

/// Offers what is typed behind the `{` at `place`, counted (`\r\n` is a line end). Where only
/// digits stand there, those of `sources` whose sizes begin so.
void offer_literals(const words::Words& words, Completion& completion, std::string_view line,
                    std::size_t place, const std::vector<LiteralSource>& sources);

}  // namespace imapscope::gui
