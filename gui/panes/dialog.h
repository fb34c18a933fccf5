// Dialog: a page above everything else, which is dimmed below it. It stays inside of the window.
#pragma once

#include <imgui.h>

#include "gui/imgui/widgets.h"
#include "gui/scene/theme.h"

namespace imapscope::gui {

class Dialog {
 public:
  /// In the middle of a window of this size, as large as `wanted` or as fits.
  Dialog(const Theme& theme, const char* name, ImVec2 window, ImVec2 wanted);
  ~Dialog();
  Dialog(const Dialog&) = delete;
  Dialog& operator=(const Dialog&) = delete;

  [[nodiscard]] ImVec2 min() const { return min_; }
  [[nodiscard]] ImVec2 max() const { return max_; }
  /// A click beside the page.
  [[nodiscard]] bool left() const { return left_; }

 private:
  ImVec2 min_;
  ImVec2 max_;
  bool left_ = false;
};

}  // namespace imapscope::gui
