// A walk through the keys of a search, which lie in one another.
#pragma once

#include <algorithm>
#include <vector>

#include "sim/base/overloaded.h"
#include "sim/imap/search.h"

namespace imapscope {

/// Whether `holds` is true of any key, however deep.
template <class Holds>
[[nodiscard]] bool any_key(const std::vector<SearchKey>& keys, const Holds& holds) {
  return std::any_of(keys.begin(), keys.end(), [&](const SearchKey& key) {
    return holds(key) || std::visit(overloaded{
                                        [&](const SearchNot& k) { return any_key(k.key, holds); },
                                        [&](const SearchOr& k) { return any_key(k.keys, holds); },
                                        [&](const SearchAnd& k) { return any_key(k.keys, holds); },
                                        [&](const SearchFuzzy& k) { return any_key(k.key, holds); },
                                        [](const auto&) { return false; },
                                    },
                                    key.key);
  });
}

}  // namespace imapscope
