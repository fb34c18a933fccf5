// The marks of the ladder, each by itself: an arrow, how it begins, what ties an exchange together,
// a cover. The ladder says where they stand; the legend explains them.
#pragma once

#include <imgui.h>

#include <string_view>

#include "gui/scene/theme.h"
#include "sim/belief/line.h"

namespace imapscope::gui::wire_marks {

struct Arrow {
  ImVec2 from;
  ImVec2 to;
  Color color;
  bool tagged = false;  ///< of full weight
};

/// How far a lost line is drawn on its way before it ends.
inline constexpr double lost_at = 0.6;

/// The line as far as it has flown (0 to 1), with its head once it has landed.
void arrow(ImDrawList& draw, const Theme& theme, const Arrow& arrow, double flight);
/// The padlock of a line that TLS protects, once it is half way.
void lock(ImDrawList& draw, const Theme& theme, const Arrow& arrow, double flight);
/// The cross in which a line ends that never arrived, and the word.
void lost(ImDrawList& draw, const Theme& theme, const Arrow& arrow, Color color,
          std::string_view word);
/// The bead of a line in flight.
void bead(ImDrawList& draw, const Theme& theme, const Arrow& arrow, double flight);
/// How a server's line begins: filled in its outcome's colour, square, or hollow.
void origin(ImDrawList& draw, const Theme& theme, const Palette& inks, ImVec2 at,
            const observer::Line& line);

/// From a command at `top` to its completion at `bottom`, beside the lifeline.
struct Bracket {
  float x = 0;    ///< of its upright part
  float cap = 0;  ///< where its ends reach
  float top = 0;
  float bottom = 0;
  bool ended = false;  ///< the completion has landed
};
void bracket(ImDrawList& draw, const Theme& theme, const Bracket& bracket, Color color);

/// Two short strokes through a lifeline: a stretch of time is left out.
void time_cut(ImDrawList& draw, const Theme& theme, ImVec2 at, Color color);
/// Octets that a capture lacks, or that cannot be read.
void unread(ImDrawList& draw, const Theme& theme, ImVec2 from, ImVec2 to, Color color);
/// A dashed box over what is not to be seen yet; where the words find no room, the first of them.
void cover(ImDrawList& draw, const Theme& theme, ImVec2 min, ImVec2 max, std::string_view words);

}  // namespace imapscope::gui::wire_marks
