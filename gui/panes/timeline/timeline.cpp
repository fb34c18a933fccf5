#include "gui/panes/timeline/timeline.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "gui/imgui/items.h"
#include "gui/imgui/symbols.h"
#include "gui/imgui/widgets.h"
#include "gui/panes/timeline/timeline_bands.h"
#include "gui/panes/timeline/timeline_future.h"
#include "gui/panes/timeline/timeline_inputs.h"

namespace imapscope::gui {
namespace {

using observer::ShownTime;

// Design pixels at 100 %.
constexpr float narrowest_names = 56;
constexpr float widest_names = 132;
constexpr float mark_and_air = 28;  // of a client, beside its name
constexpr float name_begins = 22;   // behind the client's mark
constexpr float tick_room = 84;
constexpr float widest_branch = 120;
constexpr float mark_labels = 17;  // above the bands
constexpr float axis_height = 19;  // below them
constexpr float widest_pitch = 26;
constexpr float narrowest_pitch = 5;
// The low form, which has no labels and no axis.
constexpr float low_below = 60;
constexpr float low_edge = 5;
constexpr float low_pitch = 9;
constexpr float low_time = 76;
constexpr float low_name = 16;
constexpr float least_bands = 24;       // beside the other future
constexpr float covered_share = 0.14F;  // of the axis, for what is not earned yet

/// The width of the names at the left, symbols and air included.
float names_width(const Scene& scene) {
  float widest = scene.theme->px(narrowest_names - 28);
  for (const Lane& lane : scene.lanes) {
    widest = std::max(widest, text_width(scene.theme->faces.label, lane.name));
  }
  return std::min(widest + scene.theme->px(mark_and_air), scene.theme->px(widest_names));
}

Color mark_color(const Palette& palette, TimelineMark::Kind kind) {
  switch (kind) {
    case TimelineMark::Kind::refused:
      return palette.no;
    case TimelineMark::Kind::rejected:
    case TimelineMark::Kind::violation:
      return palette.bad;
    default:
      return palette.text;
  }
}

bool is_error(TimelineMark::Kind kind) {
  return kind >= TimelineMark::Kind::refused;
}

}  // namespace

float TimelinePane::Axis::x(ShownTime t) const {
  const double share =
      empty ? 0
            : static_cast<double>(t.us) / static_cast<double>(std::max<std::int64_t>(1, end.us));
  return bands.x + bands.width * static_cast<float>(std::clamp(share, 0.0, 1.0));
}

ShownTime TimelinePane::Axis::time(float at) const {
  const double share = std::clamp(static_cast<double>((at - bands.x) / bands.width), 0.0, 1.0);
  return {static_cast<std::int64_t>(std::llround(share * static_cast<double>(end.us)))};
}

float TimelinePane::Axis::middle(std::size_t lane) const {
  return std::round(bands.y + pitch * (static_cast<float>(lane - first_lane) + 0.5F));
}

TimelinePane::Axis TimelinePane::lay_out(const Scene& scene) {
  const Theme& theme = *scene.theme;
  const ImVec2 corner = ImGui::GetWindowPos();
  const float padding = theme.px(space::padding);
  Axis axis;
  axis.low = ImGui::GetWindowHeight() < theme.px(low_below);
  const auto shapes = static_cast<float>(std::min<std::size_t>(scene.lanes.size(), 8));
  axis.names = std::round(axis.low ? theme.px(low_name) * shapes + theme.px(space::gap)
                                   : names_width(scene));
  const float left = corner.x + padding + axis.names;
  const float right = axis.low ? theme.px(low_time) : 0;
  axis.line = corner.y + ImGui::GetWindowHeight() - theme.px(axis.low ? low_edge : axis_height);
  axis.bands = {left, corner.y + theme.px(axis.low ? low_edge : mark_labels),
                corner.x + ImGui::GetWindowWidth() - 2 * padding - left - right, 0};
  axis.bands.height = std::max(1.0F, axis.line - theme.px(space::unit) - axis.bands.y);
  const float future = theme.px(future_height(scene.lanes.size()));
  if (scene.future && axis.bands.height >= future + theme.px(least_bands)) {
    axis.bands.height -= future;
    axis.future = {left, axis.bands.bottom(), axis.bands.width, future};
  }
  const auto lanes = static_cast<float>(std::max<std::size_t>(scene.lanes.size(), 1));
  axis.pitch = std::clamp(axis.bands.height / lanes, theme.px(axis.low ? 2 : narrowest_pitch),
                          theme.px(axis.low ? low_pitch : widest_pitch));
  axis.shown_lanes = std::min(scene.lanes.size(),
                              static_cast<std::size_t>(axis.bands.height / axis.pitch + 0.01F));
  const float used = axis.pitch * static_cast<float>(axis.shown_lanes);
  axis.bands.y += std::max(0.0F, std::round((axis.bands.height - used) / 2));
  axis.thickness = std::round(std::min(
      theme.px(space::padding), axis.pitch - theme.px(axis.pitch < theme.px(low_pitch) ? 1 : 3)));
  axis.empty = scene.timeline->moments().empty();
  axis.end = std::max(scene.presentation->end(), scene.head.shown);
  axis.own_end = axis.end;
  axis.unseen = scene.goes_on;
  if (scene.future) {
    axis.end = std::max(axis.end, scene.future->end);
    axis.unseen = axis.unseen || scene.future->goes_on;
  }
  axis.right = axis.bands.right();
  if (axis.unseen) axis.bands.width = std::round(axis.bands.width * (1 - covered_share));
  return axis;
}

void TimelinePane::scroll(const Scene& scene, Axis& axis) {
  const std::size_t most = scene.lanes.size() - axis.shown_lanes;
  if (ImGui::IsWindowHovered() && ImGui::GetIO().MouseWheel != 0) {
    const bool up = ImGui::GetIO().MouseWheel > 0;
    if (up && first_lane_ > 0) --first_lane_;
    if (!up) ++first_lane_;
  }
  const auto lane = std::find_if(scene.lanes.begin(), scene.lanes.end(),
                                 [&](const Lane& l) { return l.has(scene.client); });
  if (lane != scene.lanes.end() && scene.client != followed_) {
    followed_ = scene.client;
    const auto at = static_cast<std::size_t>(lane - scene.lanes.begin());
    first_lane_ = std::min(first_lane_, at);
    if (at >= first_lane_ + axis.shown_lanes) first_lane_ = at + 1 - axis.shown_lanes;
  }
  first_lane_ = std::min(first_lane_, most);
  axis.first_lane = first_lane_;
}

/// That there are lanes above or below those in view, at the names' right edge.
void TimelinePane::draw_more_lanes(const Scene& scene, const Axis& axis) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float x = axis.bands.x - theme.px(space::gap);
  const float size = theme.px(space::unit + 1);
  const float bottom = axis.bands.y + axis.pitch * static_cast<float>(axis.shown_lanes);
  if (axis.first_lane > 0) {
    symbols::arrow_head(draw, {x, axis.bands.y + size}, {x, axis.bands.y - 1}, size, theme.now.dim);
  }
  if (axis.first_lane + axis.shown_lanes < scene.lanes.size()) {
    symbols::arrow_head(draw, {x, bottom - size}, {x, bottom + 1}, size, theme.now.dim);
  }
}

