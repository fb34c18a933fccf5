#include "gui/panes/legend.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>

#include "gui/imgui/page.h"
#include "gui/imgui/symbols.h"
#include "gui/panes/mailbox_cells.h"
#include "gui/panes/timeline_bands.h"
#include "gui/panes/timeline_inputs.h"
#include "gui/panes/traffic_label.h"
#include "gui/panes/wire_marks.h"

namespace imapscope::gui {
namespace {

using observer::Line;
using observer::LineKind;

constexpr float legend_cell_width = 132;
constexpr float legend_cell_height = 30;
constexpr float legend_column = 420;

/// Where a mark is shown.
struct LegendCell {
  ImDrawList& draw;
  const Theme& theme;
  ImVec2 min;
  ImVec2 max;

  [[nodiscard]] float px(float design) const { return theme.px(design); }
  [[nodiscard]] ImVec2 middle() const { return {(min.x + max.x) / 2, (min.y + max.y) / 2}; }
  [[nodiscard]] Color client() const { return theme.now.client(0); }
  /// An arrow of the first client across the cell.
  [[nodiscard]] wire_marks::Arrow arrow(bool to_server, bool tagged) const {
    const ImVec2 left{min.x + px(6), min.y + px(to_server ? 11 : 19)};
    const ImVec2 right{max.x - px(6), min.y + px(to_server ? 19 : 11)};
    return {to_server ? left : right, to_server ? right : left, client(), tagged};
  }
};

struct LegendMark {
  std::string_view words;
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
  float x = cell.min.x + cell.px(14);
  for (const StatusMark mark : {StatusMark::ok, StatusMark::no, StatusMark::bad, StatusMark::bye}) {
    draw_status(cell.draw, {x, cell.middle().y}, cell.px(5), mark,
                status_color(cell.theme.now, mark));
    x += cell.px(34);
  }
}

constexpr LegendMark legend_of_ladder[] = {
    {"A command travels to the server, in its client's colour.",
     [](const LegendCell& cell) {
       wire_marks::arrow(cell.draw, cell.theme, cell.arrow(true, true), 1);
     }},
    {"Its completion comes back; the dot has the colour of the outcome.",
     [](const LegendCell& cell) { legend_answer(cell, LineKind::tagged, Condition::ok); }},
    {"The outcome: OK, NO (refused), BAD (not understood), BYE.", legend_statuses},
    {"Untagged: data, or news that nobody asked for.",
     [](const LegendCell& cell) { legend_answer(cell, LineKind::untagged, std::nullopt); }},
    {"The server waits for the rest of a command.",
     [](const LegendCell& cell) {
       legend_answer(cell, LineKind::continuation_request, std::nullopt);
     }},
    {"A bracket ties a command to what it caused, up to its completion.",
     [](const LegendCell& cell) {
       const float x = cell.middle().x;
       wire_marks::bracket(
           cell.draw, cell.theme,
           {x, x + cell.px(10), cell.min.y + cell.px(3), cell.max.y - cell.px(3), true},
           cell.client());
     }},
    {"A line that is on its way.",
     [](const LegendCell& cell) {
       const auto arrow = cell.arrow(true, true);
       wire_marks::arrow(cell.draw, cell.theme, arrow, 0.55);
       wire_marks::bead(cell.draw, cell.theme, arrow, 0.55);
     }},
    {"A line that never arrived.",
     [](const LegendCell& cell) {
       const auto arrow = cell.arrow(true, true);
       wire_marks::arrow(cell.draw, cell.theme, arrow, wire_marks::lost_at);
       wire_marks::lost(cell.draw, cell.theme, arrow, cell.theme.now.bad);
     }},
    {"A stretch of time is left out.",
     [](const LegendCell& cell) {
       const ImVec2 at = cell.middle();
       cell.draw.AddLine({at.x, cell.min.y}, {at.x, cell.max.y}, ink(cell.theme.now.hairline),
                         cell.px(1.5F));
       wire_marks::time_cut(cell.draw, cell.theme, at, cell.theme.now.dim);
     }},
    {"Octets that cannot be read, or that a capture lacks.",
     [](const LegendCell& cell) {
       const float y = cell.middle().y;
       wire_marks::unread(cell.draw, cell.theme, {cell.min.x + cell.px(6), y},
                          {cell.max.x - cell.px(6), y}, cell.theme.now.hatch);
     }},
    {"Covered: it is there, and not to be seen yet.",
     [](const LegendCell& cell) {
       wire_marks::cover(cell.draw, cell.theme, {cell.min.x + cell.px(6), cell.min.y + cell.px(3)},
                         {cell.max.x - cell.px(6), cell.max.y - cell.px(3)}, "covered");
     }},
};

void legend_band(const LegendCell& cell, observer::Known<State> state) {
  observer::Band band{};
  band.state = state;
  const float left = cell.min.x + cell.px(6);
  const float right = cell.max.x - cell.px(6);
  draw_band(cell.draw, cell.theme, band, {left, right, right + 1, cell.middle().y, cell.px(16)},
            {});
}

constexpr LegendMark legend_of_timeline[] = {
    {"A session before LOGIN.",
     [](const LegendCell& cell) { legend_band(cell, State::not_authenticated); }},
    {"A session that has logged in.",
     [](const LegendCell& cell) { legend_band(cell, State::authenticated); }},
    {"A session with a mailbox open.",
     [](const LegendCell& cell) { legend_band(cell, State::selected); }},
    {"A session whose state no line has shown.",
     [](const LegendCell& cell) { legend_band(cell, std::nullopt); }},
    {"The play head, and all that has just changed, wear this colour; nothing else does.",
     [](const LegendCell& cell) {
       const ImVec2 at = cell.middle();
       const Color color = cell.theme.now.highlight;
       cell.draw.AddLine({at.x, cell.min.y + cell.px(6)}, {at.x, cell.max.y}, ink(color),
                         cell.px(2));
       symbols::dot(cell.draw, {at.x, cell.min.y + cell.px(6)}, cell.px(5), color);
     }},
    {"Done to a session: mail, a client came, one went, another network.",
     [](const LegendCell& cell) {
       float x = cell.min.x + cell.px(18);
       for (const InputMark::Kind kind : {InputMark::Kind::mail, InputMark::Kind::connects,
                                          InputMark::Kind::leaves, InputMark::Kind::network}) {
         draw_input(cell.draw, cell.theme, kind, {x, cell.middle().y}, cell.theme.now.text);
         x += cell.px(32);
       }
     }},
    {"Here a branch left: both futures stay.",
     [](const LegendCell& cell) {
       symbols::fork(cell.draw, cell.middle(), cell.px(8), cell.theme.now.text);
     }},
};

constexpr LegendMark legend_of_mailbox[] = {
    {"A flag that this end knows of.",
     [](const LegendCell& cell) {
       FlagSet flags;
       flags.add(flags::seen);
       cells::flags(cell.draw, cell.theme, flags, {cell.min.x + cell.px(6), cell.middle().y},
                    cell.max.x, {});
     }},
    {"A flag that the server holds and the client has not heard of.",
     [](const LegendCell& cell) {
       FlagSet held;
       held.add(flags::deleted);
       const FlagSet heard;
       cells::held_flags(cell.draw, cell.theme, held, &heard,
                         {cell.min.x + cell.px(6), cell.middle().y}, cell.max.x);
     }},
    {"Unknown to that end: no line has told it.",
     [](const LegendCell& cell) {
       draw_unknown(cell.draw, cell.theme, {cell.min.x + cell.px(6), cell.middle().y}, "unknown");
     }},
    {"A message that only the other side has.",
     [](const LegendCell& cell) {
       cells::gap(cell.draw, cell.theme, "gone here", {cell.min.x + cell.px(5), cell.min.y},
                  {cell.max.x - cell.min.x - cell.px(10), cell.px(space::row)});
     }},
};

constexpr LegendMark legend_of_clients[] = {
    {"Clients, in the order in which they came; the diagram's tokens are these.",
     [](const LegendCell& cell) {
       for (std::size_t i = 0; i < client_colors; ++i) {
         symbols::client(cell.draw,
                         {cell.min.x + cell.px(14 + 30 * static_cast<float>(i)), cell.middle().y},
                         cell.px(6), i, cell.theme.now.client(i));
       }
     }},
    {"The fifth to the eighth: the same, hollow.",
     [](const LegendCell& cell) {
       for (std::size_t i = 0; i < client_colors; ++i) {
         const std::size_t client = client_colors + i;
         symbols::client(cell.draw,
                         {cell.min.x + cell.px(14 + 30 * static_cast<float>(i)), cell.middle().y},
                         cell.px(6), client, cell.theme.now.client(client));
       }
     }},
};

struct LegendSection {
  std::string_view heading;
  std::span<const LegendMark> marks;
};
constexpr LegendSection legend_sections[] = {{"Ladder", legend_of_ladder},
                                             {"Timeline", legend_of_timeline},
                                             {"Mailbox", legend_of_mailbox},
                                             {"Clients", legend_of_clients}};

/// A mark and its words; gives back how high both are.
float draw_legend_mark(ImDrawList& draw, const Theme& theme, const LegendMark& mark, ImVec2 at,
                       float width) {
  const float cell = theme.px(legend_cell_width);
  const float height = theme.px(legend_cell_height);
  const ImVec2 max{at.x + cell, at.y + height};
  draw.AddRectFilled(at, max, ink(theme.now.pane), theme.px(space::unit));
  mark.draw({draw, theme, at, max});
  const float left = at.x + cell + theme.px(space::wide_gap);
  const float top = at.y + (height - line_height(theme.faces.body)) / 2;
  const float words = draw_wrapped(draw, theme.faces.body, {left, std::round(top)}, theme.now.text,
                                   mark.words, at.x + width - left);
  return std::max(height, words + top - at.y) + theme.px(space::unit);
}

float draw_legend_section(ImDrawList& draw, const Theme& theme, const LegendSection& section,
                          ImVec2 at, float width) {
  float y = at.y;
  draw_caption(draw, theme, {at.x, y}, theme.now.dim, section.heading);
  y += line_height(theme.faces.caption) + theme.px(space::gap);
  for (const LegendMark& mark : section.marks)
    y += draw_legend_mark(draw, theme, mark, {at.x, y}, width);
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
             .heading = "How to read the picture",
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
    y += draw_legend_section(page.draw(), theme, section, {x, at.y + y}, width);
  }
  if (page.end(std::max(left, right))) intents.push_back(ShowMarks{false});
}

}  // namespace imapscope::gui
