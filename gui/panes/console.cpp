#include "gui/panes/console.h"

#include <algorithm>
#include <cstring>

#include "gui/imgui/compat.h"
#include "gui/imgui/items.h"
#include "gui/imgui/widgets.h"
#include "gui/layout/completion.h"

namespace imapscope::gui {
namespace {

imapscope::State state_of(const Scene& scene, const Lane& lane) {
  const auto belief = scene.beliefs->find(lane.connection);
  return belief == scene.beliefs->end() ? imapscope::State::greeting : belief->second.state;
}

template <std::size_t n>
void put(std::array<char, n>& field, const std::string& text) {
  field.fill('\0');
  std::copy_n(text.data(), std::min(text.size(), n - 1), field.data());
}

}  // namespace

void ConsolePane::draw(const Scene& scene, Intents& intents) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const ImVec2 corner = ImGui::GetWindowPos();
  const ImVec2 size = ImGui::GetWindowSize();
  draw.AddRectFilled(corner, {corner.x + size.x, corner.y + size.y}, ink(theme.now.raised));
  const float middle = corner.y + size.y / 2;
  const float left = corner.x + theme.px(space::padding);
  const float right = corner.x + size.x - theme.px(space::padding);
  const Lane* lane = find_lane(scene, scene.client);
  if (!scene.console.enabled || lane == nullptr) {
    draw_text_centered_y(draw, theme.faces.body, {left, middle}, theme.now.dim,
                         scene.console.why_not);
    return;
  }
  if (scene.view.wanted.console && !asked_) refocus_ = to_end_ = true;
  asked_ = scene.view.wanted.console;
  const Color color = theme.now.client(lane->order);
  symbols::client(draw, {left + theme.px(5), middle}, theme.px(5), lane->order, color);
  float x = draw_text_centered_y(draw, theme.faces.wire, {left + theme.px(16), middle}, color,
                                 lane->name);
  const Press name = press_area("console.client", {left, corner.y}, {x, corner.y + size.y});
  if (name.clicked) {
    intents.push_back(SelectClient{next_lane(scene, *lane).connection});
  }
  x = draw_text_centered_y(draw, theme.faces.wire, {x + theme.px(12), middle}, theme.now.dim, "C:");

  const std::string_view effect = scene.console.forks ? "sends, and forks from here" : "sends";
  // What Enter does is told where the field has room enough beside it.
  constexpr float field_least = 220;
  const float told = text_width(theme.faces.body, effect) +
                     text_width(theme.faces.number, "Enter") + theme.px(26 + space::wide_gap);
  const float field_left = x + theme.px(4);
  if (right - field_left < theme.px(field_least) + told) {
    return field(scene, *lane, field_left, std::max(right, field_left + theme.px(60)), intents);
  }
  const float effect_left =
      draw_text_right(draw, theme.faces.body, {right, middle - line_height(theme.faces.body) / 2},
                      theme.now.dim, effect);
  const float key_left = effect_left - text_width(theme.faces.number, "Enter") - theme.px(26);
  draw_key(draw, theme, {key_left, middle}, "Enter");
  field(scene, *lane, field_left, key_left - theme.px(space::wide_gap), intents);
}

void ConsolePane::offer_tag(const Scene& scene, const Lane& lane) {
  const std::string offer = scene.console.next_tag + " ";
  const std::string held = text_.data();
  const bool untouched = held.empty() || held == offered_;
  if (untouched && held != offer) {
    put(text_, offer);
    to_end_ = true;
  }
  offered_ = offer;
  (void)lane;
}

void ConsolePane::send(const Lane& lane, Intents& intents) {
  const std::string line = text_.data();
  if (line.empty() || line == offered_) return;
  intents.push_back(SendConsole{lane.connection, line});
  put(text_, "");
  offered_.clear();
  refocus_ = true;
}

void ConsolePane::field(const Scene& scene, const Lane& lane, float left, float right,
                        Intents& intents) {
  const Theme& theme = *scene.theme;
  offer_tag(scene, lane);
  const Completion completion = complete(text_.data(), state_of(scene, lane));
  completion_ = completion.rest;

  const float middle = ImGui::GetWindowPos().y + ImGui::GetWindowHeight() / 2;
  const float typed_width =
      text_width(theme.faces.wire, text_.data()) + text_width(theme.faces.wire, completion.rest);
  const float width = std::min(std::max(typed_width + theme.px(40), theme.px(220)), right - left);
  compat::push_font(theme.faces.wire);
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0);
  ImGui::SetCursorScreenPos({left, middle - ImGui::GetFrameHeight() / 2});
  ImGui::SetNextItemWidth(width);
  const bool wants_focus = !ImGui::GetIO().WantTextInput && compat::key_pressed(Key::slash);
  if (refocus_ || wants_focus) ImGui::SetKeyboardFocusHere();
  refocus_ = false;
  const auto edit = [](ImGuiInputTextCallbackData* data) {
    auto& console = *static_cast<ConsolePane*>(data->UserData);
    if (data->EventFlag == ImGuiInputTextFlags_CallbackCompletion) {
      data->InsertChars(data->BufTextLen, console.completion_.c_str());
    }
    if (console.to_end_ && data->EventFlag == ImGuiInputTextFlags_CallbackAlways) {
      data->CursorPos = data->SelectionStart = data->SelectionEnd = data->BufTextLen;
      console.to_end_ = false;
    }
    // The key that brought the focus is not part of the line.
    if (data->EventFlag == ImGuiInputTextFlags_CallbackCharFilter && console.to_end_ &&
        data->EventChar == '/') {
      return 1;
    }
    return 0;
  };
  if (wants_focus) to_end_ = true;
  const bool entered = ImGui::InputText(
      "##line", text_.data(), text_.size(),
      ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackCompletion |
          ImGuiInputTextFlags_CallbackAlways | ImGuiInputTextFlags_CallbackCharFilter,
      edit, this);
  items::add_last("console.line");
  ImGui::PopStyleVar();
  const float padding = ImGui::GetStyle().FramePadding.x;
  ImGui::PopFont();

  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float ghost = left + padding + text_width(theme.faces.wire, text_.data());
  draw_text_centered_y(draw, theme.faces.wire, {ghost, middle}, theme.now.faint, completion.rest);
  const float hint_x = left + width + theme.px(space::padding);
  if (hint_x < right) {
    draw_text_centered_y(draw, theme.faces.label, {hint_x, middle},
                         completion.legal ? theme.now.dim : theme.now.no,
                         ellipsised(theme.faces.label, completion.hint, right - hint_x));
  }
  if (entered) send(lane, intents);
}

}  // namespace imapscope::gui
