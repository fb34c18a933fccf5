// The sort family: what answers it.
#include "sim/belief/families.h"

namespace imapscope::observer {

// With RETURN the result comes as ESEARCH data (RFC 5267 §3).
bool answers(const Sort& command, const UntaggedData& data) {
  const auto* found = std::get_if<EsearchData>(&data);
  if (found != nullptr) return command.search.returns && !is_update(*found);
  return std::holds_alternative<SortData>(data);
}

bool answers(const Thread&, const UntaggedData& data) {
  return std::holds_alternative<ThreadData>(data);
}

}  // namespace imapscope::observer
