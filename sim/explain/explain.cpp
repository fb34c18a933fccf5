#include "sim/explain/explain.h"

#include <algorithm>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"
#include "sim/belief/families.h"
#include "sim/belief/reading.h"
#include "sim/explain/cause/cause.h"
#include "sim/explain/explain_parts.h"
#include "sim/explain/neighbour.h"
#include "sim/explain/wording.h"
#include "sim/imap/extension_commands.h"

namespace imapscope::explain {
namespace {

std::string_view name_without_uid(std::string_view name) {
  return name.starts_with("UID ") ? name.substr(4) : name;
}

/// What a command is for, of the table or of an extension.
std::string purpose_of(const Explaining& e, std::string_view verb) {
  return e.words("commands.purpose." + ascii::to_upper(verb));
}

void explain_verb(Explaining& e) {
  const std::string name = e.line().name.empty() ? e.word() : e.line().name;
  if (name.starts_with("UID ") && e.word() == "UID") {
    e.say("prefix", e.words("explain.command.uid"), both("3501 §6.4.8", "9051 §6.4.9"));
  }
  e.lead();
  const std::string_view verb = name_without_uid(name);
  if (const CommandInfo* info = find_command(verb)) {
    e.say("command",
          e.words("explain.command.verb", {{"purpose", purpose_of(e, info->verb)},
                                           {"states", names_of(info->legal_in, ", ")}}),
          both(info->standard));
  } else if (const ExtensionCommand* extension = find_extension_command(verb)) {
    e.say("command", purpose_of(e, extension->verb), std::string(extension->rfc));
  } else {
    e.say("command", e.words("explain.command.unknown"), both("3501 §6", "9051 §6"));
  }
}

/// Words of a command that is known by name only: some are known, too.
void explain_extension(Explaining& e, const ExtensionCommand& command) {
  const std::string keys = "explain.extension_command." + std::string(command.verb) + '.';
  while (!e.at_line_end()) {
    const std::string key = keys + ascii::to_lower(e.content());
    if (!e.words().has(key)) return;
    e.say("argument", e.words(key), std::string(command.rfc));
    if (!e.at_line_end()) e.say_whole("argument", e.words("explain.extension_command.value"));
  }
}

void explain_command(Explaining& e) {
  if (e.at(wire::TokenKind::tag)) {
    e.say("tag", e.words("explain.command.tag", {{"client", e.client()}}),
          both("3501 §2.2.1", "9051 §2.2.1"));
  }
  if (!e.at_line_end()) explain_verb(e);
  if (const auto command = command_of(e.line())) {
    std::visit(
        [&](const auto& c) {
          if constexpr (requires { explain_arguments(e, c); }) explain_arguments(e, c);
        },
        *command);
  } else if (is_verb_of<Append>(e.line().name)) {
    explain_arguments(e, Append{});  // refused before its message came, and clear so far
  } else if (const auto* known = find_extension_command(name_without_uid(e.line().name))) {
    explain_extension(e, *known);
  }
}

void explain_tagged(Explaining& e, const Tagged& tagged) {
  const bool tagless = e.command() != nullptr && e.command()->kind == LineKind::unreadable;
  e.say("tag",
        e.command() == nullptr ? e.words("explain.tagged.unseen")
        : tagless              ? e.words("explain.tagged.tagless")
                               : e.words("explain.tagged.completes"),
        both("3501 §2.2.2", "9051 §2.2.2"));
  explain_status_response(e, tagged.status);
}

// Data of an extension, known by its name or not at all.
void explain_unread(Explaining& e) {
  e.lead();
  const DataInfo* info = find_data(e.word());
  if (info == nullptr) return e.say_unknown("data", e.words("explain.untagged.unknown"));
  e.say("data", e.words("responses.purpose." + std::string(info->name)), both(info->standard));
}

void explain_untagged(Explaining& e, const UntaggedData& data) {
  if (e.at(wire::TokenKind::untagged)) {
    e.say("untagged", e.words("explain.untagged.mark"), both("3501 §2.2.2", "9051 §2.2.2"));
  }
  std::visit(overloaded{
                 [&](const StatusResponse& status) { explain_status_response(e, status); },
                 [&](const UnknownData&) { explain_unread(e); },
                 [&](const auto& d) { explain_data(e, d); },
             },
             data);
}

void explain_continuation(Explaining& e) {
  const std::string name = e.command() == nullptr ? "" : e.command()->name;
  const bool sasl = is_verb_of<Authenticate>(name);
  e.lead();
  e.say("continuation_request",
        is_verb_of<Idle>(name) ? e.words("explain.continuation.idle")
        : sasl                 ? e.words("explain.continuation.sasl", {{"client", e.client()}})
                               : e.words("explain.continuation.rest", {{"client", e.client()}}),
        both("3501 §7.5", "9051 §7.6"));
  if (!e.at(wire::TokenKind::text)) return;
  if (sasl) {
    explain_challenge(e);
  } else {
    explain_words(e);
  }
}

void explain_response(Explaining& e) {
  const auto response = response_of(e.line());
  if (!response) return;
  std::visit(overloaded{
                 [&](const Tagged& tagged) { explain_tagged(e, tagged); },
                 [&](const Untagged& untagged) { explain_untagged(e, untagged.data); },
                 [&](const ContinuationRequest&) { explain_continuation(e); },
             },
             *response);
}

// The tokens of which a broken rule speaks; where it speaks of the whole line, none.
void mark_blamed(Explanation& explanation, const Line& line) {
  for (const Finding& finding : line.findings) {
    if (!finding.is_violation()) continue;
    const std::size_t end = finding.place.offset + finding.place.octets;
    for (ExplainedToken& token : explanation.tokens) {
      if (token.offset >= end || token.offset + token.octets <= finding.place.offset) continue;
      token.blamed = true;
      token.dim = false;
    }
  }
}

void explain_tokens(Explaining& e) {
  switch (e.line().kind) {
    case LineKind::command:
      explain_command(e);
      break;
    case LineKind::client_data:
      if (e.line().name == "DONE") {
        explain_done(e);
      } else {
        explain_sasl_response(e);
      }
      break;
    case LineKind::greeting:
    case LineKind::tagged:
    case LineKind::untagged:
    case LineKind::continuation_request:
      explain_response(e);
      break;
    default:
      break;
  }
  e.say_rest();
  mark_blamed(e.explanation(), e.line());
}

std::string standard_of(const Line& line) {
  if (line.kind == LineKind::command) {
    const CommandInfo* info = find_command(name_without_uid(line.name));
    if (info != nullptr) return both(info->standard);
    const ExtensionCommand* extension = find_extension_command(name_without_uid(line.name));
    return extension == nullptr ? "" : std::string(extension->rfc);
  }
  if (line.kind == LineKind::client_data) {
    return line.name == "DONE" ? both("2177 §3", "9051 §6.3.13")
                               : both("3501 §6.2.2", "9051 §6.2.2");
  }
  if (line.kind == LineKind::continuation_request) return both("3501 §7.5", "9051 §7.6");
  if (const auto condition = find_condition(line.name)) return both(info_of(*condition).standard);
  const DataInfo* data = find_data(line.name);
  return data == nullptr ? "" : both(data->standard);
}

// Keeps the tokens between these octets of a command, which cross in one row.
void keep_row(Explanation& explanation, std::size_t begin, std::size_t end) {
  std::vector<ExplainedToken>& tokens = explanation.tokens;
  std::erase_if(tokens, [&](const ExplainedToken& token) {
    return token.offset < begin || token.offset >= end;
  });
  for (ExplainedToken& token : tokens) token.offset -= begin;
}

// Whether the judge says something of that octet, and whether it is a fault.
enum class Verdict { none, doubt, fault };
Verdict verdict_on(const Line& line, std::size_t offset) {
  Verdict verdict = Verdict::none;
  for (const Finding& finding : line.findings) {
    if (finding.place.offset != offset) continue;
    verdict = std::max(verdict, finding.is_violation() ? Verdict::fault : Verdict::doubt);
  }
  return verdict;
}

// Where the line cannot be read any more, the token says so.
void mark_break(Explanation& explanation, const Line& line, const words::Words& words) {
  const bool whole = line.landed && line.note.empty();
  const auto error = whole ? error_of(line) : std::nullopt;
  const Verdict verdict = error ? verdict_on(line, error->offset) : Verdict::none;
  if (verdict == Verdict::none) return;
  std::vector<ExplainedToken>& tokens = explanation.tokens;
  const auto at = std::find_if(tokens.begin(), tokens.end(), [&](const ExplainedToken& token) {
    return error->offset < token.offset + token.octets;
  });
  if (at == tokens.end()) return;
  const bool fault = verdict == Verdict::fault;
  at->breaks = true;
  at->dim = false;
  const std::string expected = words(error->expected.said());
  at->meaning =
      fault ? words("explain.break.fault", {{"expected", expected}, {"meaning", at->meaning}})
            : words("explain.break.doubt", {{"expected", expected}, {"meaning", at->meaning}});
  at->rfc = error->rfc;
  explanation.leading = static_cast<std::size_t>(at - tokens.begin());
}

Explanation explain_literal(const Timeline& timeline, const Line& row, const words::Words& words) {
  const Line& command = timeline.lines()[row.command->value];
  Explaining e(timeline, command, words);
  explain_tokens(e);
  Explanation& explanation = e.explanation();
  const std::size_t begin = row.stream_offset - command.stream_offset;
  keep_row(explanation, begin, begin + row.bytes.size());
  explanation.leading = 0;
  explanation.why = carried_why(e, why_literal(e, command));
  explanation.rfc = both("3501 §4.3", "9051 §4.3");
  return std::move(explanation);
}

}  // namespace

Explanation explain(const Timeline& timeline, LineId id, const words::Words& words) {
  if (id.value >= timeline.lines().size()) return {};
  const Line& line = timeline.lines()[id.value];
  if (line.protocol != Protocol::imap) return explain_neighbour(timeline, line, words);
  if (line.kind == LineKind::literal) return explain_literal(timeline, line, words);
  Explaining e(timeline, line, words);
  explain_tokens(e);
  Explanation& explanation = e.explanation();
  if (line.head_octets != 0) keep_row(explanation, 0, line.head_octets);
  explanation.why = carried_why(e, why(e));
  explanation.rfc = standard_of(line);
  mark_break(explanation, line, words);
  if (explanation.leading >= explanation.tokens.size()) explanation.leading = 0;
  return std::move(explanation);
}

}  // namespace imapscope::explain
