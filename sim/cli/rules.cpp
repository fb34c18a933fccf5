#include "sim/rules/rules.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "sim/cli/subcommands.h"
#include "sim/cli/table.h"
#include "sim/disk/disk_files.h"
#include "sim/explain/rule_page.h"
#include "sim/words/words.h"

namespace imapscope::cli {
namespace {

struct RulesOptions {
  std::string id;
  std::string language = words::language_of_locale(disk::system_locale());
};

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

int print_help(const RulesOptions& options, const words::Words& words) {
  const rules::Rule* rule = rules::find_rule(options.id);
  if (rule == nullptr) {
    std::cerr << words("rules.unknown", {{"id", options.id}}) << "\n";
    return usage;
  }
  const Style style = Style::of_output();
  const explain::RulePage page = explain::rule_page(words, *rule);
  std::cout << style.strong(page.id) << " · " << page.about << "\n";
  for (const explain::RulePage::Part& part : page.parts) {
    std::cout << "\n" << style.strong(part.heading) << "\n";
    std::cout << (part.is_wire ? part.text : style.rich(wrapped(part.text, 78, "  ")));
  }
  return fine;
}

}  // namespace

void add_rules(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand(
      "rules", "Prints the table of rules that imapscope judges by, or explains one of them.");
  const auto options = std::make_shared<RulesOptions>();
  command->add_option("ID", options->id, "The rule to explain: expunge_unasked");
  add_language(command, options->language);
  command->callback([options, &exit_code] {
    const words::Words words(options->language);
    exit_code = options->id.empty() ? print_table(words) : print_help(*options, words);
  });
}

}  // namespace imapscope::cli
