#include "sim/belief/families.h"

namespace imapscope::observer {

namespace {

bool asks_to_return(const List& command, std::string_view option) {
  return command.returns && has_parameter(*command.returns, option);
}

}  // namespace

// RETURN (STATUS … MYRIGHTS METADATA …) brings such data along (RFC 5819 §2, 8440 §3, 9590 §3).
bool answers(const List& command, const UntaggedData& data) {
  if (std::holds_alternative<StatusData>(data)) return asks_to_return(command, "STATUS");
  if (std::holds_alternative<MyRightsData>(data)) return asks_to_return(command, "MYRIGHTS");
  if (std::holds_alternative<MetadataData>(data)) return asks_to_return(command, "METADATA");
  return std::holds_alternative<ListData>(data);
}

bool answers(const XList&, const UntaggedData& data) {
  return std::holds_alternative<XListData>(data);
}

bool answers(const RList&, const UntaggedData& data) {
  return std::holds_alternative<ListData>(data);
}

bool answers(const RLsub&, const UntaggedData& data) {
  return std::holds_alternative<LsubData>(data);
}

bool answers(const Lsub&, const UntaggedData& data) {
  return std::holds_alternative<LsubData>(data);
}

bool answers(const Namespace&, const UntaggedData& data) {
  return std::holds_alternative<NamespaceData>(data);
}

}  // namespace imapscope::observer
