// How one row of the ladder is drawn. TrafficPane decides which.
#pragma once

#include <imgui.h>

#include <cstddef>
#include <optional>
#include <string>

#include "gui/layout/ladder.h"
#include "gui/layout/rect.h"
#include "gui/panes/traffic/traffic_label.h"
#include "gui/panes/traffic/traffic_rows.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

class TrafficPaint {
 public:
  /// `top` is where the ladder's y = 0 stands in the frame. All references for one frame.
  TrafficPaint(const Scene& scene, const TrafficRows& rows, const LanePlaces& places,
               ImDrawList& draw, float top);

  void lifelines(float top, float bottom);
  void bracket(const PlacedExchange& exchange, std::size_t departed);
  void idle_mark(std::size_t row, float left, float right);
  /// Says where the branch begins, above its first row.
  void fork_mark(std::size_t row);
  void arrow(std::size_t row, double flight);
  /// The bead of a row in flight.
  void bead(std::size_t row, double flight);
  /// What of a row's label can be pointed at.
  struct ShownLabel {
    std::size_t row = 0;
    Rect area;
    bool whole = true;   ///< nothing is cut off or folded
    bool folds = false;  ///< its first `fold_width` pixels open and close the fold
    float fold_width = 0;
  };
  ShownLabel label(std::size_t row, bool selected);
  void number(std::size_t row, float left);
  /// The dashed line at `y` across `area`, with the wire time, which stands above it where there is
  /// no room below; `lane` is where things go on. Gives back where the time stands.
  Rect play_head(float y, std::size_t lane, const Rect& area);
  /// What is not told yet, from `y` on, or below the wire `time` where that stands in its way.
  void covered(std::size_t lane, float y, const Rect& time);

  /// Rows before this one have faded.
  void fade_before(std::size_t row) { current_from_ = row; }
  /// The newest line changed what its client believes: its text wears the highlight.
  void highlight(std::optional<std::size_t> row) { highlighted_ = row; }

  /// Where a row has got to: the y of its bead.
  [[nodiscard]] float y_at(std::size_t row, double flight) const;
  [[nodiscard]] float label_top(std::size_t row) const;
  [[nodiscard]] LanePlaces::Span span(std::size_t row) const;

 private:
  [[nodiscard]] const Palette& palette(std::size_t row) const;
  [[nodiscard]] Color lane_color(std::size_t lane, const Palette& palette) const;
  [[nodiscard]] float px(float design) const { return theme_.px(design); }
  /// Where the row's arrow begins and ends.
  [[nodiscard]] ImVec2 from(std::size_t row) const;
  [[nodiscard]] ImVec2 to(std::size_t row) const;
  [[nodiscard]] Label text_of(std::size_t row, bool selected) const;
  [[nodiscard]] float time_left(std::size_t lane, float right, float width) const;
  void fold_mark(ImVec2 at, float width, bool open, Color color);
  void origin_mark(std::size_t row, const observer::Line& line);
  void beside(std::size_t row, const observer::Line& line);
  [[nodiscard]] bool is_own(const observer::Line& line) const;

  const Scene& scene_;
  const Theme& theme_;
  const TrafficRows& rows_;
  const LanePlaces& places_;
  ImDrawList& draw_;
  float top_;
  std::size_t current_from_ = 0;
  std::optional<std::size_t> highlighted_;
};

/// The whole of what a row shows, for a tooltip.
[[nodiscard]] std::string whole_text(const Scene& scene, const TrafficRows& rows, std::size_t row);

}  // namespace imapscope::gui
