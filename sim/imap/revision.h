// What IMAP4rev1 has and IMAP4rev2 has no more (RFC 9051, appendix E).
#pragma once

#include <array>
#include <string_view>

#include "sim/imap/command.h"

namespace imapscope {

struct Removed {
  std::string_view name;
  std::string_view instead;  ///< what IMAP4rev2 has in its place; empty: nothing
};

inline constexpr std::array removed_by_rev2{
    Removed{"CHECK", "NOOP"},
    Removed{"LSUB", "LIST (SUBSCRIBED)"},
    Removed{"RFC822", "BODY[]"},
    Removed{"RFC822.HEADER", "BODY.PEEK[HEADER]"},
    Removed{"RFC822.TEXT", "BODY[TEXT]"},
    Removed{"RECENT", ""},
    Removed{"NEW", "UNSEEN"},
    Removed{"OLD", ""},
};

/// The first that the command is, or asks for; null: all of it is IMAP4rev2.
[[nodiscard]] const Removed* removed_in(const Command& command);

}  // namespace imapscope
