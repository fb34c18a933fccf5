// SessionView: a mailbox as one session has been told of it (RFC 3501 §7.3, §7.4).
//
// The view is a list of UIDs, and its places are the session's sequence numbers. It lags behind the
// mailbox: a message that somebody else expunged keeps its number here until `* n EXPUNGE` may be
// sent. What the session is owed is the difference between view and mailbox; change counters
// (mail::ModSeq) say at a glance whether there is one, and which messages to look at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/copy_on_write.h"
#include "sim/imap/command.h"
#include "sim/imap/response.h"
#include "sim/mail/account.h"
#include "sim/mail/mailbox.h"

namespace imapscope::server {

/// Places in a view, ascending: the sequence number of place 0 is 1.
using Places = std::vector<std::size_t>;

enum class UpdateOrder : int;  // temper.h

/// A message that nobody has is the first that is recent: there is no `\Recent` here.
inline constexpr Uid none_is_recent{0xffffffff};

/// UIDs of messages that are gone are passed over, and so is what is gone from `$` (RFC 5182 §2.1);
/// numbers are not (RFC 2180 §4).
[[nodiscard]] inline bool forgives_gone(const MessageSet& set) {
  return by_uid(set) || is_saved(set);
}

/// How updates may be told at this moment.
struct Telling {
  Numbers numbers = Numbers::may_change;  ///< `keep`: no EXPUNGE
  bool with_uid = false;                  ///< FETCH lines name the UID: for UID commands
  bool with_mod_seq = false;              ///< FETCH lines name the change: CONDSTORE is on
  bool vanished = false;                  ///< VANISHED for EXPUNGE: QRESYNC is on
  bool uid_only = false;                  ///< UIDFETCH for FETCH: UIDONLY is on
  bool flags = true;                      ///< changes of flags are told, too
  bool own = false;                       ///< the session added or removed messages itself
  UpdateOrder order{};
};

class SessionView;
/// `* OK [PERMANENTFLAGS (…)]`: what the mailbox keeps, and the user may change.
void say_permanent_flags(const mail::Mailbox& mailbox, const SessionView& view,
                         std::string& output);

class SessionView {
 public:
  /// All of the mailbox, as SELECT or EXAMINE tells it. Messages from `first_recent` on are recent
  /// to this session.
  SessionView(mail::MailboxId id, bool read_only, const mail::Mailbox& mailbox, Uid first_recent);

  [[nodiscard]] mail::MailboxId mailbox_id() const { return id_; }
  [[nodiscard]] bool read_only() const { return read_only_; }
  /// The user's on the mailbox, as the session has been told of them (RFC 4314).
  [[nodiscard]] mail::Rights rights() const { return rights_; }
  void set_rights(mail::Rights rights) { rights_ = rights; }
  [[nodiscard]] std::size_t size() const { return seats().size(); }
  [[nodiscard]] Uid uid_at(std::size_t place) const { return seats()[place].uid; }
  [[nodiscard]] std::uint32_t recent_count() const { return recent_count_; }
  [[nodiscard]] Uid largest_uid() const { return seats().empty() ? Uid{} : seats().back().uid; }

  // ---- what is gone, and not told ----

  /// From here on messages are kept that are expunged, until the session is told of it.
  void keep_expunged(const mail::Mailbox& mailbox) { kept_ = {mailbox}; }
  /// One that is gone, as it was; null where it is not kept.
  [[nodiscard]] const mail::Entry* find_kept(Uid uid) const;

  /// The messages that a set names. Numbers beyond the last one: nothing, which is a BAD. UIDs that
  /// are not here are passed over (RFC 3501 §6.4.8).
  [[nodiscard]] std::optional<Places> places_of(const MessageSet& set) const;

  /// What `$` stands for from here on (RFC 5182). What goes from the mailbox goes from it.
  void save(std::vector<Uid> found) { saved_ = std::move(found); }
  /// Those of it that have a place here.
  [[nodiscard]] std::vector<Uid> saved() const;
  [[nodiscard]] std::optional<std::size_t> place_of(Uid uid) const;
  /// Of the messages from a UID on.
  [[nodiscard]] Places places_from(Uid first) const;

