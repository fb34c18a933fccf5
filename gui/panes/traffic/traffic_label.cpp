#include "gui/panes/traffic/traffic_label.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "gui/imgui/symbols.h"
#include "gui/imgui/widgets.h"
#include "gui/layout/wrap.h"
#include "sim/imap/response.h"
#include "sim/observer/row.h"
#include "sim/wire/line_text.h"

namespace imapscope::gui {
namespace {

constexpr float fault_mark = 22;  // and the gap to its words

using observer::LineKind;

/// How many octets a row of bytes begins with; the rest is in the inspector.
constexpr std::size_t most_octets = 64;

float mark_width(const Theme& theme) {
  return theme.px(space::key_air);
}

/// Cuts `text` off `rest` if `rest` begins with it.
bool take(std::string_view& rest, std::string_view text) {
  if (text.empty() || !rest.starts_with(text)) return false;
  rest.remove_prefix(text.size());
  return true;
}

class Builder {
 public:
  Builder(const Theme& theme, const LabelInk& ink) : theme_(theme), ink_(ink) {}

  void add(ImFont* face, Color color, std::string_view text, StatusMark mark = StatusMark::none) {
    if (!text.empty()) label_.parts.push_back({face, color, std::string(text), mark});
  }
  void tag(std::string_view text) { add(theme_.faces.wire_strong, ink_.client, text); }
  void wire(std::string_view text) {
    add(theme_.faces.wire, ink_.highlight ? ink_.palette.highlight : ink_.palette.text, text);
  }
  void quiet(std::string_view text) {
    add(theme_.faces.wire, ink_.selected ? ink_.palette.text : ink_.palette.dim, text);
  }
  void words(std::string_view text) {
    add(theme_.faces.label, ink_.selected ? ink_.palette.text : ink_.palette.dim, text);
  }
  void status(const observer::Line& line, std::string_view& rest) {
    const StatusMark mark = status_of(line);
    const std::string_view word = line.condition ? name_of(*line.condition) : std::string_view();
    if (mark == StatusMark::none || !take(rest, word)) return;
    const Color color = ink_.selected ? ink_.palette.text : status_color(ink_.palette, mark);
    add(theme_.faces.wire, color, word, mark);
  }

  Label label_;

