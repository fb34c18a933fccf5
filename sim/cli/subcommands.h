// The subcommands of imapsim: each adds itself to the command line, in a file of its own name.
#pragma once

#include <string>

#include "sim/words/words.h"

namespace CLI {
class App;
}

namespace imapscope::cli {

/// What a subcommand leaves behind for the shell.
enum ExitCode : int {
  fine = 0,
  fault = 1,  ///< the input cannot be used, or does not hold what it promises
  usage = 2,  ///< the command line cannot be understood
};

/// What the subcommands share; it lives as long as the command line.
struct Tool {
  CLI::App& app;
  words::Words words;  ///< in the language asked for, else in that of the system
  int exit_code = fine;
};

/// Adds a subcommand that prints a table; what it is stands under the key `about`.
void add_table(Tool& tool, const std::string& name, const std::string& about,
               int (*print)(const words::Words&));

/// Each adds one subcommand, which sets `exit_code` when it has run.
void add_play(Tool& tool);
void add_check(Tool& tool);
void add_texts(Tool& tool);
void add_trace(Tool& tool);
void add_commands(Tool& tool);
void add_responses(Tool& tool);
void add_codes(Tool& tool);
void add_capabilities(Tool& tool);
void add_profiles(Tool& tool);
void add_faults(Tool& tool);
void add_rules(Tool& tool);
void add_serve(Tool& tool);  ///< only where there are sockets

/// The whole tool.
int run(int argc, const char* const* argv);

}  // namespace imapscope::cli
