#include "gui/panes/traffic/traffic_paint.h"

#include <algorithm>
#include <cmath>

#include "gui/imgui/items.h"
#include "gui/imgui/symbols.h"
#include "gui/imgui/widgets.h"
#include "gui/layout/time_scale.h"
#include "gui/panes/traffic/traffic_label.h"
#include "gui/panes/traffic/wire_marks.h"
#include "sim/observer/row.h"
#include "sim/wire/line_text.h"

namespace imapscope::gui {
namespace {

using observer::Line;
using observer::LineKind;

bool is_tagged(const Line* line) {
  return line != nullptr && (line->kind == LineKind::command || line->kind == LineKind::tagged ||
                             line->kind == LineKind::literal);
}

/// Lines that are no line of the protocol: the connection itself, what a capture lacks, remarks.
bool is_beside(const Line* line) {
  return line != nullptr && line->bytes.empty();
}

bool is_note(const Line* line) {
  return line != nullptr && line->kind == LineKind::note;
}

}  // namespace

TrafficPaint::TrafficPaint(const Scene& scene, const TrafficRows& rows, const LanePlaces& places,
                           ImDrawList& draw, float top)
    : scene_(scene), theme_(*scene.theme), rows_(rows), places_(places), draw_(draw), top_(top) {}

const Palette& TrafficPaint::palette(std::size_t row) const {
  return row < current_from_ ? theme_.past : theme_.now;
}

Color TrafficPaint::lane_color(std::size_t lane, const Palette& palette) const {
  return palette.client(scene_.lanes[lane].order);
}

LanePlaces::Span TrafficPaint::span(std::size_t row) const {
  LanePlaces::Span lane = places_.labels[rows_.row(row).lane];
  const Line* line = rows_.line(scene_, row);
  if (is_note(line)) {
    // A remark has no arrow and no lane: it may run across all of them.
    lane.right =
        std::max(places_.server, *std::max_element(places_.clients.begin(), places_.clients.end()));
  }
  return lane;
}

float TrafficPaint::label_top(std::size_t row) const {
  return top_ + rows_.ladder().rows()[row].label;
}

float TrafficPaint::y_at(std::size_t row, double flight) const {
  const PlacedRow& placed = rows_.ladder().rows()[row];
  return top_ + placed.start + (placed.end - placed.start) * static_cast<float>(flight);
}

ImVec2 TrafficPaint::from(std::size_t row) const {
  const LadderRow& r = rows_.row(row);
  return {r.to_server ? places_.clients[r.lane] : places_.server, y_at(row, 0)};
}

ImVec2 TrafficPaint::to(std::size_t row) const {
  const LadderRow& r = rows_.row(row);
  return {r.to_server ? places_.server : places_.clients[r.lane], y_at(row, 1)};
}

void TrafficPaint::lifelines(float top, float bottom) {
  const auto line = [&](float x, Color color) {
    draw_.AddLine({x, top}, {x, bottom}, ink(color), px(stroke::thin));
  };
  line(places_.server, mix(theme_.now.hairline, theme_.now.server, 0.15));
  for (std::size_t i = 0; i < places_.clients.size(); ++i) {
    line(places_.clients[i], mix(theme_.now.hairline, theme_.now.server, 0.15));
  }
}

void TrafficPaint::bracket(const PlacedExchange& exchange, std::size_t departed) {
  if (exchange.command >= departed) return;
  const bool left = places_.left_side[exchange.lane];
  const float way = left ? -1.0F : 1.0F;
  const float lifeline = places_.clients[exchange.lane];
  const float x =
      lifeline + way * (rows_.metrics().bracket +
                        rows_.metrics().bracket_pitch * static_cast<float>(exchange.depth));
  const float cap = x - way * rows_.metrics().bracket_cap;
  const std::size_t last = std::min(exchange.last, departed - 1);
  const bool ended =
      exchange.complete && exchange.last < departed && rows_.flight(scene_, exchange.last) >= 1;
  const float top = top_ + exchange.top;
  const float bottom = ended ? top_ + exchange.bottom : y_at(last, rows_.flight(scene_, last));
  const Color color = lane_color(exchange.lane, palette(last));
  if (bottom - top < px(space::wide_gap)) return;  // it has only just begun
  wire_marks::bracket(draw_, theme_, {x, cap, top, bottom, ended}, color);
}

void TrafficPaint::idle_mark(std::size_t row, float left, float right) {
  const Duration idle = rows_.idle_before(row);
  if (!rows_.row(row).idle_before) return;
  const float middle = top_ + rows_.ladder().rows()[row].top + rows_.metrics().break_height / 2;
  const std::string text =
      scene_.words("window.traffic.later", {{"time", duration_text(scene_.words, idle)}});
  ImFont* face = theme_.faces.label;
  const float half = text_width(face, text) / 2;
  const float center = (left + right) / 2;
  const Color color = theme_.now.dim;
  // The lifelines are cut: two short strokes through each.
  std::vector<float> cuts = places_.clients;
  cuts.push_back(places_.server);
  for (const float x : cuts) wire_marks::time_cut(draw_, theme_, {x, middle}, color);
  const float text_left = std::clamp(center - half, left, right);
  const bool on_server = std::abs(center - places_.server) < half + px(space::gap);
  const float x =
      on_server ? places_.labels[rows_.row(row).lane].left + px(space::wide_gap) : text_left;
  draw_text_centered_y(draw_, face, {x, middle}, color, text);
}

void TrafficPaint::fork_mark(std::size_t row) {
  if (!rows_.row(row).fork_before) return;
  const float y = std::round(label_top(row) - rows_.metrics().fork_height / 2);
  const auto [first, last] = std::minmax_element(places_.clients.begin(), places_.clients.end());
  const float left = std::min(*first, places_.server) + px(space::gap);
  const float right = std::max(*last, places_.server) - px(space::gap);
  dashed_line(draw_, {left, y}, {right, y}, theme_.now.dim, px(space::hairline), px(dash::gap),
              px(dash::length));
  ImFont* face = theme_.faces.label;
  const std::string words = scene_.words("window.traffic.branch_begins",
                                         {{"branch", scene_.branches[scene_.branch].name}});
  const float at = left + px(space::padding);
  const float half = line_height(face) / 2;
  draw_.AddRectFilled({at - px(space::unit), y - half},
                      {at + text_width(face, words) + px(space::unit), y + half},
                      ink(theme_.now.pane));
  draw_text_centered_y(draw_, face, {at, y}, theme_.now.text, words);
}

bool TrafficPaint::is_own(const Line& line) const {
  return scene_.own_from && line.first_event >= *scene_.own_from &&
         line.direction == trace::Direction::to_server && !is_beside(&line);
}

void TrafficPaint::origin_mark(std::size_t row, const Line& line) {
  if (rows_.row(row).to_server || is_beside(&line)) return;
  wire_marks::origin(draw_, theme_, palette(row), from(row), line);
}

/// The connection opens or closes, a capture lacks octets, something happened beside the wire.
void TrafficPaint::beside(std::size_t row, const Line& line) {
  const Palette& inks = palette(row);
  const ImVec2 a = from(row);
  const ImVec2 b = to(row);
  if (line.kind == LineKind::gap || line.kind == LineKind::opaque) {
    return wire_marks::unread(draw_, theme_, a, b, inks.hatch);
  }
  if (line.kind == LineKind::note) {
    symbols::client(draw_, {places_.server, a.y}, px(mark::small), 1, inks.server);
    return;
  }
  const Color color = lane_color(rows_.row(row).lane, inks);
  dashed_line(draw_, a, b, color, px(space::hairline), px(dash::gap), px(dash::length));
  if (line.kind == LineKind::closed) symbols::stop(draw_, b, px(mark::small), color);
  if (line.kind == LineKind::secured) wire_marks::lock(draw_, theme_, {a, b, color}, 1);
}

void TrafficPaint::arrow(std::size_t row, double flight) {
  const Line* line = rows_.line(scene_, row);
  if (is_beside(line)) return beside(row, *line);
  const LadderRow& r = rows_.row(row);
  const wire_marks::Arrow arrow{from(row), to(row), lane_color(r.lane, palette(row)),
                                is_tagged(line)};
  wire_marks::arrow(draw_, theme_, arrow, flight);
  const bool is_whole = line == nullptr || line->bytes.ends_with('\n');  // else more will come
  if (!r.lands && is_whole && flight >= wire_marks::lost_at) {
    wire_marks::lost(draw_, theme_, arrow, palette(row).bad, scene_.words("window.traffic.lost"));
  }
  if (line == nullptr) return;
  if (line->is_protected) wire_marks::lock(draw_, theme_, arrow, flight);
  origin_mark(row, *line);
}

void TrafficPaint::bead(std::size_t row, double flight) {
  const LadderRow& r = rows_.row(row);
  if (flight <= 0 || flight >= 1 || !r.lands || is_beside(rows_.line(scene_, row))) return;
  const Color color = lane_color(r.lane, theme_.now);
  wire_marks::bead(draw_, theme_, {from(row), to(row), color, false}, flight);
}

Label TrafficPaint::text_of(std::size_t row, bool selected) const {
  const Line* line = rows_.line(scene_, row);
  const trace::Event* segment = rows_.segment(scene_, row);
  const Palette& inks = selected ? theme_.now : palette(row);
  const LabelInk label_ink{inks, lane_color(rows_.row(row).lane, inks),
                           segment == nullptr && highlighted_ == row, selected};
  if (segment != nullptr) {
    const auto& payload = std::get<trace::Payload>(segment->what);
    return segment_label(scene_, payload, scene_.view.rows, label_ink);
  }
  return line_label(scene_, *line, scene_.view.open_folds.contains(line->id), label_ink);
}

/// The wedge that opens and closes a fold, in a space of `width`.
void TrafficPaint::fold_mark(ImVec2 at, float width, bool open, Color color) {
  const float middle = std::round(at.y + line_height(theme_.faces.wire) / 2);
  const float half = width * 0.28F;
  const ImVec2 center{at.x + half, middle};
  const ImVec2 tip = open ? ImVec2{center.x, center.y + half} : ImVec2{center.x + half, center.y};
  const ImVec2 back = open ? ImVec2{center.x, center.y - half} : ImVec2{center.x - half, center.y};
  symbols::arrow_head(draw_, back, tip, half * 2, color);
}

TrafficPaint::ShownLabel TrafficPaint::label(std::size_t row, bool selected) {
  auto lane = span(row);
  const Label label = text_of(row, selected);
  if (is_note(rows_.line(scene_, row))) {
    // Around its mark on the server's lifeline, as far as the lanes go.
    const float half = label_width(theme_, label) / 2 + px(space::mark_column);
    lane.left = std::max(lane.left, std::min(places_.server, lane.right - half) - half);
    lane.right = std::min(lane.right, lane.left + 2 * half);
  }
  const LadderMetrics& metrics = rows_.metrics();
  const bool two = rows_.label_lines(row) > 1;
  const float height = line_height(theme_.faces.wire) + (two ? metrics.text_line : 0);
  const float fold = label.folds ? fold_width(theme_) : 0;
  ImVec2 at{lane.left + metrics.text_left, label_top(row)};
  const float fault = label.breaks_rule ? fault_width(scene_, lane.right - lane.left) : 0;
  const float room = lane.right - metrics.text_right - at.x - fold - fault;
  const float width = std::min(room, label_width(theme_, label)) + fold;
  const Color dim = selected ? theme_.now.text : palette(row).dim;
  ShownLabel shown{row, {at.x, at.y, width, height}, true, label.folds, fold};
  const float reach = selected ? lane.right - px(space::snug) : at.x + width + px(space::half_unit);
  draw_.AddRectFilled({at.x - px(selected ? 5 : 2), at.y - px(space::hairline)},
                      {reach, at.y + height + px(space::hairline)},
                      ink(selected ? theme_.now.selection : theme_.now.pane), px(corner::chip));
  const float first_middle = at.y + line_height(theme_.faces.wire) / 2;
  if (label.breaks_rule) draw_fault(draw_, scene_, lane, first_middle, palette(row).bad);
  if (label.folds) fold_mark(at, fold, !label.body.empty(), dim);
  at.x += fold;
  const bool fits = two ? draw_label_wrapped(draw_, theme_, at, label, room, metrics.text_line)
                        : draw_label(draw_, theme_, at, label, room);
  shown.whole = fits && !label.folds;
  if (two) at.y += metrics.text_line;
  for (const std::string& text : label.body) {
    at.y += metrics.text_line;
    draw_.AddRectFilled({at.x, at.y}, {at.x + room, at.y + line_height(theme_.faces.wire)},
                        ink(theme_.now.pane));
    draw_text(draw_, theme_.faces.wire, at, palette(row).dim,
              ellipsised(theme_.faces.wire, text, room));
  }
  return shown;
}

void TrafficPaint::number(std::size_t row, float left) {
  const Line* line = rows_.line(scene_, row);
  const std::size_t shown = line != nullptr && rows_.segment(scene_, row) == nullptr
                                ? line->id.value + std::size_t{1}
                                : row + 1;
  const float middle = label_top(row) + line_height(theme_.faces.wire) / 2;
  ImFont* digits = theme_.faces.number;
  const std::string text = std::to_string(shown);
  const float half = line_height(digits) / 2;  // a bracket may pass here, and must not cross them
  draw_.AddRectFilled({left, middle - half}, {left + text_width(digits, text), middle + half},
                      ink(theme_.now.pane));
  draw_text_centered_y(draw_, digits, {left, middle}, theme_.now.faint, text);
  if (line == nullptr || !is_own(*line)) return;
  ImFont* face = theme_.faces.caption;
  draw_text_centered_y(draw_, face, {left, middle + line_height(face)},
                       lane_color(rows_.row(row).lane, theme_.now),
                       scene_.words("window.traffic.you"));
}

/// Where the wire time stands: at the right, or, without a margin for it, in another lane than the
/// one where things go on.
float TrafficPaint::time_left(std::size_t lane, float right, float width) const {
  if (!rows_.is_compact()) return right - width;
  for (std::size_t i = 0; i < places_.labels.size(); ++i) {
    if (places_.left_side[i] != places_.left_side[lane]) {
      return places_.labels[i].left + rows_.metrics().text_left;
    }
  }
  return places_.labels[lane].left + rows_.metrics().text_left;
}

Rect TrafficPaint::play_head(float y, std::size_t lane, const Rect& area) {
  const Color color = theme_.now.highlight;
  const std::string text = time_text(scene_.words, scene_.head.wire);
  ImFont* face = theme_.faces.number;
  const float width = text_width(face, text);
  const float below = y + px(space::sliver);  // where nothing has happened yet
  const bool fits = below + line_height(face) <= area.bottom();
  const float top = fits ? below : y - px(space::sliver) - line_height(face);
  dashed_line(draw_, {area.x, y}, {area.right(), y}, color, px(space::hairline), px(dash::gap),
              px(dash::length));
  const float x = time_left(lane, area.right(), width);
  draw_.AddRectFilled({x - px(space::sliver), top}, {x + width, top + line_height(face)},
                      ink(theme_.now.pane));
  draw_text(draw_, face, {x, top}, color, text);
  return {x, top, width, line_height(face)};
}

void TrafficPaint::covered(std::size_t lane, float y, const Rect& time) {
  const float left = places_.labels[lane].left + px(space::unit);
  const float right = places_.labels[lane].right - px(space::unit);
  const float height = px(space::indent);
  const bool in_the_way = time.x < right && time.right() > left;
  const float first = in_the_way ? std::max(y, time.bottom() + px(space::unit)) : y;
  for (int i = 0; i < 2; ++i) {
    const float top = first + static_cast<float>(i) * (height + px(space::gap));
    wire_marks::cover(draw_, theme_, {left, top}, {right, top + height},
                      i == 0 ? scene_.words("window.covered.predict") : std::string());
  }
  items::add("traffic.time", {time.x, time.y}, {time.right(), time.bottom()});
  items::add("traffic.cover", {left, first}, {right, first + height});
}

std::string whole_text(const Scene& scene, const TrafficRows& rows, std::size_t row) {
  constexpr std::size_t most = 4000;
  const Line* line = rows.line(scene, row);
  if (const trace::Event* segment = rows.segment(scene, row)) {
    const auto& bytes = std::get<trace::Payload>(segment->what).bytes;
    return scene.view.rows == RowMode::bytes ? wire::hex(bytes, most / 4)
                                             : wire::printable(bytes.substr(0, most));
  }
  if (line == nullptr) return {};
  if (line->bytes.empty()) return scene.words(line->note);
  wire::LineText text = line->kind == LineKind::literal
                            ? observer::row_text(*line)
                            : wire::line_text(observer::row_bytes(*line).substr(0, most));
  std::string whole = std::move(text.head);
  for (const std::string& body : text.body) whole += "\n" + body;
  return whole;
}

}  // namespace imapscope::gui
