#include <iostream>

#include "sim/cli/subcommands.h"
#include "sim/cli/table.h"
#include "sim/imap/response.h"
#include "sim/words/words.h"

namespace imapscope::cli {
namespace {

std::string about(About what, const words::Words& words) {
  switch (what) {
    case About::session:
      return words("responses.about.session");
    case About::open_mailbox:
      return words("responses.about.open_mailbox");
    case About::any_mailbox:
      return words("responses.about.any_mailbox");
  }
  return "";
}

std::string names_of(const Conditions& set) {
  std::string names;
  for (const ConditionInfo& info : conditions) {
    if (!set.contains(info.condition)) continue;
    names += (names.empty() ? "" : " ") + std::string(info.name);
  }
  return names;
}

Cells cells_of(const DataInfo& info, const words::Words& words) {
  return {(info.numbered ? "n " : "") + std::string(info.name),
          about(info.about, words),
          std::string(info.standard.rev1),
          std::string(info.standard.rev2),
          std::string(info.capability),
          words("responses.purpose." + std::string(info.name))};
}

Cells cells_of(const CodeInfo& info, const words::Words& words) {
  return {"[" + std::string(info.name) + "]",
          names_of(info.conditions),
          about(info.about, words),
          std::string(info.standard.rev1),
          std::string(info.standard.rev2),
          std::string(info.capability),
          words("codes.meaning." + std::string(info.name))};
}

int print_responses(const words::Words& words) {
  std::vector<Cells> table{{words("responses.column.response"), words("responses.column.about"),
                            "rev1: RFC", "rev2: RFC", words("responses.column.capability"),
                            words("responses.column.meaning")}};
  for (const DataInfo& info : data_table()) table.push_back(cells_of(info, words));
  std::cout << table_text(table, Style::of_output());
  return fine;
}

int print_codes(const words::Words& words) {
  std::vector<Cells> table{{words("responses.column.code"), words("responses.column.condition"),
                            words("responses.column.about"), "rev1: RFC", "rev2: RFC",
                            words("responses.column.capability"),
                            words("responses.column.meaning")}};
  for (const CodeInfo& info : code_table()) table.push_back(cells_of(info, words));
  std::cout << table_text(table, Style::of_output());
  return fine;
}

}  // namespace

void add_responses(Tool& tool) {
  add_table(tool, "responses", "help.responses", print_responses);
}

void add_codes(Tool& tool) {
  add_table(tool, "codes", "help.codes", print_codes);
}

}  // namespace imapscope::cli
