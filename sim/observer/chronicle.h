// Chronicle: the lines of a trace, and the order in which they depart and land. One pass in the
// order in which events were sent; what is under way waits until it lands, so that each end's order
// is kept:
//
//   client's order: its commands when they are sent, the server's lines when they land → history
//   server's order: commands when they land, its own lines when they are sent → conversations
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <queue>
#include <span>
#include <utility>
#include <vector>

#include "sim/base/queue.h"
#include "sim/belief/line.h"
#include "sim/belief/reading.h"
#include "sim/observer/history.h"
#include "sim/observer/timeline.h"

namespace imapscope::observer {

/// Who is told what happens to lines: the conversations.
class Listener {
 public:
  virtual ~Listener() = default;
  /// The line, or the beginning of a command, reaches the server.
  virtual void arrives(const Line& line, const Reading& reading, bool begins) = 0;
  /// Its client has learnt what there is to learn from it.
  virtual void was_learnt(const Line& line) = 0;
};

class Chronicle {
 public:
  explicit Chronicle(Listener& listener) : listener_(listener) {}

  // ---- time; an event is about to be taken ----

  /// There is room for so many lines more.
  void reserve(std::size_t lines);
  /// What was shown to land after the newest event is open again.
  void take_back();
  /// What is still under way is shown to land: nothing else is known yet.
  void look_ahead();
  /// Time goes on; what was to land before has landed.
  void go_on_to(Instant t);
  [[nodiscard]] Instant now() const { return now_; }
  /// An end speaks: what has reached it by now, it has heard. Lines that one end sends at one
  /// instant depart together, in however many segments, and land after that.
  void hear(trace::ConnectionId connection, trace::Direction speaks);

  // ---- lines ----

  Line& add_line(trace::ConnectionId connection, Protocol protocol, trace::Direction direction,
                 Instant sent);
  [[nodiscard]] Line& line(LineId id) { return lines_[id.value]; }
  /// What its client learns by sending it.
  void apply_sent(StepKind kind, const Line& line, const Reading* reading);
  struct Sent {
    bool begins = false;   ///< it is the beginning of a command
    bool ends_row = true;  ///< what lands is all that its row carries
  };
  /// It is whole, and lands when it does.
  void send_off(LineId line, Reading&& reading, Sent sent);
  /// The same for what is no line of the protocol.
  void send_off_beside(LineId line);

  // ---- what came of it ----

  [[nodiscard]] std::span<const Line> lines() const { return lines_; }
  [[nodiscard]] std::span<const Moment> moments() const { return moments_; }
  [[nodiscard]] std::span<const Band> bands() const { return bands_; }
  [[nodiscard]] const History& history() const { return history_; }
  /// Null before the client's first step.
  [[nodiscard]] const SessionModel* model(trace::ConnectionId connection) const {
    return history_.model(connection);
  }
  [[nodiscard]] std::optional<std::size_t> moment_of(LineId line, Moment::Kind kind) const;

 private:
  /// A line, or the beginning of a command, that is under way.
  struct UnderWay {
    LineId line;
    Reading reading;
    Instant lands;
  };
  /// In the order in which they land; how many of them are provisionally shown to have landed.
  struct Way {
    Queue<UnderWay> lines;
    std::size_t shown = 0;
  };
  struct Landing {
    Instant at;
    std::uint64_t order = 0;  // in which they were complete
    LineId line;
    Sent sent;
    /// For a priority queue: the latest is the least.
    friend bool operator<(const Landing& a, const Landing& b) {
      return a.at != b.at ? b.at < a.at : b.order < a.order;
    }
  };
  /// What was shown to land after the last event was sent: later events may come before it.
  struct Provisional {
    History::Mark history;
    std::size_t moments = 0;
    std::size_t bands = 0;
    std::map<trace::ConnectionId, std::size_t> open_bands;
    struct Changed {
      LineId line;
      std::size_t effects;
      std::size_t findings;
      bool ends_row;
    };
    std::vector<Changed> lines;
  };
  struct Places {
    std::optional<std::uint32_t> departs;
    std::optional<std::uint32_t> lands;
  };

  [[nodiscard]] Way& way_of(const Line& line) { return ways_[{line.connection, line.direction}]; }
  void land_until(Instant t);
  void land(const Landing& landing, bool provisional);
  void add_moment(Instant at, LineId line, Moment::Kind kind);
  void apply(StepKind kind, LineId line, const Reading* reading, std::size_t moment);
  [[nodiscard]] bool band_is_outdated(trace::ConnectionId connection) const;
  void follow_band(trace::ConnectionId connection, std::size_t moment);

  Listener& listener_;
  std::vector<Line> lines_;
  std::vector<Places> places_;  // one for each line
  std::vector<Moment> moments_;
  std::vector<Band> bands_;
  std::map<trace::ConnectionId, std::size_t> open_bands_;
  std::map<std::pair<trace::ConnectionId, trace::Direction>, Way> ways_;
  std::priority_queue<Landing> landings_;
  std::uint64_t completed_ = 0;
  Instant now_{};  // when the newest event was sent
  History history_;
  std::optional<Provisional> provisional_;
};

}  // namespace imapscope::observer
