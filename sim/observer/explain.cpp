#include "sim/observer/explain.h"

#include "sim/observer/explaining.h"

namespace imapscope::observer {
namespace {

std::string_view plain_term(wire::TokenKind kind) {
  switch (kind) {
    case wire::TokenKind::tag:
      return "tag";
    case wire::TokenKind::untagged:
      return "untagged";
    case wire::TokenKind::continuation:
      return "continuation request";
    case wire::TokenKind::atom:
      return "word";
    case wire::TokenKind::number:
      return "number";
    case wire::TokenKind::flag:
      return "flag";
    case wire::TokenKind::quoted:
      return "quoted string";
    case wire::TokenKind::literal_header:
      return "literal ahead";
    case wire::TokenKind::literal_body:
      return "literal";
    case wire::TokenKind::list_open:
    case wire::TokenKind::list_close:
      return "list";
    case wire::TokenKind::section_open:
    case wire::TokenKind::section_close:
      return "section";
    case wire::TokenKind::partial:
      return "partial";
    case wire::TokenKind::code_open:
    case wire::TokenKind::code_close:
      return "response code";
    case wire::TokenKind::text:
      return "text";
    case wire::TokenKind::garbage:
      return "no IMAP";
    case wire::TokenKind::line_end:
      return "line end";
  }
  return "";
}

}  // namespace

Explanation explain(const Timeline& timeline, LineId id) {
  const Line& line = timeline.lines()[id.value];
  Explaining explaining(timeline, line);
  while (!explaining.at_end()) explaining.say(std::string(plain_term(explaining.kind())), {});
  return explaining.explanation();
}

}  // namespace imapscope::observer
