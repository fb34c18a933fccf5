// Status responses, explained: OK, NO, BAD, BYE, PREAUTH and their text.
#include <string>

#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {
namespace {

std::string condition_meaning(const Explaining& e, Condition condition) {
  const std::string name(name_of(condition));
  if (e.line().kind == LineKind::tagged) return e.words("explain.condition.tagged." + name);
  if (e.line().kind == LineKind::greeting) return e.words("explain.condition.greeting." + name);
  return e.words("explain.condition.untagged." + name);
}

}  // namespace

void explain_words(Explaining& e) {
  if (!e.at(wire::TokenKind::text)) return;
  e.say("text", e.words("explain.form.text"), both("3501 §7.1", "9051 §7.1"));
}

void explain_status_response(Explaining& e, const StatusResponse& status) {
  e.lead();
  const bool forgotten = e.at(wire::TokenKind::code_open);
  if (!forgotten) {
    e.say("condition", condition_meaning(e, status.condition), both("3501 §7.1", "9051 §7.1"));
  }
  if (status.code && e.at(wire::TokenKind::code_open)) explain_response_code(e, *status.code);
  explain_words(e);
}

}  // namespace imapscope::explain
