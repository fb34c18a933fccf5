#include "gui/panes/console/console.h"

namespace imapscope::gui {
namespace {

void draw_why_not(const Scene& scene) {
  const Theme& theme = *scene.theme;
  const ImVec2 corner = ImGui::GetWindowPos();
  const ImVec2 size = ImGui::GetWindowSize();
  draw_text_centered_y(
      *ImGui::GetWindowDrawList(), theme.faces.body,
      {corner.x + theme.px(space::padding), corner.y + size.y / 2}, theme.now.dim,
      ellipsised(theme.faces.body, scene.console.why_not, size.x - 2 * theme.px(space::padding)));
}

}  // namespace

void ConsolePane::take_over(const Scene& scene) {
  const bool typed_ahead = ahead_.give_up_focus();
  std::string ahead = ahead_.take();
  switch (scene.console.asked->kind) {
    case Asked::Kind::octets:
      if (!octets_.is_for(scene)) octets_.begin(scene, line_.take_pasted() + ahead);
      if (line_.give_up_focus() || typed_ahead) octets_.focus();
      return;
    case Asked::Kind::sasl_response:
      if (!ahead.empty()) sasl_.put(ahead);
      if (line_.give_up_focus() || typed_ahead) sasl_.focus();
      return;
    case Asked::Kind::done:
      if (!ahead.empty()) line_.put(ahead);
      if (typed_ahead) line_.focus();
      return;
  }
}

float ConsolePane::draw_wanted(const Scene& scene, const Lane& lane, Intents& intents) {
  take_over(scene);
  switch (scene.console.asked->kind) {
    case Asked::Kind::octets:
      octets_.draw(scene, lane, line_.proposal(), intents);
      if (octets_.take_sent()) line_.focus();
      return console_height::grown;
    case Asked::Kind::sasl_response:
      sasl_.draw(scene, lane, intents);
      if (sasl_.take_sent()) line_.focus();
      return console_height::grown;
    case Asked::Kind::done:
      break;
  }
  return line_.draw(scene, lane, intents);
}

void ConsolePane::draw(const Scene& scene, Intents& intents) {
  const ImVec2 corner = ImGui::GetWindowPos();
  const ImVec2 size = ImGui::GetWindowSize();
  ImGui::GetWindowDrawList()->AddRectFilled(corner, {corner.x + size.x, corner.y + size.y},
                                            ink(scene.theme->now.raised));
  const Lane* lane = find_lane(scene, scene.client);
  if (scene.view.wanted.console && !summoned_) line_.focus();
  summoned_ = scene.view.wanted.console;
  float height = console_height::line;
  if (scene.console.waits && lane != nullptr) {
    if (line_.give_up_focus()) ahead_.focus();
    ahead_.draw(scene, *lane);
  } else if (!scene.console.enabled || lane == nullptr) {
    draw_why_not(scene);
  } else if (scene.console.asked) {
    height = draw_wanted(scene, *lane, intents);
  } else {
    height = line_.draw(scene, *lane, intents);
  }
  const bool typing = scene.console.asked && scene.console.asked->kind == Asked::Kind::octets;
  std::string draft = scene.console.enabled && typing ? octets_.bytes() : std::string();
  if (height != scene.view.console_height || draft != scene.view.literal_draft) {
    intents.push_back(WishConsole{height, std::move(draft)});
  }
}

}  // namespace imapscope::gui
