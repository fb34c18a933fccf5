// The quota family: what answers it. A client need not believe it for longer than it takes to show
// it (RFC 9208 §5.1).
#include <algorithm>

#include "sim/belief/families.h"

namespace imapscope::observer {

bool answers(const GetQuota& command, const UntaggedData& data) {
  const auto* quota = std::get_if<QuotaData>(&data);
  return quota != nullptr && quota->root == command.root;
}

bool answers(const GetQuotaRoot& command, const UntaggedData& data) {
  const auto* roots = std::get_if<QuotaRootData>(&data);
  if (roots != nullptr) return roots->mailbox == command.mailbox;
  return std::holds_alternative<QuotaData>(data);
}

// Other roots may change with it (RFC 9208 §4.1.3).
bool answers(const SetQuota&, const UntaggedData& data) {
  return std::holds_alternative<QuotaData>(data);
}

}  // namespace imapscope::observer
