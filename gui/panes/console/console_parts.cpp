#include "gui/panes/console/console_parts.h"

#include <algorithm>

#include "gui/imgui/symbols.h"

namespace imapscope::gui {
namespace {

/// Below this width the client's name gives way to what is typed.
constexpr float name_from = 420;
/// Words stand in a column, where the key is not wider.
constexpr float key_column = 88;

/// Of a task's commands, the one that would be sent now.
std::string effect_in(const words::Words& words, const TaskCommands& task) {
  if (task.allowed && task.used >= *task.allowed) {
    return words("console.sends.too_many", {{"count", *task.allowed}});
  }
  const std::size_t number = task.used + 1;
  if (task.allowed) return words("console.sends.of", {{"number", number}, {"all", *task.allowed}});
  return words("console.sends.with_par", {{"number", number}, {"par", task.par}});
}

}  // namespace

std::string effect_of_sending(const Scene& scene) {
  const ConsoleInfo& console = scene.console;
  if (console.forks) return scene.words("console.sends.and_forks");
  // What is sent behind a `+` belongs to a command that was counted.
  if (console.task && !console.asked) return effect_in(scene.words, *console.task);
  return scene.words("console.sends.plain");
}

void draw_key_help(const Theme& theme, ImVec2 left_middle, std::string_view key,
                   std::string_view words) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float key_right = draw_key(draw, theme, left_middle, key);
  const float words_left =
      std::max(left_middle.x + theme.px(key_column), key_right + theme.px(space::gap));
  draw_text_centered_y(draw, theme.faces.label, {words_left, left_middle.y}, theme.now.dim, words);
}

float draw_speaker(const Scene& scene, const Lane& lane, float left, float middle,
                   Intents& intents) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const Color color = theme.now.client(lane.order);
  symbols::client(draw, {left + theme.px(space::chip_gap), middle}, theme.px(mark::medium),
                  lane.order, color);
  const bool named = ImGui::GetWindowWidth() >= theme.px(name_from);
  const float x =
      draw_text_centered_y(draw, theme.faces.wire, {left + theme.px(space::padding), middle}, color,
                           named ? lane.name : std::string());
  const float half = theme.px(space::key_air);
  if (press_area("console.client", {left, middle - half}, {x, middle + half}).clicked) {
    intents.push_back(SelectClient{next_lane(scene, lane).connection});
  }
  return draw_text_centered_y(draw, theme.faces.wire, {x + theme.px(space::wide_gap), middle},
                              theme.now.dim, "C:");
}

void draw_field_frame(const Theme& theme, ConsoleArea area, Color color, bool focused) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddRectFilled(area.min, area.max, ink(theme.now.pane), theme.px(corner::card));
  draw.AddRect(area.min, area.max, ink(focused ? color : theme.now.hairline),
               theme.px(corner::card), 0, theme.px(focused ? 1.5F : 1));
}

}  // namespace imapscope::gui
