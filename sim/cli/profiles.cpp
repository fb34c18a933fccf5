#include "sim/server/temper/profiles.h"

#include <iostream>

#include "sim/cli/subcommands.h"
#include "sim/cli/table.h"
#include "sim/server/temper/temper.h"
#include "sim/words/words.h"

namespace imapscope::cli {
namespace {

void add(std::string& names, const std::string& name) {
  names += (names.empty() ? "" : ", ") + name;
}

Cells cells_of(const server::Profile& profile, const words::Words& words) {
  std::string extensions;
  for (const std::string_view name : profile.extensions) add(extensions, std::string(name));
  std::string choices;
  for (const server::ProfileChoice& each : profile.choices) {
    add(choices, std::string(each.key) + "=" + std::string(each.value));
  }
  return {std::string(profile.id), words("profiles.name." + std::string(profile.id)), extensions,
          choices};
}

void add_choice(std::vector<Cells>& table, const server::Choice& choice,
                const words::Words& words) {
  const std::size_t usual = choice.get(server::Temper{});
  for (std::size_t i = 0; i < choice.values.size(); ++i) {
    const std::string written = std::string(choice.key) + "=" + std::string(choice.values[i]);
    const std::string key =
        "profiles.choice." + std::string(choice.key) + "." + std::string(choice.values[i]);
    table.push_back(
        {written, i == usual ? words("profiles.yes") : "", std::string(choice.rfc), words(key)});
  }
}

int print_profiles(const words::Words& words) {
  std::vector<Cells> table{{words("profiles.column.profile"), words("profiles.column.meaning"),
                            words("profiles.column.extensions"), words("profiles.column.choices")}};
  for (const server::Profile& each : server::profiles()) table.push_back(cells_of(each, words));
  std::vector<Cells> choices{{words("profiles.column.choice"), words("profiles.column.by_itself"),
                              "RFC", words("profiles.column.meaning")}};
  for (const server::Choice& each : server::choices()) add_choice(choices, each, words);
  const Style style = Style::of_output();
  std::cout << table_text(table, style) << "\n"
            << words("profiles.about_choices") << "\n\n"
            << table_text(choices, style);
  return fine;
}

}  // namespace

void add_profiles(Tool& tool) {
  add_table(tool, "profiles", "help.profiles", print_profiles);
}

}  // namespace imapscope::cli
