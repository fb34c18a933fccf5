#include "gui/panes/console/console_answer.h"

namespace imapscope::gui {
namespace {

constexpr float head_height = 30;
constexpr float words_width = 232;
constexpr float words_height = 26;
constexpr float keys_width = 260;
/// Below this width words stand above the field, and beyond the other there is room for keys.
constexpr float narrow_width = 520;
constexpr float keys_from = 860;

/// The command whose dialogue it is, behind the client; gives back its right end.
float draw_command(const Scene& scene, const Lane& lane, float left, float right, float middle,
                   Intents& intents) {
  const Theme& theme = *scene.theme;
  const float x = draw_speaker(scene, lane, left, middle, intents) + theme.px(space::gap);
  return draw_text_centered_y(
      *ImGui::GetWindowDrawList(), theme.faces.wire, {x, middle}, theme.now.text,
      ellipsised(theme.faces.wire, scene.console.asked->command, right - x));
}

}  // namespace

AnswerParts draw_answer(const Scene& scene, const Lane& lane, Intents& intents) {
  const Theme& theme = *scene.theme;
  const ImVec2 corner = ImGui::GetWindowPos();
  const ImVec2 size = ImGui::GetWindowSize();
  const float left = corner.x + theme.px(space::padding);
  const float right = corner.x + size.x - theme.px(space::padding);
  const float middle = corner.y + theme.px(head_height / 2 + 2);
  const float bottom = corner.y + size.y - theme.px(space::inset);
  const float end = draw_command(scene, lane, left, right, middle, intents);
  float top = corner.y + theme.px(head_height);
  AnswerParts parts;
  parts.head = {{end + theme.px(space::padding), middle}, {right, middle}};
  parts.narrow = right - left < theme.px(narrow_width);
  if (parts.narrow) {
    parts.words = {{left, top}, {right, top + theme.px(words_height)}};
    top = parts.words.max.y;
    parts.field = {{left, top}, {right, bottom}};
    return parts;
  }
  const float field_left = left + theme.px(words_width);
  parts.words = {{left, top}, {field_left - theme.px(space::padding), bottom}};
  parts.field = {{field_left, top}, {right, bottom}};
  if (right - left > theme.px(keys_from)) {
    parts.field.max.x -= theme.px(keys_width);
    parts.keys = {{parts.field.max.x + theme.px(space::padding), top}, {right, bottom}};
  }
  return parts;
}

void draw_answer_keys(const Theme& theme, const AnswerParts& parts, KeyLines keys) {
  if (!parts.keys) return;
  float y = parts.keys->min.y + theme.px(space::wide_gap);
  for (const auto& [key, words] : keys) {
    draw_key_help(theme, {parts.keys->min.x, y}, key, words);
    y += theme.px(space::list_row);
  }
}

}  // namespace imapscope::gui
