#include "sim/judge/server_conduct.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>

#include "sim/base/ascii.h"
#include "sim/base/base64.h"
#include "sim/base/line_end.h"
#include "sim/base/overloaded.h"
#include "sim/belief/place.h"
#include "sim/imap/extension_commands.h"
#include "sim/judge/answers.h"
#include "sim/judge/mailbox_rules.h"
#include "sim/judge/report.h"

namespace imapscope::judge {

using namespace observer;  // whose things are judged
using rules::Named;

namespace {

bool names_mailboxes(const Line& line) {
  const DataInfo* data = line.kind == LineKind::untagged ? find_data(line.name) : nullptr;
  return data != nullptr && data->about == About::any_mailbox;
}

// RFC 5182 §2.1: of SEARCH RETURN (SAVE) nothing has to be told; other extensions may say so, too.
bool must_be_answered(const InProgressAtServer& command) {
  if (!command.command) return false;
  if (const auto* sort = std::get_if<Sort>(command.command.get())) return !sort->search.returns;
  const auto* search = std::get_if<Search>(command.command.get());
  return search == nullptr || search->other_returns.empty();
}

/// Word for word: IMAP4rev2 implies LITERAL-, and may stand beside LITERAL+.
bool names(const CapabilityData& data, std::string_view capability) {
  return std::any_of(data.names.begin(), data.names.end(), [capability](const std::string& name) {
    return ascii::equal_ignoring_case(name, capability);
  });
}

/// What stands behind `+`.
rules::Place place_of_challenge(std::string_view bytes) {
  const std::size_t begin = std::min(bytes.find_first_not_of("+ "), bytes.size());
  return {begin, without_line_ends(bytes.substr(begin)).size()};
}

/// How many octets the literal has that ends at `offset`; nothing: none does.
std::optional<std::uint64_t> literal_before(std::string_view bytes, std::size_t offset) {
  for (std::size_t brace = bytes.find('{'); brace < offset; brace = bytes.find('{', brace + 1)) {
    std::uint64_t octets = 0;
    const char* const end = bytes.data() + bytes.size();
    const auto [digits, error] = std::from_chars(bytes.data() + brace + 1, end, octets);
    if (error != std::errc()) continue;
    const std::string_view rest(digits, static_cast<std::size_t>(end - digits));
    const auto behind = static_cast<std::size_t>(digits - bytes.data()) + 3;  // }, CR, LF
    if (rest.starts_with("}\r\n") && behind + octets == offset) return octets;
  }
  return std::nullopt;
}

class ServerJudge {
 public:
  ServerJudge(Line& line, const ServerSide& server)
      : line_(line), server_(server), extensions_{server.capabilities(), server.enabled()} {}

  void reading(const Reading& reading, bool in_doubt);
  void order();
  void response(const Response& response);
  void finish() {
    const bool shifts = line_.bytes.find("-&") != line_.bytes.npos;
    const bool is_ascii = line_.texts == Texts::ascii;
    if (shifts && is_ascii && names_mailboxes(line_)) report_superfluous_shift(line_);
    cite(line_, extensions_);
  }

 private:
  void challenge(std::string_view text);
  void code(const StatusResponse& status);
  void validity(const MailboxName& name, UidValidity value);
  void status(const StatusData& data);
  void continuation(const ContinuationRequest& request);
  void untagged(const UntaggedData& data);
  void expunge(const ExpungeData& data);
  void vanished(const VanishedData& data);
  void removal();
  void exists(const Exists& data);
  void fetch(const FetchData& data);
  void capabilities(const CapabilityData& data);
  void place(const DataInfo& data);
  void stray_completion();
  void completion(const InProgressAtServer& command);
  void opening();

