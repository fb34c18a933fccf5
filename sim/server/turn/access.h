// Access: whose mailbox a name means to a user, and what he may do with it (RFC 4314 §4).
//
// A user's own mailboxes lie at the root. Where ACL is spoken he may also see those of others,
// under
// `#users/NAME/`, and those that are nobody's own, under `#shared/` (RFC 2342).
#pragma once

#include <string>
#include <string_view>

#include "sim/imap/flag.h"
#include "sim/mail/accounts.h"
#include "sim/mail/listing.h"
#include "sim/server/config.h"
#include "sim/server/turn/ending.h"

namespace imapscope::server {

/// Who asks.
struct Asking {
  const Config& config;
  mail::Accounts& accounts;
  const std::string& user;

  [[nodiscard]] mail::Account& own() const { return *accounts.find(user); }
};

struct Access {
  mail::Account* account = nullptr;  ///< null: no account has such names
  MailboxName name;                  ///< in that account
  mail::Rights rights;               ///< none where there is no such name, but for one's own

  [[nodiscard]] mail::NameEntry* entry() const {
    return account == nullptr ? nullptr : account->entry(name);
  }
  [[nodiscard]] mail::OrRefusal<mail::MailboxId> id() const;
  /// Nothing where the user has the right. Who may not even look the mailbox up hears that there is
  /// none (RFC 4314 §6).
  [[nodiscard]] Ending refuse_without(char right) const;
  /// The same for one who has none of several.
  [[nodiscard]] Ending refuse_without_any(std::string_view several) const;
};

[[nodiscard]] Access access_to(const MailboxName& name, const Asking& asking);
/// The mailbox of that id, which its session holds open.
[[nodiscard]] Access access_to(mail::MailboxId id, std::string_view owner, const Asking& asking);
/// Nothing where the user may make a mailbox of that name: `k` on the nearest one above it.
[[nodiscard]] Ending refuse_new_name(const Access& access, const Asking& asking);

/// Nothing where the mailbox is at hand; else what is the matter with it (mail/trouble.h), or where
/// it lies (RFC 2193 §4).
[[nodiscard]] Ending refuse_out_of_reach(const Access& access, const Config& config);

/// Nothing where messages can be put there: it exists and is at hand, and the user has `i` on it.
[[nodiscard]] Ending refuse_destination(const Access& access, const Asking& asking);

/// Whether APPENDUID and COPYUID tell of what was put there: where UIDs last, and the user may
/// open the mailbox (RFC 4315 §3).
[[nodiscard]] bool tells_uids(const Access& access, const Config& config);

/// How a user writes the name of a mailbox in some account.
[[nodiscard]] MailboxName name_for(const mail::Account& user, const mail::Account& owner,
                                   const MailboxName& name);
/// Whether mailboxes are told that lie on other servers (RFC 2193 §3).
enum class Remotes { hidden, told };
/// The names that a user sees: those with the right `l`.
[[nodiscard]] mail::Directory directory_for(const Asking& asking,
                                            Remotes remotes = Remotes::hidden);
/// What stands before the names of others, and before the shared ones.
[[nodiscard]] std::string users_prefix(char delimiter);
[[nodiscard]] std::string shared_prefix(char delimiter);

/// The right that a flag needs: `s`, `t` or `w` (RFC 4314 §4).
[[nodiscard]] char right_for(const Flag& flag);
/// Those that a user with these rights may set and clear.
[[nodiscard]] FlagSet allowed_flags(const FlagSet& flags, mail::Rights rights);
/// NO [NOPERM], and the right that is missing.
[[nodiscard]] StatusResponse no_right(char right);

}  // namespace imapscope::server
