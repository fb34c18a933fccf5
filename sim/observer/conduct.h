// Conduct: the server's side of one connection, in the server's own order. Commands arrive when
// they land, responses are judged when they are sent: which command caused them, and whether they
// keep the rules. An EXPUNGE that crosses a FETCH on the way is lawful here, as it is in truth.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/imap/command.h"
#include "sim/imap/response.h"
#include "sim/observer/line.h"
#include "sim/observer/reading.h"

namespace imapscope::observer {

/// A command that has arrived and is not completed.
struct InProgress {
  LineId line;
  std::string tag;
  std::string verb;
  std::shared_ptr<const Command> command;  ///< null: not read, or its literals are still to come
  bool whole = false;                      ///< nothing of it is still to come
  std::uint32_t continuations = 0;         ///< how many `+` it has been given
};

class Conduct {
 public:
  /// The command, or its beginning, has arrived.
  void arrives(const Line& line, std::shared_ptr<const Command> command, bool begins);
  /// A response is sent: sets the line's cause and reports what is wrong with it. Gives the command
  /// that it completes.
  std::optional<LineId> sent(Line& line, const Reading& reading);

 private:
  [[nodiscard]] const InProgress* cause_of(const Response& response) const;

  std::vector<InProgress> in_progress_;
  std::optional<LineId> last_begun_;  // the newest command that came in pieces
};

/// Whether a command of that kind is answered by such data: FETCH data by FETCH, and so on.
[[nodiscard]] bool asks_for(const Command& command, const UntaggedData& data);

}  // namespace imapscope::observer
