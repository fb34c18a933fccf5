#include "sim/judge/server_conduct.h"

#include <algorithm>

#include "sim/base/ascii.h"
#include "sim/base/base64.h"
#include "sim/base/overloaded.h"
#include "sim/judge/report.h"

namespace imapscope::judge {
namespace {

// Data that a command MUST be answered with (RFC 3501 §6).
struct Required {
  std::string_view verb;
  std::string_view data;
  std::string_view rfc;
};
constexpr Required required[] = {
    {"CAPABILITY", "CAPABILITY", "3501 §6.1.1"}, {"STATUS", "STATUS", "3501 §6.3.10"},
    {"SEARCH", "SEARCH", "3501 §6.4.4"},         {"UID SEARCH", "SEARCH", "3501 §6.4.4"},
    {"NAMESPACE", "NAMESPACE", "2342 §5"},       {"ID", "ID", "2971 §3.2"},
};

std::string number_of(SeqNum number) {
  return std::to_string(number.value);
}

std::string messages(std::uint32_t count) {
  return std::to_string(count) + (count == 1 ? " message" : " messages");
}

class ServerJudge {
 public:
  ServerJudge(Line& line, const ServerSide& server) : line_(line), server_(server) {}

  void reading(const Reading& reading, bool in_doubt);
  void order();
  void response(const Response& response);

 private:
  void challenge(std::string_view text);
  void continuation(const ContinuationRequest& request);
  void untagged(const UntaggedData& data);
  void expunge(const ExpungeData& data);
  void exists(const Exists& data);
  void fetch(const FetchData& data);
  void place(std::string_view rfc);
  void stray_completion();
  void completion(const InProgress& command);
  void opening();

