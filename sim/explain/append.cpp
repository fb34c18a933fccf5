// The append family, explained.
#include <string>

#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"
#include "sim/wire/url.h"

namespace imapscope::explain {
namespace {

void explain_text(Explaining& e, std::string_view meaning) {
  e.say_string("message", e.words(meaning), both("3501 §6.3.11", "9051 §6.3.12"));
}

// `UTF8 (~{9}…)`
void explain_utf8(Explaining& e) {
  explain_argument(e, slot::append);
  e.pass_open();
  if (e.inside()) e.say_string("message", e.words("explain.append.utf8"), "6855 §4");
  e.pass_close();
}

// `TEXT {5}…` or `URL "…"`
void explain_piece(Explaining& e) {
  const std::string word = e.word();
  if (word == "UTF8") return explain_utf8(e);
  const bool is_url = word == "URL";
  e.say("piece", e.words(is_url ? "explain.append.url" : "explain.append.text"), "4469 §3");
  if (!e.inside()) return;
  is_url ? explain_url(e, "4469 §3") : explain_text(e, "explain.append.piece");
}

void explain_catenate(Explaining& e) {
  explain_argument(e, slot::append);
  e.pass_open(e.words("explain.append.pieces"));
  while (e.inside()) explain_piece(e);
  e.pass_close();
}

void explain_message(Explaining& e) {
  if (e.at(wire::TokenKind::list_open)) e.say_flags(both("3501 §2.3.2", "9051 §2.3.2"));
  if (e.at(wire::TokenKind::quoted)) {
    e.say("internal_date", e.words("explain.append.date"), both("3501 §2.3.3", "9051 §2.3.3"));
  }
  while (e.at(wire::TokenKind::atom)) {
    if (e.word() == "CATENATE") return explain_catenate(e);
    if (e.word() == "UTF8") return explain_utf8(e);
    explain_parameter(e, slot::append);
  }
  if (!e.at_line_end()) explain_text(e, "explain.append.message");
}

}  // namespace

void explain_arguments(Explaining& e, const Append&) {
  if (e.at_line_end()) return;
  e.say_mailbox(e.words("explain.append.mailbox"));
  while (!e.at_line_end()) explain_message(e);
}

void explain_arguments(Explaining& e, const Replace& command) {
  e.say_messages(by_uid(command.messages));
  e.say_mailbox(e.words("explain.append.mailbox"));
  while (!e.at_line_end()) explain_message(e);
}

}  // namespace imapscope::explain
