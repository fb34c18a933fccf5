#include "gui/panes/lesson/notes.h"

#include "gui/imgui/rich_text.h"
#include "gui/imgui/scroll_area.h"
#include "gui/imgui/widgets.h"

namespace imapscope::gui {

void NotesPane::draw(const Scene& scene, Intents& intents) {
  const Theme& theme = *scene.theme;
  const PaneArea area = pane_heading(theme, scene.words("window.notes.heading"));
  const ImVec2 corner = ImGui::GetWindowPos();
  const float right = corner.x + ImGui::GetWindowWidth() - theme.px(space::padding);
  const float middle = corner.y + theme.px(space::wide_padding);
  const std::string close = scene.words("window.notes.close");
  const float left = right - text_width(theme.faces.body, close);
  if (text_button(theme, "notes.close", {left, middle}, close, false)) {
    intents.push_back(Want{Part::notes, false});
  }
  const bool has_note = scene.lesson && !scene.lesson->note.empty();
  ScrollArea scroll("notes.text", area);
  const float height = draw_rich_text(
      scroll.draw(), theme, scroll.at(), scroll.width(), has_note ? theme.now.text : theme.now.dim,
      has_note ? scene.lesson->note : scene.words("window.notes.none"));
  scroll.end(height);
}

}  // namespace imapscope::gui
