// Where the columns of a table of messages stand, for a table as wide as there is room.
#pragma once

#include <imgui.h>

#include "gui/scene/scene.h"

namespace imapscope::gui {

/// In the window's pixels, from the table's left edge.
struct MailboxColumns {
  float number = 0;
  float uid = 0;
  float flags = 0;
  float subject = 0;  ///< 0: there is no room for subjects
  float width = 0;    ///< of the table

  /// Where flags end.
  [[nodiscard]] float flags_end() const { return subject > 0 ? subject : width; }
};

/// Where a UID is unknown, its column has room for the word.
[[nodiscard]] MailboxColumns mailbox_columns(const Scene& scene, float width, bool knows_all_uids);

/// The names of the columns, with the table's left edge and the top of the names at `at`.
void draw_column_names(ImDrawList& draw, const Scene& scene, const MailboxColumns& columns,
                       ImVec2 at);

}  // namespace imapscope::gui
