#include "gui/panes/lesson/step_dots.h"

#include <algorithm>
#include <string>

#include "gui/imgui/widgets.h"

namespace imapscope::gui {
namespace {

constexpr float toolbar_from = 1200;  // design pixels of the window
constexpr float pitch_at_100 = 15;
/// The step where one is takes the place of two.
constexpr std::size_t wide = 1;

/// The key of what was made of a step.
std::string_view key_of(Earned earned) {
  switch (earned) {
    case Earned::asks:
      return "lesson.dot.asks";
    case Earned::right:
      return "lesson.dot.right";
    case Earned::wrong:
      return "lesson.dot.wrong";
    case Earned::closed:
    case Earned::open:
      break;
  }
  return "lesson.dot.open";
}

void draw_mark(ImDrawList& draw, const Theme& theme, ImVec2 at, float radius, Earned earned) {
  switch (earned) {
    case Earned::closed:
      return symbols::hollow_dot(draw, at, radius * 0.8F, theme.now.faint, theme.now.pane);
    case Earned::open:
      return symbols::dot(draw, at, radius, theme.now.dim);
    case Earned::asks:
      symbols::hollow_dot(draw, at, radius, theme.now.text, theme.now.pane);
      return symbols::dot(draw, at, radius * 0.35F, theme.now.text);
    case Earned::right:
      return symbols::check(draw, at, radius * 1.15F, theme.now.ok);
    case Earned::wrong:
      return symbols::triangle(draw, at, radius, theme.now.no);
  }
}

}  // namespace

bool toolbar_has_dots(const Theme& theme) {
  return theme.wall || ImGui::GetIO().DisplaySize.x >= toolbar_from * theme.unit;
}

float step_dots_width(const Theme& theme, const LessonText& lesson, float room) {
  const auto places = static_cast<float>(lesson.dots.size() + wide);
  return std::min(theme.px(pitch_at_100) * places, std::max(0.0F, room));
}

void draw_step_dots(const Scene& scene, ImVec2 left_middle, float width, Intents& intents) {
  const Theme& theme = *scene.theme;
  const LessonText& lesson = *scene.lesson;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float pitch = width / static_cast<float>(lesson.dots.size() + wide);
  const float radius = std::min(theme.px(mark::small), pitch * 0.32F);
  const float half = theme.px(space::inset);
  float x = left_middle.x;
  for (std::size_t step = 1; step <= lesson.dots.size(); ++step) {
    const bool here = step == lesson.step;
    const float right = x + pitch * (here ? 2.0F : 1.0F);
    const ImVec2 middle{(x + right) / 2, left_middle.y};
    const Earned earned = lesson.dots[step - 1];
    if (earned != Earned::closed) {
      const std::string name = std::to_string(step);
      const Press press =
          press_area("dots.step." + name, {x, middle.y - half}, {right, middle.y + half});
      if (press.clicked) intents.push_back(JumpToStep{step});
      if (press.hovered) {
        tooltip(theme, theme.faces.label, scene.words(key_of(earned), {{"step", step}}),
                {{x, middle.y - half}, {right, middle.y + half}});
      }
    }
    if (here) {
      const float reach = pitch * 0.75F;
      draw.AddRectFilled({middle.x - reach, middle.y - radius},
                         {middle.x + reach, middle.y + radius}, ink(theme.now.text), radius);
    } else {
      draw_mark(draw, theme, middle, radius, earned);
    }
    x = right;
  }
}

}  // namespace imapscope::gui
