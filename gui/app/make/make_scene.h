// SceneMaker: the scene of this frame, from the state. Keeps what is dear to compute for as long as
// it holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>

#include "gui/app/make/make_console.h"
#include "gui/app/window_state.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

class SceneMaker {
 public:
  /// `theme` and `state` must live as long as the scene.
  [[nodiscard]] Scene make(const WindowState& state, const Theme& theme);

 private:
  // What was computed holds for one revision: a change of the document makes it stale.
  struct Explained {
    std::uint64_t revision;
    observer::LineId line;
    std::string language;
    explain::Explanation explanation;
  };
  struct Seen {
    std::uint64_t revision;
    Instant reached;
    std::map<trace::ConnectionId, XrayView> views;
  };

  struct Judged {
    std::uint64_t revision;
    Instant reached;
    std::size_t step;
    lesson::Progress progress;
  };

  void judge(const WindowState& state, LessonText& lesson);
  void explain(const Recording& recording, Scene& scene);
  void xray(const Document& document, Scene& scene);

  std::optional<Explained> explained_;
  std::optional<Seen> xray_;
  std::optional<Judged> judged_;
  ConsoleMaker console_;
};

}  // namespace imapscope::gui
