// The cells of the mailbox pane's rows: UIDs, flag chips, subjects, and what stands for a message
// that is not there.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "gui/scene/scene.h"
#include "sim/imap/flag.h"
#include "sim/imap/numbers.h"

namespace imapscope::gui::cells {

/// Flags that the newest landing brought, and how far their chips have appeared (0 to 1).
struct Fresh {
  std::span<const std::string> flags;
  double share = 1;
};

/// Positions are the left end of the cell's middle line. `width`: of the column; the word `unknown`
/// is hatched on both sides where there is room.
void uid(ImDrawList& draw, const Scene& scene, const std::optional<Uid>& uid, ImVec2 middle,
         float width);
/// Chips up to `limit`; those that do not fit are counted: `+2`.
void flags(ImDrawList& draw, const Scene& scene, const FlagSet& flags, ImVec2 middle, float limit,
           const Fresh& fresh);
/// The same for what the server holds: flags beside `heard`, those that the client has heard of,
/// come first, with a dashed frame. Null: the client knows nothing of them.
void held_flags(ImDrawList& draw, const Scene& scene, const FlagSet& flags, const FlagSet* heard,
                ImVec2 middle, float limit);
void subject(ImDrawList& draw, const Theme& theme, const std::string& text, ImVec2 middle,
             float right);

/// Whole rows, from their top left corner.
void removed(ImDrawList& draw, const Scene& scene, std::uint32_t number, ImVec2 at, ImVec2 size);
void gap(ImDrawList& draw, const Theme& theme, std::string_view words, ImVec2 at, ImVec2 size);

}  // namespace imapscope::gui::cells
