#include "gui/panes/traffic/traffic.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

#include "gui/imgui/items.h"
#include "gui/imgui/widgets.h"
#include "gui/panes/traffic/traffic_draft.h"
#include "gui/panes/traffic/traffic_paint.h"
#include "gui/scene/motion.h"

namespace imapscope::gui {
namespace {

constexpr float least_name = 80;
constexpr float widest_server = 180;

constexpr std::array mode_names{"window.traffic.rows.lines", "window.traffic.rows.segments",
                                "window.traffic.rows.bytes"};
/// What a wheel's notch scrolls, in rows.
constexpr float rows_a_notch = 2;

float px(const Scene& scene, float design) {
  return scene.theme->px(design);
}

/// The server as its connections call it.
std::string server_name(const Scene& scene) {
  const auto& events = scene.timeline->trace().events;
  constexpr std::size_t looked_at = 32;
  for (std::size_t i = 0; i < std::min(events.size(), looked_at); ++i) {
    const auto* opened = std::get_if<trace::Opened>(&events[i].what);
    if (opened != nullptr && !opened->server.empty()) {
      return scene.words.name("window.", opened->server);
    }
  }
  return scene.words("window.server");
}

/// How far a lifeline is from the nearest other.
float room_around(const LanePlaces& places, std::size_t lane) {
  float room = std::abs(places.clients[lane] - places.server);
  for (std::size_t i = 0; i < places.clients.size(); ++i) {
    if (i != lane) room = std::min(room, std::abs(places.clients[i] - places.clients[lane]));
  }
  return room;
}

/// A client's shape and name above its lifeline; without room for the name, only the shape.
void draw_client_name(const Scene& scene, const LanePlaces& places, std::size_t lane, float middle,
                      float left, float right) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  ImFont* face = theme.wall ? theme.faces.strong : theme.faces.label_strong;
  const Lane& shown = scene.lanes[lane];
  const Color color = theme.now.client(shown.order);
  const float radius = theme.px(mark::medium);
  const float gap = theme.px(space::key_air);
  const float room = room_around(places, lane) - theme.px(space::unit);
  const bool named = room >= text_width(face, shown.name) + gap || room >= theme.px(least_name);
  const std::string name = named ? ellipsised(face, shown.name, room - gap) : std::string();
  const float width = named ? gap + text_width(face, name) : 2 * radius;
  const float x = std::clamp(places.clients[lane] - width / 2, left, right - width);
  const float height = line_height(face) / 2;
  symbols::client(draw, {x + radius, middle + theme.px(space::hairline)}, radius, shown.order,
                  color);
  draw_text_centered_y(draw, face, {std::round(x + gap), middle}, color, name);
  const PaneArea about{{x, middle - height}, {x + width, middle + height}};
  const std::string& whole = shown.peer.empty() ? shown.name : shown.peer;
  if (name != whole && ImGui::IsWindowHovered() &&
      ImGui::IsMouseHoveringRect(about.min, about.max)) {
    tooltip(theme, theme.faces.label, whole, about);
  }
}

/// The names above the lifelines.
void draw_names(const Scene& scene, const LanePlaces& places, float middle, float left,
                float right) {
  const Theme& theme = *scene.theme;
  for (std::size_t i = 0; i < scene.lanes.size(); ++i) {
    draw_client_name(scene, places, i, middle, left, right);
  }
  ImFont* face = theme.wall ? theme.faces.strong : theme.faces.label_strong;
  const std::string server = ellipsised(face, server_name(scene), theme.px(widest_server));
  const float width = text_width(face, server);
  const float x = std::clamp(places.server - width / 2, left, right - width);
  draw_text_centered_y(*ImGui::GetWindowDrawList(), face, {std::round(x), middle}, theme.now.server,
                       server);
}

/// The first row that is not past yet: where the exchange before the newest one begins.
std::size_t current_from(const TrafficRows& rows, std::size_t departed) {
  constexpr std::size_t looked_at = 8;  // lines that belong to no command stand between exchanges
  if (departed == 0) return 0;
  const std::size_t newest = departed - 1;
  const std::size_t begins = std::min(newest, rows.row(newest).command.value_or(newest));
  for (std::size_t row = begins; row > 0 && begins - row < looked_at; --row) {
    if (rows.row(row - 1).command) return std::min(row - 1, *rows.row(row - 1).command);
  }
  return begins > 0 ? begins - 1 : 0;
}

/// "lines 46–51"
std::string lines_shown(const Scene& scene, const TrafficRows& rows,
                        const std::vector<TrafficPaint::ShownLabel>& labels) {
  if (labels.empty()) return {};
  const auto number = [&](std::size_t row) {
    const observer::Line* line = rows.line(scene, row);
    return std::to_string(line == nullptr ? row + 1 : line->id.value + std::size_t{1});
  };
  return scene.words("window.traffic.lines_shown",
                     {{"first", number(labels.front().row)}, {"last", number(labels.back().row)}});
}

/// What a row is, at the heading's right.
void row_modes(const Scene& scene, Intents& intents) {
  const auto mode = static_cast<std::size_t>(scene.view.rows);
  std::array<std::string, mode_names.size()> names;
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = scene.words(mode_names[i]);
  const std::size_t chosen = pane_option(*scene.theme, "traffic.rows", names, mode);
  if (chosen != mode) intents.push_back(SetRowMode{static_cast<RowMode>(chosen)});
}

bool changed_belief(const observer::Line* line) {
  return line != nullptr && line->direction == trace::Direction::to_client &&
         !line->effects.empty() && line->kind == observer::LineKind::untagged;
}

}  // namespace

