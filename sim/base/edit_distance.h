// How far two words are apart.
#pragma once

#include <cstddef>
#include <string_view>

namespace imapscope {

/// Levenshtein's distance: how many octets must be put in, left out or replaced to make one of the
/// other. Takes the product of both lengths.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace imapscope
