#include <iostream>

#include "sim/cli/subcommands.h"
#include "sim/cli/table.h"
#include "sim/server/temper/misbehaviour.h"
#include "sim/words/words.h"

namespace imapscope::cli {
namespace {

int print_faults(const words::Words& words) {
  std::vector<Cells> table{{words("faults.column.fault"), words("faults.column.when"),
                            words("faults.column.found"), words("faults.column.meaning")}};
  for (const server::FaultInfo& row : server::fault_table()) {
    table.push_back({std::string(row.key),
                     words(row.at_a_time ? "faults.at_time" : "faults.with_command"),
                     row.rule.empty() ? words("faults.lawful") : std::string(row.rule),
                     words("faults.kind." + std::string(row.key))});
  }
  std::cout << table_text(table, Style::of_output());
  return fine;
}

}  // namespace

void add_faults(Tool& tool) {
  add_table(tool, "faults", "help.faults", print_faults);
}

}  // namespace imapscope::cli