void TimelinePane::draw_ends(const Scene& scene, const Axis& axis) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float middle = ImGui::GetWindowPos().y + ImGui::GetWindowHeight() / 2;
  float x = ImGui::GetWindowPos().x + theme.px(space::padding + 5);
  for (const Lane& lane : scene.lanes) {
    if (x + theme.px(space::chip_gap) > axis.bands.x) break;
    symbols::client(draw, {x, middle}, theme.px(mark::small), lane.order,
                    theme.now.client(lane.order));
    x += theme.px(low_name);
  }
  ImFont* face = theme.faces.number;
  const float time =
      draw_text_right(draw, face, {axis.right + theme.px(low_time), middle - line_height(face) / 2},
                      theme.now.dim, time_text(scene.words, scene.head.wire));
  items::add("timeline.time", {time, middle - line_height(face) / 2},
             {axis.right + theme.px(low_time), middle + line_height(face) / 2});
}

void TimelinePane::draw_lanes(const Scene& scene, const Axis& axis) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float left = ImGui::GetWindowPos().x + theme.px(space::padding);
  const bool roomy = axis.pitch >= line_height(theme.faces.label) - theme.px(space::half_unit);
  ImFont* face = roomy ? theme.faces.label : theme.faces.caption;
  const bool legible = axis.pitch >= line_height(face) - theme.px(space::sliver);
  for (std::size_t i = axis.first_lane; i < axis.first_lane + axis.shown_lanes; ++i) {
    items::add("timeline.lane", i, {left, axis.middle(i) - axis.pitch / 2},
               {axis.bands.x, axis.middle(i) + axis.pitch / 2});
    const Color color = theme.now.client(scene.lanes[i].order);
    const float radius = std::min(theme.px(mark::small), axis.pitch / 3);
    symbols::client(draw, {left + theme.px(space::chip_gap), axis.middle(i)}, radius,
                    scene.lanes[i].order, color);
    if (!legible) continue;
    const std::string name =
        ellipsised(face, scene.lanes[i].name, axis.names - theme.px(name_begins));
    draw_text_centered_y(draw, face, {left + theme.px(space::key_air), axis.middle(i)}, color,
                         name);
  }
}

