// A mailbox as the server holds it: the truth that every session's view lags behind. A value;
// copies share their messages until one of them changes.
//
// Numbers: an entry's place in `entries()` is its sequence number for a session that has been told
// everything, less one. A session that has not keeps its own list of UIDs (see
// server/turn/session_view).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/base/copy_on_write.h"
#include "sim/imap/date_time.h"
#include "sim/imap/flag.h"
#include "sim/imap/numbers.h"
#include "sim/imap/store.h"
#include "sim/mail/message.h"

namespace imapscope::mail {

/// Counts a mailbox's changes, from 1 (the word is RFC 7162's). Each change of a mailbox takes the
/// next number, so a session that remembers the number up to which it has told its client sees at a
/// glance whether it owes anything, and which entries to look at.
using ModSeq = std::uint64_t;

/// One message in one mailbox.
struct Entry {
  Uid uid;
  FlagSet flags;  ///< the permanent ones; `\Recent` and session-only flags are the session's
  DateTime internal_date;
  MessagePtr message;
  ModSeq mod_seq = 0;    ///< of the append, or of the last change of `flags`
  DateTime save_date{};  ///< when it came into this mailbox (RFC 8514 §3)
};

/// Which flags a mailbox keeps (RFC 3501 §7.1, PERMANENTFLAGS). What it does not keep, a client may
/// still set for the rest of its session.
struct FlagPolicy {
  FlagSet permanent{flags::answered, flags::flagged, flags::deleted, flags::seen, flags::draft};
  bool may_create_keywords = true;  ///< `\*`: any keyword is kept from its first use
};

class Mailbox {
 public:
  explicit Mailbox(UidValidity uid_validity = {1}, FlagPolicy policy = {});

  [[nodiscard]] UidValidity uid_validity() const { return uid_validity_; }
  [[nodiscard]] Uid uid_next() const { return uid_next_; }
  [[nodiscard]] ModSeq highest_mod_seq() const { return highest_mod_seq_; }
  /// Of the last removal of a message; 0 where there was none.
  [[nodiscard]] ModSeq last_removal() const { return last_removal_; }

  /// Else UIDs hold until the mailbox is opened anew, and no longer (UIDNOTSTICKY, RFC 4315 §3).
  [[nodiscard]] bool keeps_uids() const { return keeps_uids_; }

  /// In ascending order of UIDs. Valid until the mailbox changes.
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_.read(); }
  [[nodiscard]] std::size_t size() const { return entries().size(); }
  /// Null where there is no such message. Valid until the mailbox changes.
  [[nodiscard]] const Entry* find(Uid uid) const;

  /// UIDs of what was removed after that change, ascending.
  [[nodiscard]] std::vector<Uid> removed_since(ModSeq mod_seq) const;

  // ---- flags ----

  /// What `* FLAGS` lists: the system flags and every keyword in use here.
  [[nodiscard]] const FlagSet& known_flags() const { return known_flags_; }
  /// What `[PERMANENTFLAGS]` lists, without `\*`.
  [[nodiscard]] const FlagSet& permanent_flags() const { return permanent_flags_; }
  [[nodiscard]] bool may_create_keywords() const { return may_create_keywords_; }
  /// Whether the mailbox keeps the flag, or would from now on.
  [[nodiscard]] bool is_permanent(const Flag& flag) const;

  // ---- \Recent (RFC 3501 §2.3.2) ----

  /// Messages from this UID on are recent: no session has been told of them. For EXAMINE and
  /// STATUS.
  [[nodiscard]] Uid first_recent() const { return first_recent_; }
  [[nodiscard]] std::uint32_t recent_count() const;
  /// The same, and from now on nothing that is here now is recent to anybody else. For a session
  /// that selected the mailbox read-write, when it learns of messages.
  Uid claim_recent();

  // ---- changes ----

  /// Gives the message the next UID. Flags that are not permanent are left out. `saved` is when it
  /// comes here: nothing is the internal date, as of mail that lies in a fixture.
  Uid append(MessagePtr message, const FlagSet& flags, DateTime internal_date,
             const std::optional<DateTime>& saved = {});

  /// What STORE does to one message. Leaves out `\Recent` and flags that are not permanent; new
  /// keywords become known. False where nothing changed, or there is no such message.
  bool store(Uid uid, StoreMode mode, const FlagSet& flags);

  /// Removes what has `\Deleted`, and, where `only` is given (UID EXPUNGE), is in it. The UIDs
  /// removed, ascending.
  std::vector<Uid> expunge(const std::optional<UidSet>& only = {});

  /// Removes messages whatever their flags, for MOVE. `uids` ascending; unknown ones are passed
  /// over.
  void remove(const std::vector<Uid>& uids);

  // ---- for loading a fixture ----

  /// Sets UIDVALIDITY and makes the next UID at least `uid_next`.
  void renumber(UidValidity uid_validity, Uid uid_next);
  void set_keeps_uids(bool keeps) { keeps_uids_ = keeps; }
  /// Everything before `uid` is no longer recent.
  void set_first_recent(Uid uid);

 private:
  [[nodiscard]] FlagSet kept(const FlagSet& flags) const;
  void learn(const FlagSet& flags);

  UidValidity uid_validity_;
  Uid uid_next_{1};
  Uid first_recent_{1};
  ModSeq highest_mod_seq_ = 1;
  ModSeq last_removal_ = 0;
  FlagSet known_flags_;
  FlagSet permanent_flags_;
  bool may_create_keywords_ = true;
  bool keeps_uids_ = true;
  CopyOnWrite<std::vector<Entry>> entries_;
  struct Removal {
    ModSeq mod_seq;
    Uid uid;
  };
  CopyOnWrite<std::vector<Removal>> removals_;  // in the order in which they happened
};

}  // namespace imapscope::mail