float TrafficPane::content_height(const Scene& scene, std::size_t departed) const {
  constexpr std::size_t most_at_once = 64;
  if (departed == 0) return 0;
  const auto placed = rows_.ladder().rows();
  // A row's place opens while its line sets out, faster than the line itself travels.
  float height = std::max(placed[departed - 1].bottom, placed[departed - 1].end);
  for (std::size_t row = departed; row > 0 && departed - row < most_at_once; --row) {
    const double flown = rows_.shown_flight(scene, row - 1);
    if (flown >= 1) break;
    const auto closed = static_cast<float>(1 - ease_out(2 * flown));
    height -= (placed[row - 1].bottom - placed[row - 1].top) * closed;
  }
  const float below = scene.covered && scene.head.at_end ? 84 : 24;
  return height + px(scene, below) + draft_height(scene);
}

float TrafficPane::scroll(const Scene& scene, float content, float height) {
  if (scene.head.moments != moments_) held_back_ = 0;
  moments_ = scene.head.moments;
  const float bottom = std::max(0.0F, content - height);
  if (ImGui::IsWindowHovered()) {
    held_back_ += ImGui::GetIO().MouseWheel * rows_a_notch * px(scene, 40);
  }
  held_back_ = std::clamp(held_back_, 0.0F, bottom);
  return std::round(bottom - held_back_);
}

TrafficPane::Body TrafficPane::lay_out(const Scene& scene, Rect area) {
  Body body;
  body.area = area;
  body.places = place_lanes(scene.lanes.size(), area.x, area.width, rows_.metrics());
  body.departed = rows_.departed(scene);
  const float air = px(scene, space::gap);
  const float content = content_height(scene, body.departed) + air;
  // Whatever stands below it, the newest line is in view.
  const float newest = body.departed == 0 ? 0 : rows_.ladder().rows()[body.departed - 1].label;
  body.origin =
      area.y + air - scroll(scene, std::min(content, newest + air + area.height), area.height);
  return body;
}

void TrafficPane::paint_play_head(const Scene& scene, const Body& body, TrafficPaint& paint) {
  if (body.departed == 0) return;
  const std::size_t newest = body.departed - 1;
  const std::size_t followed = rows_.followed(scene, body.departed);
  const float y = paint.y_at(followed, rows_.shown_flight(scene, followed));
  // The lane that the cover lies in, or would.
  const std::size_t lane = scene.covered_lane.value_or(rows_.row(newest).lane);
  Rect area = body.area;
  area.x += px(scene, 28);
  area.width -= px(scene, 28);
  const Rect time = paint.play_head(std::round(y), lane, area);
  if (!scene.covered || !scene.head.at_end) return;
  paint.covered(lane, paint.y_at(newest, 1) + px(scene, space::padding), time);
}

