// One answer of a question: its number and text; once it has turned out how good it was; beside it
// the hands that were raised for it.
#pragma once

#include <imgui.h>

#include <optional>
#include <string>

#include "gui/imgui/widgets.h"
#include "gui/scene/lesson_text.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

struct OptionRow {
  std::string name;                   ///< of its item in tests
  std::string number;                 ///< its key; empty: a line that is no option
  std::optional<std::size_t> option;  ///< its place in the question
  std::string text;                   ///< rich text
  bool chosen = false;                ///< the prediction
  bool locked = false;                ///< it cannot be changed any more
  std::optional<Grade> outcome;       ///< only once it has turned out
  bool brief = false;                 ///< one line, its grade a symbol at the right
};

/// How close things stand, in design pixels.
struct OptionSpacing {
  float inset;   ///< above and below the text
  float text_x;  ///< where the text begins
};

[[nodiscard]] float option_height(const Theme& theme, const OptionRow& row,
                                  const OptionSpacing& spacing, float width);
Press draw_option(ImDrawList& draw, const Scene& scene, const OptionRow& row,
                  const OptionSpacing& spacing, ImVec2 min, float width);

/// Hands raised for one answer: a bar in proportion to the largest count, and the count.
struct HandBar {
  std::size_t count;
  std::size_t most;
  bool chosen;  ///< the answer is the prediction
};
/// What a bar and its count take, the gap before it included.
[[nodiscard]] float hands_width(const Theme& theme);
/// `min`, `max`: the place beside the answer.
void draw_hands(ImDrawList& draw, const Theme& theme, const HandBar& bar, ImVec2 min, ImVec2 max);

}  // namespace imapscope::gui