void TimelinePane::draw_bands(const Scene& scene, const Axis& axis) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  std::vector<std::vector<float>> marks(scene.lanes.size());
  for (const TimelineMark& mark : marks_on(scene, axis)) {
    if (axis.shows(mark.lane)) marks[mark.lane].push_back(std::round(axis.x(mark.at)));
  }
  const auto lanes = lanes_by_connection(scene);
  for (const observer::Band& band : scene.timeline->bands()) {
    const auto lane = lanes.find(band.connection);
    if (lane == lanes.end() || !axis.shows(lane->second)) continue;
    const ShownTime to = band.to ? scene.presentation->at(*band.to) : axis.own_end;
    const BandPlace place{
        .from = axis.x(scene.presentation->at(band.from)) + scene.theme->px(space::hairline),
        .to = axis.x(to),
        .head = axis.x(scene.head.shown),
        .middle = axis.middle(lane->second),
        .thickness = axis.thickness};
    draw_band(draw, scene, band, place, marks[lane->second]);
  }
}

const std::vector<TimelineMark>& TimelinePane::marks_on(const Scene& scene, const Axis& axis) {
  return marks_.update(scene, static_cast<std::size_t>(axis.bands.width));
}

void TimelinePane::draw_mark(const Scene& scene, const Axis& axis, const TimelineMark& mark) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const bool reached = mark.at <= scene.head.shown;
  const Color color = with_opacity(mark_color(theme.now, mark.kind), reached ? 1 : 0.5);
  const float x = std::round(axis.x(mark.at));
  const float middle = axis.middle(mark.lane);
  const float half = axis.thickness / 2 + theme.px(space::hairline);
  draw.AddLine({x, middle - half}, {x, middle + half}, ink(color), theme.px(stroke::thin));
  if (is_error(mark.kind)) {
    symbols::arrow_head(draw, {x, middle - half}, {x, middle + theme.px(space::hairline)},
                        theme.px(mark::arrow), color);
  }
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool under = ImGui::IsWindowHovered() && std::abs(mouse.x - x) <= theme.px(space::sliver) &&
                     std::abs(mouse.y - middle) <= half;
  if (!under) return;
  tooltip(theme, theme.faces.label,
          scene.words("window.timeline.mark.tooltip", {{"client", scene.lanes[mark.lane].name},
                                                       {"mark", mark.label},
                                                       {"line", mark.line.value + 1}}),
          {{x, middle - half}, {x, middle + half}});
}

