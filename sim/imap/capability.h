// Capability names (RFC 3501 §7.2.1) that this program knows, with the standard that defines each.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace imapscope {

struct CapabilityInfo {
  std::string_view name;
  std::string_view rfc;
  std::string_view meaning;
};

inline constexpr std::array capabilities{
    CapabilityInfo{"IMAP4rev1", "3501", "the base protocol"},
    CapabilityInfo{"AUTH=PLAIN", "4616", "AUTHENTICATE PLAIN is accepted"},
    CapabilityInfo{"LOGINDISABLED", "3501 §6.2.3", "LOGIN is refused on this connection"},
    CapabilityInfo{"LITERAL+", "7888", "literals may be sent without waiting for +"},
    CapabilityInfo{"SASL-IR", "4959", "AUTHENTICATE may carry its first response"},
    CapabilityInfo{"ID", "2971", "client and server may name themselves"},
    CapabilityInfo{"ENABLE", "5161", "a client switches extensions on"},
    CapabilityInfo{"IDLE", "2177", "the server may speak at any time while IDLE runs"},
    CapabilityInfo{"NAMESPACE", "2342", "where personal, other users' and shared mailboxes live"},
    CapabilityInfo{"UNSELECT", "3691", "leave a mailbox without expunging"},
    CapabilityInfo{"UIDPLUS", "4315", "UID EXPUNGE, and APPEND and COPY report new UIDs"},
    CapabilityInfo{"MOVE", "6851", "move messages in one step"},
    CapabilityInfo{"ESEARCH", "4731", "SEARCH can return MIN, MAX, COUNT and ALL"},
};

/// Ignores case; nothing for a name that is not in the table.
std::optional<CapabilityInfo> find_capability(std::string_view name);

}  // namespace imapscope
