// Capitals and small letters of all scripts, as Unicode has them (utf8proc).
#pragma once

#include <string>
#include <string_view>

namespace imapscope {

/// For comparing without regard to case: Unicode's full folding, composed. So `ß` is `ss`, and an
/// accent that follows its letter is one with it. Octets that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string fold_case(std::string_view utf8);

/// Each letter's capital, one for one. Octets that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string in_capitals(std::string_view utf8);

/// For putting text in order without regard to case: i;unicode-casemap (RFC 5051), whose octets are
/// compared. Each letter's title case, with its accents behind it; octets that are no UTF-8 become
/// U+FFFD.
[[nodiscard]] std::string collation_key(std::string_view utf8);

}  // namespace imapscope