  Line& line_;
  const ServerSide& server_;
};

void ServerJudge::reading(const Reading& reading, bool in_doubt) {
  for (const wire::Quirk& quirk : reading.quirks) {
    if (quirk.kind == wire::QuirkKind::odd_tag && line_.command) continue;  // it is the client's
    remark(line_, Finding::Kind::quirk, std::string(wire::describe(quirk.kind)), "3501 §9",
           quirk.offset);
  }
  if (!reading.error || in_doubt) return;
  const std::string expected =
      "this cannot be read from here on: " + reading.error->expected + " must stand here";
  if (line_.kind == LineKind::unreadable || server_.speaks_known_extensions_only()) {
    report(line_, Fault::server, "The server broke the grammar: " + expected + ".",
           reading.error->rfc, reading.error->offset);
  } else {
    remark(line_, Finding::Kind::quirk, "By the grammar " + expected + "; perhaps an extension.",
           reading.error->rfc, reading.error->offset);
  }
}

void ServerJudge::order() {
  if (!server_.spoke() && !server_.incomplete() && line_.kind != LineKind::greeting) {
    report(line_, Fault::server, "A connection begins with a greeting: `* OK`, PREAUTH or BYE.",
           "3501 §7.1");
  }
  const bool bad_greeting = line_.kind == LineKind::greeting &&
                            (line_.condition == Condition::no || line_.condition == Condition::bad);
  if (bad_greeting) {
    report(line_, Fault::server, "A greeting is OK, PREAUTH or BYE, never " + line_.name + ".",
           "3501 §7.1");
  }
  if (server_.said_bye() && line_.kind != LineKind::tagged) {
    report(line_, Fault::server,
           "The server spoke on after BYE, where only completions may follow.", "3501 §7.1.5");
  }
}

void ServerJudge::untagged(const UntaggedData& data) {
  std::visit(overloaded{
                 [&](const ExpungeData& d) {
                   place("3501 §7.4.1");
                   expunge(d);
                 },
                 [&](const Exists& d) {
                   place("3501 §7.3.1");
                   exists(d);
                 },
                 [&](const Recent&) { place("3501 §7.3.2"); },
                 [&](const FetchData& d) {
                   place("3501 §7.4.2");
                   fetch(d);
                 },
                 [](const auto&) {},
             },
             data);
}

// Data about messages need an open mailbox, or one that is being opened.
void ServerJudge::place(std::string_view rfc) {
  if (server_.incomplete() || server_.state() == State::selected ||
      server_.in_progress().any_that(Role::opens))
    return;
  report(line_, Fault::server, line_.name + " speaks of a mailbox, and none is open.", rfc);
}

void ServerJudge::expunge(const ExpungeData& data) {
  if (!server_.incomplete() && server_.exists() && data.number.value > *server_.exists()) {
    report(line_, Fault::server,
           "Message " + number_of(data.number) + " cannot be expunged: there are " +
               messages(*server_.exists()) + ".",
           "3501 §7.4.1");
  }
  if (server_.in_progress().empty()) {
    if (server_.incomplete()) return;  // there may be one that was not seen
    report(line_, Fault::server,
           "EXPUNGE was sent while no command was in progress: the client may be using the "
           "number in a command right now.",
           "3501 §7.4.1");
    return;
  }
  if (server_.incomplete() || server_.in_progress().any_that(Role::renumbers)) return;
  const PendingCommand& oldest = server_.in_progress().oldest().pending;
  report(line_, Fault::server,
         "EXPUNGE was sent while " + oldest.verb + " (" + oldest.tag +
             ") was in progress: numbers must stand still during FETCH, STORE and SEARCH.",
         "3501 §7.4.1");
}

void ServerJudge::exists(const Exists& data) {
  if (server_.incomplete() || server_.in_progress().any_that(Role::opens)) return;
  if (!server_.exists() || data.count >= *server_.exists()) return;
  report(line_, Fault::server,
         "EXISTS fell from " + std::to_string(*server_.exists()) + " to " +
             std::to_string(data.count) + ": only EXPUNGE may take messages away.",
         "3501 §5.2");
}

void ServerJudge::fetch(const FetchData& data) {
  if (!server_.incomplete() && server_.exists() && data.number.value > *server_.exists()) {
    report(line_, Fault::server,
           "FETCH tells of message " + number_of(data.number) + ", and there are " +
               messages(*server_.exists()) + ".",
           "3501 §7.4.2");
  }
  if (!server_.announced()) return;
  for (const FetchedItem& item : data.items) {
    const auto* fetched = std::get_if<FetchedFlags>(&item);
    if (fetched == nullptr) continue;
    for (const Flag& flag : fetched->flags) {
      if (flag == flags::recent || server_.announced()->contains(flag)) continue;
      remark(line_, Finding::Kind::quirk,
             "The flag " + flag.name + " is used before a FLAGS response has listed it.",
             "3501 §7.2.6");
    }
  }
}

// RFC 3501 §6.2.2: what AUTHENTICATE asks is base64, or nothing.
void ServerJudge::challenge(std::string_view text) {
  const InProgress* command = line_.command ? server_.in_progress().find(*line_.command) : nullptr;
  if (command == nullptr || command->pending.verb != "AUTHENTICATE") return;
  if (!line_.masked.empty() || decode_base64(text)) return;
  remark(line_, Finding::Kind::quirk, "What AUTHENTICATE asks must be base64, and this is none.",
         "3501 §6.2.2");
}

void ServerJudge::continuation(const ContinuationRequest& request) {
  challenge(request.text);
  if (server_.incomplete() || server_.in_progress().any_that(Role::asks)) return;
  report(line_, Fault::server, "The server asks the client to go on, and no command waits for it.",
         "3501 §7.5");
}

void ServerJudge::stray_completion() {
  if (server_.incomplete()) return;
  const bool again = server_.has_completed(line_.tag);
  report(line_, Fault::server,
         again ? "The command " + line_.tag + " was completed already."
               : "No command with the tag " + line_.tag + " is in progress.",
         "3501 §2.2.2");
}

void ServerJudge::completion(const InProgress& command) {
  if (line_.condition != Condition::ok || server_.incomplete()) return;
  const std::string& verb = command.pending.verb;
  // Behind a command that was passed over, such as one that IDLE took for its end, it is unknown
  // which data were for this one.
  const bool was_oldest = command.pending.line == server_.in_progress().oldest().pending.line;
  if (opens_mailbox(command) && was_oldest) opening();
  if (verb == "LOGOUT" && !server_.said_bye()) {
    report(line_, Fault::server, "LOGOUT was completed without BYE before it.", "3501 §6.1.3");
  }
  for (const Required& rule : required) {
    if (rule.verb != verb || command.answered || !command.command) continue;
    remark(line_, Finding::Kind::quirk,
           verb + " was completed without " + std::string(rule.data) + " data before it.",
           rule.rfc);
  }
}

void ServerJudge::opening() {
  const OpeningData data = server_.opening().value_or(OpeningData{});
  const auto rev2 = [](const std::string& name) {
    return ascii::equal_ignoring_case(name, "IMAP4rev2");
  };
  const bool needs_recent =
      std::none_of(server_.capabilities().begin(), server_.capabilities().end(), rev2);
  struct Rule {
    bool kept;
    std::string_view name;
  };
  for (const Rule& rule : {Rule{data.flags, "FLAGS"}, Rule{data.exists, "EXISTS"},
                           Rule{data.recent || !needs_recent, "RECENT"}}) {
    if (rule.kept) continue;
    report(line_, Fault::server,
           "The mailbox was opened without " + std::string(rule.name) + ", which is required.",
           "3501 §6.3.1");
  }
  // The standard requires these too, and says what a client may assume without them.
  for (const Rule& rule :
       {Rule{data.permanent_flags, "PERMANENTFLAGS"}, Rule{data.uid_next, "UIDNEXT"},
        Rule{data.uid_validity, "UIDVALIDITY"}}) {
    if (rule.kept) continue;
    remark(line_, Finding::Kind::quirk,
           "The mailbox was opened without [" + std::string(rule.name) + "].", "3501 §6.3.1");
  }
}

void ServerJudge::response(const Response& response) {
  if (const auto* request = std::get_if<ContinuationRequest>(&response)) {
    return continuation(*request);
  }
  if (const auto* data = std::get_if<Untagged>(&response)) return untagged(data->data);
  if (!line_.command) return stray_completion();
  if (const InProgress* command = server_.in_progress().find(*line_.command)) completion(*command);
}

}  // namespace

void judge_bad_without_tag(Line& line) {
  remark(line, Finding::Kind::advice,
         "BAD without a tag completes no command: the client waits on for its tagged line.",
         "3501 §7.1.3");
}

void judge_response(Line& line, const Reading& reading, const ServerSide& server, bool in_doubt) {
  ServerJudge judge(line, server);
  judge.reading(reading, in_doubt);
  if (!reading.response) return;
  judge.order();
  judge.response(*reading.response);
}

}  // namespace imapscope::judge
