// What the window looks like: colours by role, faces by role, and the grid all distances stand on.
//
// A pane asks for a role, never for a colour of its own, so that dark, light and the faded past
// stay one decision. Meaning never rests on colour alone: every role that means something is also
// told by a shape, a hatch or a word, drawn by the pane.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "gui/layout/scaling.h"

struct ImFont;  // Dear ImGui's baked face. This header needs no more of it than the name.

namespace imapscope::gui {

/// An sRGB colour. `a` is opacity; contrast is only defined between opaque colours.
struct Color {
  std::uint8_t r = 0;
  std::uint8_t g = 0;
  std::uint8_t b = 0;
  std::uint8_t a = 255;

  bool operator==(const Color&) const = default;
};

/// 0xRRGGBB as it is written in a style sheet.
constexpr Color rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8),
          static_cast<std::uint8_t>(hex), 255};
}

/// The colour at `share` (0 to 1) of the way from `from` to `to`.
Color mix(Color from, Color to, double share);

/// The same colour at `opacity` (0 to 1).
Color with_opacity(Color color, double opacity);

/// WCAG 2 contrast ratio between two opaque colours, 1 to 21.
double contrast(Color a, Color b);

/// Readable text needs this much on its ground, faded text too.
inline constexpr double text_contrast = 4.5;
/// A shape that means something needs this much. Hairlines and hatches mean nothing by themselves.
inline constexpr double shape_contrast = 3.0;

/// How many clients have a colour of their own; a fifth begins again with the first, and is told
/// from it by its hollow shape.
inline constexpr std::size_t client_colors = 4;
/// How many clients look like no other: by colour, by shape, and by whether that is hollow.
inline constexpr std::size_t client_looks = 2 * client_colors;

/// Every colour of the window, by what it means.
struct Palette {
  Color ground;    ///< behind the panes
  Color pane;      ///< a pane's own ground
  Color raised;    ///< cards, chips, the console line
  Color hairline;  ///< separators; exempt from contrast
  Color text;
  Color dim;    ///< second voice: headings, units, explanations
  Color faint;  ///< third voice: line numbers, octets that carry no meaning
  std::array<Color, client_colors> clients;  ///< also told by ● ◆ ▲ ■, then by ○ ◇ △ □
  Color server;
  Color ok;         ///< also a check
  Color no;         ///< also a triangle
  Color bad;        ///< also a cross
  Color bye;        ///< also a stop
  Color highlight;  ///< play head, what just changed, the selected token; nothing else wears it
  Color selection;  ///< ground of the selected line; its text wears `text`
  Color hatch;      ///< unknown to that end; also the word "unknown"
  Color band_authenticated;  ///< timeline grounds; a label on them wears `text`
  Color band_selected;

  /// The colour of client `index`, counted from 0 in order of appearance.
  Color client(std::size_t index) const { return clients[index % client_colors]; }
};

enum class Brightness { dark, light };

/// The palette of visual.md, as it is.
const Palette& palette(Brightness brightness);

/// What is past fades a little: every ink drawn towards the pane, but never below `text_contrast`.
Palette faded(const Palette& palette);

/// `ink` drawn towards `ground` by `share`, or by as much as keeps `minimum` contrast between them.
Color fade(Color ink, Color ground, double share, double minimum);

/// One face per role, baked at the size it is shown at (TypeSizes; here at 100 %). Not owned.
struct Faces {
  ImFont* heading = nullptr;       ///< 17, semi-bold: the heading of a lesson step
  ImFont* body = nullptr;          ///< 14: what people read
  ImFont* strong = nullptr;        ///< 14, semi-bold
  ImFont* label = nullptr;         ///< 12: labels in diagrams and axes
  ImFont* label_strong = nullptr;  ///< 12, semi-bold
  ImFont* caption = nullptr;       ///< 11, set in capitals with letter-spacing: pane headings
  ImFont* wire = nullptr;          ///< 13, monospaced: what is on the wire
  ImFont* wire_strong = nullptr;   ///< 13, monospaced, bold: tags
  ImFont* number = nullptr;        ///< 12, monospaced: line numbers, times, UIDs
  float body_line = 0;             ///< from one line of body to the next, in the window's pixels
  float wire_line = 0;             ///< the same of the wire
};

