// Turn: what is at hand while a session's bytes are served.
#pragma once

#include <string>

#include "sim/base/time.h"
#include "sim/imap/date_time.h"
#include "sim/mail/accounts.h"
#include "sim/server/config.h"
#include "sim/server/session.h"

namespace imapscope::server {

/// The calendar time of an instant: the server's internal dates.
[[nodiscard]] DateTime wall_time(const Config& config, Instant now);

struct Turn {
  const Config& config;
  mail::Accounts& accounts;
  const Sessions& sessions;  ///< all of them, to see who has a mailbox open
  Session& session;          ///< the one that is served
  Instant now;
  std::string tag;  ///< of the command that is served

  /// The user's account; only once authenticated.
  [[nodiscard]] mail::Account& account() const { return *accounts.find(session.user); }
  /// The open mailbox and the session's view of it; only in the selected state.
  [[nodiscard]] mail::Mailbox& mailbox() const { return *account().find(view().mailbox_id()); }
  [[nodiscard]] SessionView& view() const { return *session.view; }

  /// Whether any session has the mailbox of this user open.
  [[nodiscard]] bool is_open(mail::MailboxId id) const;
  /// Tells the session what changed in its mailbox, as far as it may be told now.
  void tell_changes(Telling telling) const;
};

}  // namespace imapscope::server