 private:
  const Theme& theme_;
  const LabelInk& ink_;
};

/// The parts of a line that has octets: tag or `*` or `+`, status, and the rest.
void add_wire(Builder& builder, const observer::Line& line, std::string_view text) {
  if (!line.tag.empty() && text.starts_with(line.tag + " ")) {
    take(text, line.tag);
    builder.tag(line.tag);
    take(text, " ");
    builder.wire(" ");
  } else if (line.kind == LineKind::untagged || line.kind == LineKind::greeting ||
             line.kind == LineKind::continuation_request) {
    builder.quiet(text.substr(0, 2));
    text.remove_prefix(std::min<std::size_t>(2, text.size()));
  }
  builder.status(line, text);
  builder.wire(text);
}

}  // namespace

StatusMark status_of(const observer::Line& line) {
  if (!line.condition) return StatusMark::none;
  switch (*line.condition) {
    case Condition::ok:
      return line.kind == LineKind::tagged || line.kind == LineKind::literal ? StatusMark::ok
                                                                             : StatusMark::none;
    case Condition::no:
      return StatusMark::no;
    case Condition::bad:
      return StatusMark::bad;
    case Condition::bye:
      return StatusMark::bye;
    case Condition::preauth:
      break;
  }
  return StatusMark::none;
}

Color status_color(const Palette& palette, StatusMark mark) {
  switch (mark) {
    case StatusMark::ok:
      return palette.ok;
    case StatusMark::no:
      return palette.no;
    case StatusMark::bad:
      return palette.bad;
    case StatusMark::bye:
      return palette.bye;
    case StatusMark::none:
      break;
  }
  return palette.text;
}

void draw_status(ImDrawList& draw, ImVec2 center, float radius, StatusMark mark, Color color) {
  switch (mark) {
    case StatusMark::ok:
      symbols::check(draw, center, radius, color);
      break;
    case StatusMark::no:
      symbols::triangle(draw, center, radius, color);
      break;
    case StatusMark::bad:
      symbols::cross(draw, center, radius, color);
      break;
    case StatusMark::bye:
      symbols::stop(draw, center, radius, color);
      break;
    case StatusMark::none:
      break;
  }
}

Label line_label(const Scene& scene, const observer::Line& line, bool fold_open,
                 const LabelInk& ink) {
  Builder builder(*scene.theme, ink);
  builder.label_.breaks_rule = line.breaks_rule();
  if (line.bytes.empty()) {
    builder.words(scene.words(line.note));
    return std::move(builder.label_);
  }
  wire::LineText text = observer::row_text(line);
  if (line.kind == LineKind::literal) {
    const bool is_message = line.protocol != Protocol::imap;
    builder.words(scene.words(is_message ? "window.traffic.message" : "window.traffic.literal") +
                  "  ");
  }
  add_wire(builder, line, text.head);
  builder.label_.folds = !text.body.empty();
  if (fold_open) builder.label_.body = std::move(text.body);
  return std::move(builder.label_);
}

Label segment_label(const Scene& scene, const trace::Payload& payload, RowMode mode,
                    const LabelInk& ink) {
  Builder builder(*scene.theme, ink);
  builder.words(scene.words("window.traffic.segment", {{"bytes", payload.bytes.size()}}) + "   ");
  builder.wire(mode == RowMode::bytes ? wire::hex(payload.bytes, most_octets)
                                      : wire::printable(payload.bytes));
  return std::move(builder.label_);
}

float label_width(const Theme& theme, const Label& label) {
  float width = 0;
  for (const LabelPart& part : label.parts) {
    width += text_width(part.face, part.text);
    if (part.mark != StatusMark::none) width += mark_width(theme);
  }
  return width;
}

namespace {

/// A status' symbol counts as this many columns.
constexpr std::size_t mark_columns = 2;
/// Below this a lane has no room for words beside its label.
constexpr float lane_with_room = 400;

/// The label in two: what stands on its first line, and the rest.
std::pair<Label, Label> split(const Label& label, std::size_t columns) {
  std::string flat;
  for (const LabelPart& part : label.parts) {
    if (part.mark != StatusMark::none) flat.append(mark_columns, '.');
    flat += part.text;
  }
  std::size_t left = wrap_at_token(flat, columns);
  std::pair<Label, Label> lines;
  for (const LabelPart& part : label.parts) {
    const std::size_t mark = part.mark != StatusMark::none ? mark_columns : 0;
    const std::size_t first = left > mark ? std::min(left - mark, part.text.size()) : 0;
    if (first > 0) {
      lines.first.parts.push_back(part);
      lines.first.parts.back().text.resize(first);
    }
    if (first < part.text.size()) {
      lines.second.parts.push_back(part);
      LabelPart& rest = lines.second.parts.back();
      rest.text.erase(0, first);
      if (first > 0) rest.mark = StatusMark::none;
      if (lines.second.parts.size() == 1 && rest.text.front() == ' ') rest.text.erase(0, 1);
    }
    left -= std::min(left, mark + part.text.size());
  }
  return lines;
}

}  // namespace

float fold_width(const Theme& theme) {
  return theme.px(space::key_air);
}

float fault_width(const Scene& scene, float lane) {
  const Theme& theme = *scene.theme;
  const bool roomy = lane >= theme.px(lane_with_room);
  if (!roomy) return theme.px(space::mark_column);
  return theme.px(fault_mark) + text_width(theme.faces.label, scene.words("window.breaks_a_rule"));
}

void draw_fault(ImDrawList& draw, const Scene& scene, const LanePlaces::Span& lane, float middle,
                Color color) {
  const Theme& theme = *scene.theme;
  const float room = lane.right - lane.left;
  const float left =
      lane.right - theme.px(space::chip_air) - fault_width(scene, room) + theme.px(space::unit);
  draw_status(draw, {left + theme.px(space::chip_gap), std::round(middle)}, theme.px(mark::small),
              StatusMark::bad, color);
  if (room < theme.px(lane_with_room)) return;
  draw_text_centered_y(draw, theme.faces.label, {left + theme.px(space::key_air), middle}, color,
                       scene.words("window.breaks_a_rule"));
}

std::size_t columns_in(const Theme& theme, float room) {
  const float column = text_width(theme.faces.wire, "0");
  return room <= column ? 1 : static_cast<std::size_t>(room / column + 0.01F);
}

LabelSize label_size(const Scene& scene, const observer::Line& line) {
  const Theme& theme = *scene.theme;
  const wire::LineText text = observer::row_text(line);
  LabelSize size;
  size.columns = text.head.size() + (status_of(line) == StatusMark::none ? 0 : mark_columns);
  if (!text.body.empty()) size.marks += fold_width(theme);
  if (line.breaks_rule()) size.marks += fault_width(scene, 0);
  return size;
}

bool draw_label_wrapped(ImDrawList& draw, const Theme& theme, ImVec2 at, const Label& label,
                        float width, float pitch) {
  const auto [first, second] = split(label, columns_in(theme, width));
  (void)draw_label(draw, theme, at, first, width);
  return draw_label(draw, theme, {at.x, at.y + pitch}, second, width);
}

bool draw_label(ImDrawList& draw, const Theme& theme, ImVec2 at, const Label& label, float width) {
  const float right = at.x + width;
  const float middle = at.y + line_height(theme.faces.wire) / 2;
  for (std::size_t i = 0; i < label.parts.size(); ++i) {
    const LabelPart& part = label.parts[i];
    if (part.mark != StatusMark::none) {
      draw_status(draw, {at.x + theme.px(space::chip_gap), std::round(middle)},
                  theme.px(mark::small), part.mark, part.color);
      at.x += mark_width(theme);
    }
    const std::string text = ellipsised(part.face, part.text, right - at.x);
    at.x = draw_text_centered_y(draw, part.face, {at.x, middle}, part.color, text);
    if (text.size() != part.text.size()) return false;
  }
  return true;
}

}  // namespace imapscope::gui
