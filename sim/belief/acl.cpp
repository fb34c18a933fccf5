// The acl family: what answers it. Rights may change at any time, so a client does not believe in
// them: it asks, or is told NO.
#include "sim/belief/families.h"

namespace imapscope::observer {

// Other identifiers' rights may change with it (RFC 4314 §5.1.1).
bool answers(const SetAcl&, const UntaggedData& data) {
  return std::holds_alternative<AclData>(data);
}

bool answers(const DeleteAcl&, const UntaggedData& data) {
  return std::holds_alternative<AclData>(data);
}

bool answers(const GetAcl&, const UntaggedData& data) {
  return std::holds_alternative<AclData>(data);
}

bool answers(const ListRights& command, const UntaggedData& data) {
  const auto* rights = std::get_if<ListRightsData>(&data);
  return rights != nullptr && rights->identifier == command.identifier;
}

bool answers(const MyRights& command, const UntaggedData& data) {
  const auto* rights = std::get_if<MyRightsData>(&data);
  return rights != nullptr && rights->mailbox == command.mailbox;
}

}  // namespace imapscope::observer
