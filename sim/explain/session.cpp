// The session family, explained: CAPABILITY, ENABLE and ID.
#include <array>
#include <string>
#include <string_view>

#include "sim/base/ascii.h"
#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"
#include "sim/imap/capability.h"

namespace imapscope::explain {
namespace {

std::string id_meaning(const Explaining& e, std::string_view field) {
  const std::string key = "explain.id.field." + ascii::to_lower(field);
  return e.words().has(key) ? e.words(key) : e.words("explain.id.own_field");
}

// Field and value, in turns.
void explain_identity(Explaining& e) {
  if (e.at_nil()) return e.say("nothing", e.words("explain.id.nothing"), "2971 §3.3");
  e.pass_open();
  while (e.inside()) {
    const std::string field = e.content();
    e.say_string("field", id_meaning(e, field), "2971 §3.3");
    if (!e.inside()) break;
    e.say_nstring("value", e.words("explain.id.value", {{"field", field}}),
                  e.words("explain.id.not_told"), "2971 §3.3");
  }
  e.pass_close();
}

// RFC 3501 §7.2.1: `AUTH=` and a mechanism's name.
constexpr std::string_view any_mechanism = "AUTH=";

std::string mechanism_meaning(const Explaining& e, std::string_view mechanism) {
  const std::string key = "explain.mechanism." + ascii::to_upper(mechanism);
  const std::string name(mechanism);
  return e.words().has(key) ? e.words("explain.capability.auth_known",
                                      {{"mechanism", name}, {"meaning", e.words(key)}})
                            : e.words("explain.capability.auth", {{"mechanism", name}});
}

}  // namespace

void explain_capabilities(Explaining& e) {
  const bool in_code = !e.at_line_end() && e.depth() > 0;
  while (!e.at_line_end() && !e.at(wire::TokenKind::code_close)) {
    const CapabilityInfo* known = find_capability(e.text());
    if (known != nullptr && known->name != any_mechanism) {
      e.say("capability", e.words("explain.capability.name." + std::string(known->name)),
            std::string(known->rfc));
    } else if (ascii::starts_with_ignoring_case(e.text(), any_mechanism)) {
      e.say("capability", mechanism_meaning(e, e.text().substr(5)),
            both("3501 §7.2.1", "9051 §7.2.2"));
    } else {
      e.say("capability", e.words("explain.capability.unknown"),
            both("3501 §7.2.1", "9051 §7.2.2"));
    }
    if (in_code && e.at(wire::TokenKind::text)) break;
  }
}

void explain_data(Explaining& e, const CapabilityData&) {
  e.lead();
  e.say("data", e.words("explain.capability.data"), both("3501 §7.2.1", "9051 §7.2.2"));
  explain_capabilities(e);
}

void explain_data(Explaining& e, const EnabledData&) {
  e.lead();
  e.say("data", e.words("explain.capability.enabled"), both("5161 §3.2", "9051 §7.2.1"));
  explain_capabilities(e);
}

void explain_data(Explaining& e, const IdData&) {
  e.lead();
  e.say("data", e.words("explain.id.data"), "2971 §3.2");
  explain_identity(e);
}

void explain_arguments(Explaining& e, const Id&) {
  explain_identity(e);
}

void explain_arguments(Explaining& e, const Enable&) {
  explain_capabilities(e);
}

void explain_arguments(Explaining& e, const Language&) {
  while (e.inside()) e.say_string("language", e.words("explain.language.wanted"), "5255 §3.2");
}

void explain_arguments(Explaining& e, const Compress&) {
  e.say("algorithm", e.words("explain.compress.algorithm"), "4978 §3");
}

void explain_data(Explaining& e, const JmapAccessData&) {
  e.lead();
  e.say("data", e.words("explain.jmap.data"), "9698");
  e.say_string("url", e.words("explain.jmap.url"), "9698");
}

void explain_data(Explaining& e, const LanguageData& data) {
  e.lead();
  const bool one = data.tags.size() == 1;
  e.say("data", e.words(one ? "explain.language.now" : "explain.language.choice"), "5255 §3.3");
  e.pass_open();
  while (e.inside()) {
    e.say_string("language", e.words(one ? "explain.language.spoken" : "explain.language.offered"),
                 "5255 §3.3");
  }
  e.pass_close();
}

}  // namespace imapscope::explain
