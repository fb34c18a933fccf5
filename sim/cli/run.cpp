#include <CLI/CLI.hpp>

#include "sim/base/version.h"
#include "sim/cli/subcommands.h"

namespace imapscope::cli {

int run(int argc, const char* const* argv) {
  CLI::App app(
      "Simulates IMAP without a window: plays and checks lessons, shows and converts traces.",
      "imapsim");
  app.set_version_flag("--version", "imapsim " + std::string(version));
  app.require_subcommand(1);
  int exit_code = fine;
  add_play(app, exit_code);
  add_check(app, exit_code);
  add_trace(app, exit_code);
  add_commands(app, exit_code);
#if IMAPSCOPE_HAS_NET
  add_serve(app, exit_code);
#endif
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? fine : usage;  // also prints the help that was asked for
  }
  return exit_code;
}

}  // namespace imapscope::cli