void TimelinePane::draw_marks(const Scene& scene, const Axis& axis) {
  const Theme& theme = *scene.theme;
  ImFont* face = theme.faces.caption;
  const float top = ImGui::GetWindowPos().y + theme.px(space::half_unit);
  const float head = axis.x(scene.head.shown);
  const float air = theme.px(space::gap);
  float free_from = axis.bands.x;
  for (const TimelineMark& mark : marks_on(scene, axis)) {
    if (!axis.shows(mark.lane)) continue;
    draw_mark(scene, axis, mark);
    if (axis.low) continue;
    const float width = text_width(face, mark.label);
    const float right = std::min(axis.x(mark.at) + width / 2, head - air);  // clear of the head
    const float left = std::round(right - width);
    if (mark.at > scene.head.shown || left < free_from) continue;
    draw_text(*ImGui::GetWindowDrawList(), face, {left, top},
              is_error(mark.kind) ? mark_color(theme.now, mark.kind) : theme.now.dim, mark.label);
    free_from = right + air;
  }
}

void TimelinePane::draw_ticks(const Scene& scene, const Axis& axis, float free_until) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  if (ticks_of_ != scene.timeline || ticks_revision_ != scene.revision ||
      !(ticks_area_ == axis.bands)) {
    ticks_of_ = scene.timeline;
    ticks_revision_ = scene.revision;
    ticks_area_ = axis.bands;
    const auto moments = scene.timeline->moments();
    const Instant last = moments.empty() ? Instant{} : moments.back().at;
    ticks_ = time_ticks(scene.words, {0}, last, theme.px(tick_room), [&](Instant t) {
      // The axis begins with the trace, also where that begins with a rest.
      return t == Instant{} ? axis.bands.x : axis.x(scene.presentation->shown_time(t));
    });
  }
  draw.AddLine({axis.bands.x, axis.line}, {axis.bands.right(), axis.line}, ink(theme.now.hairline),
               theme.px(space::hairline));
  ImFont* face = theme.faces.caption;
  for (const Tick& tick : ticks_) {
    const float width = text_width(face, tick.label);
    if (tick.x + width > free_until) continue;
    draw.AddLine({std::round(tick.x), axis.line},
                 {std::round(tick.x), axis.line + theme.px(space::sliver)}, ink(theme.now.dim),
                 theme.px(space::hairline));
    draw_text(draw, face, {std::round(tick.x), axis.line + theme.px(space::sliver)},
              theme.now.faint, tick.label);
  }
  for (const auto& idle : scene.presentation->breaks()) {
    const float x =
        std::round(axis.x(scene.presentation->shown_time(idle.to)) - theme.px(space::gap));
    for (const float shift : {-1.5F, 1.5F}) {
      draw.AddLine({x + theme.scale * (shift - 2), axis.line + theme.px(space::unit)},
                   {x + theme.scale * (shift + 2), axis.line - theme.px(space::unit)},
                   ink(theme.now.dim), theme.px(space::hairline));
    }
  }
}

float TimelinePane::draw_branches(const Scene& scene, const Axis& axis, Intents& intents) {
  if (scene.branches.size() < 2) return axis.bands.right();
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  ImFont* face = theme.faces.label;
  const float middle = axis.line + theme.px(axis_height) / 2;
  float right = axis.bands.right();
  for (std::size_t i = scene.branches.size(); i-- > 0;) {
    const Branch& branch = scene.branches[i];
    const std::string name = ellipsised(face, branch.name, theme.px(widest_branch));
    const float width = text_width(face, name) + theme.px(space::padding);
    const ImVec2 min{right - width, axis.line + theme.px(space::half_unit)};
    const ImVec2 max{right, axis.line + theme.px(axis_height - 1)};
    const bool chosen = i == scene.branch;
    const Press press = press_area("timeline.branch." + std::to_string(i), min, max);
    if (press.clicked && !chosen) intents.push_back(ChooseBranch{i});
    if (chosen) draw.AddRectFilled(min, max, ink(theme.now.selection), theme.px(corner::chip));
    draw.AddRect(min, max, ink(press.hovered ? theme.now.dim : theme.now.hairline),
                 theme.px(corner::chip), 0, theme.px(space::hairline));
    draw_text_centered_y(draw, face, {min.x + theme.px(space::gap), middle},
                         chosen ? theme.now.text : theme.now.dim, name);
    right = min.x - theme.px(space::snug);
  }
  return right - theme.px(space::gap);
}

