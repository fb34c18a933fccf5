// The status family: counts of a mailbox that need not be open.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/imap/mailbox_name.h"

namespace imapscope {

enum class StatusItem {
  messages,
  recent,
  uid_next,
  uid_validity,
  unseen,
  size,             ///< octets of all its messages
  deleted,          ///< messages with `\Deleted`
  deleted_storage,  ///< what they take, in units of 1024 octets
  highest_mod_seq,  ///< of the newest change
  append_limit,     ///< octets that a new message may have
};

struct StatusItemInfo {
  StatusItem item;
  std::string_view name;
  std::string_view capability = {};  ///< of the extension that brought it
};
/// In the order of the enumeration.
inline constexpr std::array status_item_rows{
    StatusItemInfo{StatusItem::messages, "MESSAGES"},
    StatusItemInfo{StatusItem::recent, "RECENT"},
    StatusItemInfo{StatusItem::uid_next, "UIDNEXT"},
    StatusItemInfo{StatusItem::uid_validity, "UIDVALIDITY"},
    StatusItemInfo{StatusItem::unseen, "UNSEEN"},
    StatusItemInfo{StatusItem::size, "SIZE", "STATUS=SIZE"},
    StatusItemInfo{StatusItem::deleted, "DELETED", "QUOTA=RES-MESSAGE"},
    StatusItemInfo{StatusItem::deleted_storage, "DELETED-STORAGE", "QUOTA=RES-STORAGE"},
    StatusItemInfo{StatusItem::highest_mod_seq, "HIGHESTMODSEQ", "CONDSTORE"},
    StatusItemInfo{StatusItem::append_limit, "APPENDLIMIT", "APPENDLIMIT="},
};
[[nodiscard]] constexpr const StatusItemInfo& info_of(StatusItem item) {
  return status_item_rows[static_cast<std::size_t>(item)];
}

struct Status {  ///< RFC 3501 §6.3.10
  MailboxName mailbox;
  std::vector<StatusItem> items;
  std::vector<std::string> others{};  ///< items of extensions, as written
  friend bool operator==(const Status&, const Status&) = default;
};

struct StatusData {  ///< `* STATUS …`, RFC 3501 §7.2.4
  MailboxName mailbox;
  std::vector<std::pair<StatusItem, std::uint64_t>> values;
  std::vector<std::pair<std::string, std::string>> others{};  ///< unknown items; values as written
  friend bool operator==(const StatusData&, const StatusData&) = default;
};

}  // namespace imapscope