  // ---- flags ----

  /// As this session sees them: with `\Recent` and with what it set for itself only.
  [[nodiscard]] FlagSet flags_of(std::size_t place, const mail::Entry& entry) const {
    return flags_seen(entry, seats()[place].recent);
  }
  /// The same of any message of the mailbox, had the session been told of it. Of those that it has
  /// not been told of, the ones from `first_recent` on are recent to it.
  [[nodiscard]] FlagSet flags_when_told(const mail::Entry& entry, Uid first_recent) const;
  /// FLAGS of the message, as they are now, are being sent.
  void told_flags(std::size_t place, const mail::Entry& entry) {
    seats_.write()[place].told = entry.mod_seq;
  }
  /// Whether the session knows of the last change of the message's flags.
  [[nodiscard]] bool knows_flags(std::size_t place, const mail::Entry& entry) const {
    return seats()[place].told == entry.mod_seq;
  }
  /// STORE, for the flags that the mailbox does not keep. Whether anything changed.
  bool store_session_flags(Uid uid, StoreMode mode, const FlagSet& flags);
  /// What `* FLAGS` lists to this session.
  [[nodiscard]] FlagSet listed_flags(const mail::Mailbox& mailbox) const;

  // ---- updates ----

  /// `* FLAGS` and `[PERMANENTFLAGS]`, where a keyword is new to the session. Must come before any
  /// FETCH that may show it.
  void announce_keywords(const mail::Mailbox& mailbox, std::string& output);
  /// The mailbox has changed since the last `tell_changes`; perhaps some of it may not be told yet.
  [[nodiscard]] bool is_behind(const mail::Mailbox& mailbox) const;
  /// Tells what may be told now: keywords, EXPUNGE, EXISTS and RECENT, FETCH (FLAGS …), in this
  /// order. Of new messages those from `first_recent` on are recent to this session.
  void tell_changes(const mail::Mailbox& mailbox, Uid first_recent, Telling telling,
                    std::string& output);

 private:
  struct Seat {
    Uid uid;
    bool recent = false;
    mail::ModSeq told = 0;  // of the flags that the session knows, or will ask for anew
  };

  [[nodiscard]] const std::vector<Seat>& seats() const { return seats_.read(); }
  /// Of the first message whose UID is not below that; as many as there are: none.
  [[nodiscard]] std::size_t first_place_from(Uid uid) const;
  [[nodiscard]] FlagSet flags_seen(const mail::Entry& entry, bool recent) const;
  void take_seats(const mail::Mailbox& mailbox, Uid first_recent);
  void tell_expunged(const mail::Mailbox& mailbox, bool vanished, std::string& output);
  /// Whether there were any.
  bool tell_new(const mail::Mailbox& mailbox, Uid first_recent, std::string& output);
  void tell_size(const mail::Mailbox& mailbox, Uid first_recent, std::string& output);
  void tell_removals(const mail::Mailbox& mailbox, Telling telling, std::string& output);
  void tell_flags(const mail::Mailbox& mailbox, Telling telling, std::string& output);
  void keep_again(const mail::Mailbox& mailbox);

  mail::MailboxId id_;
  bool read_only_ = false;
  mail::Rights rights_ = mail::Rights::all();
  CopyOnWrite<std::vector<Seat>> seats_;  // a copy of the world shares them
  std::map<Uid, FlagSet> session_flags_;  // of messages that have any
  std::uint32_t recent_count_ = 0;
  std::uint32_t told_recent_ = 0;
  std::size_t told_keywords_ = 0;    // how many flags `* FLAGS` listed; they never get fewer
  FlagSet session_keywords_;         // listed for this session only
  std::vector<Uid> saved_;           // what `$` stands for, ascending
  Uid uid_next_{1};                  // messages from here on are news
  mail::ModSeq seen_changes_ = 0;    // up to which flags and new messages are told
  mail::ModSeq seen_removals_ = 0;   // up to which EXPUNGE is told
  std::vector<mail::Mailbox> kept_;  // as it was told of; they share their messages
};

}  // namespace imapscope::server
