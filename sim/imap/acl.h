// The acl family: who may do what with a mailbox (RFC 4314; RFC 2086 before it).
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "sim/imap/mailbox_name.h"

namespace imapscope {

/// The standard rights (RFC 4314 §2.1), in the order of its examples.
inline constexpr std::string_view standard_rights = "lrswipkxtea";

/// A right of RFC 2086 that stands for others now (RFC 4314 §2.1.1).
struct OldRight {
  char letter;
  std::string_view members;
};
inline constexpr std::array old_rights{OldRight{'c', "kx"}, OldRight{'d', "te"}};

struct SetAcl {  ///< RFC 4314 §3.1
  MailboxName mailbox;
  std::string identifier;  ///< a user, `anyone`, or one of them with `-` before it
  std::string rights;      ///< `+w`, `-w`: as a change; else what they shall be
  friend bool operator==(const SetAcl&, const SetAcl&) = default;
};
struct DeleteAcl {  ///< RFC 4314 §3.2
  MailboxName mailbox;
  std::string identifier;
  friend bool operator==(const DeleteAcl&, const DeleteAcl&) = default;
};
struct GetAcl {  ///< RFC 4314 §3.3
  MailboxName mailbox;
  friend bool operator==(const GetAcl&, const GetAcl&) = default;
};
struct ListRights {  ///< RFC 4314 §3.4
  MailboxName mailbox;
  std::string identifier;
  friend bool operator==(const ListRights&, const ListRights&) = default;
};
struct MyRights {  ///< RFC 4314 §3.5
  MailboxName mailbox;
  friend bool operator==(const MyRights&, const MyRights&) = default;
};

struct AclEntry {
  std::string identifier;
  std::string rights;
  friend bool operator==(const AclEntry&, const AclEntry&) = default;
};
struct AclData {  ///< `* ACL …`, RFC 4314 §3.6
  MailboxName mailbox;
  std::vector<AclEntry> entries;
  friend bool operator==(const AclData&, const AclData&) = default;
};
struct ListRightsData {  ///< `* LISTRIGHTS …`, RFC 4314 §3.7
  MailboxName mailbox;
  std::string identifier;
  std::string required;               ///< what it has in any case
  std::vector<std::string> optional;  ///< rights of one string are given together or not at all
  friend bool operator==(const ListRightsData&, const ListRightsData&) = default;
};
struct MyRightsData {  ///< `* MYRIGHTS …`, RFC 4314 §3.8
  MailboxName mailbox;
  std::string rights;
  friend bool operator==(const MyRightsData&, const MyRightsData&) = default;
};

}  // namespace imapscope
