// UTF-8 and code points. Bytes that are no UTF-8 become U+FFFD, one for each, so that nothing is
// lost silently and the picture never depends on a locale.
#pragma once

#include <string>
#include <string_view>

namespace imapscope {

[[nodiscard]] std::u32string code_points_of(std::string_view utf8);
[[nodiscard]] std::string to_utf8(std::u32string_view code_points);
[[nodiscard]] bool is_utf8(std::string_view bytes);

}  // namespace imapscope
