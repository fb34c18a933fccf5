#include "sim/lesson/judge.h"

#include <algorithm>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/wire/line_text.h"
#include "sim/wire/parse.h"

namespace imapscope::lesson {
namespace {

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
  if (ascii::equal_ignoring_case(typed, wire::line_text(came.bytes).head)) return true;
  const auto a = wire::parse_response(wire::line_bytes(typed));
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
  bytes = bytes.substr(0, static_cast<std::size_t>(came.stream_offset - begins)) +
          wire::line_bytes(line);
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
                            evidence.ends(), trace::Payload{wire::line_bytes(line), {}, {}}});
  }
  return other;
}

/// An item of FETCH that no standard known here describes.
bool is_unknown(const FetchedItem& item) {
  return std::holds_alternative<FetchedOther>(item);
}

bool is_unknown(const Response& response) {
  const auto* untagged = std::get_if<Untagged>(&response);
  if (untagged == nullptr) return false;
  if (std::holds_alternative<UnknownData>(untagged->data)) return true;
  const auto* fetch = std::get_if<FetchData>(&untagged->data);
  return fetch != nullptr && std::any_of(fetch->items.begin(), fetch->items.end(),
                                         [](const FetchedItem& item) { return is_unknown(item); });
}

/// Whether the standard has such a line at all, whatever the moment; nothing where it has.
std::optional<Verdict> judge_form(const std::string& line) {
  const auto response = wire::parse_response(wire::line_bytes(line));
  if (!response) {
    const wire::SyntaxError& error = response.error();
    return illegal({"lesson.judge.no_line",
                    {{"column", error.offset + 1}, {"expected", error.expected.said()}}},
                   error.rfc);
  }
  // No extension was switched on that could explain it.
  if (!is_unknown(response->value)) return std::nullopt;
  return illegal(Said("lesson.judge.no_such_form"), "3501 §7");
}

Verdict verdict_on_last_line(const trace::Trace& trace) {
  const observer::Timeline timeline(trace);
  const trace::Event& last = trace.events.back();
  const observer::Line* line = nullptr;
  for (const observer::Line& each : timeline.lines()) {
    const bool is_its = each.connection == last.connection && each.direction == last.direction &&
                        each.last_event + 1 == trace.events.size();
    if (is_its) line = &each;
  }
  if (line == nullptr) return {};
  for (const observer::Finding& finding : line->findings) {
    if (finding.is_violation() && finding.rule->whose == observer::Fault::server) {
      return illegal(rules::said(finding), finding.source());
    }
  }
  return {Grade::legal, Said("lesson.judge.allowed")};
}

/// Silence, although something came.
Verdict judge_silence(const Evidence& evidence) {
  if (evidence.landed().front()->kind == observer::LineKind::greeting) {
    return illegal(Said("lesson.judge.greeting_due"), "3501 §2.2");
  }
  for (const observer::Line* line : evidence.landed()) {
    if (line->kind != observer::LineKind::tagged) continue;
    return illegal(Said("lesson.judge.completion_due"), "3501 §2.2.2");
  }
  return {Grade::legal, Said("lesson.judge.spoke")};
}

}  // namespace

Verdict illegal(Said why, std::string_view rfc) {
  if (rfc.empty()) return {Grade::illegal, std::move(why)};
  return {Grade::illegal,
          Said("lesson.judge.by_rfc", {{"why", std::move(why)}, {"rfc", std::string(rfc)}})};
}

std::string line_of(std::string text) {
  constexpr const char* blanks = " \t\r\n";
  text.erase(0, std::min(text.size(), text.find_first_not_of(blanks)));
  text.erase(text.find_last_not_of(blanks) + 1);
  if (text.starts_with("S: ")) text.erase(0, 3);
  return text;
}

Verdict judge(const std::string& typed, const Evidence& evidence) {
  const std::string line = line_of(typed);
  const bool silence = line.empty() || ascii::equal_ignoring_case(line, nothing);
  const bool silent = evidence.landed().empty();
  if (silent && silence) return {Grade::happened, Said("lesson.judge.silent")};
  if (silence) return judge_silence(evidence);
  if (!evidence.connection()) {
    return illegal(Said("lesson.judge.not_connected"), "3501 §2.2");
  }
  if (!silent && same_line(line, *evidence.landed().front())) {
    return {Grade::happened, Said("lesson.judge.came")};
  }
  if (const auto verdict = judge_form(line)) return *verdict;
  if (silent) return verdict_on_last_line(with_line_added(line, evidence));
  return verdict_on_last_line(with_line_instead(line, evidence));
}

}  // namespace imapscope::lesson
