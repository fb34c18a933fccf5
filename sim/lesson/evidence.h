// Evidence: what reached one client in a stretch of time. Questions are decided by it, and
// expectations are checked against it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/belief/line.h"
#include "sim/lesson/model.h"
#include "sim/observer/timeline.h"

namespace imapscope::lesson {

class Evidence {
 public:
  /// What landed at `client` after `from`, up to and with `to`. `trace` must outlive it.
  Evidence(const trace::Trace& trace, std::string client, Instant from, Instant to);

  /// The lines, in the order in which they landed. Valid as long as the evidence.
  [[nodiscard]] const std::vector<const observer::Line*>& landed() const { return landed_; }
  /// What the client believes at the end; nothing where it never connected.
  [[nodiscard]] std::optional<observer::SessionBelief> belief() const;

  // ---- before the first of the lines, as the client believed ----

  /// Greeting, where it had no connection yet.
  [[nodiscard]] State state_before() const;
  /// How many messages it counted; nothing where it did not know.
  [[nodiscard]] std::optional<std::size_t> count_before() const;
  /// "SELECT", "UID FETCH": the commands whose answers the lines can be.
  [[nodiscard]] std::vector<std::string> verbs_under_way() const;

  [[nodiscard]] const trace::Trace& trace() const { return trace_; }
  [[nodiscard]] const std::string& client() const { return client_; }
  [[nodiscard]] Instant ends() const { return to_; }
  /// The client's latest connection.
  [[nodiscard]] std::optional<trace::ConnectionId> connection() const { return connection_; }

 private:
  [[nodiscard]] std::optional<observer::SessionBelief> belief_at(Instant t) const;

  const trace::Trace& trace_;
  std::string client_;
  Instant from_;
  Instant to_;
  observer::Timeline timeline_;
  std::optional<trace::ConnectionId> connection_;
  std::vector<const observer::Line*> landed_;
};

}  // namespace imapscope::lesson
