// Text compared without regard to case.
#pragma once

#include <string>
#include <string_view>

namespace imapscope::mail {

/// Lower case of Latin, Greek and Cyrillic letters (Unicode's simple folding, without the rest of
/// its table).
[[nodiscard]] std::string fold_case(std::string_view utf8);

}  // namespace imapscope::mail
