// Presentation time: the time the play head runs on. A pure, monotone map of the timeline's
// moments, so that people can follow: a flight lasts at least 0.6 s at 1x, idle stretches shrink to
// at most 1 s, and 0.4 s of rest follow each landing; only a lesson's set-up passes in a hurry.
// Axes and labels show wire time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/observer/timeline.h"

namespace imapscope::observer {

/// Microseconds of presentation time, from 0.
struct ShownTime {
  std::int64_t us = 0;
  friend constexpr auto operator<=>(const ShownTime&, const ShownTime&) = default;
};

/// Moments that nobody needs to watch: from moment `from` on, up to but without moment `to`.
struct Hurried {
  std::size_t from = 0;
  std::size_t to = 0;
};

class Presentation {
 public:
  static constexpr std::int64_t flight_us = 600000;
  static constexpr std::int64_t rest_us = 400000;
  static constexpr std::int64_t idle_us = 1000000;
  static constexpr std::int64_t pause_us = 200000;
  static constexpr std::int64_t hurried_us = 1500000;

  Presentation() = default;
  /// `pauses`: moment counts, ascending and perhaps equal, before which a place of `pause_us` is
  /// kept: a lesson's rests, so that each has a place of its own even where nothing moves.
  /// `hurried`: all of it passes in `hurried_us` at most.
  explicit Presentation(const Timeline& timeline, const std::vector<std::size_t>& pauses = {},
                        Hurried hurried = {});

  [[nodiscard]] ShownTime end() const;
  /// When a moment of the timeline happens.
  [[nodiscard]] ShownTime at(std::size_t moment) const;
  /// When it has settled: its rest is over (landings, and departures of lines that are lost), or
  /// `at` (departures).
  [[nodiscard]] ShownTime settled(std::size_t moment) const;
  /// How many moments have happened at `t`.
  [[nodiscard]] std::size_t moments_until(ShownTime t) const;

  [[nodiscard]] Instant wire_time(ShownTime t) const;  ///< stands still during a rest
  [[nodiscard]] ShownTime shown_time(
      Instant t) const;  ///< the latest for that instant: rests are over

  /// How far the line has flown at `t`: 0 at its departure, 1 at its landing. Nothing before it
  /// departs. Lines that were sent together land one after the other, and each waits at its sender
  /// until its turn. A line that was lost stops half-way. In a capture (one tap) sent and landed
  /// are one instant: the flight ends there, and wire time stands still while it lasts.
  [[nodiscard]] std::optional<double> flight(LineId line, ShownTime t) const;

  /// Where steps end: by line, each landing's settled time; by exchange, that of each tagged
  /// completion (and of lines that belong to no command). Ascending.
  [[nodiscard]] const std::vector<ShownTime>& line_stops() const { return line_stops_; }
  [[nodiscard]] const std::vector<ShownTime>& exchange_stops() const { return exchange_stops_; }

  /// Where pause `index` begins and ends; its end is a stop of both kinds.
  struct Pause {
    ShownTime begins;
    ShownTime ends;
  };
  [[nodiscard]] const std::vector<Pause>& pauses() const { return pauses_; }

  /// Wire stretches that were shortened: a break mark is drawn there. Idle ones last 1 s, and those
  /// in which a line flies 2 s at most.
  struct Break {
    Instant from;
    Instant to;
  };
  [[nodiscard]] const std::vector<Break>& breaks() const { return breaks_; }

 private:
  struct Knot {  // one for each moment
    std::int64_t wire_us;
    std::int64_t at_us;
    std::int64_t settled_us;
    std::int64_t leaves_us;  // `settled_us`, and the pauses that follow
  };
  void pause(std::int64_t from);
  /// Draws together what lies between moment `from` and the end of what is known so far.
  void hurry(std::size_t from);
  void add_stop(const Line& line, std::int64_t at);

  struct Flight {  // one for each line
    std::optional<std::size_t> departs;
    std::optional<std::size_t> lands;
  };
  std::vector<Knot> knots_;
  std::vector<Flight> flights_;
  std::vector<ShownTime> line_stops_;
  std::vector<ShownTime> exchange_stops_;
  std::vector<Pause> pauses_;
  std::vector<Break> breaks_;
};

}  // namespace imapscope::observer
