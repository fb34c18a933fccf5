// Response codes, explained: what each says, and its arguments.
#include <string>
#include <string_view>

#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {
namespace {

// What a code says, whatever its arguments are.
void explain_name(Explaining& e, const ResponseCode& code) {
  if (e.line().kind == LineKind::untagged) e.lead();
  const CodeInfo* info = find_code(name_of(code));
  if (info == nullptr) {
    e.say("response_code", e.words("explain.code.unknown"), both("3501 §7.1", "9051 §7.1"));
  } else {
    e.say("response_code", e.words("codes.meaning." + std::string(info->name)),
          both(info->standard));
  }
}

template <class C>
std::string rfc_of() {
  return both(info_for<C>(code_rows).standard);
}

void explain_arguments(Explaining&, const CodeAtom&) {}

void explain_arguments(Explaining& e, const CodeBadCharset&) {
  const std::string rfc = rfc_of<CodeBadCharset>();
  e.pass_open(e.words("explain.code.charsets"));
  while (e.inside() && !e.at(wire::TokenKind::code_close)) {
    e.say_string("charset", e.words("explain.code.charset"), rfc);
  }
  e.pass_close();
}

void explain_arguments(Explaining& e, const CodeCapability&) {
  explain_capabilities(e);
}

void explain_arguments(Explaining& e, const CodePermanentFlags&) {
  e.say_flags(rfc_of<CodePermanentFlags>());
}

void explain_arguments(Explaining& e, const CodeUidNext& code) {
  e.say("unique_identifier", e.words("explain.code.next_uid", {{"uid", code.uid.value}}),
        rfc_of<CodeUidNext>());
}

void explain_arguments(Explaining& e, const CodeUidValidity&) {
  e.say("UIDVALIDITY", e.words("explain.code.uids_void", {{"client", e.client()}}),
        rfc_of<CodeUidValidity>());
}

void explain_arguments(Explaining& e, const CodeUnseen& code) {
  e.say("message_sequence_number",
        e.words("explain.code.first_unseen", {{"number", code.first.value}}), rfc_of<CodeUnseen>());
}

void explain_arguments(Explaining& e, const CodeAppendUid&) {
  const std::string rfc = rfc_of<CodeAppendUid>();
  e.say("UIDVALIDITY", e.words("explain.code.validity_of_receiver"), rfc);
  e.say("unique_identifier",
        e.words("explain.code.new_uid", {{"uid", set_in_words(e.words(), e.text(), true)}}), rfc);
}

void explain_arguments(Explaining& e, const CodeHighestModSeq&) {
  e.say("modification_sequence", e.words("explain.code.highest_mod_seq", {{"client", e.client()}}),
        rfc_of<CodeHighestModSeq>());
}

bool is_one(std::string_view set) {
  return set.find_first_of(":,") == std::string_view::npos;
}

void explain_arguments(Explaining& e, const CodeCopyUid&) {
  const std::string rfc = rfc_of<CodeCopyUid>();
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

}  // namespace

void explain_response_code(Explaining& e, const ResponseCode& code) {
  e.pass("response_code", e.words("explain.code.begins"));
  explain_name(e, code);
  std::visit([&](const auto& known) { explain_arguments(e, known); }, code);
  const std::string known = "explain.code.arguments." + std::string(name_of(code));
  while (!e.at_line_end() && !e.at(wire::TokenKind::code_close) && !e.at(wire::TokenKind::text)) {
    if (e.words().has(known)) {
      e.say_whole("argument", e.words(known));
      continue;
    }
    e.say_unknown("argument", e.words("explain.code.argument"));
  }
  if (e.at(wire::TokenKind::code_close)) {
    e.pass("response_code", e.words("explain.code.ends"));
  }
}

}  // namespace imapscope::explain
