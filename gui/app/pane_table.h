// The pane table: every pane of the window and the part it stands in. One row adds a pane
// (gui/README.md).
#pragma once

#include <memory>
#include <vector>

#include "gui/layout/window_layout.h"
#include "gui/scene/pane.h"

namespace imapscope::gui {

struct PlacedPane {
  Part part;
  const char* name;  ///< of its Dear ImGui window
  std::unique_ptr<Pane> pane;
};

[[nodiscard]] std::vector<PlacedPane> make_panes();

}  // namespace imapscope::gui
