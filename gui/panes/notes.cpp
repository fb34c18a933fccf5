#include "gui/panes/notes.h"

#include "gui/imgui/rich_text.h"
#include "gui/imgui/scroll_area.h"
#include "gui/imgui/widgets.h"

namespace imapscope::gui {

void NotesPane::draw(const Scene& scene, Intents& intents) {
  const Theme& theme = *scene.theme;
  const PaneArea area = pane_heading(theme, "Teacher's notes");
  const ImVec2 corner = ImGui::GetWindowPos();
  const float right = corner.x + ImGui::GetWindowWidth() - theme.px(space::padding);
  const float middle = corner.y + theme.px(20);
  const float left = right - text_width(theme.faces.body, "Close");
  if (text_button(theme, "notes.close", {left, middle}, "Close", false)) {
    intents.push_back(Want{Part::notes, false});
  }
  const bool has_note = scene.lesson && !scene.lesson->note.empty();
  ScrollArea scroll("notes.text", area);
  const float height = draw_rich_text(
      scroll.draw(), theme, scroll.at(), scroll.width(), has_note ? theme.now.text : theme.now.dim,
      has_note ? std::string_view(scene.lesson->note) : "No note on this step.");
  scroll.end(height);
}

}  // namespace imapscope::gui
