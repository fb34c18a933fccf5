#include "gui/panes/mailbox/mailbox_cells.h"

#include <algorithm>
#include <vector>

#include "gui/imgui/widgets.h"

namespace imapscope::gui::cells {
namespace {

constexpr float more_width = 26;  // of `+2`, where not all have room

std::string word_of(const Flag& flag) {
  return flag.is_system() ? flag.name.substr(1) : flag.name;
}

bool is_fresh(const Fresh& fresh, const Flag& flag) {
  return std::any_of(fresh.flags.begin(), fresh.flags.end(),
                     [&flag](const std::string& name) { return Flag{name} == flag; });
}

/// One flag's chip.
struct Shown {
  std::string word;
  bool fresh = false;
  double share = 1;      ///< how far it has appeared
  bool unheard = false;  ///< held, but the client does not know
};

void chip(ImDrawList& draw, const Theme& theme, const Shown& shown, ImVec2 middle) {
  const Color text = shown.fresh ? theme.now.highlight : theme.now.text;
  const Color frame = shown.fresh ? theme.now.highlight : theme.now.dim;
  draw_chip(draw, theme, middle,
            {.face = theme.faces.label,
             .text = with_opacity(text, shown.share),
             .frame = with_opacity(frame, shown.share),
             .fill = with_opacity(theme.now.pane, shown.share),
             .radius = theme.px(corner::page),
             .dashed = shown.unheard},
            shown.word);
}

/// Chips up to `limit`, and the number of those that find no room.
void chips(ImDrawList& draw, const Scene& scene, const std::vector<Shown>& all, ImVec2 middle,
           float limit) {
  const Theme& theme = *scene.theme;
  if (all.empty()) {
    draw_text_centered_y(draw, theme.faces.number, middle, theme.now.dim,
                         scene.words("window.mailbox.no_flags"));
    return;
  }
  float x = middle.x;
  std::size_t left = all.size();
  for (const Shown& shown : all) {
    const float width = text_width(theme.faces.label, shown.word) + theme.px(space::padding);
    const float room = left > 1 ? limit - theme.px(more_width) : limit;
    if (x > middle.x && x + width > room) break;
    chip(draw, theme, shown, {x, middle.y});
    x += width + theme.px(space::unit);
    --left;
  }
  if (left == 0) return;
  draw_text_centered_y(draw, theme.faces.label, {x, middle.y}, theme.now.dim,
                       "+" + std::to_string(left));
}

void dashed_row(ImDrawList& draw, const Theme& theme, ImVec2 at, ImVec2 size) {
  dashed_rect(draw, {at.x + theme.px(space::hairline), at.y + theme.px(space::half_unit)},
              {at.x + size.x - theme.px(space::hairline), at.y + size.y - theme.px(space::sliver)},
              theme.px(space::unit), theme.now.hatch, theme.px(space::hairline),
              theme.px(dash::length), theme.px(dash::gap));
}

}  // namespace

void uid(ImDrawList& draw, const Scene& scene, const std::optional<Uid>& uid, ImVec2 middle,
         float width) {
  const Theme& theme = *scene.theme;
  const std::string unknown = uid ? std::string() : scene.words("window.unknown");
  if (uid) {
    draw_text_centered_y(draw, theme.faces.number, middle, theme.now.dim,
                         std::to_string(uid->value));
  } else if (unknown_width(theme, unknown) <= width) {
    draw_unknown(draw, theme, middle, unknown);
  } else {
    draw_text_centered_y(draw, theme.faces.number, middle, theme.now.dim, unknown);
  }
}

void flags(ImDrawList& draw, const Scene& scene, const FlagSet& flags, ImVec2 middle, float limit,
           const Fresh& fresh) {
  std::vector<Shown> shown;
  for (const Flag& flag : flags) {
    const bool is_new = is_fresh(fresh, flag);
    shown.push_back({.word = word_of(flag), .fresh = is_new, .share = is_new ? fresh.share : 1});
  }
  chips(draw, scene, shown, middle, limit);
}

void held_flags(ImDrawList& draw, const Scene& scene, const FlagSet& flags, const FlagSet* heard,
                ImVec2 middle, float limit) {
  std::vector<Shown> shown;
  for (const Flag& flag : flags) {
    shown.push_back({.word = word_of(flag), .unheard = heard != nullptr && !heard->contains(flag)});
  }
  std::stable_partition(shown.begin(), shown.end(), [](const Shown& s) { return s.unheard; });
  chips(draw, scene, shown, middle, limit);
}

void subject(ImDrawList& draw, const Theme& theme, const std::string& text, ImVec2 middle,
             float right) {
  const float room = right - middle.x - theme.px(space::unit);
  draw_text_centered_y(draw, theme.faces.label, middle, theme.now.dim,
                       ellipsised(theme.faces.label, text, room));
}

void removed(ImDrawList& draw, const Scene& scene, std::uint32_t number, ImVec2 at, ImVec2 size) {
  const Theme& theme = *scene.theme;
  dashed_row(draw, theme, at, size);
  draw_text_centered_y(
      draw, theme.faces.number, {at.x + theme.px(space::chip_air), at.y + theme.px(space::row) / 2},
      theme.now.highlight, scene.words("window.mailbox.removed", {{"number", number}}));
}

void gap(ImDrawList& draw, const Theme& theme, std::string_view words, ImVec2 at, ImVec2 size) {
  dashed_row(draw, theme, at, size);
  draw_text_centered_y(draw, theme.faces.label,
                       {at.x + theme.px(space::chip_air), at.y + size.y / 2}, theme.now.dim, words);
}

}  // namespace imapscope::gui::cells
