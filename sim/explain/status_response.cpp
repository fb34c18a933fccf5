// Status responses: OK, NO, BAD, BYE, PREAUTH, their response codes and their text.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"
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

struct CodePlace {
  std::string_view name;
  std::string_view rfc;
};
constexpr std::array code_places{
    CodePlace{"ALERT", "3501 §7.1, 9051 §7.1"},
    CodePlace{"PARSE", "3501 §7.1, 9051 §7.1"},
    CodePlace{"READ-ONLY", "3501 §7.1, 9051 §7.1"},
    CodePlace{"READ-WRITE", "3501 §7.1, 9051 §7.1"},
    CodePlace{"TRYCREATE", "3501 §7.1, 9051 §7.1"},
    CodePlace{"CLOSED", "7162 §3.2.11, 9051 §7.1"},
    CodePlace{"UIDNOTSTICKY", "4315 §3, 9051 §7.1"},
    CodePlace{"NONEXISTENT", "5530 §3, 9051 §7.1"},
    CodePlace{"ALREADYEXISTS", "5530 §3, 9051 §7.1"},
    CodePlace{"AUTHENTICATIONFAILED", "5530 §3, 9051 §7.1"},
    CodePlace{"AUTHORIZATIONFAILED", "5530 §3, 9051 §7.1"},
    CodePlace{"EXPIRED", "5530 §3, 9051 §7.1"},
    CodePlace{"CONTACTADMIN", "5530 §3, 9051 §7.1"},
    CodePlace{"CORRUPTION", "5530 §3, 9051 §7.1"},
    CodePlace{"HASCHILDREN", "9051 §7.1"},
    CodePlace{"UNKNOWN-CTE", "3516 §4.3, 9051 §7.1"},
    CodePlace{"NOTSAVED", "5182 §2.1, 9051 §7.1"},
    CodePlace{"COMPRESSIONACTIVE", "4978 §3"},
    CodePlace{"PRIVACYREQUIRED", "5530 §3, 9051 §7.1"},
    CodePlace{"CANNOT", "5530 §3, 9051 §7.1"},
    CodePlace{"CLIENTBUG", "5530 §3, 9051 §7.1"},
    CodePlace{"SERVERBUG", "5530 §3, 9051 §7.1"},
    CodePlace{"NOPERM", "5530 §3, 9051 §7.1"},
    CodePlace{"INUSE", "5530 §3, 9051 §7.1"},
    CodePlace{"EXPUNGEISSUED", "5530 §3, 9051 §7.1"},
    CodePlace{"OVERQUOTA", "5530 §3, 9051 §7.1"},
    CodePlace{"LIMIT", "5530 §3, 9051 §7.1"},
    CodePlace{"TOOBIG", "4469 §4.2, 9051 §7.1"},
    CodePlace{"HIGHESTMODSEQ", "7162 §3.1.2.1"},
    CodePlace{"NOMODSEQ", "7162 §3.1.2.2"},
    CodePlace{"UNAVAILABLE", "5530 §3, 9051 §7.1"},
};

void say_code(Explaining& e, std::string meaning, const std::string& rfc) {
  if (e.line().kind == LineKind::untagged) e.lead();
  e.say("response_code", std::move(meaning), rfc);
}

void explain_atom(Explaining& e, const CodeAtom& code) {
  const auto place = std::find_if(
      code_places.begin(), code_places.end(),
      [&](const CodePlace& known) { return ascii::equal_ignoring_case(known.name, code.name); });
  if (place == code_places.end()) {
    say_code(e, e.words("explain.code.unknown"), both("3501 §7.1", "9051 §7.1"));
  } else {
    say_code(e, e.words("explain.code.name." + std::string(place->name)), std::string(place->rfc));
  }
}

void explain_uid_next(Explaining& e, const CodeUidNext& code) {
  const std::string rfc = both("3501 §2.3.1.1", "9051 §2.3.1.1");
  say_code(e, e.words("explain.code.uidnext"), rfc);
  e.say("unique_identifier", e.words("explain.code.next_uid", {{"uid", code.uid.value}}), rfc);
}

void explain_uid_validity(Explaining& e) {
  const std::string rfc = both("3501 §2.3.1.1", "9051 §2.3.1.1");
  say_code(e, e.words("explain.code.uidvalidity"), rfc);
  e.say("UIDVALIDITY", e.words("explain.code.uids_void", {{"client", e.client()}}), rfc);
}

