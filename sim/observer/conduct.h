// Conduct: the server's side of one connection, in the server's own order. Commands arrive when
// they land, responses are judged when they are sent: which command caused them, and whether they
// keep the rules. An EXPUNGE that crosses a FETCH on the way is lawful here, as it is in truth.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/imap/command.h"
#include "sim/imap/response.h"
#include "sim/observer/line.h"
#include "sim/observer/open_commands.h"
#include "sim/observer/reading.h"

namespace imapscope::observer {

/// A command that has arrived and is not completed.
struct InProgress {
  PendingCommand pending;
  std::shared_ptr<const Command> command;  ///< null: not read, or its literals are still to come
  bool whole = false;                      ///< nothing of it is still to come
  bool in_pieces = false;                  ///< it has literals that wait for `+`
  bool answered = false;                   ///< data that it asks for have been sent
  std::uint32_t continuations = 0;         ///< how many `+` it has been given
};

[[nodiscard]] Roles roles_of(const InProgress& command);
[[nodiscard]] bool opens_mailbox(const InProgress& command);  ///< SELECT or EXAMINE

/// Which data of a SELECT or EXAMINE have been sent.
struct OpeningData {
  bool flags = false;
  bool exists = false;
  bool recent = false;
  bool permanent_flags = false;
  bool uid_next = false;
  bool uid_validity = false;
};

class Conduct {
 public:
  /// Octets of the connection were missed, or only the server knows which of them are commands: it
  /// may have been asked what nobody saw.
  void missed() { incomplete_ = true; }
  /// The connection was seen being made.
  void opened() { incomplete_ = false; }

  /// The command, or its beginning, has arrived.
  void arrives(const Line& line, std::shared_ptr<const Command> command, bool begins);
  /// A response is sent: sets the line's cause and reports what is wrong with it. Gives the command
  /// that it completes. `in_doubt`: it may be the torso of a line, or no line at all.
  std::optional<LineId> sent(Line& line, const Reading& reading, bool in_doubt);

  /// Whether a command with this tag has arrived and is not completed.
  [[nodiscard]] bool has(const std::string& tag) const { return in_progress_.find(tag) != nullptr; }
  /// Whether it is one that the client should have gone on with: IDLE, AUTHENTICATE.
  [[nodiscard]] bool is_dialogue(const std::string& tag) const;
  /// How many `+` the command of this line has been given.
  [[nodiscard]] std::uint32_t continuations_of(LineId command) const;

  /// Whether all that the server announced is known here: then what cannot be read is wrong.
  [[nodiscard]] bool speaks_known_extensions_only() const;

 private:
  // conduct.cpp
  void find_cause(Line& line, const Response& response);
  [[nodiscard]] LineId asked_to_go_on() const;
  std::optional<LineId> complete(Line& line, const Tagged& tagged);
  void follow_completion(const InProgress& command, const StatusResponse& status);
  void follow(const UntaggedData& data);
  void follow_code(const StatusResponse& status);
  OpeningData* opening();

  // server_rules.cpp
  void judge_reading(Line& line, const Reading& reading, bool in_doubt) const;
  void judge_order(Line& line) const;
  void judge_untagged(Line& line, const UntaggedData& data) const;
  void judge_expunge(Line& line, const ExpungeData& data) const;
  void judge_exists(Line& line, const Exists& data) const;
  void judge_fetch(Line& line, const FetchData& data) const;
  void judge_place(Line& line, std::string_view rfc) const;
  void judge_continuation(Line& line) const;
  void judge_stray_completion(Line& line) const;
  void judge_completion(Line& line, const InProgress& command) const;
  void judge_opening(Line& line) const;

  OpenCommands<InProgress> in_progress_;
  std::optional<LineId> last_begun_;   // the newest command that came in pieces
  std::deque<std::string> completed_;  // the newest tags
  bool incomplete_ = true;
  bool spoke_ = false;
  bool said_bye_ = false;
  std::optional<State> state_;
  std::optional<std::uint32_t> exists_;
  std::optional<FlagSet> announced_;  // by FLAGS
  std::optional<OpeningData> opening_;
  std::vector<std::string> capabilities_;  // all that were ever announced
};

/// Whether a command of that kind is answered by such data: FETCH data by FETCH, and so on.
[[nodiscard]] bool asks_for(const Command& command, const UntaggedData& data);

void report(Line& line, Fault fault, std::string message, std::string_view rfc,
            std::uint64_t offset = 0);
void remark(Line& line, Finding::Kind kind, std::string message, std::string_view rfc,
            std::uint64_t offset = 0);

}  // namespace imapscope::observer
