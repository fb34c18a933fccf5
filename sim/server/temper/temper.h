// Temper: what the standard leaves to a server, as switches. Each choice is an enumeration, a
// member of Temper and a row of `choices()`; what a row is called in lessons and on the command
// line, and which RFC leaves it open, stands in the row.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "sim/server/config.h"

namespace imapscope::server {

/// When a session is told what others changed in its mailbox (RFC 3501 §5.2, §7).
enum class News {
  with_commands,  ///< with the answer to any command that allows it
  at_once,        ///< also between commands; EXPUNGE has to wait for a command all the same
  on_noop,        ///< only where it asks: NOOP, CHECK, IDLE; and what it did itself
};
/// FETCH, STORE, SEARCH and COPY by the number of a message that somebody else expunged, while this
/// session has not been told (RFC 2180 §4).
enum class Expunged {
  no,    ///< the others are answered for, and NO [EXPUNGEISSUED]
  ok,    ///< the others are answered for, and OK; where none is left, NO
  kept,  ///< it is there until the session is told: FETCH, SEARCH and COPY still have it
};
/// DELETE of a mailbox that other sessions have open (RFC 2180 §3). One's own may always go.
enum class OpenDelete {
  bye,      ///< they hear BYE (§3.3)
  ghost,    ///< they keep it until they leave it (§3.2)
  refused,  ///< NO [INUSE] (§3.1)
};
/// RENAME of one.
enum class OpenRename {
  follows,  ///< they hold its identity, not its name (§3.4)
  bye,      ///< they hear BYE (§3.3)
  refused,  ///< NO [INUSE] (§3.1)
};
/// In which order updates come.
enum class UpdateOrder : int {
  expunge_first,  ///< EXPUNGE, EXISTS and RECENT, FETCH
  new_first,      ///< EXISTS and RECENT, EXPUNGE, FETCH
  flags_first,    ///< FETCH, EXPUNGE, EXISTS and RECENT
};
/// Whether INBOX may have mailboxes below it (RFC 3501 §5.1).
enum class InboxChildren {
  allowed,
  refused,  ///< and LIST says \Noinferiors
};
/// Whether there is `\Recent` (RFC 9051 has it no more).
enum class RecentFlag {
  kept,
  none,  ///< every mailbox says 0 RECENT, and no message has it
};
/// When capabilities are told without being asked for (RFC 3501 §7.1).
enum class Unasked {
  never,
  greeting,
  greeting_and_login,
};
/// How a keyword is spelled that a client sets (RFC 3501 §2.3.2).
enum class KeywordCase {
  as_written,  ///< as the first one wrote it
  lower,
};
/// What a name brings that cannot be one, such as invalid modified UTF-7 (RFC 3501 §5.1.3).
enum class UnlawfulNames {
  no,
  bad,
  taken,  ///< bytes are bytes
};

/// Whether a session that idles is inactive, too, where there is an autologout timer (RFC 2177 §3).
enum class Idlers {
  logged_out,
  kept,
};

struct Temper {
  News news = News::with_commands;
  Expunged expunged = Expunged::no;
  OpenDelete open_delete = OpenDelete::bye;
  OpenRename open_rename = OpenRename::follows;
  UpdateOrder update_order = UpdateOrder::expunge_first;
  InboxChildren inbox_children = InboxChildren::allowed;
  RecentFlag recent = RecentFlag::kept;
  Unasked capabilities = Unasked::never;
  KeywordCase keywords = KeywordCase::as_written;
  UnlawfulNames unlawful_names = UnlawfulNames::no;
  Idlers idlers = Idlers::logged_out;
};

/// A row; what it means, and each of its values, is said under `profiles.choice` in words.
struct Choice {
  std::string_view key;
  std::string_view rfc;
  std::span<const std::string_view> values;  ///< in the order of the enumeration
  void (*set)(Temper& temper, std::size_t value);
  std::size_t (*get)(const Temper& temper);
};

[[nodiscard]] std::span<const Choice> choices();
/// Null where there is none.
[[nodiscard]] const Choice* find_choice(std::string_view key);

/// What the config's profile says, and what it says itself on top.
[[nodiscard]] Temper temper_of(const Config& config);

}  // namespace imapscope::server
