#include "gui/panes/console_sasl.h"

#include <utility>

#include "gui/layout/octets.h"

namespace imapscope::gui {
namespace {

constexpr float field_line = 30;

/// How a response of the mechanism is typed; shown faint while the field is empty.
const char* example_for(const std::string& mechanism) {
  return mechanism == "PLAIN" ? "\\0user\\0password" : "the response; \\0 is the octet NUL";
}

}  // namespace

void ConsoleSasl::draw(const Scene& scene, const Lane& lane, Intents& intents) {
  const AnswerParts parts = draw_answer(scene, lane, intents);
  words(scene, parts);
  const bool sends = field(scene, lane, parts.field);
  const std::string effect = "encodes, and " + effect_of_sending(scene.console);
  draw_answer_keys(*scene.theme, parts,
                   {{"Enter", effect},
                    {"Ctrl Enter", "sends it as it is typed"},
                    {"Tab", "NUL; a single * gives up"}});
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
  const std::string_view what = "A response is wanted: one line of base64, without a tag.";
  if (parts.narrow) {
    draw_text_centered_y(draw, theme.faces.label, {area.min.x, (area.min.y + area.max.y) / 2},
                         theme.now.text, ellipsised(theme.faces.label, what, width));
    return;
  }
  float y = area.min.y + theme.px(2);
  y += draw_wrapped(draw, theme.faces.body, {area.min.x, y}, theme.now.text, what, width);
  const std::string& challenge = scene.console.asked->challenge;
  if (challenge.empty()) return;
  draw_text(draw, theme.faces.label, {area.min.x, y + theme.px(2)}, theme.now.dim,
            ellipsised(theme.faces.label, "the server asks: " + challenge, width));
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
  const bool sends = field_.draw(
      theme, {{area.min.x + theme.px(4), area.min.y}, {area.max.x - theme.px(4), line}},
      {.name = "console.sasl",
       .hint = example_for(scene.console.asked->mechanism),
       .flags = ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackCompletion},
      edit);
  goes_out(theme, {{area.min.x + theme.px(space::gap), line}, area.max});
  return sends;
}

void ConsoleSasl::goes_out(const Theme& theme, ConsoleArea area) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const std::string shown = sasl_line(field_.get());
  const float middle = area.min.y + theme.px(12);
  const float x = draw_text_centered_y(draw, theme.faces.label, {area.min.x, middle}, theme.now.dim,
                                       "goes out as") +
                  theme.px(space::gap);
  draw_text_centered_y(draw, theme.faces.wire, {x, middle}, theme.now.text,
                       ellipsised(theme.faces.wire, shown.empty() ? "an empty line" : shown,
                                  area.max.x - x - theme.px(space::gap)));
}

}  // namespace imapscope::gui
