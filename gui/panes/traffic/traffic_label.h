// The label above an arrow: the line's text in its parts, cut where the lane ends.
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

#include "gui/layout/ladder.h"
#include "gui/scene/scene.h"
#include "gui/scene/theme.h"

namespace imapscope::gui {

/// The status word of a response, and the symbol beside it.
enum class StatusMark { none, ok, no, bad, bye };

/// One stretch of a label in one face and colour, a symbol before it where there is one.
struct LabelPart {
  ImFont* face = nullptr;
  Color color;
  std::string text;
  StatusMark mark = StatusMark::none;
};

struct Label {
  std::vector<LabelPart> parts;
  std::vector<std::string> body;  ///< an open fold's lines
  bool folds = false;             ///< there is a literal to open or close
  bool breaks_rule = false;       ///< the observer found fault with the line
};

struct LabelInk {
  const Palette& palette;
  Color client;
  bool highlight = false;  ///< what the line says wears the highlight
  bool selected = false;   ///< it stands on the selection ground: quiet inks become `text`
};

[[nodiscard]] Label line_label(const Scene& scene, const observer::Line& line, bool fold_open,
                               const LabelInk& ink);
[[nodiscard]] Label segment_label(const Scene& scene, const trace::Payload& payload, RowMode mode,
                                  const LabelInk& ink);

/// How long a line's label is, before one is made.
struct LabelSize {
  std::size_t columns = 0;  ///< of the wire's face
  float marks = 0;          ///< width of what stands beside the text: fold, fault
};
[[nodiscard]] LabelSize label_size(const Scene& scene, const observer::Line& line);
[[nodiscard]] std::size_t columns_in(const Theme& theme, float room);

/// What the wedge that opens a fold takes, and the cross at the lane's end where a rule is broken.
[[nodiscard]] float fold_width(const Theme& theme);
[[nodiscard]] float fault_width(const Scene& scene, float lane);
/// A cross at the lane's right end, with words where there is room: the observer found fault.
void draw_fault(ImDrawList& draw, const Scene& scene, const LanePlaces::Span& lane, float middle,
                Color color);

/// The width the parts want.
[[nodiscard]] float label_width(const Theme& theme, const Label& label);
/// Draws as much as fits into `width`, the rest an ellipsis; true if all fitted.
bool draw_label(ImDrawList& draw, const Theme& theme, ImVec2 at, const Label& label, float width);

/// The same on two lines, `pitch` apart: the first ends at a token.
bool draw_label_wrapped(ImDrawList& draw, const Theme& theme, ImVec2 at, const Label& label,
                        float width, float pitch);

/// Draws OK's check, NO's triangle, BAD's cross or BYE's stop.
void draw_status(ImDrawList& draw, ImVec2 center, float radius, StatusMark mark, Color color);
[[nodiscard]] StatusMark status_of(const observer::Line& line);
[[nodiscard]] Color status_color(const Palette& palette, StatusMark mark);

}  // namespace imapscope::gui
