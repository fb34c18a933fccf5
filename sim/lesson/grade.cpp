#include "sim/lesson/grade.h"

#include <algorithm>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"
#include "sim/lesson/wire_text.h"
#include "sim/wire/parse.h"

namespace imapscope::lesson {
namespace {

constexpr std::string_view nothing = "nothing";

std::string next_line(const Evidence& evidence) {
  return evidence.landed().empty() ? std::string(nothing)
                                   : wire_text(evidence.landed().front()->bytes);
}

std::string state_text(const Evidence& evidence) {
  const auto belief = evidence.belief();
  return std::string(name_of(belief ? belief->state : State::logout));
}

std::string count_text(const Evidence& evidence) {
  const auto belief = evidence.belief();
  const bool known = belief && belief->mailbox && belief->mailbox->exists_known;
  return known ? std::to_string(belief->mailbox->messages.size()) : "unknown";
}

std::string expunge_numbers(const Evidence& evidence) {
  std::string numbers;
  for (const observer::Line* line : evidence.landed()) {
    if (line->name != "EXPUNGE" || line->kind != observer::LineKind::untagged) continue;
    const std::string text = wire_text(line->bytes);  // "* 3 EXPUNGE"
    if (!numbers.empty()) numbers += ", ";
    numbers += text.substr(2, text.find(' ', 2) - 2);
  }
  return numbers.empty() ? "none" : numbers;
}

const Option* option_that_happened(const Ask& ask) {
  for (const Option& option : ask.options) {
    if (option.grade == Grade::happened) return &option;
  }
  return nullptr;
}

// ---- the same line in other words ----

/// A server is free in the text of a status response, and a learner need not know its code.
bool same(const StatusResponse& typed, const StatusResponse& came) {
  return typed.condition == came.condition && (!typed.code || typed.code == came.code);
}

bool same(const Response& typed, const Response& came) {
  if (const auto* a = std::get_if<Tagged>(&typed)) {
    const auto* b = std::get_if<Tagged>(&came);
    return b != nullptr && a->tag == b->tag && same(a->status, b->status);
  }
  const auto* a = std::get_if<Untagged>(&typed);
  const auto* b = std::get_if<Untagged>(&came);
  if (a == nullptr || b == nullptr) return typed.index() == came.index();
  const auto* status = std::get_if<StatusResponse>(&a->data);
  const auto* came_status = std::get_if<StatusResponse>(&b->data);
  if (status != nullptr && came_status != nullptr) return same(*status, *came_status);
  return a->data == b->data;
}

bool same_line(const std::string& typed, const observer::Line& came) {
  if (ascii::equal_ignoring_case(typed, wire_text(came.bytes))) return true;
  const auto a = wire::parse_response(wire_bytes(typed));
  const auto b = wire::parse_response(came.bytes);
  return a && b && same(a->value, b->value);
}

// ---- would it have been legal? ----

/// Octets that the trace holds of this connection's direction to the client, before event `end`.
std::uint64_t octets_before(const trace::Trace& trace, trace::ConnectionId connection,
                            std::size_t end) {
  std::uint64_t octets = 0;
  for (std::size_t i = 0; i < end; ++i) {
    const trace::Event& event = trace.events[i];
    const auto* payload = std::get_if<trace::Payload>(&event.what);
    const bool counts = event.connection == connection &&
                        event.direction == trace::Direction::to_client && payload != nullptr;
    if (counts) octets += payload->bytes.size();
  }
  return octets;
}

/// The traffic as it was, up to the first line of the evidence, and that line replaced.
trace::Trace with_line_instead(const std::string& line, const Evidence& evidence) {
  const trace::Trace& trace = evidence.trace();
  const observer::Line& came = *evidence.landed().front();
  const auto first = trace.events.begin() + static_cast<std::ptrdiff_t>(came.first_event);
  trace::Trace other{trace.header, {trace.events.begin(), first}, {}};
  trace::Event event = *first;
  const std::uint64_t begins = octets_before(trace, came.connection, came.first_event);
  std::string& bytes = std::get<trace::Payload>(event.what).bytes;
  bytes = bytes.substr(0, came.stream_offset - begins) + wire_bytes(line);
  other.events.push_back(std::move(event));
  return other;
}

/// The traffic as it was, and the line at its end.
trace::Trace with_line_added(const std::string& line, const Evidence& evidence) {
  trace::Trace other{evidence.trace().header, {}, {}};
  for (const trace::Event& event : evidence.trace().events) {
    if (event.sent <= evidence.ends()) other.events.push_back(event);
  }
  if (evidence.connection()) {
    other.events.push_back({*evidence.connection(), trace::Direction::to_client, evidence.ends(),
                            evidence.ends(), trace::Payload{wire_bytes(line), {}, {}}});
  }
  return other;
}

std::string sentence(const std::string& message, std::string_view rfc) {
  return rfc.empty() ? message : message + " (RFC " + std::string(rfc) + ")";
}

/// Data, or an item of FETCH, that no standard known here describes; no extension was switched on
/// that could explain it.
bool is_unknown(const std::string& line) {
  const auto response = wire::parse_response(wire_bytes(line));
  if (!response) return false;
  const auto* untagged = std::get_if<Untagged>(&response->value);
  if (untagged == nullptr) return false;
  if (std::holds_alternative<UnknownData>(untagged->data)) return true;
  const auto* fetch = std::get_if<FetchData>(&untagged->data);
  return fetch != nullptr &&
         std::any_of(fetch->items.begin(), fetch->items.end(), [](const FetchedItem& item) {
           return std::holds_alternative<FetchedOther>(item);
         });
}

Verdict verdict_on_last_line(const trace::Trace& trace) {
  const observer::Timeline timeline(trace);
  if (timeline.lines().empty()) return {};
  const trace::Event& last = trace.events.back();
  const observer::Line* line = nullptr;
  for (const observer::Line& each : timeline.lines()) {
    const bool is_its = each.connection == last.connection && each.direction == last.direction &&
                        each.last_event + 1 == trace.events.size();
    if (is_its) line = &each;
  }
  if (line == nullptr) {
    return {Grade::illegal, "This is no complete line of the protocol. (RFC 3501 §2.2)"};
  }
  for (const observer::Violation& violation : line->violations) {
    if (violation.fault == observer::Fault::server) {
      return {Grade::illegal, sentence(violation.message, violation.rfc)};
    }
  }
  if (line->kind == observer::LineKind::unreadable) {
    return {Grade::illegal, "No line of IMAP begins like this. (RFC 3501 §2.2.2)"};
  }
  return {Grade::legal, "The standard allows it here, but it is not what came."};
}

/// Silence, although something came.
Verdict judge_silence(const Evidence& evidence) {
  if (evidence.landed().front()->kind == observer::LineKind::greeting) {
    return {Grade::illegal, "A session begins with the server's greeting. (RFC 3501 §2.2)"};
  }
  for (const observer::Line* line : evidence.landed()) {
    if (line->kind != observer::LineKind::tagged) continue;
    return {Grade::illegal,
            "A server completes every command with a line that bears its tag. (RFC 3501 §2.2.2)"};
  }
  return {Grade::legal, "A server may stay silent for a while, but this time it did not."};
}

std::string trimmed(std::string text) {
  constexpr const char* blanks = " \t\r\n";
  text.erase(0, std::min(text.size(), text.find_first_not_of(blanks)));
  text.erase(text.find_last_not_of(blanks) + 1);
  if (text.starts_with("S: ")) text.erase(0, 3);
  return text;
}

}  // namespace

std::string happened(const Ask& ask, const Evidence& evidence) {
  switch (ask.predict) {
    case Predict::line:
      return next_line(evidence);
    case Predict::state:
      return state_text(evidence);
    case Predict::count:
      return count_text(evidence);
    case Predict::expunges:
      return expunge_numbers(evidence);
    case Predict::words:
      break;
  }
  const Option* option = option_that_happened(ask);
  return option == nullptr ? std::string(nothing) : option->line;
}

Verdict judge(const std::string& typed, const Evidence& evidence) {
  const std::string line = trimmed(typed);
  const bool silence = line.empty() || ascii::equal_ignoring_case(line, nothing);
  const bool silent = evidence.landed().empty();
  if (silent && silence) return {Grade::happened, "Nothing came."};
  if (silence) return judge_silence(evidence);
  if (is_unknown(line)) {
    return {Grade::illegal, "The standard has no response of this form. (RFC 3501 §7)"};
  }
  if (silent) return verdict_on_last_line(with_line_added(line, evidence));
  if (same_line(line, *evidence.landed().front())) {
    return {Grade::happened, "This is the line that came."};
  }
  return verdict_on_last_line(with_line_instead(line, evidence));
}

const Option* option_named(const Ask& ask, const std::string& typed) {
  const std::string wanted = trimmed(typed);
  for (const Option& option : ask.options) {
    if (ascii::equal_ignoring_case(option.line, wanted)) return &option;
  }
  return nullptr;
}

Answer grade(const Ask& ask, const Prediction& prediction, const Evidence& evidence) {
  const std::string came = happened(ask, evidence);
  const auto* typed = std::get_if<std::string>(&prediction);
  const Option* option = typed != nullptr ? option_named(ask, *typed)
                                          : &ask.options[std::get<std::size_t>(prediction)];
  if (option != nullptr) return {prediction, option->grade, in_language(option->why, "en"), came};
  const Verdict verdict = judge(*typed, evidence);
  return {prediction, verdict.grade, verdict.rule, came};
}

}  // namespace imapscope::lesson
