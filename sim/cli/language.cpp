#include <CLI/CLI.hpp>

#include "sim/cli/subcommands.h"
#include "sim/words/words.h"

namespace imapscope::cli {

void add_language(CLI::App* command, std::string& language) {
  command->add_option("--lang", language, "The language in which it is said")
      ->check(CLI::IsMember(words::languages()))
      ->capture_default_str();
}

}  // namespace imapscope::cli
