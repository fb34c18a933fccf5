#include "gui/panes/console_sasl.h"

#include <utility>

#include "gui/imgui/compat.h"
#include "gui/imgui/items.h"
#include "gui/layout/octets.h"

namespace imapscope::gui {
namespace {

constexpr float words_width = 232;
constexpr float sasl_keys_width = 260;
constexpr float sasl_head_height = 30;

/// How a response of the mechanism is typed; shown faint while the field is empty.
std::string_view example_for(const std::string& mechanism) {
  return mechanism == "PLAIN" ? "\\0user\\0password" : "the response; \\0 is the octet NUL";
}

}  // namespace

void ConsoleSasl::draw(const Scene& scene, const Lane& lane, Intents& intents) {
  const Theme& theme = *scene.theme;
  const ImVec2 corner = ImGui::GetWindowPos();
  const ImVec2 size = ImGui::GetWindowSize();
  const float left = corner.x + theme.px(space::padding);
  const float right = corner.x + size.x - theme.px(space::padding);
  const float top = corner.y + theme.px(sasl_head_height);
  const float bottom = corner.y + size.y - theme.px(10);
  const float middle = corner.y + theme.px(sasl_head_height / 2 + 2);
  const float x = draw_speaker(scene, lane, left, middle, intents) + theme.px(space::gap);
  draw_text_centered_y(*ImGui::GetWindowDrawList(), theme.faces.wire, {x, middle}, theme.now.text,
                       ellipsised(theme.faces.wire, scene.console.asked->command, right - x));
  sends_ = as_it_is_ = false;
  const bool has_keys = right - left > theme.px(860);
  const float field_left = left + theme.px(words_width);
  const float field_right = right - (has_keys ? theme.px(sasl_keys_width) : 0);
  words(scene, {{left, top}, {field_left - theme.px(space::padding), bottom}});
  field(scene, lane, {{field_left, top}, {field_right, bottom}});
  if (has_keys) keys(scene, {{field_right + theme.px(space::padding), top}, {right, bottom}});
  if (!sends_) return;
  const std::string line = as_it_is_ ? std::string(text_.get()) : sasl_line(text_.get());
  intents.push_back(SendConsole{lane.connection, line});
  text_.put("");
  sent_ = true;
}

void ConsoleSasl::words(const Scene& scene, ConsoleArea area) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float width = area.max.x - area.min.x;
  const Asked& wanted = *scene.console.asked;
  float y = area.min.y + theme.px(2);
  y += draw_wrapped(draw, theme.faces.body, {area.min.x, y}, theme.now.text,
                    "A response is wanted: one line of base64, without a tag.", width);
  if (wanted.challenge.empty()) return;
  draw_text(draw, theme.faces.label, {area.min.x, y + theme.px(2)}, theme.now.dim,
            ellipsised(theme.faces.label, "the server asks: " + wanted.challenge, width));
}

void ConsoleSasl::field(const Scene& scene, const Lane& lane, ConsoleArea area) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw_field_frame(theme, area, theme.now.client(lane.order), focused_);
  const bool summoned = !ImGui::GetIO().WantTextInput && compat::key_pressed(Key::slash);
  bool swallow = summoned;
  const auto edit = [](ImGuiInputTextCallbackData* data) {
    if (data->EventFlag == ImGuiInputTextFlags_CallbackCharFilter) {
      return *static_cast<bool*>(data->UserData) && data->EventChar == '/' ? 1 : 0;
    }
    data->InsertChars(data->CursorPos, "\\0");
    return 0;
  };
  compat::push_font(theme.faces.wire);
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0);
  ImGui::PushStyleColor(ImGuiCol_FrameBg, 0);
  ImGui::SetCursorScreenPos({area.min.x + theme.px(4), area.min.y + theme.px(4)});
  ImGui::SetNextItemWidth(area.max.x - area.min.x - theme.px(8));
  if (std::exchange(focus_, false) || summoned) compat::take_keyboard();
  const std::string held(text_.get());
  const bool escapes = focused_ && compat::key_pressed(Key::escape);
  sends_ = ImGui::InputTextWithHint(
      "##sasl", example_for(scene.console.asked->mechanism).data(), text_.data(), text_.capacity(),
      ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackCompletion |
          ImGuiInputTextFlags_CallbackCharFilter,
      edit, &swallow);
  as_it_is_ = sends_ && ImGui::GetIO().KeyCtrl;
  if (escapes) text_.put(held);
  focused_ = ImGui::IsItemActive();
  items::add_last("console.sasl");
  const float line = ImGui::GetFrameHeight();
  ImGui::PopStyleColor();
  ImGui::PopStyleVar();
  ImGui::PopFont();
  const float left = area.min.x + theme.px(space::gap);
  const float middle = area.min.y + line + theme.px(20);
  const std::string shown = sasl_line(text_.get());
  const float x =
      draw_text_centered_y(draw, theme.faces.label, {left, middle}, theme.now.dim, "goes out as") +
      theme.px(space::gap);
  draw_text_centered_y(draw, theme.faces.wire, {x, middle}, theme.now.text,
                       ellipsised(theme.faces.wire, shown.empty() ? "an empty line" : shown,
                                  area.max.x - x - theme.px(space::gap)));
}

void ConsoleSasl::keys(const Scene& scene, ConsoleArea area) {
  const Theme& theme = *scene.theme;
  const float step = theme.px(26);
  float y = area.min.y + theme.px(12);
  draw_key_help(theme, {area.min.x, y}, "Enter",
                "encodes, and " + effect_of_sending(scene.console));
  draw_key_help(theme, {area.min.x, y += step}, "Ctrl Enter", "sends it as it is typed");
  draw_key_help(theme, {area.min.x, y += step}, "Tab", "NUL; a single * gives up");
}

}  // namespace imapscope::gui
