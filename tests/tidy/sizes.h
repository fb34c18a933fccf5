// Files, functions and lines stay short enough to be read at once.
#pragma once

#include <span>
#include <string_view>

#include "tests/tidy/source.h"

namespace imapscope::tidy {

inline constexpr int longest_file = 400;     ///< lines
inline constexpr int longest_function = 70;  ///< lines, head and closing brace included
inline constexpr int longest_line = 100;     ///< characters, not bytes

/// A file or function that may be longer, and why.
struct Exception {
  std::string_view path;
  std::string_view function;  ///< empty: the file as a whole
  std::string_view reason;
};

/// An exception that nothing needs any more is a finding too.
Findings check_sizes(std::span<const Source> sources, std::span<const Exception> exceptions);

}  // namespace imapscope::tidy
