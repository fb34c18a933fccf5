// The timeline: a band per session coloured by state, marks for what happened, forks, and the play
// head through all of it. The axis runs on presentation time and is labelled with wire time.
#pragma once

#include <vector>

#include "gui/layout/rect.h"
#include "gui/layout/time_scale.h"
#include "gui/panes/timeline/timeline_marks.h"
#include "gui/scene/pane.h"

namespace imapscope::gui {

class TimelinePane : public Pane {
 public:
  void draw(const Scene& scene, Intents& intents) override;

 private:
  /// Where things stand this frame.
  struct Axis {
    float names = 0;  ///< the width of the sessions' names
    Rect bands;       ///< all of them
    float pitch = 0;
    float thickness = 0;
    std::size_t first_lane = 0;   ///< those before it are scrolled away
    std::size_t shown_lanes = 0;  ///< from there on
    float line = 0;               ///< y of the axis
    observer::ShownTime end;      ///< of what is known, here and in the other future
    observer::ShownTime own_end;  ///< of what is known here
    bool unseen = false;          ///< there is more: the axis goes on under a cover
    float right = 0;              ///< where the bands, or what covers their end, end
    Rect future;                  ///< of the other future, below the bands; empty: there is none
    bool low = false;             ///< one row: a stripe a session, the wire time at its right
    bool empty = false;           ///< nothing has happened yet: the play head stands at the left

    [[nodiscard]] float x(observer::ShownTime t) const;
    [[nodiscard]] observer::ShownTime time(float x) const;
    [[nodiscard]] bool shows(std::size_t lane) const {
      return lane >= first_lane && lane - first_lane < shown_lanes;
    }
    /// Of a lane that is shown.
    [[nodiscard]] float middle(std::size_t lane) const;
  };
  [[nodiscard]] static Axis lay_out(const Scene& scene);
  /// Where there is not room for all lanes: the wheel scrolls, and the client whose belief is shown
  /// comes into view when it becomes another.
  void scroll(const Scene& scene, Axis& axis);
  void draw_lanes(const Scene& scene, const Axis& axis);
  void draw_more_lanes(const Scene& scene, const Axis& axis);
  /// Of the low form: the sessions' shapes side by side, and the wire time.
  void draw_ends(const Scene& scene, const Axis& axis);
  void draw_bands(const Scene& scene, const Axis& axis);
  const std::vector<TimelineMark>& marks_on(const Scene& scene, const Axis& axis);
  void draw_mark(const Scene& scene, const Axis& axis, const TimelineMark& mark);
  void draw_marks(const Scene& scene, const Axis& axis);
  void draw_ticks(const Scene& scene, const Axis& axis, float free_until);
  /// A diamond on the axis where each branch left its parent.
  void draw_forks(const Scene& scene, const Axis& axis);
  void draw_head(const Scene& scene, const Axis& axis);
  /// Chips for the branches at the axis' right; gives back where they begin.
  float draw_branches(const Scene& scene, const Axis& axis, Intents& intents);
  /// What is not earned yet, and the future of the branch beside this one.
  void draw_futures(const Scene& scene, const Axis& axis);
  void scrub(const Scene& scene, const Axis& axis, Intents& intents);

  TimelineMarks marks_;
  std::size_t first_lane_ = 0;
  trace::ConnectionId followed_{};
  std::vector<Tick> ticks_;
  std::uint64_t ticks_revision_ = 0;
  const observer::Timeline* ticks_of_ = nullptr;
  Rect ticks_area_;
};

}  // namespace imapscope::gui
