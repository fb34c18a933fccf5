#pragma once
#include <string_view>

namespace imapscope {

// What `imapsim --version` and the window's title say; the same number stands in CMakeLists.txt.
inline constexpr std::string_view version = "0.1.0";

}  // namespace imapscope
