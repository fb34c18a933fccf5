// The quota family: how much of a limited resource is used (RFC 9208; RFC 2087 before it).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/imap/mailbox_name.h"

namespace imapscope {

/// Resources by their names (RFC 9208 §5).
namespace quota {
inline constexpr const char* storage = "STORAGE";  ///< in units of 1024 octets
inline constexpr const char* message = "MESSAGE";  ///< how many of them
}  // namespace quota

struct GetQuota {    ///< RFC 9208 §4.1.1
  std::string root;  ///< the name of what mailboxes share the limits
  friend bool operator==(const GetQuota&, const GetQuota&) = default;
};
struct GetQuotaRoot {  ///< RFC 9208 §4.1.2
  MailboxName mailbox;
  friend bool operator==(const GetQuotaRoot&, const GetQuotaRoot&) = default;
};
struct QuotaLimit {
  std::string resource;
  std::uint64_t limit = 0;
  friend bool operator==(const QuotaLimit&, const QuotaLimit&) = default;
};
struct SetQuota {  ///< RFC 9208 §4.1.3
  std::string root;
  std::vector<QuotaLimit> limits;
  friend bool operator==(const SetQuota&, const SetQuota&) = default;
};

struct QuotaUsage {
  std::string resource;
  std::uint64_t used = 0;
  std::uint64_t limit = 0;
  friend bool operator==(const QuotaUsage&, const QuotaUsage&) = default;
};
struct QuotaData {  ///< `* QUOTA …`, RFC 9208 §4.2.1; what is not named is not limited
  std::string root;
  std::vector<QuotaUsage> resources;
  friend bool operator==(const QuotaData&, const QuotaData&) = default;
};
struct QuotaRootData {  ///< `* QUOTAROOT …`, RFC 9208 §4.2.2
  MailboxName mailbox;
  std::vector<std::string> roots;
  friend bool operator==(const QuotaRootData&, const QuotaRootData&) = default;
};

}  // namespace imapscope
