// What extensions add to commands, explained by the table of their arguments.
#include <string>

#include "sim/base/ascii.h"
#include "sim/explain/explain_parts.h"

namespace imapscope::explain {
namespace {

// A value is a list, or begins with what begins no name (wire/parameters.h).
bool at_value(const Explaining& e) {
  if (!e.inside()) return false;
  return e.at(wire::TokenKind::list_open) || !ascii::is_alpha(e.text().front());
}

}  // namespace

const ExtensionArgument* explain_argument(Explaining& e, std::string_view slot) {
  const ExtensionArgument* known = find_extension_argument(slot, e.word());
  if (known == nullptr) return nullptr;
  e.say("modifier",
        e.words("arguments.meaning." + std::string(slot) + "." + std::string(known->name)),
        std::string(known->rfc));
  return known;
}

void explain_parameter(Explaining& e, std::string_view slot) {
  const std::string name = e.word();
  if (explain_argument(e, slot) == nullptr) {
    e.say_unknown("modifier", e.words("explain.argument.unknown"), "4466 §2");
  }
  if (!at_value(e)) return;
  const std::string known = "arguments.value." + std::string(slot) + "." + name;
  if (e.words().has(known)) return e.say_whole("value", e.words(known));
  e.say_unknown("value", e.words("explain.argument.value", {{"name", name}}));
}

void explain_parameters(Explaining& e, std::string_view slot) {
  if (!e.at(wire::TokenKind::list_open)) return;
  e.pass_open(e.words("explain.argument.begin"));
  while (e.inside()) explain_parameter(e, slot);
  e.pass_close();
}

}  // namespace imapscope::explain
