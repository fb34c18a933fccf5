// MailboxFilter: which mailboxes ESEARCH looks into, and which ones NOTIFY watches (RFC 5465 §6,
// RFC 7377 §2.2).
#pragma once

#include <vector>

#include "sim/imap/mailbox_name.h"

namespace imapscope {

struct MailboxFilter {
  enum class Kind {
    selected,
    selected_delayed,  ///< of NOTIFY alone
    inboxes,
    personal,
    subscribed,
    subtree,
    subtree_one,
    mailboxes,
  };
  Kind kind = Kind::selected;
  std::vector<MailboxName> mailboxes{};  ///< of the last three
  friend bool operator==(const MailboxFilter&, const MailboxFilter&) = default;

  /// It is about the open mailbox, whichever that is (RFC 5465 §6.1).
  [[nodiscard]] bool is_selected() const {
    return kind == Kind::selected || kind == Kind::selected_delayed;
  }
  /// The names of mailboxes belong to it.
  [[nodiscard]] bool has_names() const { return kind >= Kind::subtree; }
};

}  // namespace imapscope
