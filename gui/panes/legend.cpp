#include "gui/panes/legend.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>

#include "gui/imgui/page.h"
#include "gui/imgui/symbols.h"
#include "gui/panes/mailbox/mailbox_cells.h"
#include "gui/panes/timeline/timeline_bands.h"
#include "gui/panes/timeline/timeline_inputs.h"
#include "gui/panes/traffic/traffic_label.h"
#include "gui/panes/traffic/wire_marks.h"

namespace imapscope::gui {
namespace {

constexpr float status_pitch = 34;  // from one mark to the next
constexpr float input_pitch = 32;

using observer::Line;
using observer::LineKind;

constexpr float legend_cell_width = 132;
constexpr float legend_cell_height = 30;
constexpr float legend_column = 420;

/// Where a mark is shown.
struct LegendCell {
  ImDrawList& draw;
  const Theme& theme;
  const Scene& scene;
  ImVec2 min;
  ImVec2 max;

  [[nodiscard]] float px(float design) const { return theme.px(design); }
  [[nodiscard]] ImVec2 middle() const { return {(min.x + max.x) / 2, (min.y + max.y) / 2}; }
  [[nodiscard]] Color client() const { return theme.now.client(0); }
  /// An arrow of the first client across the cell.
  [[nodiscard]] wire_marks::Arrow arrow(bool to_server, bool tagged) const {
    const ImVec2 left{min.x + px(space::snug), min.y + px(to_server ? 11 : 19)};
    const ImVec2 right{max.x - px(space::snug), min.y + px(to_server ? 19 : 11)};
    return {to_server ? left : right, to_server ? right : left, client(), tagged};
  }
};

struct LegendMark {
  std::string_view words;  ///< their key
  void (*draw)(const LegendCell&);
};

void legend_answer(const LegendCell& cell, LineKind kind, std::optional<Condition> condition) {
  const auto arrow = cell.arrow(false, kind == LineKind::tagged);
  Line line;
  line.kind = kind;
  line.condition = condition;
  wire_marks::arrow(cell.draw, cell.theme, arrow, 1);
  wire_marks::origin(cell.draw, cell.theme, cell.theme.now, arrow.from, line);
}

void legend_statuses(const LegendCell& cell) {
  float x = cell.min.x + cell.px(space::key_air);
  for (const StatusMark mark : {StatusMark::ok, StatusMark::no, StatusMark::bad, StatusMark::bye}) {
    draw_status(cell.draw, {x, cell.middle().y}, cell.px(mark::medium), mark,
                status_color(cell.theme.now, mark));
    x += cell.px(status_pitch);
  }
}

constexpr LegendMark legend_of_ladder[] = {
    {"legend.command",
     [](const LegendCell& cell) {
       wire_marks::arrow(cell.draw, cell.theme, cell.arrow(true, true), 1);
     }},
    {"legend.completion",
     [](const LegendCell& cell) { legend_answer(cell, LineKind::tagged, Condition::ok); }},
    {"legend.outcome", legend_statuses},
    {"legend.untagged",
     [](const LegendCell& cell) { legend_answer(cell, LineKind::untagged, std::nullopt); }},
    {"legend.continuation",
     [](const LegendCell& cell) {
       legend_answer(cell, LineKind::continuation_request, std::nullopt);
     }},
    {"legend.bracket",
     [](const LegendCell& cell) {
       const float x = cell.middle().x;
       wire_marks::bracket(cell.draw, cell.theme,
                           {x, x + cell.px(space::inset), cell.min.y + cell.px(space::sliver),
                            cell.max.y - cell.px(space::sliver), true},
                           cell.client());
     }},
    {"legend.flight",
     [](const LegendCell& cell) {
       const auto arrow = cell.arrow(true, true);
       wire_marks::arrow(cell.draw, cell.theme, arrow, 0.55);
       wire_marks::bead(cell.draw, cell.theme, arrow, 0.55);
     }},
    {"legend.lost",
     [](const LegendCell& cell) {
       const auto arrow = cell.arrow(true, true);
       wire_marks::arrow(cell.draw, cell.theme, arrow, wire_marks::lost_at);
       wire_marks::lost(cell.draw, cell.theme, arrow, cell.theme.now.bad,
                        cell.scene.words("window.traffic.lost"));
     }},
    {"legend.time_cut",
     [](const LegendCell& cell) {
       const ImVec2 at = cell.middle();
       cell.draw.AddLine({at.x, cell.min.y}, {at.x, cell.max.y}, ink(cell.theme.now.hairline),
                         cell.px(stroke::thin));
       wire_marks::time_cut(cell.draw, cell.theme, at, cell.theme.now.dim);
     }},
    {"legend.unread",
     [](const LegendCell& cell) {
       const float y = cell.middle().y;
       wire_marks::unread(cell.draw, cell.theme, {cell.min.x + cell.px(space::snug), y},
                          {cell.max.x - cell.px(space::snug), y}, cell.theme.now.hatch);
     }},
    {"legend.protected",
     [](const LegendCell& cell) {
       const auto arrow = cell.arrow(true, true);
       wire_marks::arrow(cell.draw, cell.theme, arrow, 1);
       wire_marks::lock(cell.draw, cell.theme, arrow, 1);
     }},
    {"legend.covered",
     [](const LegendCell& cell) {
       wire_marks::cover(cell.draw, cell.theme,
                         {cell.min.x + cell.px(space::snug), cell.min.y + cell.px(space::sliver)},
                         {cell.max.x - cell.px(space::snug), cell.max.y - cell.px(space::sliver)},
                         cell.scene.words("window.covered.brief"));
     }},
};

void legend_band(const LegendCell& cell, observer::Known<State> state) {
  observer::Band band{};
  band.state = state;
  const float left = cell.min.x + cell.px(space::snug);
  const float right = cell.max.x - cell.px(space::snug);
  draw_band(cell.draw, cell.scene, band,
            {left, right, right + 1, cell.middle().y, cell.px(space::padding)}, {});
}

constexpr LegendMark legend_of_timeline[] = {
    {"legend.not_authenticated",
     [](const LegendCell& cell) { legend_band(cell, State::not_authenticated); }},
    {"legend.authenticated",
     [](const LegendCell& cell) { legend_band(cell, State::authenticated); }},
    {"legend.selected", [](const LegendCell& cell) { legend_band(cell, State::selected); }},
    {"legend.unknown_state", [](const LegendCell& cell) { legend_band(cell, std::nullopt); }},
    {"legend.highlight",
     [](const LegendCell& cell) {
       const ImVec2 at = cell.middle();
       const Color color = cell.theme.now.highlight;
       cell.draw.AddLine({at.x, cell.min.y + cell.px(space::snug)}, {at.x, cell.max.y}, ink(color),
                         cell.px(stroke::strong));
       symbols::dot(cell.draw, {at.x, cell.min.y + cell.px(space::snug)}, cell.px(mark::medium),
                    color);
     }},
    {"legend.inputs",
     [](const LegendCell& cell) {
       float x = cell.min.x + cell.px(space::mark_column);
       for (const InputMark::Kind kind : {InputMark::Kind::mail, InputMark::Kind::connects,
                                          InputMark::Kind::leaves, InputMark::Kind::network}) {
         draw_input(cell.draw, cell.theme, kind, {x, cell.middle().y}, cell.theme.now.text);
         x += cell.px(input_pitch);
       }
     }},
    {"legend.branch",
     [](const LegendCell& cell) {
       symbols::fork(cell.draw, cell.middle(), cell.px(mark::token), cell.theme.now.text);
     }},
};

constexpr LegendMark legend_of_mailbox[] = {
    {"legend.flag",
     [](const LegendCell& cell) {
       FlagSet flags;
       flags.add(flags::seen);
       cells::flags(cell.draw, cell.scene, flags,
                    {cell.min.x + cell.px(space::snug), cell.middle().y}, cell.max.x, {});
     }},
    {"legend.unheard_flag",
     [](const LegendCell& cell) {
       FlagSet held;
       held.add(flags::deleted);
       const FlagSet heard;
       cells::held_flags(cell.draw, cell.scene, held, &heard,
                         {cell.min.x + cell.px(space::snug), cell.middle().y}, cell.max.x);
     }},
    {"legend.unknown",
     [](const LegendCell& cell) {
       draw_unknown(cell.draw, cell.theme, {cell.min.x + cell.px(space::snug), cell.middle().y},
                    cell.scene.words("window.unknown"));
     }},
    {"legend.gap",
     [](const LegendCell& cell) {
       cells::gap(cell.draw, cell.theme, cell.scene.words("window.mailbox.gone"),
                  {cell.min.x + cell.px(space::chip_gap), cell.min.y},
                  {cell.max.x - cell.min.x - cell.px(space::inset), cell.px(space::row)});
     }},
};

constexpr LegendMark legend_of_clients[] = {
    {"legend.clients",
     [](const LegendCell& cell) {
       for (std::size_t i = 0; i < client_colors; ++i) {
         symbols::client(cell.draw,
                         {cell.min.x + cell.px(14 + 30 * static_cast<float>(i)), cell.middle().y},
                         cell.px(mark::large), i, cell.theme.now.client(i));
       }
     }},
    {"legend.hollow",
     [](const LegendCell& cell) {
       for (std::size_t i = 0; i < client_colors; ++i) {
         const std::size_t client = client_colors + i;
         symbols::client(cell.draw,
                         {cell.min.x + cell.px(14 + 30 * static_cast<float>(i)), cell.middle().y},
                         cell.px(mark::large), client, cell.theme.now.client(client));
       }
     }},
};

struct LegendSection {
  std::string_view heading;  ///< the key of its words
  std::span<const LegendMark> marks;
};
constexpr LegendSection legend_sections[] = {{"legend.heading.ladder", legend_of_ladder},
                                             {"legend.heading.timeline", legend_of_timeline},
                                             {"legend.heading.mailbox", legend_of_mailbox},
                                             {"legend.heading.clients", legend_of_clients}};

/// A mark and its words; gives back how high both are.
float draw_legend_mark(ImDrawList& draw, const Scene& scene, const LegendMark& mark, ImVec2 at,
                       float width) {
  const Theme& theme = *scene.theme;
  const float cell = theme.px(legend_cell_width);
  const float height = theme.px(legend_cell_height);
  const ImVec2 max{at.x + cell, at.y + height};
  draw.AddRectFilled(at, max, ink(theme.now.pane), theme.px(corner::slot));
  mark.draw({draw, theme, scene, at, max});
  const float left = at.x + cell + theme.px(space::wide_gap);
  const float top = at.y + (height - line_height(theme.faces.body)) / 2;
  const float words = draw_wrapped(draw, theme.faces.body, {left, std::round(top)}, theme.now.text,
                                   scene.words(mark.words), at.x + width - left);
  return std::max(height, words + top - at.y) + theme.px(space::unit);
}

float draw_legend_section(ImDrawList& draw, const Scene& scene, const LegendSection& section,
                          ImVec2 at, float width) {
  const Theme& theme = *scene.theme;
  float y = at.y;
  draw_caption(draw, theme, {at.x, y}, theme.now.dim, scene.words(section.heading));
  y += line_height(theme.faces.caption) + theme.px(space::gap);
  for (const LegendMark& mark : section.marks)
    y += draw_legend_mark(draw, scene, mark, {at.x, y}, width);
  return y + theme.px(space::wide_gap) - at.y;
}

}  // namespace

void draw_legend(const Scene& scene, ImVec2 window, Intents& intents) {
  const Theme& theme = *scene.theme;
  const float column = theme.px(legend_column);
  const float gap = theme.px(2 * space::padding);
  const bool two = window.x >= 2 * column + gap + theme.px(4 * space::padding);
  Page page(theme, window,
            {.name = "marks",
             .heading = scene.words("legend.title"),
             .width = two ? 2 * column + gap : column,
             .height = theme.px(two ? 640 : 1100)});
  const float width = two ? (page.width() - gap) / 2 : page.width();
  const ImVec2 at = page.at();
  float left = 0;
  float right = 0;
  for (const LegendSection& section : legend_sections) {
    // Beside the ladder's marks, where there is room, stand all others.
    const bool beside = two && &section != legend_sections;
    float& y = beside ? right : left;
    const float x = at.x + (beside ? width + gap : 0);
    y += draw_legend_section(page.draw(), scene, section, {x, at.y + y}, width);
  }
  if (page.end(std::max(left, right))) intents.push_back(ShowMarks{false});
}

}  // namespace imapscope::gui
