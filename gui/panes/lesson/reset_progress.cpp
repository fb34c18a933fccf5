#include "gui/panes/lesson/reset_progress.h"

#include <algorithm>
#include <cmath>

#include "gui/imgui/compat.h"
#include "gui/imgui/symbols.h"
#include "sim/base/files.h"

namespace imapscope::gui {
namespace {

using compat::key_pressed;

bool is_begun(const LessonEntry& lesson) {
  return lesson.step > 0 || lesson.done;
}

/// Words that can be pressed, and their key, from the left; moves `x` behind them.
bool word(const Theme& theme, float& x, float middle, std::string_view name, std::string_view label,
          std::string_view key) {
  const bool clicked = text_button(theme, name, {x, middle}, label, false);
  x += text_width(theme.faces.body, label) + theme.px(space::gap);
  draw_key(*ImGui::GetWindowDrawList(), theme, {x, middle}, key);
  x += text_width(theme.faces.number, key) + theme.px(14 + space::wide_gap);
  return clicked;
}

float middle_of(const PaneArea& area) {
  return std::round((area.min.y + area.max.y) / 2);
}

}  // namespace

void ResetProgressRow::draw(const Scene& scene, const LessonEntry* chosen, const PaneArea& area,
                            bool focused, Intents& intents) {
  if (asked_) {
    ask(scene, area, focused, intents);
  } else {
    offer(scene, chosen, area, focused);
  }
}

void ResetProgressRow::offer(const Scene& scene, const LessonEntry* chosen, const PaneArea& area,
                             bool focused) {
  const Theme& theme = *scene.theme;
  const words::Words& words = scene.words;
  if (std::none_of(scene.lessons.begin(), scene.lessons.end(), is_begun)) return;
  const bool del = focused && key_pressed(Key::del);
  const bool all = ImGui::GetIO().KeyShift;
  float x = area.min.x;
  if (chosen != nullptr && is_begun(*chosen)) {
    const std::string label = words("start.list.reset", {{"number", chosen->number}});
    const bool clicked = word(theme, x, middle_of(area), "lessons.reset", label, "Del");
    if (clicked || (del && !all)) {
      asked_ = Asked{file_of(chosen->path),
                     words("start.list.reset_question", {{"number", chosen->number}})};
    }
  }
  const bool clicked = word(theme, x, middle_of(area), "lessons.reset_all",
                            words("start.list.reset_all"), "Shift Del");
  if (clicked || (del && all)) asked_ = Asked{"", words("start.list.reset_all_question")};
}

void ResetProgressRow::ask(const Scene& scene, const PaneArea& area, bool focused,
                           Intents& intents) {
  const Theme& theme = *scene.theme;
  const float middle = middle_of(area);
  const float gap = theme.px(space::wide_gap);
  // What answers stands first, so that it is there however narrow the row is.
  float x = area.min.x;
  bool yes = word(theme, x, middle, "lessons.forget", scene.words("start.list.forget"), "Enter");
  bool no = word(theme, x, middle, "lessons.keep", scene.words("start.list.keep"), "Esc");
  draw_text_centered_y(*ImGui::GetWindowDrawList(), theme.faces.strong, {x, middle}, theme.now.text,
                       ellipsised(theme.faces.strong, asked_->words, area.max.x - gap - x));
  yes = yes || (focused && (key_pressed(Key::enter) || key_pressed(Key::keypad_enter)));
  no = no || (focused && key_pressed(Key::escape));
  if (yes) intents.push_back(ResetProgress{asked_->lesson});
  if (yes || no) asked_.reset();
}

}  // namespace imapscope::gui
