// What several panes draw alike: text, pane headings, chips, buttons.
//
// Positions are in the window's pixels; a text's position is the top left of its line box.
// Everything takes the Theme it draws with, and nothing here knows what is shown.
#pragma once

#include <imgui.h>

#include <span>
#include <string>
#include <string_view>

#include "gui/imgui/symbols.h"
#include "gui/scene/theme.h"

namespace imapscope::gui {

float text_width(ImFont* face, std::string_view text);
/// The height of one line of `face`.
float line_height(ImFont* face);

/// Draws one line; gives back where it ends.
float draw_text(ImDrawList& draw, ImFont* face, ImVec2 at, Color color, std::string_view text);
/// The same, with the vertical middle of the line at `middle.y`.
float draw_text_centered_y(ImDrawList& draw, ImFont* face, ImVec2 middle, Color color,
                           std::string_view text);
/// The same, with its right end at `right.x`; gives back where it begins.
float draw_text_right(ImDrawList& draw, ImFont* face, ImVec2 right, Color color,
                      std::string_view text);

/// `text` if it fits into `width`, else as much as fits with an ellipsis. Never cuts a UTF-8
/// sequence.
std::string ellipsised(ImFont* face, std::string_view text, float width);

/// Wraps `text` at spaces into `width` and draws it; gives back the height it took.
float draw_wrapped(ImDrawList& draw, ImFont* face, ImVec2 at, Color color, std::string_view text,
                   float width);
/// The height that draw_wrapped would give back.
float wrapped_height(ImFont* face, std::string_view text, float width);

/// What a caption is of: of words in capitals, or of a name, whose letters stay as they are.
enum class Caption { words, name };
/// With letter-spacing, as pane headings are set.
float draw_caption(ImDrawList& draw, const Theme& theme, ImVec2 at, Color color,
                   std::string_view text, Caption of = Caption::words);
float caption_width(const Theme& theme, std::string_view text);
/// `text` with its first letter as a capital, as a heading begins.
std::string with_capital(std::string_view text);

/// The area of a pane that its heading leaves, with the padding taken off.
struct PaneArea {
  ImVec2 min;
  ImVec2 max;
  float width() const { return max.x - min.x; }
  float height() const { return max.y - min.y; }
};

/// Draws the heading of the current Dear ImGui window at its top left, and gives back the rest.
PaneArea pane_heading(const Theme& theme, std::string_view heading, Caption of = Caption::words);
/// Tabs have taken the heading's place in this Dear ImGui window, up to `until`; 0: they have not.
void take_heading(float until);
/// Where the heading, or what took its place, ends: what stands at its right begins beyond.
float heading_end(const Theme& theme);
/// The one fact at the heading's right, as many of its ` · ` parts as fit.
void pane_fact(const Theme& theme, std::string_view fact);
/// The one option at the heading's right: `choices` with the chosen one in full ink. Gives back the
/// choice clicked, or `chosen`. `name` is the items' name in tests: "traffic.rows.1".
std::size_t pane_option(const Theme& theme, std::string_view name,
                        std::span<const std::string> choices, std::size_t chosen);

/// A word with a frame around it: a flag, a token, a key.
struct Chip {
  ImFont* face = nullptr;
  Color text;
  Color frame;
  Color fill{0, 0, 0, 0};  ///< transparent unless said otherwise
  float radius = 0;        ///< in the window's pixels
  bool dashed = false;     ///< its frame
};
/// Draws a chip with its vertical middle at `middle.y` and its left edge at `middle.x`; gives back
/// its right edge.
float draw_chip(ImDrawList& draw, const Theme& theme, ImVec2 middle, const Chip& chip,
                std::string_view text);
/// A key of the keyboard, as it is drawn beside what it does.
float draw_key(ImDrawList& draw, const Theme& theme, ImVec2 middle, std::string_view key);

/// The word `unknown`, hatched on both sides; gives back its right edge.
float draw_unknown(ImDrawList& draw, const Theme& theme, ImVec2 middle, std::string_view word);
/// What it takes.
float unknown_width(const Theme& theme, std::string_view word);

/// An area that answers to the mouse, drawn by the caller; keeps Dear ImGui's layout untouched.
struct Press {
  bool hovered = false;
  bool held = false;
  bool clicked = false;
};
/// `name` identifies the area within its window and names it for tests.
Press press_area(std::string_view name, ImVec2 min, ImVec2 max);

/// A quiet button of plain text; its `left` is the left edge, its middle at `middle_y`.
bool text_button(const Theme& theme, std::string_view name, ImVec2 left_middle,
                 std::string_view label, bool active);

/// Words about what stands in `about`, in the window's own look: below it, or above where there is
/// more room, but never on it.
void tooltip(const Theme& theme, ImFont* face, std::string_view text, const PaneArea& about);

/// Dear ImGui's own colours and distances (fields, tooltips, scroll bars), from the theme.
void apply_style(const Theme& theme);

}  // namespace imapscope::gui
