// The acl family, explained: what each letter allows.
#include <string>
#include <string_view>

#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {
namespace {

constexpr const char* rights_rfc = "4314 §2.1";

/// `lr`: each right, and what it allows.
std::string rights_in_words(const Explaining& e, std::string_view letters) {
  if (letters.empty()) return e.words("explain.acl.no_rights");
  std::string text;
  for (const char letter : letters) {
    const std::string key = std::string("explain.acl.right.") + letter;
    if (!text.empty()) text += "; ";
    text += e.words().has(key)
                ? e.words(key)
                : e.words("explain.acl.other_right", {{"right", std::string(1, letter)}});
  }
  return text;
}

void say_identifier(Explaining& e, const std::string& rfc) {
  const std::string name = e.content();
  const bool negative = name.starts_with('-');
  const std::string bare = negative ? name.substr(1) : name;
  const std::string who = bare == "anyone" ? e.words("explain.acl.everybody")
                                           : e.words("explain.acl.user", {{"name", bare}});
  e.say_string("identifier",
               negative ? e.words("explain.acl.taken_from", {{"who", who}})
                        : e.words("explain.acl.for", {{"who", who}}),
               rfc);
}

/// Rights as they are.
void say_rights(Explaining& e, std::string_view key) {
  e.say_string("rights", e.words(key, {{"rights", rights_in_words(e, e.content())}}), rights_rfc);
}

/// Rights, perhaps as a change.
void say_rights_to_set(Explaining& e) {
  const std::string text = e.content();
  const char sign = text.empty() ? ' ' : text.front();
  const bool changes = sign == '+' || sign == '-';
  const std::string rights = rights_in_words(e, changes ? text.substr(1) : text);
  e.say_string("rights",
               sign == '+'   ? e.words("explain.acl.adds", {{"rights", rights}})
               : sign == '-' ? e.words("explain.acl.removes", {{"rights", rights}})
                             : e.words("explain.acl.becomes", {{"rights", rights}}),
               "4314 §3.1");
}

}  // namespace

void explain_arguments(Explaining& e, const SetAcl&) {
  e.say_mailbox(e.words("explain.acl.mailbox"));
  say_identifier(e, "4314 §2");
  say_rights_to_set(e);
}

void explain_arguments(Explaining& e, const DeleteAcl&) {
  e.say_mailbox(e.words("explain.acl.mailbox"));
  say_identifier(e, "4314 §3.2");
}

void explain_arguments(Explaining& e, const GetAcl&) {
  e.say_mailbox(e.words("explain.acl.asked"));
}

void explain_arguments(Explaining& e, const ListRights&) {
  e.say_mailbox(e.words("explain.acl.asked"));
  say_identifier(e, "4314 §3.4");
}

void explain_arguments(Explaining& e, const MyRights&) {
  e.say_mailbox(e.words("explain.acl.asked"));
}

void explain_data(Explaining& e, const AclData&) {
  e.lead();
  e.say("data", e.words("explain.acl.data"), "4314 §3.6");
  e.say_mailbox(e.words("explain.acl.list_of"));
  while (!e.at_line_end()) {
    say_identifier(e, "4314 §2");
    if (!e.at_line_end()) say_rights(e, "explain.acl.rights");
  }
}

void explain_data(Explaining& e, const ListRightsData&) {
  e.lead();
  e.say("data", e.words("explain.acl.list_rights"), "4314 §3.7");
  e.say_mailbox(e.words("explain.acl.list_of"));
  say_identifier(e, "4314 §3.7");
  if (!e.at_line_end()) say_rights(e, "explain.acl.required");
  while (!e.at_line_end()) {
    say_rights(e, e.content().size() > 1 ? "explain.acl.tied" : "explain.acl.optional");
  }
}

void explain_data(Explaining& e, const MyRightsData&) {
  e.lead();
  e.say("data", e.words("explain.acl.my_rights"), "4314 §3.8");
  e.say_mailbox(e.words("explain.acl.list_of"));
  if (!e.at_line_end()) say_rights(e, "explain.acl.rights");
}

}  // namespace imapscope::explain
