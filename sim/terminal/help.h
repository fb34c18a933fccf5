// Help: how a program is called, and what each of its arguments, options and subcommands does. Two
// columns, which Russian keeps as well as English. Private to sim/terminal.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "sim/words/words.h"

namespace imapscope::terminal {

class Help : public CLI::FormatterBase {
 public:
  explicit Help(words::Words words) : words_(std::move(words)) {}

  [[nodiscard]] std::string make_help(const CLI::App* app, std::string program,
                                      CLI::AppFormatMode mode) const override;

 private:
  [[nodiscard]] std::string usage(const CLI::App& app, const std::string& program) const;
  [[nodiscard]] std::string arguments(const CLI::App& app) const;
  [[nodiscard]] std::string options(const CLI::App& app) const;
  [[nodiscard]] std::string subcommands(const CLI::App& app) const;
  [[nodiscard]] std::string name_of(const CLI::Option& option) const;
  [[nodiscard]] std::string about(const CLI::Option& option) const;

  words::Words words_;
};

/// What stands for a value: FILE, `ФАЙЛ`.
[[nodiscard]] std::string placeholder(const words::Words& words, const std::string& name);

}  // namespace imapscope::terminal
