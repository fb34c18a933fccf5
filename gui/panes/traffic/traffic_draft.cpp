#include "gui/panes/traffic/traffic_draft.h"

#include <cmath>
#include <string>

#include "gui/imgui/symbols.h"
#include "gui/imgui/widgets.h"
#include "sim/wire/line_text.h"

namespace imapscope::gui {
namespace {

constexpr float draft_left = 11;
constexpr float draft_right = 9;

constexpr float label_height = 26;
constexpr float slope = 10;
constexpr float words_height = 24;

bool is_typed(const Scene& scene) {
  return scene.console.asked && scene.console.asked->kind == Asked::Kind::octets &&
         scene.view.rows == RowMode::lines && !scene.lanes.empty();
}

}  // namespace

float draft_height(const Scene& scene) {
  return is_typed(scene) ? scene.theme->px(label_height + slope + words_height) : 0;
}

void draw_draft(const Scene& scene, const LanePlaces& places, ImDrawList& draw, float top) {
  if (!is_typed(scene)) return;
  const auto lanes = lanes_by_connection(scene);
  const auto found = lanes.find(scene.client);
  if (found == lanes.end()) return;
  const Theme& theme = *scene.theme;
  const std::size_t lane = found->second;
  const Color color = theme.now.client(scene.lanes[lane].order);
  const auto& span = places.labels[lane];
  const float label = top + theme.px(label_height / 2);
  const float left = span.left + theme.px(draft_left);
  const float right = span.right - theme.px(draft_right);
  const std::string count = scene.words(
      "window.traffic.draft_octets",
      {{"typed", scene.view.literal_draft.size()}, {"count", scene.console.asked->octets}});
  const float count_left =
      draw_text_right(draw, theme.faces.label, {right, label - line_height(theme.faces.label) / 2},
                      theme.now.dim, count);
  const float x = draw_text_centered_y(draw, theme.faces.label, {left, label}, theme.now.dim,
                                       scene.words("window.traffic.literal")) +
                  theme.px(space::gap);
  const std::string text = wire::printable(scene.view.literal_draft);
  draw_text_centered_y(draw, theme.faces.wire, {x, label}, theme.now.text,
                       ellipsised(theme.faces.wire, text, count_left - theme.px(space::gap) - x));
  const float start = top + theme.px(label_height);
  const ImVec2 from{places.clients[lane], start};
  const ImVec2 to{places.server, start + theme.px(slope)};
  const float way = to.x > from.x ? 1.0F : -1.0F;
  const ImVec2 tip{to.x - way * theme.px(space::half_unit), to.y};
  dashed_line(draw, from, {tip.x - way * theme.px(space::snug), tip.y}, color,
              theme.px(stroke::strong), theme.px(dash::long_length), theme.px(dash::length));
  symbols::arrow_head(draw, from, tip, theme.px(mark::large_arrow), color);
  draw_text_centered_y(
      draw, theme.faces.label, {left, to.y + theme.px(words_height / 2)}, theme.now.dim,
      ellipsised(theme.faces.label, scene.words("window.traffic.draft"), right - left));
}

}  // namespace imapscope::gui
