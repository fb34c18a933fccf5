#include <CLI/CLI.hpp>

#include "sim/cli/subcommands.h"
#include "sim/terminal/command_line.h"

namespace imapscope::cli {

void add_table(Tool& tool, const std::string& name, const std::string& about,
               int (*print)(const words::Words&)) {
  CLI::App* command = tool.app.add_subcommand(name, tool.words(about));
  terminal::add_language(*command, tool.words);
  command->callback([print, &tool] { tool.exit_code = print(tool.words); });
}

}  // namespace imapscope::cli
