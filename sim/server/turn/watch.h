// Watch: what a session wants to be told of beside its open mailbox, and what it knows of it
// (NOTIFY, RFC 5465). What it is owed is the difference between two looks, as with SessionView.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sim/imap/notify.h"
#include "sim/mail/account.h"
#include "sim/mail/mailbox.h"

namespace imapscope::server {

/// A mailbox, as a look at it found it.
struct Glimpse {
  std::string owner;
  std::optional<mail::MailboxId> id{};  ///< nothing: \Noselect
  bool readable = false;                ///< what happens in it may be told (RFC 5465 §5)
  std::uint32_t messages = 0;
  std::uint32_t unseen = 0;
  Uid uid_next{1};
  mail::ModSeq changes = 0;
  mail::ModSeq removals = 0;
};

struct Watch {
  std::vector<EventGroup> groups;         ///< empty: NOTIFY NONE
  std::map<MailboxName, Glimpse> seen{};  ///< all that the user can see, as he writes the names
  std::set<MailboxName> subscriptions{};
};

}  // namespace imapscope::server