/// Distances at 100 %, in pixels, by what they keep apart; most stand on a grid of 4. A pane asks
/// for a role; what only one pane has (a column, the least room for a word) is a constant of its
/// file.
namespace space {
inline constexpr float hairline = 1;
inline constexpr float half_unit = 2;
inline constexpr float sliver = 3;
inline constexpr float unit = 4;
inline constexpr float chip_gap = 5;  ///< between a mark or a chip and the next
inline constexpr float snug = 6;
inline constexpr float chip_air = 7;  ///< between a chip's or a key's edge and its word
inline constexpr float gap = 8;
inline constexpr float mark_before_name = 9;
inline constexpr float inset = 10;  ///< between the edge of a card or a field and what is in it
inline constexpr float wide_gap = 12;
inline constexpr float key_air = 14;       ///< `chip_air` on both sides
inline constexpr float padding = 16;       ///< between a pane's edge and what is in it
inline constexpr float mark_column = 18;   ///< a mark before a sentence, with its gap
inline constexpr float wide_padding = 20;  ///< of pages
inline constexpr float indent = 24;
inline constexpr float list_row = 26;  ///< rows of lists and tables of keys
inline constexpr float side_row = 28;  ///< rows of the start page's side
inline constexpr float row = 29;
inline constexpr float heading_row = 32;
inline constexpr float control = 32;         ///< height of buttons and fields on pages
inline constexpr float least_words = 40;     ///< narrower than this nothing can be said
inline constexpr float least_sentence = 60;  ///< narrower than this no sentence is begun
}  // namespace space

/// Radii of corners at 100 %.
namespace corner {
inline constexpr float folder_flap = 1;
inline constexpr float bar = 1;
inline constexpr float folder = 2;
inline constexpr float small = 3;
inline constexpr float slot = 4;
inline constexpr float chip = 5;
inline constexpr float control = 6;
inline constexpr float field = 7;
inline constexpr float card = 8;
inline constexpr float page = 10;
}  // namespace corner

/// Widths of strokes at 100 %; the finest is `space::hairline`.
namespace stroke {
inline constexpr float thin = 1.5F;
inline constexpr float strong = 2;
}  // namespace stroke

/// Strokes and gaps of dashed lines at 100 %.
namespace dash {
inline constexpr float fine = 2;
inline constexpr float gap = 3;
inline constexpr float length = 4;
inline constexpr float long_length = 5;
}  // namespace dash

/// Sizes of symbols at 100 %: half of what they measure across, as `symbols` takes it.
namespace mark {
inline constexpr float speck = 2;
inline constexpr float dot = 3;
inline constexpr float small = 4;
inline constexpr float medium = 5;
inline constexpr float large = 6;
inline constexpr float arrow = 7;
inline constexpr float token = 8;
inline constexpr float large_arrow = 9;
}  // namespace mark

/// Zoom is bounded so that something always fits and nothing blurs.
inline constexpr float zoom_min = 0.75F;
inline constexpr float zoom_max = 3.0F;

/// The next zoom step above or below `zoom` (`direction` +1 or -1), within the bounds.
float zoom_step(float zoom, int direction);

/// What a pane needs in order to draw. A value; made once per change of theme or zoom.
struct Theme {
  Brightness brightness = Brightness::dark;
  Palette now;   ///< for what is current
  Palette past;  ///< for what lies behind the play head
  Faces faces;
  float unit = 1;          ///< display density × zoom
  float scale = 1;         ///< the same of distances and type, which are larger on the wall
  bool presenter = false;  ///< drop what is not needed
  bool wall = false;       ///< Present has its own picture: the window is large enough for it
  bool motion = true;      ///< off: everything jumps to where it would settle

  /// `design` pixels at 100 % in the pixels of this window, kept on whole pixels.
  float px(float design) const;
};

Theme make_theme(Brightness brightness, const Scaling& scaling, bool presenter, bool motion);
/// The same where distances and type are as large as the window's unit.
Theme make_theme(Brightness brightness, float scale, bool presenter, bool motion);

}  // namespace imapscope::gui
