// What is worth a mark on the timeline: flags that changed, messages that went or came, errors.
//
// Found once per change of the lines, at most one per pixel and session, so that a frame costs the
// same for any trace.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gui/scene/scene.h"

namespace imapscope::gui {

struct TimelineMark {
  enum class Kind { flags, expunged, arrived, refused, rejected, violation };  ///< NO, BAD
  Kind kind = Kind::flags;
  std::size_t lane = 0;  ///< in scene.lanes
  observer::ShownTime at;
  observer::LineId line;
  std::string label;  ///< "Deleted", "expunge", "new mail", "NO"
};

class TimelineMarks {
 public:
  /// The marks of `scene` on an axis of `pixels`, in order of time; cheap when nothing changed.
  const std::vector<TimelineMark>& update(const Scene& scene, std::size_t pixels);

 private:
  const observer::Timeline* timeline_ = nullptr;
  std::uint64_t revision_ = 0;
  std::size_t lines_ = 0;
  std::size_t pixels_ = 0;
  std::size_t lane_count_ = 0;
  std::string language_;
  std::vector<TimelineMark> marks_;
};

}  // namespace imapscope::gui
