#include "sim/terminal/fault.h"

#include <algorithm>
#include <string>
#include <vector>

namespace imapscope::terminal {
namespace {

/// The subcommand that was being read.
const CLI::App& innermost(const CLI::App& app) {
  const std::vector<CLI::App*> read = app.get_subcommands();
  return read.empty() ? app : innermost(*read.front());
}

Argument named(std::string_view name, const CLI::Option& option) {
  return {name, option.get_positional() ? Said("terminal.placeholder." + option.get_name(true))
                                        : Said(option.get_name())};
}

/// Null where nothing that is required is missing.
const CLI::Option* missing(const CLI::App& app) {
  const auto found = app.get_options(
      [](const CLI::Option* option) { return option->get_required() && option->count() == 0; });
  return found.empty() ? nullptr : found.front();
}

/// Two options of which one should not stand here without the other, or with it.
template <class Others>
Said clash(const CLI::App& app, const std::string& key, bool given, Others others_of) {
  for (const CLI::Option* option : app.get_options([](const CLI::Option*) { return true; })) {
    if (option->count() == 0) continue;
    for (const CLI::Option* other : others_of(*option)) {
      if ((other->count() > 0) == given)
        return {key, {named("option", *option), named("other", *other)}};
    }
  }
  return Said("terminal.fault.unclear");
}

/// The first word of CLI11's sentence is the option that it is about.
Said about_value(const CLI::Error& error) {
  const std::string sentence = error.what();
  const std::string option = sentence.substr(0, sentence.find_first_of(": "));
  if (!option.starts_with('-')) return Said("terminal.fault.unclear");
  return {"terminal.fault.value", {{"option", option}}};
}

/// A word that stands where none is wanted, or no such one.
Said unexpected(const CLI::App& app, const std::string& word) {
  const bool wants_subcommand = app.get_require_subcommand_min() > 0 && !word.starts_with('-');
  return {wants_subcommand ? "terminal.fault.no_such_subcommand" : "terminal.fault.unexpected",
          {{"word", word}}};
}

}  // namespace

Said fault_of(const CLI::App& root, const CLI::Error& error) {
  const std::string kind = error.get_name();
  const CLI::App& app = innermost(root);
  if (kind == "ValidationError") return Said(error.what());  // in our words: takes_one_of
  if (kind == "ArgumentMismatch" || kind == "ConversionError") return about_value(error);
  if (kind == "RequiresError") {
    return clash(app, "terminal.fault.needs", false,
                 [](const auto& each) { return each.get_needs(); });
  }
  if (kind == "ExcludesError") {
    return clash(app, "terminal.fault.excludes", true,
                 [](const auto& each) { return each.get_excludes(); });
  }
  if (const std::vector<std::string> rest = root.remaining(true); !rest.empty()) {
    return unexpected(app, rest.front());
  }
  if (const CLI::Option* option = missing(app)) {
    return {"terminal.fault.missing", {named("what", *option)}};
  }
  return Said(kind == "RequiredError" ? "terminal.fault.no_subcommand" : "terminal.fault.unclear");
}

}  // namespace imapscope::terminal
