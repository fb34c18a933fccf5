#include "sim/belief/families.h"

namespace imapscope::observer {

bool answers(const Status& command, const UntaggedData& data) {
  const auto* status = std::get_if<StatusData>(&data);
  return status != nullptr && status->mailbox == command.mailbox;
}

}  // namespace imapscope::observer
