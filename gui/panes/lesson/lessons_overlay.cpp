#include "gui/panes/lesson/lessons_overlay.h"

#include "gui/imgui/compat.h"
#include "gui/panes/dialog.h"
#include "gui/panes/key_row.h"

namespace imapscope::gui {
namespace {

using compat::key_pressed;

constexpr float wanted_width = 860;
constexpr float wanted_height = 640;
constexpr float footer = 44;

std::vector<KeyWords> footer_keys(const words::Words& words) {
  return {{{"\u2191", "\u2193"}, words("start.key.choose")},
          {{"Enter"}, words("start.key.open")},
          {{"Space"}, words("start.key.fold")},
          {{"/"}, words("start.key.find_brief")},
          {{"S"}, words("start.key.start_page")},
          {{"Esc"}, words("start.key.back")}};
}

}  // namespace

void LessonsOverlay::draw(const Scene& scene, float width, float height, Intents& intents) {
  if (!scene.view.lessons) {
    list_ = {};
    return;
  }
  const Theme& theme = *scene.theme;
  const bool typing = list_.holds_keys();
  const Dialog dialog(theme, "lessons", {width, height},
                      {theme.px(wanted_width), theme.px(wanted_height)});
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float padding = theme.px(space::padding);
  const PaneArea area{{dialog.min().x + padding, dialog.min().y + padding},
                      {dialog.max().x - padding, dialog.max().y - theme.px(footer)}};
  list_.draw(scene, area, true, intents);
  const float middle = dialog.max().y - theme.px(footer / 2);
  draw.AddLine({dialog.min().x, area.max.y}, {dialog.max().x, area.max.y}, ink(theme.now.hairline),
               theme.px(space::hairline));
  draw_key_row(draw, theme, {area.min.x, middle}, area.max.x, footer_keys(scene.words));
  if (typing || scene.view.help) return;
  if (key_pressed(letter('s'))) intents.push_back(ShowStart{true});
  const bool closes = key_pressed(Key::escape) || key_pressed(letter('o')) || dialog.left();
  if (closes && !ImGui::GetIO().KeyCtrl) intents.push_back(ShowLessons{false});
}

}  // namespace imapscope::gui
