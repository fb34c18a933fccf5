#include <CLI/CLI.hpp>
#include <iostream>

#include "sim/base/version.h"
#include "sim/cli/subcommands.h"

namespace imapscope::cli {
namespace {

int complain(const CLI::App& app, const CLI::ParseError& error) {
  const bool is_unknown_word = app.get_subcommands().empty() && app.remaining_size() > 0;
  if (error.get_exit_code() == 0 || !is_unknown_word) {
    return app.exit(error) == 0 ? fine : usage;  // also prints the help that was asked for
  }
  std::cerr << "There is no subcommand " << app.remaining().front()
            << ".\nRun with --help for more information.\n";
  return usage;
}

}  // namespace

int run(int argc, const char* const* argv) {
  CLI::App app(
      "Simulates IMAP without a window: plays and checks lessons, shows and converts traces.",
      "imapsim");
  app.set_version_flag("--version", "imapsim " + std::string(version));
  app.require_subcommand(1);
  int exit_code = fine;
  add_play(app, exit_code);
  add_check(app, exit_code);
  add_texts(app, exit_code);
  add_trace(app, exit_code);
  add_commands(app, exit_code);
  add_responses(app, exit_code);
  add_codes(app, exit_code);
  add_capabilities(app, exit_code);
  add_rules(app, exit_code);
#if IMAPSCOPE_HAS_NET
  add_serve(app, exit_code);
#endif
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    exit_code = complain(app, error);  // help that was asked for is among them
  }
  if (!std::cout.flush()) {
    std::cerr << "The output cannot be written.\n";
    return fault;
  }
  return exit_code;
}

}  // namespace imapscope::cli
