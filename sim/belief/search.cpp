// The search family: what answers it.
#include <algorithm>

#include "sim/base/ascii.h"
#include "sim/belief/families.h"

namespace imapscope::observer {

bool is_update(const EsearchData& data) {
  return std::any_of(data.others.begin(), data.others.end(), [](const auto& item) {
    return ascii::equal_ignoring_case(item.first, "ADDTO") ||
           ascii::equal_ignoring_case(item.first, "REMOVEFROM");
  });
}

bool answers(const Search&, const UntaggedData& data) {
  if (const auto* found = std::get_if<EsearchData>(&data)) return !is_update(*found);
  return std::holds_alternative<SearchData>(data);
}

bool answers(const Esearch&, const UntaggedData& data) {
  const auto* found = std::get_if<EsearchData>(&data);
  return found != nullptr && !is_update(*found);
}

bool answers(const CancelUpdate&, const UntaggedData&) {
  return false;
}

}  // namespace imapscope::observer
