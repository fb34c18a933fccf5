// What the ladder's rows are: the timeline's lines, or the trace's segments, and where they stand.
//
// Made anew only when the lines, the mode, the open folds or the scale change, so that a frame
// costs no more for 100,000 lines than for ten.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "gui/layout/ladder.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

class TrafficRows {
 public:
  /// Brings the rows up to date with `scene` and the width of the ladder; cheap when nothing
  /// changed.
  void update(const Scene& scene, float width);

  /// Lanes have little room: a label may have a second line.
  [[nodiscard]] bool is_compact() const { return compact_; }
  /// How many lines the row's own label takes, without an open fold's: 1 or 2.
  [[nodiscard]] std::size_t label_lines(std::size_t row) const { return shown_[row].label_lines; }

  [[nodiscard]] const Ladder& ladder() const { return ladder_; }
  [[nodiscard]] const LadderMetrics& metrics() const { return metrics_; }
  [[nodiscard]] const LadderRow& row(std::size_t index) const { return rows_[index]; }
  [[nodiscard]] std::size_t count() const { return rows_.size(); }

  /// The line a row shows, or of a segment the first line it carries a part of; null where a
  /// segment carries none.
  [[nodiscard]] const observer::Line* line(const Scene& scene, std::size_t row) const;
  /// The segment a row shows; null where rows are lines.
  [[nodiscard]] const trace::Event* segment(const Scene& scene, std::size_t row) const;
  /// The row that shows `line`, or begins it.
  [[nodiscard]] std::optional<std::size_t> row_of(observer::LineId line) const;

  /// How many rows have departed at the play head: they are the first of all.
  [[nodiscard]] std::size_t departed(const Scene& scene) const;
  /// How far a departed row has flown, 0 to 1. A lost row comes to rest on its way.
  [[nodiscard]] double flight(const Scene& scene, std::size_t row) const;
  /// The same as it is shown: without motion, a line has arrived as soon as it leaves.
  [[nodiscard]] double shown_flight(const Scene& scene, std::size_t row) const;
  /// The row the eye follows: of the lines that left last, together, the first that has not landed.
  [[nodiscard]] std::size_t followed(const Scene& scene, std::size_t departed) const;
  /// The length of the shortened stretch above the row.
  [[nodiscard]] Duration idle_before(std::size_t row) const;

 private:
  /// Everything the rows depend on.
  struct Key {
    const observer::Timeline* timeline = nullptr;
    std::uint64_t revision = 0;
    std::size_t lines = 0;
    RowMode mode = RowMode::lines;
    std::set<observer::LineId> open_folds;
    float scale = 0;
    std::size_t lanes = 0;
    bool compact = false;
    std::vector<float> rooms;  ///< for the labels of each lane, where they may wrap
    friend bool operator==(const Key&, const Key&) = default;
  };
  /// Which line or event a row shows.
  struct Shown {
    std::uint32_t index = 0;
    std::optional<std::uint32_t> line;
    std::size_t label_lines = 1;
  };

  void measure(const Scene& scene, float width);
  [[nodiscard]] std::size_t label_lines_of(const Scene& scene, const observer::Line& line,
                                           std::size_t lane) const;
  void add_lines(const Scene& scene);
  void add_segments(const Scene& scene);
  void mark_idle(const Scene& scene);
  /// Whether the branch's own events begin with this one; true once.
  bool begins_branch(const Scene& scene, std::size_t event);
  [[nodiscard]] Instant sent(const Scene& scene, std::size_t row) const;

  Key key_;
  LadderMetrics metrics_;
  bool compact_ = false;
  std::vector<float> rooms_;  // for the labels of each lane, where they may wrap; else empty
  std::vector<LadderRow> rows_;
  std::vector<Shown> shown_;
  std::vector<std::optional<std::size_t>> row_of_line_;
  std::vector<std::pair<std::size_t, Duration>> idle_;  // by row, ascending
  Ladder ladder_;
  bool fork_found_ = false;  // while the rows are made
};

}  // namespace imapscope::gui