void TimelinePane::draw_forks(const Scene& scene, const Axis& axis) {
  const Theme& theme = *scene.theme;
  for (std::size_t i = 0; i < scene.branches.size(); ++i) {
    if (scene.branches[i].parent != scene.branch) continue;
    const ShownTime forked = scene.presentation->shown_time(scene.branches[i].forked_at);
    const ImVec2 at{std::round(axis.x(forked)), axis.line};
    const Color color = i == scene.branch ? theme.now.text : theme.now.dim;
    symbols::client(*ImGui::GetWindowDrawList(), at, theme.px(mark::small), 1, color);
  }
}

void TimelinePane::draw_futures(const Scene& scene, const Axis& axis) {
  const float bottom = axis.bands.y + axis.pitch * static_cast<float>(axis.shown_lanes);
  const auto x = [&axis](ShownTime t) { return axis.x(t); };
  if (!axis.future.empty()) draw_future(scene, {axis.future, axis.bands.y, bottom, x});
  if (!scene.goes_on || axis.shown_lanes == 0) return;
  const float half = std::max(axis.thickness, line_height(scene.theme->faces.caption)) / 2;
  const float top =
      std::max(axis.middle(axis.first_lane) - half, axis.bands.y - scene.theme->px(space::sliver));
  const float left = axis.x(scene.presentation->end()) + scene.theme->px(space::gap);
  draw_unseen(scene, {left, top, axis.right - left,
                      axis.middle(axis.first_lane + axis.shown_lanes - 1) + half - top});
}

void TimelinePane::draw_head(const Scene& scene, const Axis& axis) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float x = std::round(axis.x(scene.head.shown));
  const float top = ImGui::GetWindowPos().y + theme.px(axis.low ? low_edge : 8);
  draw.AddLine({x, top}, {x, axis.line + theme.px(space::sliver)}, ink(theme.now.highlight),
               theme.px(stroke::strong));
  symbols::dot(draw, {x, top}, theme.px(mark::medium), theme.now.highlight);
}

void TimelinePane::scrub(const Scene& scene, const Axis& axis, Intents& intents) {
  const ImVec2 min{axis.bands.x - scene.theme->px(space::gap), ImGui::GetWindowPos().y};
  const ImVec2 max{axis.bands.right() + scene.theme->px(space::gap), axis.line};
  const Press press = press_area("timeline.scrub", min, max);
  if (!press.held) return;
  const ShownTime wanted = axis.time(ImGui::GetIO().MousePos.x);
  if (wanted != scene.head.shown) intents.push_back(JumpTo{wanted});
}

void TimelinePane::draw(const Scene& scene, Intents& intents) {
  Axis axis = lay_out(scene);
  scroll(scene, axis);
  scrub(scene, axis, intents);
  if (axis.low) {
    draw_ends(scene, axis);
  } else {
    draw_lanes(scene, axis);
    draw_more_lanes(scene, axis);
  }
  draw_bands(scene, axis);
  draw_marks(scene, axis);
  if (!axis.low) draw_ticks(scene, axis, draw_branches(scene, axis, intents));
  if (!axis.low) {
    draw_forks(scene, axis);
    draw_inputs(scene, axis.line, [&axis](ShownTime t) { return axis.x(t); });
  }
  draw_futures(scene, axis);
  draw_head(scene, axis);
}

}  // namespace imapscope::gui
