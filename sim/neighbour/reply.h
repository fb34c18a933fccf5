// What a server of POP3 or SMTP answers: where an answer ends, and whether it is a good one.
#pragma once

#include <optional>
#include <string_view>

#include "sim/base/protocol.h"
#include "sim/imap/condition.h"
#include "sim/neighbour/command.h"

namespace imapscope::neighbour {

enum class Success {
  no,
  yes,
  go_ahead,  ///< yes so far: the client goes on
};

/// The status that a line tells: `+OK`, `-ERR`, `250-`, `354 `.
struct Status {
  Success success = Success::yes;
  bool goes_on = false;                 ///< a line of the same status follows: `250-SIZE`
  Condition condition = Condition::ok;  ///< the nearest of IMAP's
  std::string_view mark;                ///< `+OK`, `250`
  std::string_view text;                ///< behind it
};

/// What one of the protocols differs in from the other.
struct Dialect {
  Protocol protocol;
  Commands commands;
  /// Nothing where the line is no status.
  std::optional<Status> (*status_in)(std::string_view line);
};

/// A server's answer, line by line.
class Answering {
 public:
  enum class Line {
    status,   ///< it tells how the command went, or one of several that do
    item,     ///< of a list that it brings
    message,  ///< of the message that it brings
    unknown,  ///< a status was due, and this is none
  };
  struct Heard {
    Line line = Line::status;
    bool completes = false;  ///< the answer ends with it
    std::optional<Status> status;
  };

  /// `command`: that is being answered, in one line; null: the greeting, or nothing was asked.
  /// `goes_on`: it was given its go-ahead, and what followed is answered now.
  Heard hear(const Dialect& dialect, std::string_view line, const std::string_view* command,
             bool goes_on);

 private:
  std::optional<Line> brings_;  // lines, up to `.`
};

}  // namespace imapscope::neighbour
