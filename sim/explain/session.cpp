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

// RFC 2971 §3.3
struct IdWords {
  std::string_view field;
  std::string_view meaning;
};
constexpr std::array id_words{
    IdWords{"name", "the program's name"},
    IdWords{"version", "the program's version"},
    IdWords{"os", "the operating system"},
    IdWords{"os-version", "the operating system's version"},
    IdWords{"vendor", "who makes the program"},
    IdWords{"support-url", "where to find help with it"},
    IdWords{"address", "the maker's postal address"},
    IdWords{"date", "when the program was released"},
    IdWords{"command", "the command that started the program"},
    IdWords{"arguments", "the arguments that the program was started with"},
    IdWords{"environment", "what the program found in its environment"},
};

std::string id_meaning(std::string_view field) {
  for (const IdWords& words : id_words) {
    if (ascii::equal_ignoring_case(words.field, field)) return std::string(words.meaning);
  }
  return "a fact that this program chose to tell";
}

// Field and value, in turns.
void explain_identity(Explaining& e) {
  if (e.at_nil()) return e.say("nothing", "Nothing is told.", "2971 §3.3");
  e.pass_open();
  while (e.inside()) {
    const std::string field = e.content();
    e.say_string("field", sentence(id_meaning(field)) + " The value follows.", "2971 §3.3");
    if (!e.inside()) break;
    e.say_nstring("value", "The value of `" + field + "`.", "This is not told.", "2971 §3.3");
  }
  e.pass_close();
}

// RFC 3501 §7.2.1: `AUTH=` and a mechanism's name.
struct MechanismWords {
  std::string_view name;
  std::string_view meaning;
};
constexpr std::array mechanism_words{
    MechanismWords{"LOGIN", "user and password, one after the other; obsolete"},
    MechanismWords{"CRAM-MD5", "a digest of the password; weak by today's measure"},
    MechanismWords{"DIGEST-MD5", "a digest of the password; obsolete"},
    MechanismWords{"SCRAM-SHA-1",
                   "both ends prove that they know the password, and do not send it"},
    MechanismWords{"SCRAM-SHA-256",
                   "both ends prove that they know the password, and do not send it"},
    MechanismWords{"GSSAPI", "Kerberos tickets"},
    MechanismWords{"NTLM", "challenge and response of Windows; obsolete"},
    MechanismWords{"EXTERNAL", "what TLS has proved already, a client's certificate"},
    MechanismWords{"ANONYMOUS", "no proof at all, for guests"},
    MechanismWords{"XOAUTH2", "a token from a sign-in service, in its first form"},
    MechanismWords{"OAUTHBEARER", "a token from a sign-in service"},
};

std::string mechanism_meaning(std::string_view name) {
  for (const MechanismWords& words : mechanism_words) {
    if (ascii::equal_ignoring_case(words.name, name)) return ": " + std::string(words.meaning);
  }
  return "";
}

}  // namespace

void explain_capabilities(Explaining& e) {
  const bool in_code = !e.at_line_end() && e.depth() > 0;
  while (!e.at_line_end() && !e.at(wire::TokenKind::code_close)) {
    if (const CapabilityInfo* known = find_capability(e.text())) {
      e.say("capability", sentence(std::string(known->meaning)), std::string(known->rfc));
    } else if (ascii::starts_with_ignoring_case(e.text(), "AUTH=")) {
      const std::string mechanism(e.text().substr(5));
      e.say("capability", "AUTHENTICATE accepts " + mechanism + mechanism_meaning(mechanism) + ".",
            both("3501 §7.2.1", "9051 §7.2.2"));
    } else {
      e.say("capability", "An extension that imapscope does not know; clients ignore such names.",
            both("3501 §7.2.1", "9051 §7.2.2"));
    }
    if (in_code && e.at(wire::TokenKind::text)) break;
  }
}

void explain_data(Explaining& e, const CapabilityData&) {
  e.lead();
  e.say("data", "All that the server can do now, name by name.",
        both("3501 §7.2.1", "9051 §7.2.2"));
  explain_capabilities(e);
}

void explain_data(Explaining& e, const EnabledData&) {
  e.lead();
  e.say("data", "These extensions are switched on from here on.", both("5161 §3.2", "9051 §7.2.1"));
  explain_capabilities(e);
}

void explain_data(Explaining& e, const IdData&) {
  e.lead();
  e.say("data", "The server says which program it is; for logs and for people only.", "2971 §3.2");
  explain_identity(e);
}

void explain_arguments(Explaining& e, const Id&) {
  explain_identity(e);
}

void explain_arguments(Explaining& e, const Enable&) {
  explain_capabilities(e);
}

}  // namespace imapscope::explain
