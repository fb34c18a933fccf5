#include "sim/belief/families.h"

namespace imapscope::observer {

bool answers(const List&, const UntaggedData& data) {
  return std::holds_alternative<ListData>(data);
}

bool answers(const Lsub&, const UntaggedData& data) {
  return std::holds_alternative<LsubData>(data);
}

bool answers(const Namespace&, const UntaggedData& data) {
  return std::holds_alternative<NamespaceData>(data);
}

}  // namespace imapscope::observer
