// The session family: greeting, CAPABILITY, NOOP, LOGOUT, ID, ENABLE, and BYE.
#include "sim/belief/families.h"

namespace imapscope::observer {
namespace {

void know_capabilities(Learning& learning, const std::vector<std::string>& names) {
  learning.session.facts.capabilities = names;
  learning.effect(effect::CapabilitiesKnown{});
}

}  // namespace

void learn(Learning& learning, const CapabilityData& data) {
  know_capabilities(learning, data.names);
}

void learn(Learning& learning, const CodeCapability& code) {
  know_capabilities(learning, code.names);
}

void learn(Learning& learning, const EnabledData& data) {
  std::vector<std::string>& enabled = learning.session.facts.enabled;
  enabled.insert(enabled.end(), data.capabilities.begin(), data.capabilities.end());
  learning.effect(effect::CapabilitiesKnown{});
}

// RFC 3501 §7.1.5: the server is about to close the connection.
void learn_bye(Learning& learning) {
  learning.effect(effect::SaidBye{});
  learning.travel(Passage::leave);
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
      learning.travel(Passage::greeting_preauth);
      break;
    case Condition::bye:
      facts.refused = true;
      learning.effect(effect::SaidBye{});
      learning.travel(Passage::greeting_bye);
      break;
    case Condition::ok:
    case Condition::no:
    case Condition::bad:
      learning.travel(Passage::greeting_ok);
      break;
  }
}

void succeeded(Learning& learning, const Logout&) {
  learning.travel(Passage::leave);
  learning.session.mailbox = nullptr;
  learning.session.opening = nullptr;
}

void succeeded(Learning& learning, const Compress&) {
  learning.session.facts.is_compressed = true;
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

bool answers(const GetJmapAccess&, const UntaggedData& data) {
  return std::holds_alternative<JmapAccessData>(data);
}

bool answers(const Compress&, const UntaggedData&) {
  return false;
}

bool answers(const Language&, const UntaggedData& data) {
  // The namespaces may be told in the new language (RFC 5255 §3.4).
  return std::holds_alternative<LanguageData>(data) || std::holds_alternative<NamespaceData>(data);
}

}  // namespace imapscope::observer
