// The notify family: what answers it. What is told later answers nothing: it is news.
#include <algorithm>

#include "sim/base/ascii.h"
#include "sim/belief/families.h"

namespace imapscope::observer {

// How the mailboxes are, where it asks for that; and those that may not be watched (RFC 5465 §3.1).
bool answers(const Notify& command, const UntaggedData& data) {
  if (std::holds_alternative<StatusData>(data)) return command.status;
  const auto* list = std::get_if<ListData>(&data);
  if (list == nullptr) return false;
  const auto& attributes = list->listing.attributes;
  return std::any_of(attributes.begin(), attributes.end(), [](const std::string& attribute) {
    return ascii::equal_ignoring_case(attribute, "\\NoAccess");
  });
}

}  // namespace imapscope::observer
