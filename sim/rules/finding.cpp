#include "sim/rules/finding.h"

#include "embedded/rule_examples.h"
#include "sim/base/requires.h"

namespace imapscope::rules {
namespace {

std::string key_of(const Rule& rule, std::string_view part) {
  return "rules." + std::string(rule.id) + "." + std::string(part);
}

std::string label_of(const Rule& rule) {
  switch (rule.kind) {
    case Kind::violation:
      return rule.whose == Fault::server ? "rules.label.server" : "rules.label.client";
    case Kind::quirk:
      return "rules.label.quirk";
    case Kind::advice:
      return "rules.label.advice";
    case Kind::undecidable:
      return "rules.label.undecidable";
  }
  return "";
}

}  // namespace

Said said(const Finding& finding) {
  REQUIRES(finding.rule != nullptr);
  return {key_of(*finding.rule, "said"), finding.arguments};
}

std::string sentence(const words::Words& words, const Finding& finding) {
  return words(said(finding));
}

std::string labelled(const words::Words& words, const Finding& finding) {
  return words(label_of(*finding.rule),
               {{"said", sentence(words, finding)}, {"rfc", std::string(finding.source())}});
}

Help help(const words::Words& words, const Rule& rule) {
  Help help{
      words(key_of(rule, "what")), words(key_of(rule, "why")), words(key_of(rule, "mend")), {}};
  for (const embedded::File& file : embedded::rule_examples()) {
    if (file.path.substr(0, file.path.find('.')) != rule.id) continue;
    help.example = {reinterpret_cast<const char*>(file.bytes.data()), file.bytes.size()};
  }
  return help;
}

}  // namespace imapscope::rules
