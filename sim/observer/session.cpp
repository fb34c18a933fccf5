// The session family: greeting, CAPABILITY, NOOP, LOGOUT, ID, ENABLE, and BYE.
#include "sim/base/ascii.h"
#include "sim/imap/capability.h"
#include "sim/observer/explain_parts.h"
#include "sim/observer/families.h"
#include "sim/observer/wording.h"

namespace imapscope::observer {
namespace {

void know_capabilities(Learning& learning, const std::vector<std::string>& names) {
  learning.session.facts.capabilities = names;
  learning.effect(Effect::Kind::capabilities);
}

}  // namespace

void learn(Learning& learning, const CapabilityData& data) {
  know_capabilities(learning, data.names);
}

void learn(Learning& learning, const CodeCapability& code) {
  know_capabilities(learning, code.names);
}

void learn(Learning& learning, const EnabledData&) {
  learning.effect(Effect::Kind::capabilities);
}

// RFC 3501 §7.1.5: the server is about to close the connection.
void learn_bye(Learning& learning) {
  learning.effect(Effect::Kind::bye);
  learning.travel(State::logout, Passage::leave);
  learning.session.mailbox = nullptr;
  learning.session.opening = nullptr;
}

void learn_greeting(Learning& learning, const StatusResponse& greeting) {
  SessionBelief& facts = learning.session.facts;
  facts.state = State::greeting;  // also where a trace shows no connection being made
  facts.state_known = true;
  switch (greeting.condition) {
    case Condition::preauth:
      facts.preauthenticated = true;
      learning.travel(State::authenticated, Passage::greeting_preauth);
      break;
    case Condition::bye:
      facts.refused = true;
      learning.effect(Effect::Kind::bye);
      learning.travel(State::logout, Passage::greeting_bye);
      break;
    case Condition::ok:
    case Condition::no:
    case Condition::bad:
      learning.travel(State::not_authenticated, Passage::greeting_ok);
      break;
  }
}

void succeeded(Learning& learning, const Logout&) {
  learning.travel(State::logout, Passage::leave);
  learning.session.mailbox = nullptr;
  learning.session.opening = nullptr;
}

bool answers(const Capability&, const UntaggedData& data) {
  return std::holds_alternative<CapabilityData>(data);
}

bool answers(const Noop&, const UntaggedData&) {
  return false;
}

bool answers(const Logout&, const UntaggedData& data) {
  const auto* status = std::get_if<StatusResponse>(&data);
  return status != nullptr && status->condition == Condition::bye;
}

bool answers(const Id&, const UntaggedData& data) {
  return std::holds_alternative<IdData>(data);
}

bool answers(const Enable&, const UntaggedData& data) {
  return std::holds_alternative<EnabledData>(data);
}

namespace {

// Field and value, in turns.
void explain_identity(Explaining& e) {
  e.pass_open();
  while (!e.at_line_end() && !e.at(wire::TokenKind::list_close)) {
    e.say_string("field", "What the value behind it tells.", "2971 §3.3");
    if (!e.at_line_end()) e.say_string("value", "`NIL`, or a text for people.", "2971 §3.3");
  }
  e.pass_close();
}

}  // namespace

void explain_capabilities(Explaining& e) {
  const bool in_code = !e.at_line_end() && e.depth() > 0;
  while (!e.at_line_end() && !e.at(wire::TokenKind::code_close)) {
    if (const CapabilityInfo* known = find_capability(e.text())) {
      const bool is_family = known->name.ends_with('=');
      const std::string_view name = is_family ? e.text() : known->name;
      e.say("capability", "`" + std::string(name) + "`: " + std::string(known->meaning) + ".",
            std::string(known->rfc));
    } else if (ascii::starts_with_ignoring_case(e.text(), "AUTH=")) {
      e.say("capability", "A SASL mechanism that AUTHENTICATE accepts.",
            both("3501 §7.2.1", "9051 §7.2.2"));
    } else {
      e.say("capability", "An extension that imapscope does not know; clients pass such names by.",
            both("3501 §7.2.1", "9051 §7.2.2"));
    }
    if (in_code && e.at(wire::TokenKind::text)) break;
  }
}

void explain_data(Explaining& e, const CapabilityData&) {
  e.lead();
  e.say("data", "`CAPABILITY`: all that the server can do, name by name.",
        both("3501 §7.2.1", "9051 §7.2.2"));
  explain_capabilities(e);
}

void explain_data(Explaining& e, const EnabledData&) {
  e.lead();
  e.say("data", "`ENABLED`: extensions that are switched on from here on.",
        both("5161 §3.2", "9051 §7.2.1"));
  explain_capabilities(e);
}

void explain_data(Explaining& e, const IdData&) {
  e.lead();
  e.say("data", "`ID`: the server tells who it is, for logs and people only.", "2971 §3.2");
  explain_identity(e);
}

void explain_arguments(Explaining& e, const Id&) {
  explain_identity(e);
}

void explain_arguments(Explaining& e, const Enable&) {
  explain_capabilities(e);
}

}  // namespace imapscope::observer
