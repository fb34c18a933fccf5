// ScrollArea: a part of a pane that scrolls when its content is taller, as an RAII value. Draw at
// `at()`, which moves with the scrolling, and say at the end how tall it was.
#pragma once

#include <imgui.h>

#include <string>

#include "gui/imgui/widgets.h"

namespace imapscope::gui {

class ScrollArea {
 public:
  ScrollArea(const std::string& name, const PaneArea& area) {
    ImGui::SetCursorScreenPos(area.min);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::BeginChild(name.c_str(), {area.width(), area.height()}, false,
                      ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
    ImGui::PopStyleVar();
    at_ = ImGui::GetCursorScreenPos();
    width_ = ImGui::GetContentRegionAvail().x;
  }
  ~ScrollArea() { ImGui::EndChild(); }
  ScrollArea(const ScrollArea&) = delete;
  ScrollArea& operator=(const ScrollArea&) = delete;

  [[nodiscard]] ImVec2 at() const { return at_; }
  /// Less where a scroll bar stands.
  [[nodiscard]] float width() const { return width_; }
  [[nodiscard]] ImDrawList& draw() const { return *ImGui::GetWindowDrawList(); }

  /// Scrolls by no more than brings what lies between these heights, in the window's pixels, into
  /// view.
  void show(float top, float bottom) {
    const float begins = ImGui::GetWindowPos().y;
    const float ends = begins + ImGui::GetWindowHeight();
    const float now = ImGui::GetScrollY();
    if (top < begins) ImGui::SetScrollY(now - (begins - top));
    if (bottom > ends) ImGui::SetScrollY(now + (bottom - ends));
  }

  void end(float height) {
    ImGui::SetCursorScreenPos(at_);
    ImGui::Dummy({1, height});
  }

 private:
  ImVec2 at_;
  float width_ = 0;
};

}  // namespace imapscope::gui
