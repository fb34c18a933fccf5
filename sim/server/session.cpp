// The session family: CAPABILITY, NOOP, LOGOUT, ID, ENABLE, LANGUAGE, COMPRESS, GETJMAPACCESS.
#include "sim/server/session.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/version.h"
#include "sim/imap/capability.h"
#include "sim/server/condstore.h"
#include "sim/server/handlers.h"
#include "sim/server/turn/say.h"

namespace imapscope::server {
namespace {

/// As it is announced: a limit stands behind its name (RFC 7889 §2, RFC 9738 §3).
std::string announcement_of(const CapabilityInfo& info, const Config& config) {
  std::string name(info.name);
  if (name == "APPENDLIMIT=") name += std::to_string(config.max_literal_octets);
  if (name == "MESSAGELIMIT=") name += std::to_string(config.message_limit);
  return name;
}

/// Whether a capability that depends on the connection is true of it now.
bool holds_now(std::string_view name, const Config& config, const Session& session) {
  if (name == "STARTTLS") return config.starttls && !session.is_protected;
  if (name == "LOGINDISABLED") return config.login_disabled && !session.is_protected;
  if (name == "COMPRESS=DEFLATE") return !session.compresses;
  if (name == "JMAPACCESS") return !session.user.empty();            // it says what a user has
  if (name == "LITERAL+") return !config.announces("LITERAL-");      // RFC 7888 §5: never both
  if (name == "UTF8=ACCEPT") return !config.announces("UTF8=ONLY");  // RFC 6855 §6: nor here
  constexpr std::string_view auth = "AUTH=";
  if (name.starts_with(auth)) {
    const sasl::Mechanism* mechanism = sasl::find_mechanism(name.substr(auth.size()));
    return !mechanism->tells_password || !wants_tls_first(config, session);
  }
  return true;
}

std::vector<std::string> announced_capabilities(const Config& config, const Session& session) {
  std::vector<std::string> names;
  for (const CapabilityInfo& info : capabilities) {
    if (!config.announces(info) || !holds_now(info.name, config, session)) continue;
    names.push_back(announcement_of(info, config));
  }
  return names;
}

/// RFC 9586 §3: from here on no line of the server has any.
void give_up_numbers(Session& session) {
  session.uid_only = true;
  std::erase_if(session.contexts, [](const Context& context) { return !context.uid; });
}

/// What ENABLE switches on.
struct Enabling {
  std::string_view name;
  void (*turn_on)(Session& session);
  bool by_change = false;  ///< changes are told with their numbers from here on (RFC 7162 §3.1)
  bool first = false;      ///< not while a mailbox is open: it would be told of in two ways
};
constexpr std::array enablings{
    Enabling{"CONDSTORE", [](Session&) {}, true},
    Enabling{"QRESYNC", [](Session& session) { session.qresync = true; }, true},  // §3.2.3
    Enabling{"METADATA", [](Session& session) { session.metadata = true; }},
    Enabling{"METADATA-SERVER", [](Session& session) { session.metadata = true; }},
    Enabling{"UIDONLY", give_up_numbers},
    Enabling{"IMAP4rev2", [](Session& session) { session.rev2 = true; }, false, true},
    Enabling{"UTF8=ACCEPT", [](Session& session) { session.utf8_accept = true; }, false, true},
};

const Enabling* find_enabling(std::string_view name) {
  for (const Enabling& row : enablings) {
    if (ascii::equal_ignoring_case(row.name, name)) return &row;
  }
  return nullptr;
}

/// RFC 5161 §3.1, 6855 §3
Ending refuse_enabling(const Enable& command, const Turn& turn) {
  if (!turn.session.view) return std::nullopt;
  for (const std::string& name : command.capabilities) {
    const Enabling* row = find_enabling(name);
    if (row == nullptr || !row->first || !turn.config.speaks(row->name)) continue;
    return bad("ENABLE " + std::string(row->name) + " comes before a mailbox is selected");
  }
  return std::nullopt;
}

/// What the server's texts are written in: English, which is what i-default wants, too (RFC 2277
/// §4.5).
constexpr std::array<std::string_view, 2> languages{"EN", "I-DEFAULT"};

/// `en-GB` is English, too; `default` and `*` are whatever the server likes (RFC 5255 §3.2, 4647).
std::string_view find_language(std::string_view range) {
  if (range == "*" || ascii::equal_ignoring_case(range, "default")) return languages.front();
  for (const std::string_view language : languages) {
    const std::string_view primary = range.substr(0, language.size());
    const bool ends = range.size() == primary.size() || range[primary.size()] == '-';
    if (ends && ascii::equal_ignoring_case(primary, language)) return language;
  }
  return {};
}

// RFC 2971 §3.3
bool is_too_much(const IdFields& fields) {
  return fields.size() > 30 || std::any_of(fields.begin(), fields.end(), [](const auto& field) {
           return field.first.size() > 30 || (field.second && field.second->size() > 1024);
         });
}

}  // namespace

ResponseCode capability_code(const Config& config, const Session& session) {
  return CodeCapability{announced_capabilities(config, session)};
}

void say_goodbye(Session& session, std::string text, std::optional<ResponseCode> code) {
  say(session, StatusResponse{Condition::bye, std::move(code), std::move(text)});
  session.view.reset();
  session.travel(session.state == State::greeting ? Passage::greeting_bye : Passage::leave);
}

Ending handle(const Capability&, Turn& turn) {
  say(turn.session, CapabilityData{announced_capabilities(turn.config, turn.session)});
  return ok("CAPABILITY completed");
}

Ending handle(const Noop&, Turn&) {
  return ok("NOOP completed");
}

Ending handle(const Logout&, Turn& turn) {
  turn.session.view.reset();
  turn.session.travel(Passage::leave);
  say(turn.session,
      StatusResponse{Condition::bye, std::nullopt, turn.config.name + " says goodbye"});
  return ok("LOGOUT completed");
}

Ending handle(const Id& command, Turn& turn) {
  if (command.fields && is_too_much(*command.fields)) {
    return client_bug("ID takes 30 fields, names of 30 octets and values of 1024 at most");
  }
  say(turn.session,
      IdData{IdFields{{"name", turn.config.name}, {"version", std::string(version)}}});
  return ok("ID completed");
}

// Its completion is the last line that is not compressed: server.cpp.
Ending handle(const Compress& command, Turn& turn) {
  if (!ascii::equal_ignoring_case(command.algorithm, "DEFLATE")) {
    return bad("DEFLATE is the only algorithm here");
  }
  if (turn.session.compresses) return bad("DEFLATE is active already");
  turn.session.compresses = true;
  return ok("DEFLATE active");
}

// What is unknown, or needs no switching on, is ignored (RFC 5161 §3.1).
Ending handle(const Enable& command, Turn& turn) {
  if (auto refused = refuse_enabling(command, turn)) return refused;
  EnabledData enabled;
  bool by_change = false;
  for (const std::string& name : command.capabilities) {
    const Enabling* row = find_enabling(name);
    if (row == nullptr || !turn.config.speaks(row->name)) continue;
    enabled.capabilities.emplace_back(row->name);
    row->turn_on(turn.session);
    by_change = by_change || row->by_change;
  }
  say(turn.session, std::move(enabled));
  if (by_change) turn_on_condstore(turn);
  return ok("ENABLE completed");
}

Ending handle(const GetJmapAccess&, Turn& turn) {
  say(turn.session, JmapAccessData{turn.config.jmap_url});
  return ok("GETJMAPACCESS completed");
}

Ending handle(const Language& command, Turn& turn) {
  LanguageData data;
  if (command.ranges.empty()) {
    data.tags.assign(languages.begin(), languages.end());
    say(turn.session, std::move(data));
    return ok("LANGUAGE completed");
  }
  for (const std::string& range : command.ranges) {
    const std::string_view language = find_language(range);
    if (language.empty()) continue;
    data.tags.emplace_back(language);
    say(turn.session, std::move(data));
    return ok("LANGUAGE completed");
  }
  return StatusResponse{Condition::no, std::nullopt, "None of these languages is spoken here"};
}

}  // namespace imapscope::server
