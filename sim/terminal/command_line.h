// A command line in the reader's words: its help, and what is wrong with what was typed. CLI11
// reads it; both programs share what stands here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/words/words.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace imapscope::terminal {

/// What stands behind --lang where we speak it, else the system's language. It is looked for before
/// the command line is read, since help and faults are said in it.
[[nodiscard]] std::string language_of(int argc, const char* const* argv);

/// `app`, and the subcommands that are added to it later, answer in these words: to --help, to
/// --version and to what they cannot understand.
void speak(CLI::App& app, const words::Words& words);

/// Adds --lang, which `language_of` has read.
void add_language(CLI::App& app, const words::Words& words);

/// A value that is one of `choices`.
void takes_one_of(CLI::Option* option, const std::vector<std::string>& choices,
                  const words::Words& words);
/// A value that is a number within these bounds.
void takes_number(CLI::Option* option, std::string_view least, std::string_view most,
                  const words::Words& words);

/// What came of reading a command line.
enum class Read {
  understood,
  answered,  ///< with help, or the version
  refused,   ///< with a sentence
};
[[nodiscard]] Read read(CLI::App& app, int argc, const char* const* argv);

}  // namespace imapscope::terminal
