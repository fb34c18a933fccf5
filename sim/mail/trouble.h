// THE TABLE OF TROUBLES: what can be the matter with an account or a mailbox, so that a server has
// to refuse what it would do otherwise, and the code of RFC 5530 that says so to a program. Lessons
// name them by their keys.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace imapscope::mail {

struct Trouble {
  std::string_view key;   ///< "expired"
  std::string_view code;  ///< "EXPIRED"
  std::string_view text;  ///< for people, as status texts are: without a full stop
};

/// Of an account: its user is not let in, though the password is right.
inline constexpr std::array account_troubles{
    Trouble{"expired", "EXPIRED", "That password is not valid any more"},
    Trouble{"disabled", "CONTACTADMIN", "This account is closed: ask the administrator"},
    Trouble{"unavailable", "UNAVAILABLE", "The machine that has this user's mail is down for now"},
};

/// Of a mailbox: it is neither opened nor written to.
inline constexpr std::array mailbox_troubles{
    Trouble{"damaged", "CORRUPTION", "The mailbox is damaged"},
    Trouble{"locked", "INUSE", "Another program has locked the mailbox"},
    Trouble{"unavailable", "UNAVAILABLE", "The disk that has this mailbox is not there for now"},
    Trouble{"bug", "SERVERBUG", "This should not happen"},
};

/// Null where no row has the key.
[[nodiscard]] constexpr const Trouble* find_trouble(std::span<const Trouble> rows,
                                                    std::string_view key) {
  for (const Trouble& row : rows) {
    if (row.key == key) return &row;
  }
  return nullptr;
}

}  // namespace imapscope::mail
