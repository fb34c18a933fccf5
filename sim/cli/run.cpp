#include <CLI/CLI.hpp>
#include <iostream>

#include "sim/cli/subcommands.h"
#include "sim/terminal/command_line.h"

namespace imapscope::cli {

int run(int argc, const char* const* argv) {
  const words::Words words(terminal::language_of(argc, argv));
  CLI::App app(words("help.imapsim"), "imapsim");
  terminal::speak(app, words);
  terminal::add_language(app, words);
  app.require_subcommand(1);
  Tool tool{app, words};
  add_play(tool);
  add_check(tool);
  add_texts(tool);
  add_trace(tool);
  add_commands(tool);
  add_responses(tool);
  add_codes(tool);
  add_capabilities(tool);
  add_profiles(tool);
  add_faults(tool);
  add_rules(tool);
#if IMAPSCOPE_HAS_NET
  add_serve(tool);
#endif
  if (terminal::read(app, argc, argv) == terminal::Read::refused) tool.exit_code = usage;
  if (!std::cout.flush()) {
    std::cerr << words("terminal.output_lost") << "\n";
    return fault;
  }
  return tool.exit_code;
}

}  // namespace imapscope::cli
