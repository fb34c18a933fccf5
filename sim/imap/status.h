// The status family: counts of a mailbox that need not be open.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sim/imap/mailbox_name.h"

namespace imapscope {

enum class StatusItem { messages, recent, uid_next, uid_validity, unseen };

struct Status {  ///< RFC 3501 §6.3.10
  MailboxName mailbox;
  std::vector<StatusItem> items;
  std::vector<std::string> others{};  ///< items of extensions, as written
  friend bool operator==(const Status&, const Status&) = default;
};

struct StatusData {  ///< `* STATUS …`, RFC 3501 §7.2.4
  MailboxName mailbox;
  std::vector<std::pair<StatusItem, std::uint32_t>> values;
  std::vector<std::pair<std::string, std::string>> others{};  ///< unknown items; values as written
  friend bool operator==(const StatusData&, const StatusData&) = default;
};

}  // namespace imapscope
