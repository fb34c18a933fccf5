#include "gui/panes/mailbox/mailbox_frame.h"

#include <algorithm>
#include <string>

#include "gui/imgui/symbols.h"

namespace imapscope::gui {
namespace {

constexpr float widest_name = 130;

}  // namespace

void draw_seen_by(const Scene& scene, const Lane& lane, Intents& intents) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float right = ImGui::GetWindowPos().x + ImGui::GetWindowWidth() - theme.px(space::padding);
  const float y = ImGui::GetWindowPos().y + theme.px(space::key_air);
  // Without room for the name, the shape alone.
  const float room = right - heading_end(theme) - theme.px(space::wide_padding);
  const std::string whole = ellipsised(theme.faces.caption, lane.name, theme.px(widest_name));
  const std::string name = caption_width(theme, whole) <= room ? whole : std::string();
  const float left = right - caption_width(theme, name);
  draw_caption(draw, theme, {left, y}, theme.now.client(lane.order), name);
  symbols::client(
      draw, {left - theme.px(space::mark_before_name), y + line_height(theme.faces.caption) / 2},
      theme.px(mark::small), lane.order, theme.now.client(lane.order));
  const float symbol = left - theme.px(space::wide_padding);
  const std::string seen_by = scene.words("window.mailbox.seen_by");
  const float words = caption_width(theme, seen_by);
  const bool told = symbol - words >= heading_end(theme);
  if (told) draw_caption(draw, theme, {symbol - words, y}, theme.now.dim, seen_by);
  const float air = theme.px(space::gap);
  const float begin = std::max(told ? symbol - words - air : symbol, heading_end(theme));
  const Press press = press_area("mailbox.client", {begin, y - air},
                                 {right + air, y + line_height(theme.faces.caption) + air});
  if (press.clicked) intents.push_back(SelectClient{next_lane(scene, lane).connection});
}

void draw_nothing_open(const Scene& scene, const PaneArea& area, const Lane* lane) {
  const Theme& theme = *scene.theme;
  const std::string words = lane == nullptr
                                ? scene.words("window.no_client")
                                : scene.words("window.mailbox.none_open", {{"client", lane->name}});
  draw_wrapped(*ImGui::GetWindowDrawList(), theme.faces.body,
               {area.min.x, area.min.y + theme.px(space::gap)}, theme.now.dim, words, area.width());
}

}  // namespace imapscope::gui
