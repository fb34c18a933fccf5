#include "sim/explain/rule_page.h"

#include "sim/observer/row.h"
#include "sim/observer/timeline.h"
#include "sim/rules/finding.h"
#include "sim/trace/read.h"

namespace imapscope::explain {
namespace {

std::string client_in(const trace::Trace& trace) {
  for (const trace::Event& event : trace.events) {
    if (const auto* opened = std::get_if<trace::Opened>(&event.what)) return opened->client;
  }
  return "";
}

// What no transcript can show is kept as a trace of imapscope's own, and shown as lines.
std::string example_text(const words::Words& words, const rules::Rule& rule,
                         std::string_view example) {
  if (!example.starts_with('{')) return std::string(example);
  auto trace = trace::read(example, rule.id);
  if (!trace) return "";
  const observer::Timeline timeline(std::move(*trace));
  const std::string client = client_in(timeline.trace());
  std::string text;
  for (const observer::Line& line : timeline.lines()) {
    const bool to_server = line.direction == trace::Direction::to_server;
    text += client;
    text += line.bytes.empty() ? " · " + words(line.note)
                               : (to_server ? " → " : " ← ") + observer::row_text(line).head;
    text += "\n";
  }
  return text;
}

std::string sources(const rules::Rule& rule) {
  const bool one = rule.rev2.empty() || rule.rev2 == rule.rev1;
  return "RFC " + std::string(rule.rev1) + (one ? "" : ", " + std::string(rule.rev2));
}

}  // namespace

std::string whose(const words::Words& words, const rules::Rule& rule) {
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

std::string kind(const words::Words& words, const rules::Rule& rule) {
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

RulePage rule_page(const words::Words& words, const rules::Rule& rule) {
  const rules::Help help = rules::help(words, rule);
  return {std::string(rule.id),
          whose(words, rule) + " · " + kind(words, rule) + " · " + sources(rule),
          {{words("rules.part.what"), help.what},
           {words("rules.part.why"), help.why},
           {words("rules.part.example"), example_text(words, rule, help.example), true},
           {words("rules.part.mend"), help.mend}}};
}

}  // namespace imapscope::explain