std::vector<TrafficPaint::ShownLabel> TrafficPane::paint(const Scene& scene, const Body& body) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const Rect& area = body.area;
  TrafficPaint paint(scene, rows_, body.places, draw, body.origin);
  draw.PushClipRect({area.x, area.y}, {area.right(), area.bottom()}, true);
  paint.lifelines(area.y, area.bottom());
  const float top = area.y - body.origin;
  const auto visible = rows_.ladder().visible(top, top + area.height);
  const std::size_t last = std::min(visible.last, body.departed);
  paint.fade_before(current_from(rows_, body.departed));
  const std::size_t newest = body.departed == 0 ? 0 : body.departed - 1;
  const auto flown = [&](std::size_t row) { return rows_.shown_flight(scene, row); };
  if (body.departed > 0 && flown(newest) >= 1 && changed_belief(rows_.line(scene, newest))) {
    paint.highlight(newest);
  }
  for (const PlacedExchange& exchange : rows_.ladder().exchanges(top, top + area.height)) {
    paint.bracket(exchange, body.departed);
  }
  for (std::size_t row = visible.first; row < last; ++row) paint.arrow(row, flown(row));
  paint_play_head(scene, body, paint);
  std::vector<TrafficPaint::ShownLabel> labels;
  for (std::size_t row = visible.first; row < last; ++row) {
    const observer::Line* line = rows_.line(scene, row);
    const bool selected = line != nullptr && scene.explained == line->id;
    labels.push_back(paint.label(row, selected));
    paint.number(row, area.x);
    paint.fork_mark(row);
    paint.idle_mark(row, area.x, area.right());
  }
  for (std::size_t row = visible.first; row < last; ++row) paint.bead(row, flown(row));
  if (body.departed > 0) {
    draw_draft(scene, body.places, draw, paint.y_at(newest, 1) + px(scene, space::wide_gap));
  }
  draw.PopClipRect();
  return labels;
}

void TrafficPane::answer(const Scene& scene, const Body& body,
                         const std::vector<TrafficPaint::ShownLabel>& labels, Intents& intents) {
  const Rect& area = body.area;
  const Press press = press_area("traffic.ladder", {area.x, area.y}, {area.right(), area.bottom()});
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  for (const TrafficPaint::ShownLabel& label : labels) {
    const observer::Line* line = rows_.line(scene, label.row);
    if (line == nullptr) continue;
    const Rect& at = label.area;
    items::add("traffic.line", line->id.value, {at.x + label.fold_width, at.y},
               {at.right(), at.bottom()});
    if (label.folds) {
      items::add("traffic.fold", line->id.value, {at.x, at.y},
                 {at.x + label.fold_width, at.bottom()});
    }
    const PlacedRow& placed = rows_.ladder().rows()[label.row];
    const bool under = mouse.y >= at.y && mouse.y < body.origin + placed.bottom;
    if (!press.hovered || !under) continue;
    const bool on_fold = label.folds && mouse.x >= at.x && mouse.x < at.x + label.fold_width;
    if (press.clicked && on_fold) {
      intents.push_back(ToggleFold{line->id});
    } else if (press.clicked) {
      intents.push_back(SelectLine{line->id});
    } else if (!label.whole && mouse.y < at.bottom()) {
      tooltip(*scene.theme, scene.theme->faces.wire, whole_text(scene, rows_, label.row),
              {{at.x, at.y}, {at.right(), body.origin + placed.bottom}});
    }
  }
}

void TrafficPane::draw(const Scene& scene, Intents& intents) {
  const Theme& theme = *scene.theme;
  PaneArea area = pane_heading(theme, scene.words("window.tab.traffic"));
  if (!theme.presenter) row_modes(scene, intents);
  rows_.update(scene, area.width());
  if (rows_.count() == 0 || scene.lanes.empty()) {
    const std::string text =
        scene.words(scene.loading ? "window.traffic.loading" : "window.traffic.nothing");
    draw_wrapped(*ImGui::GetWindowDrawList(), theme.faces.body, area.min, theme.now.dim, text,
                 area.width());
    return;
  }
  const float names = theme.px(space::indent);
  const float bottom = ImGui::GetWindowPos().y + ImGui::GetWindowHeight();
  const Body body =
      lay_out(scene, {area.min.x, area.min.y + names, area.width(), bottom - area.min.y - names});
  draw_names(scene, body.places, area.min.y + names / 2, area.min.x, area.max.x);
  const auto labels = paint(scene, body);
  if (theme.presenter) pane_fact(theme, lines_shown(scene, rows_, labels));
  answer(scene, body, labels, intents);
}

}  // namespace imapscope::gui
