// Writing a lesson: a session that somebody made by hand becomes a script to go on from.
#pragma once

#include <string>

#include "sim/base/result.h"
#include "sim/base/said.h"
#include "sim/lesson/text.h"
#include "sim/world/history.h"

namespace imapscope::lesson {

/// What an author changes first.
struct Skeleton {
  int number = 900;  ///< of the lesson, up to 999
  Text title;        ///< by language; empty for one that fits any session
};

/// A lesson file that plays the inputs of `history` and expects the completions that came: `check`
/// takes it, and an author puts the words in, for which there are some in every language. The
/// accounts stand in it as they were before the first input, messages and all, so that it needs no
/// other file. So do the passwords of these simulated accounts: without them it could not be
/// played. An error where a command holds octets that are no UTF-8, which JSON cannot carry.
[[nodiscard]] Result<std::string, Said> write_skeleton(const world::History& history,
                                                       const Skeleton& skeleton);

}  // namespace imapscope::lesson
