// Turn: what is at hand while a session's bytes are served.
#pragma once

#include <string>
#include <vector>

#include "sim/base/random.h"
#include "sim/base/time.h"
#include "sim/imap/date_time.h"
#include "sim/mail/accounts.h"
#include "sim/server/config.h"
#include "sim/server/session.h"
#include "sim/server/turn/access.h"

namespace imapscope::server {

/// The calendar time of an instant: the server's internal dates.
[[nodiscard]] DateTime wall_time(const Config& config, Instant now);

struct Temper;  // temper.h

struct Turn {
  const Config& config;
  const Temper& temper;
  mail::Accounts& accounts;
  Sessions& sessions;  ///< all of them, to see who has a mailbox open, and who wants to be told
  Session& session;    ///< the one that is served
  Instant now;
  std::string tag;  ///< of the command that is served
  Random& random;

  /// The user's account; only once authenticated.
  [[nodiscard]] mail::Account& account() const { return *accounts.find(session.user); }
  /// Who asks for a mailbox by its name.
  [[nodiscard]] Asking asking() const { return {config, accounts, session.user}; }
  /// The account whose mailbox is open; the user's own, most often.
  [[nodiscard]] mail::Account& open_account() const { return *accounts.find_owner(session.owner); }
  /// The open mailbox and the session's view of it; only in the selected state.
  [[nodiscard]] mail::Mailbox& mailbox() const { return *open_account().find(view().mailbox_id()); }
  [[nodiscard]] SessionView& view() const { return *session.view; }

  /// What the user may do with the open mailbox, as it is now.
  [[nodiscard]] mail::Rights rights() const;

  /// The other sessions that have that mailbox of an owner open.
  [[nodiscard]] std::vector<Session*> others_at(mail::MailboxId id, std::string_view owner) const;
  /// From which UID on messages of the open mailbox are recent to this session, if it is told of
  /// them now.
  [[nodiscard]] Uid first_recent(mail::Mailbox& open, bool read_only) const;
  /// Messages were named by numbers of which some are gone: whether that is passed over, since
  /// others are left (RFC 2180 §4).
  [[nodiscard]] bool passes_over_gone(bool any_left) const;
  /// Keywords as this server spells them.
  [[nodiscard]] FlagSet spelled(const FlagSet& flags) const;
  /// Tells the session what changed in its mailbox, as far as it may be told now.
  void tell_changes(Telling telling);

 private:
  void tell_annotations() const;
  void tell_rights() const;
};

}  // namespace imapscope::server
