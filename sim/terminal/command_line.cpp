#include "sim/terminal/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>

#include "sim/base/version.h"
#include "sim/disk/disk_files.h"
#include "sim/terminal/fault.h"
#include "sim/terminal/help.h"

namespace imapscope::terminal {
namespace {

constexpr std::string_view language_option = "--lang";

std::string joined(const std::vector<std::string>& choices, std::string_view between) {
  std::string text;
  for (const std::string& each : choices) {
    if (!text.empty()) text += between;
    text += each;
  }
  return text;
}

bool is_one_of(const std::vector<std::string>& choices, std::string_view value) {
  return std::find(choices.begin(), choices.end(), value) != choices.end();
}

/// What stands behind --lang, with a blank or `=` between; empty where nothing does.
std::string_view asked_language(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    std::string_view word = argv[i];
    if (!word.starts_with(language_option)) continue;
    word.remove_prefix(language_option.size());
    if (word.empty()) return i + 1 < argc ? argv[i + 1] : "";
    if (word.front() == '=') return word.substr(1);
  }
  return {};
}

/// Nothing where anything else stands there.
std::optional<double> number_in(const std::string& text) {
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  return text.empty() || *end != '\0' ? std::nullopt : std::optional(number);
}

}  // namespace

std::string language_of(int argc, const char* const* argv) {
  const std::string_view asked = asked_language(argc, argv);
  return is_one_of(words::languages(), asked) ? std::string(asked)
                                              : words::language_of_locale(disk::system_locale());
}

void speak(CLI::App& app, const words::Words& words) {
  app.formatter(std::make_shared<Help>(words));
  app.failure_message([words](const CLI::App* root, const CLI::Error& error) {
    return words(fault_of(*root, error)) + "\n" + words("terminal.more") + "\n";
  });
  app.set_help_flag("-h,--help", words("terminal.option.help"));
  app.set_version_flag("--version", app.get_name() + " " + std::string(version),
                       words("terminal.option.version"));
}

void add_language(CLI::App& app, const words::Words& words) {
  CLI::Option* option = app.add_option_function<std::string>(
      std::string(language_option), [](const std::string&) {}, words("terminal.option.lang"));
  takes_one_of(option, words::languages(), words);
  option->default_str(words.language());
}

void takes_one_of(CLI::Option* option, const std::vector<std::string>& choices,
                  const words::Words& words) {
  option->type_name(joined(choices, "|"));
  const auto fault = [choices, words](const std::string& value) {
    if (is_one_of(choices, value)) return std::string();
    return words("terminal.fault.no_choice",
                 {{"value", value}, {"choices", joined(choices, ", ")}});
  };
  option->check(fault);
}

void takes_number(CLI::Option* option, std::string_view least, std::string_view most,
                  const words::Words& words) {
  option->type_name("NUMBER");
  const std::string from(least);
  const std::string to(most);
  option->check([=](const std::string& value) {
    const auto number = number_in(value);
    if (number && *number >= number_in(from) && *number <= number_in(to)) return std::string();
    return words("terminal.fault.no_number", {{"value", value}, {"least", from}, {"most", to}});
  });
}

Read read(CLI::App& app, int argc, const char* const* argv) {
  try {
    app.parse(argc, argv);
    return Read::understood;
  } catch (const CLI::ParseError& error) {
    // It prints help that was asked for, too.
    return app.exit(error) == 0 ? Read::answered : Read::refused;
  }
}

}  // namespace imapscope::terminal