void explain_unseen(Explaining& e, const CodeUnseen& code) {
  const std::string rfc = both("3501 §7.1", "");
  say_code(e, e.words("explain.code.unseen"), rfc);
  e.say("message_sequence_number",
        e.words("explain.code.first_unseen", {{"number", code.first.value}}), rfc);
}

void explain_permanent(Explaining& e) {
  const std::string rfc = both("3501 §7.1", "9051 §7.1");
  say_code(e, e.words("explain.code.permanentflags", {{"client", e.client()}}), rfc);
  e.say_flags(rfc);
}

void explain_append_uid(Explaining& e) {
  const std::string rfc = both("4315 §3", "9051 §7.1");
  say_code(e, e.words("explain.code.appenduid"), rfc);
  e.say("UIDVALIDITY", e.words("explain.code.validity_of_receiver"), rfc);
  e.say("unique_identifier",
        e.words("explain.code.new_uid", {{"uid", set_in_words(e.words(), e.text(), true)}}), rfc);
}

bool is_one(std::string_view set) {
  return set.find_first_of(":,") == std::string_view::npos;
}

void explain_copy_uid(Explaining& e) {
  const std::string rfc = both("4315 §3", "9051 §7.1");
  say_code(e, e.words("explain.code.copyuid"), rfc);
  e.say("UIDVALIDITY", e.words("explain.code.validity_of_copies"), rfc);
  const auto uids = [&e] { return set_in_words(e.words(), e.text(), true); };
  e.say("source_uids",
        is_one(e.text()) ? e.words("explain.code.source_uid", {{"uid", uids()}})
                         : e.words("explain.code.source_uids", {{"uids", uids()}}),
        rfc);
  e.say("new_uids",
        is_one(e.text()) ? e.words("explain.code.copy_uid", {{"uid", uids()}})
                         : e.words("explain.code.copy_uids", {{"uids", uids()}}),
        rfc);
}

void explain_bad_charset(Explaining& e) {
  const std::string rfc = both("3501 §7.1", "9051 §7.1");
  say_code(e, e.words("explain.code.badcharset"), rfc);
  e.pass_open(e.words("explain.code.charsets"));
  while (e.inside() && !e.at(wire::TokenKind::code_close)) {
    e.say_string("charset", e.words("explain.code.charset"), rfc);
  }
  e.pass_close();
}

void explain_code(Explaining& e, const ResponseCode& code) {
  e.pass("response_code", e.words("explain.code.begins"));
  std::visit(overloaded{
                 [&](const CodeAtom& c) { explain_atom(e, c); },
                 [&](const CodeBadCharset&) { explain_bad_charset(e); },
                 [&](const CodeCapability&) {
                   say_code(e, e.words("explain.code.capability"), both("3501 §7.1", "9051 §7.1"));
                   explain_capabilities(e);
                 },
                 [&](const CodePermanentFlags&) { explain_permanent(e); },
                 [&](const CodeUidNext& c) { explain_uid_next(e, c); },
                 [&](const CodeUidValidity&) { explain_uid_validity(e); },
                 [&](const CodeUnseen& c) { explain_unseen(e, c); },
                 [&](const CodeAppendUid&) { explain_append_uid(e); },
                 [&](const CodeCopyUid&) { explain_copy_uid(e); },
             },
             code);
  while (!e.at_line_end() && !e.at(wire::TokenKind::code_close) && !e.at(wire::TokenKind::text)) {
    e.say_unknown("argument", e.words("explain.code.argument"));
  }
  if (e.at(wire::TokenKind::code_close)) {
    e.pass("response_code", e.words("explain.code.ends"));
  }
}

}  // namespace

void explain_words(Explaining& e) {
  if (!e.at(wire::TokenKind::text)) return;
  e.say("text", e.words("explain.form.text"), both("3501 §7.1", "9051 §7.1"));
}

void explain_status(Explaining& e, const StatusResponse& status) {
  e.lead();
  const bool forgotten = e.at(wire::TokenKind::code_open);
  if (!forgotten) {
    e.say("condition", condition_meaning(e, status.condition), both("3501 §7.1", "9051 §7.1"));
  }
  if (status.code && e.at(wire::TokenKind::code_open)) explain_code(e, *status.code);
  explain_words(e);
}

}  // namespace imapscope::explain
