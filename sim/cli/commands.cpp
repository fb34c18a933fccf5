#include <iostream>

#include "sim/belief/neighbour/neighbour.h"
#include "sim/cli/subcommands.h"
#include "sim/cli/table.h"
#include "sim/imap/command.h"
#include "sim/words/words.h"

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

std::string numbers_text(Numbers numbers, const words::Words& words) {
  switch (numbers) {
    case Numbers::none:
      return "";
    case Numbers::keep:
      return words("commands.numbers.keep");
    case Numbers::may_change:
      return words("commands.numbers.may_change");
  }
  return "";
}

Cells cells_of(const CommandInfo& info, const words::Words& words) {
  return {std::string(info.verb),          legal_in(info.legal_in),
          numbers_text(info.plain, words), numbers_text(info.uid_form, words),
          std::string(info.standard.rev1), std::string(info.standard.rev2),
          std::string(info.capability),    words("commands.purpose." + std::string(info.verb))};
}

Cells cells_of(const neighbour::CommandInfo& info, std::string_view purpose,
               const words::Words& words) {
  return {std::string(info.verb), std::string(info.standard), std::string(info.capability),
          info.is_served ? "" : words("commands.by_name"),
          words(std::string(purpose) + std::string(info.verb))};
}

void print_neighbour(Protocol protocol, std::string_view purpose, const words::Words& words) {
  std::vector<Cells> table{{std::string(info_of(protocol).name), "RFC",
                            words("commands.column.capability"), "",
                            words("commands.column.purpose")}};
  for (const auto& info : observer::dialect_of(protocol)->commands) {
    table.push_back(cells_of(info, purpose, words));
  }
  std::cout << "\n" << table_text(table, Style::of_output());
}

int print_commands(const words::Words& words) {
  std::vector<Cells> table{{words("commands.column.command"), words("commands.column.legal"),
                            words("commands.column.numbers"), words("commands.column.uid_form"),
                            "rev1: RFC", "rev2: RFC", words("commands.column.capability"),
                            words("commands.column.purpose")}};
  for (const CommandInfo& info : command_table()) table.push_back(cells_of(info, words));
  std::cout << table_text(table, Style::of_output()) << "\n"
            << words("commands.about.legal") << "\n"
            << words("commands.about.numbers") << "\n";
  print_neighbour(Protocol::pop3, "pop3.purpose.", words);
  print_neighbour(Protocol::smtp, "smtp.purpose.", words);
  return fine;
}

}  // namespace

void add_commands(Tool& tool) {
  add_table(tool, "commands", "help.commands", print_commands);
}

}  // namespace imapscope::cli
