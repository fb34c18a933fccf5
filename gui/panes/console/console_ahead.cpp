#include "gui/panes/console/console_ahead.h"

namespace imapscope::gui {

void ConsoleAhead::draw(const Scene& scene, const Lane& lane) {
  const Theme& theme = *scene.theme;
  const ImVec2 corner = ImGui::GetWindowPos();
  const ImVec2 size = ImGui::GetWindowSize();
  const float padding = theme.px(space::padding);
  const ConsoleArea frame{{corner.x + padding, corner.y + theme.px(space::snug)},
                          {corner.x + size.x - padding, corner.y + size.y - theme.px(space::snug)}};
  field_.draw_frame(theme, frame, theme.now.client(lane.order));
  const float in = theme.px(space::half_unit);
  const ConsoleArea text{{frame.min.x + in, frame.min.y + in},
                         {frame.max.x - in, frame.max.y - in}};
  // Of several lines, since a literal may have some: Enter does not end it.
  field_.draw(theme, text, {.name = "console.ahead", .several_lines = true});
  if (!field_.get().empty()) return;
  const float left = field_.text_at().x;
  draw_text_centered_y(*ImGui::GetWindowDrawList(), theme.faces.body,
                       {left, (frame.min.y + frame.max.y) / 2}, theme.now.dim,
                       ellipsised(theme.faces.body, scene.console.why_not, text.max.x - left));
}

std::string ConsoleAhead::take() {
  std::string text(field_.get());
  field_.text().put("");
  return text;
}

}  // namespace imapscope::gui
