// What the parts of the console share: where they stand, and how one field gives way to the next.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>

#include "gui/imgui/widgets.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

/// Heights of the console, in design pixels.
namespace console_height {
inline constexpr float line = 44;
inline constexpr float grown = 124;  ///< while octets are wanted
inline constexpr float list = 124;   ///< of the list above the line: four rows of 27
}  // namespace console_height

struct ConsoleArea {
  ImVec2 min;
  ImVec2 max;
};

/// "sends", and what comes of it; the same words wherever something can be sent.
[[nodiscard]] std::string effect_of_sending(const Scene& scene);

/// A key and what it does, at the left of the area's row `row`.
void draw_key_help(const Theme& theme, ImVec2 left_middle, std::string_view key,
                   std::string_view words);

/// The client's shape and name, which choose the next client when clicked, and `C:` behind them;
/// gives back where that ends.
float draw_speaker(const Scene& scene, const Lane& lane, float left, float middle,
                   Intents& intents);

/// The frame of a field, the colour of the client's lane while it has the focus.
void draw_field_frame(const Theme& theme, ConsoleArea area, Color color, bool focused);

}  // namespace imapscope::gui
