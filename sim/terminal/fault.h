// What is wrong with a command line. CLI11 says it in English; here it is found out anew, from what
// the command line wants and what it got. Private to sim/terminal.
#pragma once

#include <CLI/CLI.hpp>

#include "sim/base/said.h"
#include "sim/words/words.h"

namespace imapscope::terminal {

[[nodiscard]] Said fault_of(const CLI::App& root, const CLI::Error& error);

}  // namespace imapscope::terminal
