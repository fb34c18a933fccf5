#pragma once
#include <string_view>

namespace imapscope {

// What `imapsim --version` and the window's title say; CMakeLists.txt reads it here.
inline constexpr std::string_view version = "0.1.0";

}  // namespace imapscope
