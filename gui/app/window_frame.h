// WindowFrame: one frame of the whole window. Lays the panes out, lets each draw, gathers what the
// viewer wishes by pane, key, splitter and overlay.
#pragma once

#include <vector>

#include "gui/app/pane_table.h"
#include "gui/panes/branch_banner.h"
#include "gui/panes/lesson/lessons_overlay.h"
#include "gui/panes/start/file_list.h"
#include "gui/panes/start/start.h"
#include "gui/panes/tabs.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

class WindowFrame {
 public:
  WindowFrame() : panes_(make_panes()) {}

  /// Between Dear ImGui's NewFrame and Render; `width` and `height` in its pixels.
  [[nodiscard]] Intents draw(const Scene& scene, float width, float height);

 private:
  void draw_pane(const PlacedPane& placed, const WindowLayout& layout, const Scene& scene,
                 Intents& intents);
  void document(const Scene& scene, float width, float height, Intents& intents);
  /// Above the ladder, which gives up the room.
  void draw_banner(const Scene& scene, WindowLayout& layout, Intents& intents);
  void splitters(const Scene& scene, const WindowShape& shape, const WindowLayout& layout,
                 Intents& intents);

  std::vector<PlacedPane> panes_;
  TabStrip tabs_;
  StartPane start_;
  LessonsOverlay lessons_;
  FileList files_;
  BranchBanner banner_;
};

}  // namespace imapscope::gui
