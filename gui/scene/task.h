// Task: what the learner is to do at the play head, and how far it has come, as plain values.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/explain/explain.h"

namespace imapscope::gui {

/// A line of the checklist.
struct TaskPart {
  explain::RichText words;
  bool holds = false;  ///< at the play head
};

struct Task {
  explain::RichText title;
  explain::RichText text;
  std::vector<std::string> clients;  ///< as whom the learner types
  std::vector<TaskPart> parts;       ///< all of them but the number of commands
  std::size_t commands = 0;          ///< sent up to the play head
  std::optional<std::size_t> most;   ///< with more of them it cannot be solved any more
  std::size_t par = 1;
  std::vector<explain::RichText> hints;  ///< those that were asked for
  std::size_t more_hints = 0;            ///< how many ShowHint can still bring
  std::size_t tries = 1;
  bool solved = false;  ///< at the play head: all parts hold, with not too many commands
  std::optional<std::size_t>
      fewest;          ///< commands of the best try that solved it; nothing: none did
  bool open = false;   ///< the lesson has not gone on: ResetTask and LeaveTask work
  bool nudge = false;  ///< a key was pressed that has to wait for the task
};

}  // namespace imapscope::gui
