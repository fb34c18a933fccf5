// Traces by hand, as a dialogue: who said what, and how long it flew.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/explain/explain.h"
#include "sim/observer/timeline.h"
#include "sim/trace/trace.h"

namespace imapscope::observer {

using explain::ExplainedToken;
using explain::Explanation;

/// In English.
inline Explanation explain(const Timeline& timeline, LineId line) {
  return explain::explain(timeline, line, words::Words("en"));
}

class TraceBuilder {
 public:
  explicit TraceBuilder(Duration flight = milliseconds(20)) : flight_(flight) { opened(); }

  TraceBuilder& client(std::string_view line) {
    return add(trace::Direction::to_server, std::string(line) + "\r\n");
  }
  TraceBuilder& server(std::string_view line) {
    return add(trace::Direction::to_client, std::string(line) + "\r\n");
  }
  /// Octets as they are, without a line end.
  TraceBuilder& raw(trace::Direction direction, std::string_view bytes) {
    return add(direction, std::string(bytes));
  }
  TraceBuilder& event(trace::Direction direction, trace::What what) {
    trace_.events.push_back({connection_, direction, now_, now_ + flight_, std::move(what)});
    return after(step_);
  }
  TraceBuilder& lost(trace::Direction direction, std::string_view bytes) {
    trace_.events.push_back(
        {connection_, direction, now_, {}, trace::Payload{std::string(bytes), {}, {}}});
    return after(step_);
  }
  /// Time passes. Without it, each line is sent when the one before has landed.
  TraceBuilder& after(Duration time) {
    now_ = now_ + time;
    return *this;
  }
  /// From here on a line is sent this long after the one before: 0 is the same instant.
  TraceBuilder& every(Duration step) {
    step_ = step;
    return *this;
  }
  TraceBuilder& on(std::uint32_t connection) {
    connection_ = {connection};
    return *this;
  }
  TraceBuilder& opened(std::string client = "phone", Protocol protocol = Protocol::imap) {
    return event(trace::Direction::to_server, trace::Opened{std::move(client), "server", protocol});
  }
  TraceBuilder& one_tap() {
    trace_.header.clocking = trace::Clocking::one_tap;
    flight_ = {};
    for (trace::Event& event : trace_.events) event.landed = event.sent;
    return *this;
  }
  /// Greeting and LOGIN.
  TraceBuilder& logged_in() {
    return server("* OK ready").client("a1 LOGIN ada secret").server("a1 OK done");
  }
  /// The same, and INBOX with so many messages.
  TraceBuilder& selected(std::uint32_t exists = 3) {
    logged_in().client("a2 SELECT INBOX");
    server("* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)");
    server("* " + std::to_string(exists) + " EXISTS").server("* 0 RECENT");
    server("* OK [PERMANENTFLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft \\*)] kept");
    server("* OK [UIDVALIDITY 7] stable").server("* OK [UIDNEXT 51] next");
    return server("a2 OK [READ-WRITE] SELECT completed");
  }

  [[nodiscard]] const trace::Trace& trace() const { return trace_; }
  [[nodiscard]] Timeline timeline() const { return Timeline(trace_); }
  [[nodiscard]] Instant now() const { return now_; }

 private:
  TraceBuilder& add(trace::Direction direction, std::string bytes) {
    return event(direction, trace::Payload{std::move(bytes), {}, {}});
  }

  trace::Trace trace_;
  trace::ConnectionId connection_{1};
  Duration flight_;
  Duration step_ = milliseconds(30);
  Instant now_{};
};

/// What the client of connection 1 believes at the end.
inline SessionBelief belief_at_end(const Timeline& timeline) {
  return timeline.beliefs_after(timeline.moments().size())->at(trace::ConnectionId{1});
}

/// Every broken rule of every line, and who is at fault: "server: exists_fell".
inline std::vector<std::string> faults(const Timeline& timeline) {
  std::vector<std::string> all;
  for (const Line& line : timeline.lines()) {
    for (const Finding& finding : line.findings) {
      if (!finding.is_violation()) continue;
      const char* who = finding.rule->whose == Fault::client ? "client: " : "server: ";
      all.push_back(who + std::string(finding.id()));
    }
  }
  return all;
}

/// Everything that is remarked and is no fault, by its rule.
inline std::vector<std::string> remarks(const Timeline& timeline) {
  std::vector<std::string> all;
  for (const Line& line : timeline.lines()) {
    for (const Finding& finding : line.findings) {
      if (!finding.is_violation()) all.emplace_back(finding.id());
    }
  }
  return all;
}

/// One fault: this rule is broken, whose fault that is.
inline bool only_fault(const Timeline& timeline, std::string_view who, rules::Named rule) {
  return faults(timeline) == std::vector{std::string(who) + ": " + std::string(rule.rule().id)};
}

inline const Line& line_of(const Timeline& timeline, std::string_view beginning) {
  for (const Line& line : timeline.lines()) {
    if (line.bytes.starts_with(beginning)) return line;
  }
  static const Line none{};
  return none;
}

/// The explanation of the token that is shown so, in the line that begins so.
inline ExplainedToken token_of(const Timeline& timeline, std::string_view beginning,
                               std::string_view shown) {
  const Explanation explanation = explain(timeline, line_of(timeline, beginning).id);
  for (const ExplainedToken& token : explanation.tokens) {
    if (token.shown == shown) return token;
  }
  return {};
}

}  // namespace imapscope::observer