  Line& line_;
  const ServerSide& server_;
  Extensions extensions_;
};

void ServerJudge::reading(const Reading& reading, bool in_doubt) {
  for (const wire::Quirk& quirk : reading.quirks) {
    if (quirk.kind == wire::QuirkKind::odd_tag && line_.command) continue;  // it is the client's
    report(line_, quirk);
  }
  if (!reading.error || in_doubt) return;
  const bool certain = line_.kind == LineKind::unreadable || server_.speaks_known_extensions_only();
  const std::size_t offset = reading.error->offset;
  if (const auto octets = literal_before(line_.bytes, offset)) {
    return line_.report("literal_miscounted", {{"count", *octets}}, place_at(line_.bytes, offset));
  }
  line_.report(certain ? Named("response_grammar") : Named("response_grammar_perhaps"),
               {{"expected", reading.error->expected.said()}}, place_at(line_.bytes, offset));
  line_.findings.back().rfc = reading.error->rfc;
}

void ServerJudge::order() {
  if (!server_.spoke() && !server_.incomplete() && line_.kind != LineKind::greeting) {
    line_.report("greeting_missing");
  }
  const bool bad_greeting = line_.kind == LineKind::greeting &&
                            (line_.condition == Condition::no || line_.condition == Condition::bad);
  if (bad_greeting)
    line_.report("greeting_condition", {{"condition", line_.name}}, place_of_name(line_));
  if (server_.said_bye() && line_.kind != LineKind::tagged) {
    line_.report("spoke_after_bye");
  }
}

void ServerJudge::untagged(const UntaggedData& data) {
  const DataInfo* info = find_data(name_of(data));
  if (info != nullptr && info->numbered) place(*info);
  judge_mailbox_data(line_, data, server_, extensions_);
  const bool by_number =
      std::holds_alternative<FetchData>(data) || std::holds_alternative<ExpungeData>(data);
  if (by_number && extensions_.is_on("UIDONLY")) {
    line_.report("number_told_under_uidonly", {{"data", line_.name}}, place_of_name(line_));
  }
  std::visit(overloaded{
                 [&](const ExpungeData& d) { expunge(d); },
                 [&](const VanishedData& d) { vanished(d); },
                 [&](const Exists& d) { exists(d); },
                 [&](const FetchData& d) { fetch(d); },
                 [&](const CapabilityData& d) { capabilities(d); },
                 [&](const StatusResponse& d) { code(d); },
                 [&](const StatusData& d) { status(d); },
                 [](const auto&) {},
             },
             data);
}

void ServerJudge::code(const StatusResponse& status) {
  const auto* code = status.code ? std::get_if<CodeUidValidity>(&*status.code) : nullptr;
  if (code == nullptr || server_.incomplete()) return;
  if (const MailboxName* name = server_.opens()) return validity(*name, code->value);
  const auto& before = server_.validity();
  if (!before || *before == code->value) return;
  line_.report("uidvalidity_in_session", {{"before", before->value}, {"now", code->value.value}},
               place_of_number(line_.bytes, code->value.value));
}

void ServerJudge::status(const StatusData& data) {
  for (const auto& [item, value] : data.values) {
    if (item != StatusItem::uid_validity) continue;
    validity(data.mailbox, UidValidity{static_cast<std::uint32_t>(value)});
  }
}

// RFC 3501 §2.3.1.1: UIDs should persist. Somebody else may have made the mailbox anew, though.
void ServerJudge::validity(const MailboxName& name, UidValidity value) {
  const auto before = server_.validity_of(name);
  if (!before || *before == value || server_.incomplete()) return;
  line_.report("uidvalidity_changed",
               {{"mailbox", name.utf8()}, {"before", before->value}, {"now", value.value}},
               place_of_number(line_.bytes, value.value));
}

// Data about messages need an open mailbox, or one that is being opened.
void ServerJudge::place(const DataInfo& data) {
  if (server_.incomplete() || server_.state() == State::selected ||
      server_.in_progress().any_that(Role::opens))
    return;
  line_.report("no_mailbox_open", {{"data", line_.name}}, place_of_name(line_));
  line_.findings.back().rfc = extensions_.rev2() ? data.standard.rev2 : data.standard.rev1;
}

void ServerJudge::expunge(const ExpungeData& data) {
  if (!server_.incomplete() && server_.exists() && data.number.value > *server_.exists()) {
    line_.report("expunge_beyond_exists",
                 {{"number", data.number.value}, {"count", *server_.exists()}},
                 place_of_number(line_.bytes, data.number.value));
  }
  removal();
}

// RFC 7162 §3.2.10: once it is enabled, and as EXPUNGE is; (EARLIER) moves no numbers.
void ServerJudge::vanished(const VanishedData& data) {
  if (data.earlier) return;
  const bool may_be_on = server_.incomplete() || extensions_.is_on("QRESYNC") ||
                         extensions_.is_on("UIDONLY") || server_.expunges_at_any_time();
  if (!may_be_on) line_.report("vanished_not_enabled", {}, place_of_name(line_));
  removal();
}

// Whether a number may change its meaning now (RFC 3501 §7.4.1).
void ServerJudge::removal() {
  if (server_.expunges_at_any_time()) return;
  if (server_.in_progress().empty()) {
    if (server_.incomplete()) return;  // there may be one that was not seen
    return line_.report("expunge_unasked", {}, place_of_name(line_));
  }
  if (server_.incomplete() || server_.in_progress().any_that(Role::renumbers)) return;
  const CommandInProgress& oldest = server_.in_progress().oldest().facts;
  line_.report("expunge_during_numbers", {{"command", oldest.verb}, {"tag", oldest.tag}},
               place_of_name(line_));
}

void ServerJudge::exists(const Exists& data) {
  if (server_.incomplete() || server_.in_progress().any_that(Role::opens)) return;
  if (!server_.exists() || data.count >= *server_.exists()) return;
  line_.report("exists_fell", {{"before", *server_.exists()}, {"now", data.count}},
               place_of_number(line_.bytes, data.count));
}

void ServerJudge::fetch(const FetchData& data) {
  if (!server_.incomplete() && server_.exists() && data.number.value > *server_.exists()) {
    line_.report("fetch_beyond_exists",
                 {{"number", data.number.value}, {"count", *server_.exists()}},
                 place_of_number(line_.bytes, data.number.value));
  }
  if (!server_.announced()) return;
  for (const FetchedItem& item : data.items) {
    const auto* fetched = std::get_if<FetchedFlags>(&item);
    if (fetched == nullptr) continue;
    for (const Flag& flag : fetched->flags) {
      if (flag == flags::recent || server_.announced()->contains(flag)) continue;
      line_.report("flag_not_listed", {{"flag", flag.name}}, place_of_word(line_.bytes, flag.name));
    }
  }
}

// RFC 3501 §6.2.2: what AUTHENTICATE asks is base64, or nothing.
void ServerJudge::challenge(std::string_view text) {
  const InProgressAtServer* command =
      line_.command ? server_.in_progress().find(*line_.command) : nullptr;
  if (command == nullptr || !is_verb_of<Authenticate>(command->facts.verb)) return;
  if (!line_.masked.empty() || decode_base64(text)) return;
  line_.report("challenge_not_base64", {}, place_of_challenge(line_.bytes));
}

void ServerJudge::continuation(const ContinuationRequest& request) {
  challenge(request.text);
  if (server_.incomplete() || server_.in_progress().any_that(Role::asks)) return;
  line_.report("continuation_unasked");
}

void ServerJudge::capabilities(const CapabilityData& data) {
  if (names(data, "LITERAL+") && names(data, "LITERAL-")) {
    line_.report("literals_announced_twice", {}, place_of_word(line_.bytes, "LITERAL-"));
  }
  if (!line_.is_protected || !holds(data.names, "STARTTLS")) return;
  line_.report("starttls_announced_again", {}, place_of_word(line_.bytes, "STARTTLS"));
}

void ServerJudge::stray_completion() {
  if (server_.incomplete()) return;
  const bool again = server_.has_completed(line_.tag);
  line_.report(again ? Named("completed_twice") : Named("tag_unknown"), {{"tag", line_.tag}},
               place_of_tag(line_.bytes));
}

void ServerJudge::completion(const InProgressAtServer& command) {
  if (line_.condition == Condition::no && is_verb_of<Unauthenticate>(command.facts.verb)) {
    line_.report("unauthenticate_refused", {}, place_of_name(line_));
  }
  if (line_.condition != Condition::ok || server_.incomplete()) return;
  const std::string& verb = command.facts.verb;
  // Behind a command that was passed over, such as one that IDLE took for its end, it is unknown
  // which data were for this one.
  const bool was_oldest = command.facts.line == server_.in_progress().oldest().facts.line;
  if (opens_mailbox(command) && was_oldest) opening();
  if (journey_of(verb).ok == Passage::leave && !server_.said_bye()) {
    line_.report("logout_without_bye");
  }
  const auto form = find_form(verb);
  std::string_view wanted = form ? form->info->brings : std::string_view();
  // RFC 9051 §6.4.4: by ESEARCH, whether SEARCH came, too, or not.
  const bool by_esearch = extensions_.rev2() && is_verb_of<Search>(verb);
  if (by_esearch) wanted = name_of_data<EsearchData>();
  const bool answered = by_esearch ? command.esearched : command.answered;
  if (wanted.empty() || answered || !must_be_answered(command)) return;
  line_.report("answer_missing", {{"command", verb}, {"data", std::string(wanted)}});
  const Standard& standard = form->info->standard;
  line_.findings.back().rfc = extensions_.rev2() ? standard.rev2 : standard.rev1;
}

void ServerJudge::opening() {
  const OpeningData data = server_.opening().value_or(OpeningData{});
  const bool needs_recent = !extensions_.offers("IMAP4rev2") && !extensions_.rev2();
  struct Rule {
    bool kept;
    std::string_view name;
  };
  for (const Rule& rule : {Rule{data.flags, "FLAGS"}, Rule{data.exists, "EXISTS"},
                           Rule{data.recent || !needs_recent, "RECENT"},
                           Rule{data.list || !extensions_.rev2(), "LIST"}}) {
    if (rule.kept) continue;
    line_.report("opened_without_data", {{"data", std::string(rule.name)}});
  }
  if (extensions_.rev2() && data.leaves && !data.closed) line_.report("closed_missing");
  // The standard requires these too, and says what a client may assume without them.
  for (const Rule& rule :
       {Rule{data.permanent_flags, "PERMANENTFLAGS"}, Rule{data.uid_next, "UIDNEXT"},
        Rule{data.uid_validity, "UIDVALIDITY"}}) {
    if (rule.kept) continue;
    line_.report("opened_without_code", {{"code", std::string(rule.name)}});
  }
}

void ServerJudge::response(const Response& response) {
  if (const auto* request = std::get_if<ContinuationRequest>(&response)) {
    return continuation(*request);
  }
  if (const auto* data = std::get_if<Untagged>(&response)) return untagged(data->data);
  if (!line_.command) return stray_completion();
  if (const InProgressAtServer* command = server_.in_progress().find(*line_.command))
    completion(*command);
}

/// RETURN is part of the grammar since ESEARCH (RFC 4731): a server without it need not know it.
bool needs_esearch(const Line& line) {
  const auto command = command_of(line);
  const auto* search = command == nullptr ? nullptr : std::get_if<Search>(command.get());
  return search != nullptr && search->returns;
}

}  // namespace

void judge_refusal(Line& completion, const Line& command, const ServerSide& server) {
  const bool judged =
      !has(command.name, Trait::holds_secret) && !has(command.name, Trait::dialogue);
  if (!judged || command.kind != LineKind::command || !command.findings.empty()) return;
  if (find_extension_command(command.name) != nullptr || error_of(command)) return;
  const auto form = find_form(command.name);
  const std::string_view capability = form ? form->info->capability : std::string_view();
  if (!capability.empty() && !holds(server.capabilities(), capability)) return;
  if (!holds(server.capabilities(), "ESEARCH") && needs_esearch(command)) return;
  // Of what was not seen it may come in the wrong state, or name a message that is not there.
  if (server.incomplete()) return;
  // It was lawful when it was sent, had the one before it not failed.
  if (form && server.state() && !form->info->legal_in.contains(*server.state())) return;
  completion.report("lawful_command_refused", {{"command", command.name}});
}

void judge_bad_without_tag(Line& line) {
  line.report("bad_without_tag");
}

void judge_response(Line& line, const Reading& reading, const ServerSide& server, bool in_doubt) {
  ServerJudge judge(line, server);
  judge.reading(reading, in_doubt);
  if (reading.response) {
    judge.order();
    judge.response(*reading.response);
    judge_answer(line, *reading.response, server);
  }
  judge.finish();
}

}  // namespace imapscope::judge
