// One pane alone in the window of a null backend, and the intents it gave.
#pragma once

#include <imgui.h>

#include <variant>
#include <vector>

#include "gui/platform/null_backend.h"
#include "gui/scene/pane.h"
#include "tests/gui/test_faces.h"

namespace imapscope::gui {

/// Draws `pane` into the whole of the current Dear ImGui display.
inline void draw_alone(Pane& pane, const Scene& scene, Intents& intents) {
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::Begin("pane", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
  ImGui::PopStyleVar(2);
  pane.draw(scene, intents);
  ImGui::End();
}

class PaneScript {
 public:
  PaneScript(Pane& pane, const Scene& scene, ImVec2 size)
      : ui(test_faces(), size, [this, &pane, &scene] { draw_alone(pane, scene, intents); }) {
    ui.frames(2);
    intents.clear();
  }

  /// The only intent of that kind since the last call; null if there was none, or more than one.
  template <class T>
  const T* only() {
    taken_ = std::exchange(intents, {});
    return taken_.size() == 1 ? std::get_if<T>(taken_.data()) : nullptr;
  }

  Intents intents;
  NullBackend ui;

 private:
  Intents taken_;
};

}  // namespace imapscope::gui
