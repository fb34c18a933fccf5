#include <CLI/CLI.hpp>
#include <memory>

#include "sim/cli/subcommands.h"
#include "sim/disk/disk_files.h"
#include "sim/words/words.h"

namespace imapscope::cli {

void add_language(CLI::App* command, std::string& language) {
  command->add_option("--lang", language, "The language in which it is said")
      ->check(CLI::IsMember(words::languages()))
      ->capture_default_str();
}

void add_table(CLI::App& app, const char* name, const char* what, int& exit_code,
               int (*print)(const words::Words&)) {
  CLI::App* command = app.add_subcommand(name, what);
  const auto language =
      std::make_shared<std::string>(words::language_of_locale(disk::system_locale()));
  add_language(command, *language);
  command->callback([language, print, &exit_code] { exit_code = print(words::Words(*language)); });
}

}  // namespace imapscope::cli
