#include "sim/rules/rules.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "sim/cli/subcommands.h"
#include "sim/cli/table.h"
#include "sim/explain/rule_page.h"
#include "sim/terminal/columns.h"
#include "sim/terminal/command_line.h"
#include "sim/words/words.h"

namespace imapscope::cli {
namespace {

int print_table(const words::Words& words) {
  std::vector<Cells> table{{words("rules.column.id"), words("rules.column.whose"),
                            words("rules.column.kind"), words("rules.column.rev1"),
                            words("rules.column.rev2")}};
  for (const rules::Rule& rule : rules::table) {
    table.push_back({std::string(rule.id), explain::whose(words, rule), explain::kind(words, rule),
                     std::string(rule.rev1), std::string(rule.rev2)});
  }
  std::cout << table_text(table, Style::of_output()) << "\n" << words("rules.more") << "\n";
  return fine;
}

int print_page(const std::string& id, const words::Words& words) {
  const rules::Rule* rule = rules::find_rule(id);
  if (rule == nullptr) {
    std::cerr << words("rules.unknown", {{"id", id}}) << "\n";
    return usage;
  }
  const Style style = Style::of_output();
  const explain::RulePage page = explain::rule_page(words, *rule);
  std::cout << style.strong(page.id) << " · " << page.about << "\n";
  for (const explain::RulePage::Part& part : page.parts) {
    std::cout << "\n" << style.strong(part.heading) << "\n";
    std::cout << (part.is_wire ? part.text : style.rich(terminal::wrapped(part.text, 78, "  ")));
  }
  return fine;
}

}  // namespace

void add_rules(Tool& tool) {
  CLI::App* command = tool.app.add_subcommand("rules", tool.words("help.rules.about"));
  const auto id = std::make_shared<std::string>();
  command->add_option("ID", *id, tool.words("help.rules.id"));
  terminal::add_language(*command, tool.words);
  command->callback([id, &tool] {
    tool.exit_code = id->empty() ? print_table(tool.words) : print_page(*id, tool.words);
  });
}

}  // namespace imapscope::cli
