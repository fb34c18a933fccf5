#include "sim/terminal/help.h"

#include "sim/terminal/columns.h"

namespace imapscope::terminal {
namespace {

constexpr std::size_t left_column = 28;
constexpr std::size_t whole_width = 98;

/// One that is too long for the left column has a line of its own.
std::string row(const std::string& left, const std::string& right) {
  const std::string indent(left_column, ' ');
  const std::string text = wrapped(right, whole_width - left_column, indent);
  const bool fits = columns(left) + 4 <= left_column;
  return fits ? padded("  " + left, left_column) + text.substr(std::min(text.size(), left_column))
              : "  " + left + "\n" + text;
}

/// Nothing where there are no rows.
std::string group(const std::string& heading, const std::string& rows) {
  return rows.empty() ? "" : "\n" + heading + "\n" + rows;
}

std::vector<const CLI::Option*> options_of(const CLI::App& app, bool are_arguments) {
  return app.get_options([are_arguments](const CLI::Option* option) {
    return option->get_positional() == are_arguments && !option->get_group().empty();
  });
}

std::vector<const CLI::App*> subcommands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

}  // namespace

std::string placeholder(const words::Words& words, const std::string& name) {
  return words.name("terminal.placeholder.", name);
}

std::string Help::make_help(const CLI::App* app, std::string program, CLI::AppFormatMode) const {
  const std::string what = wrapped(app->get_description(), whole_width, "");
  return what + "\n" + usage(*app, program) + "\n" + arguments(*app) + options(*app) +
         subcommands(*app);
}

std::string Help::usage(const CLI::App& app, const std::string& program) const {
  std::string line = program + " [" + placeholder(words_, "OPTIONS") + "]";
  for (const CLI::Option* each : options_of(app, true)) {
    const std::string name = name_of(*each);
    line += each->get_required() ? " " + name : " [" + name + "]";
  }
  if (!subcommands_of(app).empty()) line += " " + placeholder(words_, "SUBCOMMAND");
  return words_("terminal.usage", {{"line", line}});
}

std::string Help::arguments(const CLI::App& app) const {
  std::string rows;
  for (const CLI::Option* each : options_of(app, true)) rows += row(name_of(*each), about(*each));
  return group(words_("terminal.heading.arguments"), rows);
}

std::string Help::options(const CLI::App& app) const {
  std::string rows;
  for (const CLI::Option* each : options_of(app, false)) rows += row(name_of(*each), about(*each));
  return group(words_("terminal.heading.options"), rows);
}

std::string Help::subcommands(const CLI::App& app) const {
  std::string rows;
  for (const CLI::App* each : subcommands_of(app)) {
    rows += row(each->get_name(), each->get_description());
  }
  return group(words_("terminal.heading.subcommands"), rows);
}

std::string Help::name_of(const CLI::Option& option) const {
  if (option.get_positional()) return placeholder(words_, option.get_name(true));
  const bool has_value = option.get_type_size() != 0;
  const std::string value = has_value ? placeholder(words_, option.get_type_name()) : "";
  return option.get_name(false, true) + (value.empty() ? "" : " " + value);
}

std::string Help::about(const CLI::Option& option) const {
  const std::string& what = option.get_description();
  const std::string otherwise = option.get_default_str();
  return otherwise.empty() ? what
                           : words_("terminal.default", {{"what", what}, {"value", otherwise}});
}

}  // namespace imapscope::terminal
