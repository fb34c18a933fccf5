// Timeline: a trace, observed. It knows every line, and what every client believes at any moment;
// it holds checkpoints, so any moment of a long trace is reached at once. Grows with its trace.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "sim/belief/belief.h"
#include "sim/belief/line.h"
#include "sim/trace/trace.h"

namespace imapscope::observer {

/// Something that happens to a line. All moments of a trace stand in one order: by time, and where
/// times are equal as one follows from the other: what an end hears, it hears before it speaks, and
/// lines that are sent at one instant depart together and then land, one after the other.
struct Moment {
  enum class Kind { departs, lands };
  Instant at;
  LineId line;
  Kind kind;
};

/// A stretch of time in which a session, as its client sees it, stays in one state.
struct Band {
  trace::ConnectionId connection;
  Known<State> state;
  std::string mailbox;            ///< of a selected session, UTF-8
  std::size_t from;               ///< the moment that began it
  std::optional<std::size_t> to;  ///< the moment that ended it; nothing: to the end
};

class Timeline {
 public:
  Timeline();
  explicit Timeline(trace::Trace trace);
  ~Timeline();
  Timeline(Timeline&&) noexcept;
  Timeline& operator=(Timeline&&) noexcept;

  /// Events must be sent no earlier than those held. Lines that were incomplete may become
  /// complete; ids and moments that were there stay as they were.
  void append(std::span<const trace::Event> events);

  [[nodiscard]] const trace::Trace& trace() const;
  [[nodiscard]] std::span<const Line> lines() const;
  [[nodiscard]] std::span<const Moment> moments() const;
  [[nodiscard]] std::span<const Band> bands() const;

  /// What every client believes after the first `moments` moments; 0 is before everything.
  [[nodiscard]] std::shared_ptr<const Beliefs> beliefs_after(std::size_t moments) const;
  /// How many moments have happened at `t`, those at `t` included.
  [[nodiscard]] std::size_t moments_until(Instant t) const;
  /// The index of the moment in which the line departs or lands; nothing where it never does.
  [[nodiscard]] std::optional<std::size_t> moment_of(LineId line, Moment::Kind kind) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace imapscope::observer
