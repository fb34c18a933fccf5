#include <algorithm>
#include <iostream>

#include "sim/cli/subcommands.h"
#include "sim/cli/table.h"
#include "sim/imap/capability.h"
#include "sim/imap/command.h"
#include "sim/imap/extension_arguments.h"
#include "sim/imap/extension_commands.h"
#include "sim/imap/response.h"
#include "sim/words/words.h"

namespace imapscope::cli {
namespace {

void add(std::string& names, std::string_view name) {
  names += (names.empty() ? "" : ", ") + std::string(name);
}

/// "SEARCH RETURN SAVE"
std::string written(const ExtensionArgument& argument) {
  std::string text = std::string(argument.slot) + " " + std::string(argument.name);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

/// What the tables say that the capability brings.
std::string brought_by(const CapabilityInfo& capability) {
  std::string names;
  const auto brings = [&](const auto& row) { return row.capability == capability.name; };
  for (const CommandInfo& row : command_table()) {
    if (brings(row)) add(names, row.verb);
  }
  for (const ExtensionCommand& row : extension_commands) {
    if (brings(row)) add(names, row.verb);
  }
  for (const ExtensionArgument& row : extension_arguments) {
    if (brings(row)) add(names, written(row));
  }
  for (const DataInfo& row : data_table()) {
    if (brings(row)) add(names, "* " + std::string(row.name));
  }
  for (const CodeInfo& row : code_table()) {
    if (brings(row)) add(names, "[" + std::string(row.name) + "]");
  }
  return names;
}

std::string implied_by(const CapabilityInfo& capability) {
  std::string names;
  for (const Implication& row : implications) {
    if (row.name == capability.name) add(names, row.implied);
  }
  return names;
}

Cells cells_of(const CapabilityInfo& info, const words::Words& words) {
  const bool is_ours = find_spoken(info.name) == &info;
  return {std::string(info.name),
          !is_ours            ? ""
          : is_built_in(info) ? words("responses.spoken")
                              : words("responses.not_built_in"),
          std::string(info.rfc),
          words("explain.capability.name." + std::string(info.name)),
          brought_by(info),
          implied_by(info)};
}

int print_capabilities(const words::Words& words) {
  std::vector<Cells> table{{words("responses.column.capability"), words("responses.column.spoken"),
                            "RFC", words("responses.column.meaning"),
                            words("responses.column.brings"), words("responses.column.implies")}};
  for (const CapabilityInfo& info : capabilities) table.push_back(cells_of(info, words));
  for (const CapabilityInfo& info : foreign_capabilities) table.push_back(cells_of(info, words));
  std::cout << table_text(table, Style::of_output());
  return fine;
}

}  // namespace

void add_capabilities(Tool& tool) {
  add_table(tool, "capabilities", "help.capabilities", print_capabilities);
}

}  // namespace imapscope::cli
