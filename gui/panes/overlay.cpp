#include "gui/panes/overlay.h"

#include <cmath>

#include "gui/imgui/items.h"
#include "gui/imgui/rich_text.h"
#include "gui/imgui/widgets.h"

namespace imapscope::gui {
namespace {

constexpr ImGuiWindowFlags overlay_window =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing;

void begin(const Theme& theme, const char* name, ImVec2 at, ImVec2 size) {
  ImGui::SetNextWindowPos({std::round(at.x), std::round(at.y)});
  ImGui::SetNextWindowSize(size);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, theme.px(10));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, theme.px(space::hairline));
  ImGui::PushStyleColor(ImGuiCol_WindowBg, ink(theme.now.raised));
  ImGui::Begin(name, nullptr, overlay_window);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
}

void message(const Scene& scene, float width, float height, Intents& intents) {
  const Theme& theme = *scene.theme;
  const float inset = theme.px(space::padding);
  const float text_width = std::min(theme.px(620), width - 4 * inset);
  const float text_height = rich_text_height(theme, text_width, scene.message);
  const ImVec2 size{text_width + 2 * inset + theme.px(28), text_height + 2 * inset};
  begin(theme, "message", {(width - size.x) / 2, height - size.y - theme.px(160)}, size);
  const ImVec2 corner = ImGui::GetWindowPos();
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  symbols::triangle(draw, {corner.x + inset + theme.px(6), corner.y + inset + theme.px(10)},
                    theme.px(6), theme.now.no);
  draw_rich_text(draw, theme, {corner.x + inset + theme.px(24), corner.y + inset}, text_width,
                 theme.now.text, scene.message);
  const Press press = press_area("message", corner, {corner.x + size.x, corner.y + size.y});
  if (press.clicked) intents.push_back(DismissMessage{});
  ImGui::End();
}

void help(const Scene& scene, float width, float height, Intents& intents) {
  const Theme& theme = *scene.theme;
  const float inset = theme.px(24);
  const float pitch = theme.px(26);
  const float keys_width = theme.px(130);
  const ImVec2 size{theme.px(500),
                    pitch * static_cast<float>(scene.key_help.size()) + 2 * inset + theme.px(36)};
  begin(theme, "help", {(width - size.x) / 2, std::max(0.0F, (height - size.y) / 2)}, size);
  const ImVec2 corner = ImGui::GetWindowPos();
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw_text(draw, theme.faces.heading, {corner.x + inset, corner.y + inset}, theme.now.text,
            "Keys");
  float middle = corner.y + inset + theme.px(36) + pitch / 2;
  for (const KeyHelp& line : scene.key_help) {
    draw_text_centered_y(draw, theme.faces.strong, {corner.x + inset, middle}, theme.now.text,
                         line.keys);
    draw_text_centered_y(draw, theme.faces.body, {corner.x + inset + keys_width, middle},
                         theme.now.dim, line.words);
    middle += pitch;
  }
  const Press press = press_area("help", corner, {corner.x + size.x, corner.y + size.y});
  if (press.clicked) intents.push_back(ShowHelp{false});
  ImGui::End();
}

}  // namespace

void draw_overlays(const Scene& scene, float width, float height, Intents& intents) {
  // The list of files tells it itself.
  if (!scene.message.empty() && !scene.files) message(scene, width, height, intents);
  if (scene.view.help) help(scene, width, height, intents);
}

}  // namespace imapscope::gui
