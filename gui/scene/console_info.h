// What the console may do at the play head, and what is wanted of the client there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "gui/layout/arguments.h"
#include "sim/belief/belief.h"

namespace imapscope::gui {

/// The server has said `+`: the client is in the middle of a command.
struct Asked {
  enum class Kind { octets, sasl_response, done };
  Kind kind = Kind::octets;
  std::string tag;           ///< of the command
  std::string command;       ///< "a7 APPEND INBOX (\Seen) {11}"
  observer::LineId since;    ///< the `+`
  std::uint64_t octets = 0;  ///< of the literal
  std::string mechanism;     ///< of AUTHENTICATE: "PLAIN"
  std::string challenge;     ///< what the server asks, decoded; may be empty
};

/// How far a task's commands have come.
struct TaskCommands {
  std::size_t used = 0;
  std::optional<std::size_t> allowed;  ///< nothing: as many as one likes
  std::size_t par = 1;
};

struct ConsoleInfo {
  bool enabled = false;  ///< where not, only `why_not` is filled
  std::string why_not;   ///< "This is a capture: there is no server to answer."
  bool waits = false;    ///< `enabled` as soon as the server's `+` has come
  bool forks = false;    ///< sending makes a branch, since the play head is not at the end
  std::string next_tag;  ///< "b5"; empty where commands have no tags
  std::optional<Asked> asked;
  Known known;                       ///< to the client, for completing a line
  std::optional<TaskCommands> task;  ///< a task is open here
};

}  // namespace imapscope::gui
