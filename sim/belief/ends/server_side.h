// ServerSide: the server's end of one connection, as a bystander knows it, in the server's own
// order. Commands arrive when they land; responses are attributed when they are sent: which command
// caused them, which one they complete. An EXPUNGE that crosses a FETCH on the way comes first
// here, as it does in truth.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/belief/commands_in_progress.h"
#include "sim/belief/line.h"
#include "sim/belief/reading.h"
#include "sim/imap/command.h"
#include "sim/imap/response.h"

namespace imapscope::observer {

/// A command that has arrived and is not completed.
struct InProgressAtServer {
  CommandInProgress facts;
  std::shared_ptr<const Command> command;  ///< null: not read, or its literals are still to come
  bool whole = false;                      ///< nothing of it is still to come
  bool in_pieces = false;                  ///< it has literals that wait for `+`
  bool answered = false;                   ///< data that it asks for have been sent
  bool esearched = false;                  ///< ESEARCH was among them
  Instant arrived{};                       ///< its last octet
  std::uint32_t continuations = 0;         ///< how many `+` it has been given
};

[[nodiscard]] Roles roles_of(const InProgressAtServer& command);
[[nodiscard]] bool opens_mailbox(const InProgressAtServer& command);  ///< SELECT or EXAMINE

/// Which data of a SELECT or EXAMINE have been sent.
struct OpeningData {
  bool leaves = false;  ///< another mailbox was open
  bool closed = false;
  bool flags = false;
  bool exists = false;
  bool recent = false;
  bool list = false;
  bool permanent_flags = false;
  bool uid_next = false;
  bool uid_validity = false;
};

/// A response is taken in three steps: `attribute` before it is judged, `follow` after.
class ServerSide {
 public:
  /// Octets of the connection were missed, or only the server knows which of them are commands: it
  /// may have been asked what nobody saw.
  void missed();
  /// The same for what the server said: what is in progress may have been completed.
  void missed_answers();
  /// TLS begins: what was sent behind STARTTLS was thrown away.
  void secured();
  /// The connection was seen being made.
  void opened() { incomplete_ = false; }

  /// The command, or its beginning, has arrived; or a line that is none.
  void arrives(const Line& line, std::shared_ptr<const Command> command, bool begins);
  /// A response is sent: sets the line's `command`, the one that caused it or that it completes.
  void attribute(Line& line, const Response& response);
  /// The same for one that cannot be read: it may be the data that were asked for.
  void attribute_unread(Line& line);
  /// What it changes. Gives the command that it completes.
  std::optional<LineId> follow(Line& line, const Response& response);

  [[nodiscard]] const CommandsInProgress<InProgressAtServer>& in_progress() const {
    return in_progress_;
  }
  /// Whether a command with this tag has arrived and is not completed.
  [[nodiscard]] bool has(const std::string& tag) const { return in_progress_.find(tag) != nullptr; }
  /// The connection ends: what is open stays open.
  void closes();
  /// A `* BAD` that left its command open for good, as has just shown; given once.
  [[nodiscard]] std::optional<LineId> take_bad_without_tag();
  /// Whether one with this tag was completed not long ago.
  [[nodiscard]] bool has_completed(const std::string& tag) const;
  /// Whether it is one that the client should have gone on with: IDLE, AUTHENTICATE.
  [[nodiscard]] bool is_dialogue(const std::string& tag) const;
  /// How many `+` the command of this line has been given.
  [[nodiscard]] std::uint32_t continuations_of(LineId command) const;

