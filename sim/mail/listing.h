// What LIST answers, of whatever names a user may be told (RFC 3501 §6.3.8, RFC 5258).
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sim/imap/list.h"
#include "sim/imap/mailbox_name.h"

namespace imapscope::mail {

/// A name that exists, as LIST knows it.
struct ListedName {
  bool selectable = true;           ///< else \Noselect
  bool may_have_children = true;    ///< else \Noinferiors
  std::vector<std::string> uses{};  ///< `\Sent` (RFC 6154 §2)
  bool remote = false;              ///< it lies on another server (RFC 2193)
};

/// The names that a user sees.
struct Directory {
  std::map<MailboxName, ListedName> names;
  std::set<MailboxName> subscriptions;
  char delimiter = '/';  ///< NUL: names are flat
};

/// What is asked of it.
struct ListQuery {
  std::string_view reference;
  std::vector<std::string_view> patterns;
  bool extended = false;  ///< in any of the ways of RFC 5258 §1
  // Which names (RFC 5258 §3.1, RFC 6154 §2):
  bool only_subscribed = false;
  bool only_with_use = false;
  bool recursive = false;  ///< those above them, too
  // What is told of each beside (RFC 5258 §3.2):
  bool tell_subscribed = false;
  bool tell_uses = false;
};

/// What is told of one name, and whether it fits by itself, or only because of one below it.
struct Listed {
  MailboxListing listing;
  bool fits = true;
  bool exists = true;
};

[[nodiscard]] std::vector<Listed> list(const Directory& directory, const ListQuery& query);

/// LSUB (RFC 3501 §6.3.9): subscribed names, existing or not; where only something below a name
/// that matches `%` is subscribed to, that name, with \Noselect.
[[nodiscard]] std::vector<MailboxListing> lsub(const Directory& directory,
                                               std::string_view reference,
                                               std::string_view pattern);

/// NIL for NUL: there is no hierarchy.
[[nodiscard]] std::optional<char> told_delimiter(char delimiter);

/// "inbox/Work" is "INBOX/Work", and so are patterns for LIST.
[[nodiscard]] std::string with_inbox_in_capitals(std::string_view name, char delimiter);

}  // namespace imapscope::mail
