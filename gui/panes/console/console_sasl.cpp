#include "gui/panes/console/console_sasl.h"

#include <utility>

#include "gui/layout/octets.h"

namespace imapscope::gui {
namespace {

constexpr float field_line = 30;

/// How a response of the mechanism is typed; shown faint while the field is empty.
std::string example_for(const words::Words& words, const std::string& mechanism) {
  return words(mechanism == "PLAIN" ? "console.sasl.example_plain" : "console.sasl.example");
}

}  // namespace

void ConsoleSasl::draw(const Scene& scene, const Lane& lane, Intents& intents) {
  const AnswerParts parts = draw_answer(scene, lane, intents);
  words(scene, parts);
  const bool sends = field(scene, lane, parts.field);
  draw_answer_keys(
      *scene.theme, parts,
      {{"Enter", scene.words("console.sasl.enter", {{"effect", effect_of_sending(scene)}})},
       {"Ctrl Enter", scene.words("console.sasl.ctrl_enter")},
       {"Tab", scene.words("console.sasl.tab")}});
  if (!sends) return;
  const std::string typed(field_.get());
  intents.push_back(
      SendConsole{lane.connection, ImGui::GetIO().KeyCtrl ? typed : sasl_line(typed)});
  field_.text().put("");
  sent_ = true;
}

void ConsoleSasl::words(const Scene& scene, const AnswerParts& parts) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const ConsoleArea& area = parts.words;
  const float width = area.max.x - area.min.x;
  const std::string what = scene.words("console.sasl.wanted");
  if (parts.narrow) {
    draw_text_centered_y(draw, theme.faces.label, {area.min.x, (area.min.y + area.max.y) / 2},
                         theme.now.text, ellipsised(theme.faces.label, what, width));
    return;
  }
  float y = area.min.y + theme.px(space::half_unit);
  y += draw_wrapped(draw, theme.faces.body, {area.min.x, y}, theme.now.text, what, width);
  const std::string& challenge = scene.console.asked->challenge;
  if (challenge.empty()) return;
  draw_text(draw, theme.faces.label, {area.min.x, y + theme.px(space::half_unit)}, theme.now.dim,
            ellipsised(theme.faces.label,
                       scene.words("console.sasl.asks", {{"challenge", challenge}}), width));
}

bool ConsoleSasl::field(const Scene& scene, const Lane& lane, ConsoleArea area) {
  const Theme& theme = *scene.theme;
  field_.draw_frame(theme, area, theme.now.client(lane.order));
  const float line = area.min.y + theme.px(field_line);
  const auto edit = [](ImGuiInputTextCallbackData& data) {
    if (data.EventFlag == ImGuiInputTextFlags_CallbackCompletion) {
      data.InsertChars(data.CursorPos, "\\0");
    }
    return 0;
  };
  const std::string hint = example_for(scene.words, scene.console.asked->mechanism);
  const bool sends = field_.draw(
      theme,
      {{area.min.x + theme.px(space::unit), area.min.y},
       {area.max.x - theme.px(space::unit), line}},
      {.name = "console.sasl",
       .hint = hint.c_str(),
       .flags = ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackCompletion},
      edit);
  goes_out(scene, {{area.min.x + theme.px(space::gap), line}, area.max});
  return sends;
}

void ConsoleSasl::goes_out(const Scene& scene, ConsoleArea area) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const std::string shown = sasl_line(field_.get());
  const float middle = area.min.y + theme.px(space::wide_gap);
  const float x = draw_text_centered_y(draw, theme.faces.label, {area.min.x, middle}, theme.now.dim,
                                       scene.words("console.sasl.goes_out")) +
                  theme.px(space::gap);
  draw_text_centered_y(
      draw, theme.faces.wire, {x, middle}, theme.now.text,
      ellipsised(theme.faces.wire, shown.empty() ? scene.words("console.sasl.empty") : shown,
                 area.max.x - x - theme.px(space::gap)));
}

}  // namespace imapscope::gui