  [[nodiscard]] bool incomplete() const { return incomplete_; }
  [[nodiscard]] bool spoke() const { return spoke_; }
  [[nodiscard]] bool said_bye() const { return said_bye_; }
  [[nodiscard]] const std::optional<State>& state() const { return state_; }
  [[nodiscard]] const std::optional<std::uint32_t>& exists() const { return exists_; }
  /// By FLAGS.
  [[nodiscard]] const std::optional<FlagSet>& announced() const { return announced_; }
  /// Of the SELECT that is the oldest command in progress.
  [[nodiscard]] const std::optional<OpeningData>& opening() const { return opening_; }
  /// RFC 5465 §5.3: the client has asked to be told of EXPUNGE at once, whatever it does.
  /// NOTIFY asked for what happens elsewhere, too (RFC 5465 §3.1).
  [[nodiscard]] bool tells_events() const { return tells_events_; }
  [[nodiscard]] bool expunges_at_any_time() const { return expunges_at_any_time_; }
  /// UIDVALIDITY of a mailbox, as it was told last; nothing: never, or since then the client has
  /// made, removed or renamed mailboxes.
  [[nodiscard]] std::optional<UidValidity> validity_of(const MailboxName& name) const;
  /// Of the open mailbox.
  [[nodiscard]] const std::optional<UidValidity>& validity() const { return validity_; }
  /// The mailbox that is being opened, where a SELECT is the oldest command in progress.
  [[nodiscard]] const MailboxName* opens() const;
  /// How often the same line came in a row, just now and within a short while.
  [[nodiscard]] std::uint32_t repetitions() const { return repeated_.times; }
  /// What UIDNEXT was when this message was there already; nothing where that is unknown.
  [[nodiscard]] std::optional<Uid> uid_next_of(SeqNum number) const;
  /// By ENABLED.
  [[nodiscard]] const std::vector<std::string>& enabled() const { return enabled_; }
  /// All that were ever announced.
  [[nodiscard]] const std::vector<std::string>& capabilities() const { return capabilities_; }
  /// Whether all that the server announced is known here: then what cannot be read is wrong.
  [[nodiscard]] bool speaks_known_extensions_only() const;
  /// Whether the server announced what is not spoken here.
  [[nodiscard]] bool speaks_unknown_extensions() const;

 private:
  /// A line that had no tag: a server repeats its first word, or says BAD without a tag.
  struct Tagless {
    std::string word;
    LineId line;
  };
  /// `* BAD` came while just one command was in progress.
  struct UntaggedBad {
    LineId bad;
    LineId command;
    bool left_open = false;
  };

  /// A line that comes again and again.
  struct Repeated {
    std::string bytes;
    Instant since;
    std::uint32_t times = 0;
  };

  void count_repetition(const Line& line, const UntaggedData& data);
  void follow_validity(const MailboxName& name, UidValidity validity);
  void follow_closed();
  void find_tagless(Line& line, const UntaggedData& data) const;
  std::optional<LineId> answer_tagless(LineId answered);
  void note_untagged_bad(const Line& line);
  void find_cause(Line& line, const UntaggedData& data);
  [[nodiscard]] LineId asked_to_go_on() const;
  std::optional<LineId> complete(Line& line, const Tagged& tagged);
  void follow_completion(const InProgressAtServer& command, const StatusResponse& status);
  void follow_data(const UntaggedData& data);
  void follow_code(const StatusResponse& status);
  void follow_exists(std::uint32_t count);
  void follow_expunge(SeqNum number);
  void forget_mailbox();
  OpeningData* begin_opening();

  CommandsInProgress<InProgressAtServer> in_progress_;
  std::optional<LineId> last_begun_;   // the newest command that came in pieces
  std::deque<std::string> completed_;  // the newest tags
  std::deque<Tagless> tagless_;        // the newest ones, not answered
  std::optional<UntaggedBad> untagged_bad_;
  std::optional<LineId> in_doubt_until_;  // up to this one, commands may be completed
  bool incomplete_ = true;
  bool spoke_ = false;
  bool said_bye_ = false;
  std::optional<State> state_;
  std::optional<std::uint32_t> exists_;
  std::optional<FlagSet> announced_;
  std::optional<OpeningData> opening_;
  std::vector<std::string> capabilities_;
  std::vector<std::string> enabled_;
  bool tells_events_ = false;
  bool expunges_at_any_time_ = false;
  std::map<MailboxName, UidValidity> validities_;
  std::optional<UidValidity> validity_;  // of the open mailbox
  Repeated repeated_;
  std::optional<Uid> uid_next_;     // of the mailbox that was opened, as told then
  std::uint32_t old_messages_ = 0;  // how many of those that it held then are left
};

}  // namespace imapscope::observer
