// The append family, explained.
#include <string>

#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {

void explain_arguments(Explaining& e, const Append&) {
  const std::string rfc = both("3501 §6.3.11", "9051 §6.3.12");
  if (e.at_line_end()) return;
  e.say_mailbox(e.words("explain.append.mailbox"));
  if (e.at(wire::TokenKind::list_open)) e.say_flags(both("3501 §2.3.2", "9051 §2.3.2"));
  if (e.at(wire::TokenKind::quoted)) {
    e.say("internal_date", e.words("explain.append.date"), both("3501 §2.3.3", "9051 §2.3.3"));
  }
  while (e.at(wire::TokenKind::atom)) explain_parameter(e, slot::append);
  if (e.at_line_end()) return;
  e.say_string("message", e.words("explain.append.message"), rfc);
}

}  // namespace imapscope::explain
