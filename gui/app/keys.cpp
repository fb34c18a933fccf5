#include "gui/app/keys.h"

#include <algorithm>

#include "gui/imgui/compat.h"

namespace imapscope::gui {
namespace {

using compat::key_pressed;

void play_head_keys(const Scene& scene, Intents& intents) {
  const StepBy by = ImGui::GetIO().KeyShift ? StepBy::exchange : StepBy::line;
  if (key_pressed(Key::space)) intents.push_back(PlayPause{});
  if (key_pressed(Key::right, true)) intents.push_back(StepForward{by});
  if (key_pressed(Key::left, true)) intents.push_back(StepBack{by});
  if (key_pressed(Key::page_down, true)) intents.push_back(NextRest{});
  if (key_pressed(Key::page_up, true)) intents.push_back(PreviousRest{});
  if (key_pressed(Key::home)) intents.push_back(JumpToStart{});
  if (key_pressed(Key::end)) intents.push_back(JumpToEnd{});
  if (key_pressed(Key::minus) || key_pressed(Key::keypad_minus))
    intents.push_back(SetSpeed{scene.head.speed / 2});
  if (key_pressed(Key::equal) || key_pressed(Key::keypad_plus))
    intents.push_back(SetSpeed{scene.head.speed * 2});
}

void zoom_keys(const Scene& scene, Intents& intents) {
  const auto zoom = static_cast<float>(scene.view.zoom);
  if (key_pressed(Key::equal, true) || key_pressed(Key::keypad_plus, true)) {
    intents.push_back(Zoom{zoom_step(zoom, +1)});
  }
  if (key_pressed(Key::minus, true) || key_pressed(Key::keypad_minus, true)) {
    intents.push_back(Zoom{zoom_step(zoom, -1)});
  }
  if (key_pressed(Key::digit_0)) intents.push_back(Zoom{1});
}

/// Up and down walk the lines that have departed, for the inspector.
void selection_keys(const Scene& scene, Intents& intents) {
  if (!scene.explained) return;
  const auto newest = newest_line(scene);
  if (key_pressed(Key::up, true) && scene.explained->value > 0) {
    intents.push_back(SelectLine{observer::LineId{scene.explained->value - 1}});
  }
  if (key_pressed(Key::down, true) && newest && *scene.explained < *newest) {
    intents.push_back(SelectLine{observer::LineId{scene.explained->value + 1}});
  }
}

void view_keys(const Scene& scene, Intents& intents) {
  if (key_pressed(letter('p'))) intents.push_back(TogglePresenter{});
  if (key_pressed(letter('t'))) intents.push_back(ToggleTheme{});
  if (key_pressed(letter('m'))) intents.push_back(ToggleMotion{});
  if (key_pressed(Key::f1) || key_pressed(letter('h'))) {
    intents.push_back(ShowHelp{!scene.view.help});
  }
  if (key_pressed(letter('o'))) intents.push_back(ShowLessons{!scene.view.lessons});
  if (key_pressed(letter('r'))) {
    const int next = (static_cast<int>(scene.view.rows) + 1) % 3;
    intents.push_back(SetRowMode{static_cast<RowMode>(next)});
  }
  if (key_pressed(letter('b')) && scene.branches.size() > 1) {
    intents.push_back(ChooseBranch{(scene.branch + 1) % scene.branches.size()});
  }
  if (key_pressed(letter('c')) && !scene.lanes.empty()) {
    const Lane* lane = find_lane(scene, scene.client);
    const Lane& next = lane == nullptr ? scene.lanes.front() : next_lane(scene, *lane);
    intents.push_back(SelectClient{next.connection});
  }
  if (key_pressed(letter('l')) && scene.languages.size() > 1) {
    const auto here =
        std::find(scene.languages.begin(), scene.languages.end(), scene.view.language);
    const bool last = here == scene.languages.end() || here + 1 == scene.languages.end();
    intents.push_back(SetLanguage{last ? scene.languages.front() : *(here + 1)});
  }
}

void question_keys(const Scene& scene, Intents& intents) {
  if (!scene.lesson || !scene.lesson->question || scene.lesson->question->locked) return;
  const std::size_t options = std::min<std::size_t>(scene.lesson->question->options.size(), 9);
  for (std::size_t i = 0; i < options; ++i) {
    if (key_pressed(digit(static_cast<int>(i) + 1))) intents.push_back(ChooseOption{i});
  }
  if (key_pressed(Key::enter) || key_pressed(Key::keypad_enter)) intents.push_back(LockIn{});
}

}  // namespace

void keys(const Scene& scene, Intents& intents) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.KeyCtrl) return zoom_keys(scene, intents);
  if (key_pressed(Key::escape)) {
    if (scene.view.help) intents.push_back(ShowHelp{false});
    if (scene.view.lessons) intents.push_back(ShowLessons{false});
    if (!scene.message.empty()) intents.push_back(DismissMessage{});
    if (scene.view.selected_line) intents.push_back(SelectLine{std::nullopt});
  }
  if (io.WantTextInput || io.KeyAlt) return;
  play_head_keys(scene, intents);
  selection_keys(scene, intents);
  view_keys(scene, intents);
  question_keys(scene, intents);
}

}  // namespace imapscope::gui
