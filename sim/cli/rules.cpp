#include "sim/rules/rules.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "sim/cli/lanes.h"
#include "sim/cli/subcommands.h"
#include "sim/cli/table.h"
#include "sim/disk/disk_files.h"
#include "sim/observer/timeline.h"
#include "sim/rules/finding.h"
#include "sim/trace/read.h"

namespace imapscope::cli {
namespace {

struct RulesOptions {
  std::string id;
  std::string language = words::language_of_locale(disk::system_locale());
};

std::string whose(const rules::Rule& rule, const words::Words& words) {
  switch (rule.whose) {
    case rules::Fault::client:
      return words("rules.whose.client");
    case rules::Fault::server:
      return words("rules.whose.server");
    case rules::Fault::either:
      return words("rules.whose.either");
  }
  return "";
}

std::string kind(const rules::Rule& rule, const words::Words& words) {
  switch (rule.kind) {
    case rules::Kind::violation:
      return words("rules.kind.violation");
    case rules::Kind::quirk:
      return words("rules.kind.quirk");
    case rules::Kind::advice:
      return words("rules.kind.advice");
    case rules::Kind::undecidable:
      return words("rules.kind.undecidable");
  }
  return "";
}

int print_table(const words::Words& words) {
  std::vector<Cells> table{{words("rules.column.id"), words("rules.column.whose"),
                            words("rules.column.kind"), words("rules.column.rev1"),
                            words("rules.column.rev2")}};
  for (const rules::Rule& rule : rules::table) {
    table.push_back({std::string(rule.id), whose(rule, words), kind(rule, words),
                     std::string(rule.rev1), std::string(rule.rev2)});
  }
  std::cout << table_text(table, Style::of_output()) << "\n" << words("rules.more") << "\n";
  return fine;
}

void print_part(const std::string& heading, const std::string& text, const Style& style) {
  std::cout << "\n" << style.strong(heading) << "\n" << style.rich(wrapped(text, 78, "  "));
}

// What no transcript can show is kept as a trace of imapscope's own, and shown as lines.
std::string example_text(const rules::Rule& rule, std::string_view example) {
  if (!example.starts_with('{')) return std::string(example);
  auto trace = trace::read(example, rule.id);
  if (!trace) return "";
  const observer::Timeline timeline(std::move(*trace));
  const Lanes lanes(timeline.trace(), Style());
  std::string text;
  for (const observer::Line& line : timeline.lines()) text += lanes.text(line) + "\n";
  return text;
}

std::string sources(const rules::Rule& rule) {
  const bool one = rule.rev2.empty() || rule.rev2 == rule.rev1;
  return std::string(rule.rev1) + (one ? "" : ", " + std::string(rule.rev2));
}

int print_help(const RulesOptions& options, const words::Words& words) {
  const rules::Rule* rule = rules::find_rule(options.id);
  if (rule == nullptr) {
    std::cerr << words("rules.unknown", {{"id", options.id}}) << "\n";
    return usage;
  }
  const Style style = Style::of_output();
  const rules::Help help = rules::help(words, *rule);
  std::cout << style.strong(options.id) << " · " << whose(*rule, words) << " · "
            << kind(*rule, words) << " · RFC " << sources(*rule) << "\n";
  print_part(words("rules.part.what"), help.what, style);
  print_part(words("rules.part.why"), help.why, style);
  std::cout << "\n" << style.strong(words("rules.part.example")) << "\n";
  std::cout << example_text(*rule, help.example);
  print_part(words("rules.part.mend"), help.mend, style);
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
