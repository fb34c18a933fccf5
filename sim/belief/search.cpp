#include "sim/belief/families.h"

namespace imapscope::observer {

bool answers(const Search&, const UntaggedData& data) {
  return std::holds_alternative<SearchData>(data) || std::holds_alternative<EsearchData>(data);
}

}  // namespace imapscope::observer
