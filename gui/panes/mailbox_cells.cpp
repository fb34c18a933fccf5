#include "gui/panes/mailbox_cells.h"

#include <algorithm>

#include "gui/panes/widgets.h"

namespace imapscope::gui::cells {
namespace {

std::string word_of(const Flag& flag) {
  return flag.is_system() ? flag.name.substr(1) : flag.name;
}

bool is_fresh(const Fresh& fresh, const Flag& flag) {
  return std::any_of(fresh.flags.begin(), fresh.flags.end(),
                     [&flag](const std::string& name) { return Flag{name} == flag; });
}

void chip(ImDrawList& draw, const Theme& theme, const std::string& word, ImVec2 middle, bool fresh,
          double share) {
  const Color text = fresh ? theme.now.highlight : theme.now.text;
  const Color frame = fresh ? theme.now.highlight : theme.now.dim;
  draw_chip(draw, theme, middle,
            {.face = theme.faces.label,
             .text = with_opacity(text, share),
             .frame = with_opacity(frame, share),
             .fill = with_opacity(theme.now.pane, share),
             .radius = theme.px(10)},
            word);
}

void dashed_row(ImDrawList& draw, const Theme& theme, ImVec2 at, ImVec2 size) {
  dashed_rect(draw, {at.x + theme.px(1), at.y + theme.px(2)},
              {at.x + size.x - theme.px(1), at.y + size.y - theme.px(3)}, theme.px(space::unit),
              theme.now.hatch, theme.px(1), theme.px(4), theme.px(3));
}

}  // namespace

void uid(ImDrawList& draw, const Theme& theme, const std::optional<Uid>& uid, ImVec2 middle) {
  if (uid) {
    draw_text_centered_y(draw, theme.faces.number, middle, theme.now.dim,
                         std::to_string(uid->value));
    return;
  }
  const float half = line_height(theme.faces.number) / 2;
  hatch(draw, {middle.x, middle.y - half}, {middle.x + theme.px(26), middle.y + half},
        theme.now.hatch, theme.px(6), theme.px(1));
}

void flags(ImDrawList& draw, const Theme& theme, const FlagSet& flags, ImVec2 middle, float limit,
           const Fresh& fresh) {
  if (flags.empty()) {
    draw_text_centered_y(draw, theme.faces.number, middle, theme.now.dim, "none");
    return;
  }
  float x = middle.x;
  std::size_t left = flags.size();
  for (const Flag& flag : flags) {
    const std::string word = word_of(flag);
    const float width = text_width(theme.faces.label, word) + theme.px(16);
    const float room = left > 1 ? limit - theme.px(26) : limit;
    if (x > middle.x && x + width > room) break;
    const bool is_new = is_fresh(fresh, flag);
    chip(draw, theme, word, {x, middle.y}, is_new, is_new ? fresh.share : 1);
    x += width + theme.px(4);
    --left;
  }
  if (left == 0) return;
  draw_text_centered_y(draw, theme.faces.label, {x, middle.y}, theme.now.dim,
                       "+" + std::to_string(left));
}

void subject(ImDrawList& draw, const Theme& theme, const std::string& text, ImVec2 middle,
             float right) {
  const float room = right - middle.x - theme.px(4);
  draw_text_centered_y(draw, theme.faces.label, middle, theme.now.dim,
                       ellipsised(theme.faces.label, text, room));
}

void removed(ImDrawList& draw, const Theme& theme, std::uint32_t number, ImVec2 at, ImVec2 size) {
  dashed_row(draw, theme, at, size);
  draw_text_centered_y(draw, theme.faces.number,
                       {at.x + theme.px(7), at.y + theme.px(space::row) / 2}, theme.now.highlight,
                       "removed: * " + std::to_string(number) + " EXPUNGE");
}

void gap(ImDrawList& draw, const Theme& theme, std::string_view words, ImVec2 at, ImVec2 size) {
  dashed_row(draw, theme, at, size);
  draw_text_centered_y(draw, theme.faces.label, {at.x + theme.px(7), at.y + size.y / 2},
                       theme.now.dim, words);
}

}  // namespace imapscope::gui::cells
