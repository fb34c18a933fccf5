#include "sim/belief/families.h"

namespace imapscope::observer {

// RFC 5819 §2: RETURN (STATUS …) brings STATUS data along.
bool answers(const List& command, const UntaggedData& data) {
  const bool with_status = command.returns && has_parameter(*command.returns, "STATUS");
  return std::holds_alternative<ListData>(data) ||
         (with_status && std::holds_alternative<StatusData>(data));
}

bool answers(const Lsub&, const UntaggedData& data) {
  return std::holds_alternative<LsubData>(data);
}

bool answers(const Namespace&, const UntaggedData& data) {
  return std::holds_alternative<NamespaceData>(data);
}

}  // namespace imapscope::observer
