// The list family: what mailboxes there are.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/imap/mailbox_name.h"
#include "sim/imap/parameters.h"

namespace imapscope {

/// The pattern is UTF-8 like a mailbox name; `*` and `%` are its wildcards.
struct List {  ///< RFC 3501 §6.3.8
  std::string reference;
  std::string pattern;
  // What LIST-EXTENDED adds (RFC 5258 §3):
  std::optional<Parameters> selection{};     ///< `(SUBSCRIBED)`, before the reference
  std::vector<std::string> more_patterns{};  ///< of `("INBOX" "lists/%")` all but the first
  std::optional<Parameters> returns{};       ///< `RETURN (CHILDREN)`
  bool in_parentheses = false;               ///< a list of patterns, also where it is of one
  [[nodiscard]] bool is_extended() const { return selection || returns || in_parentheses; }
  friend bool operator==(const List&, const List&) = default;
};
struct Lsub {  ///< RFC 3501 §6.3.9
  std::string reference;
  std::string pattern;
  friend bool operator==(const Lsub&, const Lsub&) = default;
};
/// What Gmail and others had before SPECIAL-USE: LIST, with each mailbox's use among its
/// attributes.
struct XList {
  std::string reference;
  std::string pattern;
  friend bool operator==(const XList&, const XList&) = default;
};
/// LIST and LSUB, of remote mailboxes, too.
struct RList {  ///< RFC 2193 §5.1
  std::string reference;
  std::string pattern;
  friend bool operator==(const RList&, const RList&) = default;
};
struct RLsub {  ///< RFC 2193 §5.2
  std::string reference;
  std::string pattern;
  friend bool operator==(const RLsub&, const RLsub&) = default;
};
struct Namespace {  ///< RFC 2342 §5
  friend bool operator==(const Namespace&, const Namespace&) = default;
};

/// What LIST and LSUB both say of one mailbox (RFC 3501 §7.2.2, §7.2.3).
struct MailboxListing {
  std::vector<std::string> attributes;  ///< `\Noselect`, `\HasChildren`, …
  std::optional<char> delimiter;        ///< NIL: a flat name
  MailboxName mailbox;
  std::string extended{};  ///< the list of extended items (9051 §7.3.1) as written; empty: none
  friend bool operator==(const MailboxListing&, const MailboxListing&) = default;
};
struct ListData {
  MailboxListing listing;
  friend bool operator==(const ListData&, const ListData&) = default;
};
struct LsubData {
  MailboxListing listing;
  friend bool operator==(const LsubData&, const LsubData&) = default;
};

struct XListData {
  MailboxListing listing;
  friend bool operator==(const XListData&, const XListData&) = default;
};

struct NamespaceEntry {
  std::string prefix;  ///< UTF-8
  std::optional<char> delimiter;
  friend bool operator==(const NamespaceEntry&, const NamespaceEntry&) = default;
};
/// NIL and an empty list are the same: there is none of the kind.
struct NamespaceData {  ///< RFC 2342 §5
  std::vector<NamespaceEntry> personal;
  std::vector<NamespaceEntry> other_users;
  std::vector<NamespaceEntry> shared;
  friend bool operator==(const NamespaceData&, const NamespaceData&) = default;
};

}  // namespace imapscope
