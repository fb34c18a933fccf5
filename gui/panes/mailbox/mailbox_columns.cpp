#include "gui/panes/mailbox/mailbox_columns.h"

#include <algorithm>

#include "gui/imgui/widgets.h"

namespace imapscope::gui {
namespace {

// Design pixels.
constexpr float number_left = 7;
constexpr float number_width = 34;
constexpr float uid_width = 46;
constexpr float flags_width = 150;
constexpr float least_flags = 72;    // a chip, and how many there are beside it
constexpr float subject_from = 330;  // of the table

}  // namespace

MailboxColumns mailbox_columns(const Scene& scene, float width, bool knows_all_uids) {
  const Theme& theme = *scene.theme;
  MailboxColumns columns;
  columns.number = theme.px(number_left);
  columns.uid = theme.px(number_width);
  columns.flags = columns.uid + theme.px(uid_width);
  columns.width = width;
  if (!knows_all_uids) {
    const float air = theme.px(space::wide_gap);
    const std::string unknown = scene.words("window.unknown");
    const float bare = text_width(theme.faces.number, unknown) + air;
    const float hatched = unknown_width(theme, unknown) + air;
    const bool roomy = columns.uid + hatched + theme.px(least_flags) <= width;
    columns.flags = std::max(columns.flags, columns.uid + (roomy ? hatched : bare));
  }
  if (width >= theme.px(subject_from)) columns.subject = columns.flags + theme.px(flags_width);
  return columns;
}

void draw_column_names(ImDrawList& draw, const Scene& scene, const MailboxColumns& columns,
                       ImVec2 at) {
  const Theme& theme = *scene.theme;
  const auto name = [&](float x, std::string_view word) {
    draw_text(draw, theme.faces.number, {at.x + x, at.y}, theme.now.faint, word);
  };
  name(columns.number, "#");
  name(columns.uid, "UID");
  name(columns.flags, scene.words("window.mailbox.column.flags"));
  if (columns.subject > 0) name(columns.subject, scene.words("window.mailbox.column.subject"));
}

}  // namespace imapscope::gui
