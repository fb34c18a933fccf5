#include "sim/rules/finding.h"

#include "embedded/rule_examples.h"

namespace imapscope::rules {
namespace {

std::string key_of(const Rule& rule, std::string_view part) {
  return "rules." + std::string(rule.id) + "." + std::string(part);
}

// An argument may be a phrase of ours, such as what the grammar wants: it has words, too.
std::vector<words::Argument> in_the_language(const words::Words& words,
                                             std::vector<words::Argument> arguments) {
  for (words::Argument& argument : arguments) {
    if (auto* text = std::get_if<std::string>(&argument.value)) {
      *text = words.name("rules." + std::string(argument.name) + ".", *text);
    }
  }
  return arguments;
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

std::string sentence(const words::Words& words, const Finding& finding) {
  return words.with(key_of(*finding.rule, "said"), in_the_language(words, finding.arguments));
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
