// The metadata family: what answers it. Data without values say that somebody else changed them
// (RFC 5464 §4.4.2), and answer nothing.
#include "sim/belief/families.h"

namespace imapscope::observer {

bool answers(const GetMetadata& command, const UntaggedData& data) {
  const auto* metadata = std::get_if<MetadataData>(&data);
  return metadata != nullptr && metadata->mailbox == command.mailbox && metadata->changed.empty();
}

bool answers(const SetMetadata&, const UntaggedData&) {
  return false;
}

}  // namespace imapscope::observer
