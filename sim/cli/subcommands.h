// The subcommands of imapsim: each adds itself to the command line, in a file of its own name.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace imapscope::words {
class Words;
}

namespace imapscope::cli {

/// What a subcommand leaves behind for the shell.
enum ExitCode : int {
  fine = 0,
  fault = 1,  ///< the input cannot be used, or does not hold what it promises
  usage = 2,  ///< the command line cannot be understood
};

/// Adds --lang, which sets `language`; it lives as long as the command.
void add_language(CLI::App* command, std::string& language);

/// Adds a subcommand that prints a table in the language asked for, or that of the system.
void add_table(CLI::App& app, const char* name, const char* what, int& exit_code,
               int (*print)(const words::Words&));

/// Each adds one subcommand, which sets `exit_code` when it has run.
void add_play(CLI::App& app, int& exit_code);
void add_check(CLI::App& app, int& exit_code);
void add_texts(CLI::App& app, int& exit_code);
void add_trace(CLI::App& app, int& exit_code);
void add_commands(CLI::App& app, int& exit_code);
void add_responses(CLI::App& app, int& exit_code);
void add_codes(CLI::App& app, int& exit_code);
void add_capabilities(CLI::App& app, int& exit_code);
void add_rules(CLI::App& app, int& exit_code);
void add_serve(CLI::App& app, int& exit_code);  ///< only where there are sockets

/// The whole tool.
int run(int argc, const char* const* argv);

}  // namespace imapscope::cli
