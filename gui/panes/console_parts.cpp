#include "gui/panes/console_parts.h"

#include "gui/imgui/symbols.h"

namespace imapscope::gui {
namespace {

constexpr std::string_view ordinals[] = {"first", "second",  "third",  "fourth", "fifth",
                                         "sixth", "seventh", "eighth", "ninth",  "tenth"};

}  // namespace

std::string effect_of_sending(const ConsoleInfo& console) {
  if (console.commands_allowed > 0 && console.commands_used < std::size(ordinals)) {
    return "sends: the " + std::string(ordinals[console.commands_used]) + " of " +
           std::to_string(console.commands_allowed) + " commands";
  }
  return console.forks ? "sends, and forks from here" : "sends";
}

void draw_key_help(const Theme& theme, ImVec2 left_middle, std::string_view key,
                   std::string_view words) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw_key(draw, theme, left_middle, key);
  draw_text_centered_y(draw, theme.faces.label, {left_middle.x + theme.px(88), left_middle.y},
                       theme.now.dim, words);
}

float draw_speaker(const Scene& scene, const Lane& lane, float left, float middle,
                   Intents& intents) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const Color color = theme.now.client(lane.order);
  symbols::client(draw, {left + theme.px(5), middle}, theme.px(5), lane.order, color);
  const float x =
      draw_text_centered_y(draw, theme.faces.wire, {left + theme.px(16), middle}, color, lane.name);
  const float half = theme.px(14);
  if (press_area("console.client", {left, middle - half}, {x, middle + half}).clicked) {
    intents.push_back(SelectClient{next_lane(scene, lane).connection});
  }
  return draw_text_centered_y(draw, theme.faces.wire, {x + theme.px(space::wide_gap), middle},
                              theme.now.dim, "C:");
}

void draw_field_frame(const Theme& theme, ConsoleArea area, Color color, bool focused) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddRectFilled(area.min, area.max, ink(theme.now.pane), theme.px(space::radius));
  draw.AddRect(area.min, area.max, ink(focused ? color : theme.now.hairline),
               theme.px(space::radius), 0, theme.px(focused ? 1.5F : 1));
}

}  // namespace imapscope::gui
