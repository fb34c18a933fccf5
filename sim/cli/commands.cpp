#include <CLI/CLI.hpp>
#include <iostream>

#include "sim/cli/subcommands.h"
#include "sim/cli/table.h"
#include "sim/imap/command.h"

namespace imapscope::cli {
namespace {

std::string legal_in(const States& states) {
  constexpr std::pair<State, std::string_view> letters[] = {
      {State::not_authenticated, "N"}, {State::authenticated, "A"}, {State::selected, "S"}};
  std::string text;
  for (const auto& [state, letter] : letters) {
    text += states.contains(state) ? letter : std::string_view("·");
  }
  return text;
}

std::string_view numbers_text(Numbers numbers) {
  switch (numbers) {
    case Numbers::none:
      return "";
    case Numbers::keep:
      return "keep";
    case Numbers::may_change:
      return "may change";
  }
  return "";
}

Cells cells_of(const CommandInfo& info) {
  return {std::string(info.verb),
          legal_in(info.legal_in),
          std::string(numbers_text(info.plain)),
          std::string(numbers_text(info.uid_form)),
          std::string(info.standard.rev1),
          std::string(info.standard.rev2),
          std::string(info.capability),
          std::string(info.purpose)};
}

int print_commands() {
  std::vector<Cells> table{{"command", "legal", "numbers", "UID form", "rev1: RFC", "rev2: RFC",
                            "capability", "purpose"}};
  for (const CommandInfo& info : command_table()) table.push_back(cells_of(info));
  std::cout << table_text(table, Style::of_output());
  std::cout << "\nlegal: in the states N (not authenticated), A (authenticated), S (selected).\n"
               "numbers: whether EXPUNGE may come while the command runs, and change what message "
               "numbers mean.\n";
  return fine;
}

}  // namespace

void add_commands(CLI::App& app, int& exit_code) {
  CLI::App* command =
      app.add_subcommand("commands",
                         "Prints the command table: every command, where it is legal, "
                         "and where the standard speaks of it.");
  command->callback([&exit_code] { exit_code = print_commands(); });
}

}  // namespace imapscope::cli
