// A row of keys and what they do, as it stands at the foot of a page or a list.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

#include "gui/scene/theme.h"

namespace imapscope::gui {

struct KeyWords {
  std::vector<std::string_view> keys;  ///< "Enter", or an arrow
  std::string does;
};

/// Draws as many as fit before `right`; gives back where they end.
float draw_key_row(ImDrawList& draw, const Theme& theme, ImVec2 middle, float right,
                   const std::vector<KeyWords>& keys);

}  // namespace imapscope::gui
