#include "gui/panes/mailbox/mailbox.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "gui/imgui/items.h"
#include "gui/imgui/scroll_area.h"
#include "gui/imgui/widgets.h"
#include "gui/layout/mailbox_rows.h"
#include "gui/panes/changes.h"
#include "gui/panes/mailbox/mailbox_cells.h"
#include "gui/panes/mailbox/mailbox_change.h"
#include "gui/panes/mailbox/mailbox_columns.h"
#include "gui/panes/mailbox/mailbox_foot.h"
#include "gui/panes/mailbox/mailbox_frame.h"
#include "gui/panes/mailbox/neighbour.h"
#include "gui/scene/motion.h"

namespace imapscope::gui {
namespace {

namespace effect = observer::effect;
using observer::MessageBelief;

constexpr float heading_height = 52;     // of a table: whose it is, and the names of its columns
constexpr float least_table = 160;       // a narrower table stands below the other
constexpr float least_wall_table = 144;  // the same in Present
constexpr float table_gap = 18;
constexpr float least_rows = 3;  // with fewer in sight, the headings scroll as well
constexpr float cover_height = 200;
constexpr float low_cover_height = 72;
constexpr double number_stagger = 0.05;  // numbers below an expunged row roll down one by one

std::shared_ptr<const observer::MailboxBelief> mailbox_of(const observer::Beliefs& beliefs,
                                                          trace::ConnectionId client) {
  const auto session = beliefs.find(client);
  return session == beliefs.end() ? nullptr : session->second.mailbox;
}

/// The rows at the server, where the X-ray shows the mailbox that the client believes it has open.
std::shared_ptr<const XrayRows> held_rows(const Scene& scene,
                                          const observer::MailboxBelief& mailbox) {
  const bool same = scene.xray && scene.xray->mailbox == mailbox.name.utf8();
  return same ? scene.xray->rows : nullptr;
}

class MailboxDrawing {
 public:
  MailboxDrawing(const Scene& scene, const Lane& lane,
                 std::shared_ptr<const observer::MailboxBelief> mailbox,
                 MailboxAlignment& alignment)
      : scene_(scene),
        theme_(*scene.theme),
        words_(scene.words),
        lane_(lane),
        mailbox_(*mailbox),
        change_(scene),
        xray_(held_rows(scene, mailbox_)) {
    // A closing row has closed once the play head has moved on from the rest behind its landing.
    if (change_.landing && close_share() >= 1) change_.removed.clear();
    rows_ = &alignment.update(std::move(mailbox), xray_, change_.removed);
    knows_all_uids_ = alignment.knows_all_uids();
  }

  /// Belief and X-ray, beside each other where there is room, and what is owed.
  void draw(const PaneArea& area, const observer::Line*& followed) {
    const bool two = xray_ || scene_.covered;
    const bool stacked =
        two && area.width() < px(2 * (theme_.wall ? least_wall_table : least_table) + table_gap);
    const float least = px(heading_height) + least_rows * row_height() + owed_height(area.width());
    if (stacked || area.height() < least) {
      everything_scrolls(area, stacked, followed);
    } else {
      rows_scroll(area, two, followed);
    }
  }

 private:
  [[nodiscard]] float px(float design) const { return theme_.px(design); }
  [[nodiscard]] float row_height() const { return px(space::row); }

  /// Headings and what is owed stay in place, and the rows scroll between them.
  void rows_scroll(const PaneArea& area, bool two, const observer::Line*& followed) {
    const PaneArea rows{{area.min.x, area.min.y + px(heading_height)},
                        {area.max.x, area.max.y - owed_height(area.width())}};
    const bool scrolls = height_of_rows() > rows.height();
    const float inner = area.width() - (scrolls ? ImGui::GetStyle().ScrollbarSize : 0);
    // Where there is nothing to hold beside it, the belief has the whole width.
    const float width = two ? (inner - px(table_gap)) / 2 : inner;
    const float beside = area.min.x + width + px(table_gap);
    heading_of_belief(area.min, width);
    if (xray_) heading_of_xray({beside, area.min.y}, width);
    if (owes()) {
      const float top = area.max.y - owed_card_height(scene_, area.width());
      draw_owed(scene_, lane_.name, {area.min.x, top}, area.width());
    }
    if (scene_.covered)
      draw_xray_cover(scene_, {beside, area.min.y + px(space::unit)}, {width, px(cover_height)});
    ScrollArea scroll("mailbox.rows", rows);
    draw_ = &scroll.draw();
    const ImVec2 at = scroll.at();
    visible_rows(at.y, [&](const MailboxRow& row, float y, float height) {
      believed(row, {at.x, y}, width, height);
      if (xray_) held(row, {beside, y}, width);
    });
    follow(0, followed);
    scroll.end(height_of_rows());
  }

  /// Where the pane is low or narrow, all of it scrolls; narrow tables stand below each other.
  void everything_scrolls(const PaneArea& area, bool stacked, const observer::Line*& followed) {
    ScrollArea scroll("mailbox.all", area);
    draw_ = &scroll.draw();
    const ImVec2 at = scroll.at();
    const bool two = !stacked && (xray_ || scene_.covered);
    const float inner = scroll.width();
    const float width = two ? (inner - px(table_gap)) / 2 : inner;
    const float beside = two ? at.x + width + px(table_gap) : at.x;
    const float table = px(heading_height) + height_of_rows();
    const float second = two ? 0 : table + px(space::wide_gap);
    heading_of_belief(at, width);
    visible_rows(at.y + px(heading_height), [&](const MailboxRow& row, float y, float height) {
      believed(row, {at.x, y}, width, height);
    });
    follow(px(heading_height), followed);
    float end = table;
    if (scene_.covered) {
      const float height = two ? px(cover_height) : px(low_cover_height);
      draw_xray_cover(scene_, {beside, at.y + second + px(space::unit)}, {width, height});
      end = std::max(end, second + height);
    } else if (xray_) {
      heading_of_xray({beside, at.y + second}, width);
      visible_rows(at.y + second + px(heading_height), [&](const MailboxRow& row, float y, float) {
        held(row, {beside, y}, width);
      });
      end = second + table;
    }
    if (owes()) {
      draw_owed(scene_, lane_.name, {at.x, at.y + end + px(space::wide_gap)}, inner);
      end += owed_height(inner);
    }
    scroll.end(end + px(space::gap));
  }

  [[nodiscard]] double close_share() const {
    if (!change_.landing) return 1;
    if (!scene_.view.motion) return change_.landing->since_settled_s > 0 ? 1 : 0;
    return ease_out(progress(change_.landing->since_settled_s, duration::row));
  }
  [[nodiscard]] float height_of(const MailboxRow& row) const {
    const double open = row.removed ? 1 - close_share() : 1;
    return std::round(row_height() * static_cast<float>(open));
  }
  /// Where a row begins, below the first.
  [[nodiscard]] float y_of(std::size_t row) const {
    const auto& closing = rows_->closing();
    const auto closing_before = std::lower_bound(closing.begin(), closing.end(), row);
    const auto whole = row - static_cast<std::size_t>(closing_before - closing.begin());
    const float gone = height_of({{}, {}, 1});
    return static_cast<float>(whole) * row_height() + static_cast<float>(row - whole) * gone;
  }
  [[nodiscard]] float height_of_rows() const { return y_of(rows_->size()); }
  /// The first row that ends below `y`.
  [[nodiscard]] std::size_t row_at(float y) const {
    auto row = static_cast<std::size_t>(std::max(0.0F, y) / row_height());
    while (row < rows_->size() && y_of(row + 1) < y) ++row;
    return row;
  }

  void heading_of_belief(ImVec2 at, float width) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float y = at.y + px(space::gap);
    const std::string count = count_that_fits(width);
    const std::string verb = believes();
    const float rest =
        text_width(theme_.faces.label, verb) + text_width(theme_.faces.label_strong, count);
    float x = draw_text(draw, theme_.faces.label, {at.x, y}, theme_.now.client(lane_.order),
                        ellipsised(theme_.faces.label, lane_.name, width - rest));
    x = draw_text(draw, theme_.faces.label, {x, y}, theme_.now.dim, verb);
    x = draw_text(draw, theme_.faces.label_strong, {x, y}, theme_.now.text, count);
    items::add("mailbox.believes", {at.x, y}, {x, y + line_height(theme_.faces.label)});
    draw_column_names(draw, scene_, believed_columns(width), {at.x, y + px(space::indent)});
  }
  [[nodiscard]] std::string believes() const {
    return " " + words_("window.mailbox.believes") + " ";
  }
  /// What the client believes; where the table is narrow, without the word.
  [[nodiscard]] std::string count_that_fits(float width) const {
    if (!mailbox_.exists_known) return words_("window.mailbox.nothing_yet");
    const std::string whole = words_("window.mailbox.messages", {{"count", mailbox_.exists}});
    const float taken = text_width(theme_.faces.label, lane_.name + believes());
    const bool fits = taken + text_width(theme_.faces.label_strong, whole) <= width;
    return fits ? whole : std::to_string(mailbox_.exists);
  }
  void heading_of_xray(ImVec2 at, float width) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float y = at.y + px(space::gap);
    float x = draw_text(draw, theme_.faces.label, {at.x, y}, theme_.now.dim,
                        words_("window.mailbox.server_holds") + " ");
    x = draw_text(draw, theme_.faces.label_strong, {x, y}, theme_.now.text,
                  std::to_string(xray_->size()));
    draw_text(draw, theme_.faces.label, {x, y}, theme_.now.dim,
              " · " + words_("window.mailbox.xray"));
    draw_column_names(draw, scene_, held_columns(width), {at.x, y + px(space::indent)});
  }

  /// Of the belief's table, where a UID may be unknown, and of the server's.
  [[nodiscard]] MailboxColumns believed_columns(float width) const {
    return mailbox_columns(scene_, width, knows_all_uids_);
  }
  [[nodiscard]] MailboxColumns held_columns(float width) const {
    return mailbox_columns(scene_, width, true);
  }

  /// Calls `draw(row, y, height)` for the rows that are in sight; a mailbox may have very many.
  /// `top`: where the first one begins, in the window.
  template <class Draw>
  void visible_rows(float top, Draw draw) {
    const float sight = ImGui::GetWindowPos().y;
    const std::size_t first = row_at(sight - top);
    std::size_t last = first;
    while (last < rows_->size() && top + y_of(last) <= sight + ImGui::GetWindowHeight()) ++last;
    look_at(first, last);
    for (std::size_t index = first; index < last; ++index) {
      const MailboxRow row = (*rows_)[index];
      const float y = top + y_of(index);
      const float height = height_of(row);
      const float left = ImGui::GetWindowPos().x;
      draw_->PushClipRect({left, y}, {left + ImGui::GetWindowWidth(), y + height}, true);
      draw(row, y, height);
      draw_->PopClipRect();
    }
  }

  /// The rows from `first` up to `last` are going to be drawn.
  void look_at(std::size_t first, std::size_t last) {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    for (std::size_t index = first; index < last; ++index) {
      const auto believed = (*rows_)[index].believed;
      if (!believed) continue;
      to = static_cast<std::uint32_t>(*believed + 1);
      if (from == 0) from = to;
    }
    if (from > 0) change_.look_at(from, to);
  }

  void believed(const MailboxRow& row, ImVec2 at, float width, float height) {
    if (row.removed) return cells::removed(*draw_, scene_, *row.removed, at, {width, height});
    if (!row.believed) {
      const std::string not_told = words_("window.mailbox.not_told");
      return cells::gap(*draw_, theme_, not_told, at, {width, row_height()});
    }
    const std::size_t index = *row.believed;
    const auto number = static_cast<std::uint32_t>(index + 1);
    const MessageBelief& message = mailbox_.messages[index];
    const float middle = at.y + row_height() / 2;
    const bool fresh = change_.on<effect::Grew>(number) != nullptr;
    if (fresh || change_.on<effect::FlagsChanged>(number) != nullptr) {
      draw_->AddRectFilled(at, {at.x + width, at.y + row_height() - px(space::half_unit)},
                           ink(theme_.now.selection), px(space::unit));
    }
    const MailboxColumns columns = believed_columns(width);
    number_column(number, {at.x + columns.number, middle}, fresh);
    believed_cells(message, columns, {at.x, middle}, fresh_flags(number));
    items::add("mailbox.row", number, at, {at.x + width, at.y + row_height()});
  }

  /// From the table's left edge. What is wholly unknown says so once.
  void believed_cells(const MessageBelief& message, const MailboxColumns& columns, ImVec2 left,
                      const cells::Fresh& fresh) {
    const ImVec2 uid{left.x + columns.uid, left.y};
    if (!message.uid && !message.flags) {
      draw_unknown(*draw_, theme_, uid, words_("window.unknown"));
    } else {
      cells::uid(*draw_, scene_, message.uid, uid, columns.flags - columns.uid);
    }
    const ImVec2 flags{left.x + columns.flags, left.y};
    if (message.flags) {
      cells::flags(*draw_, scene_, *message.flags, flags, left.x + columns.flags_end(), fresh);
    } else if (message.uid) {
      draw_unknown(*draw_, theme_, flags, words_("window.unknown"));
    }
    if (columns.subject > 0 && message.subject) {
      cells::subject(*draw_, theme_, *message.subject, {left.x + columns.subject, left.y},
                     left.x + columns.width);
    }
  }

  void held(const MailboxRow& row, ImVec2 at, float width) {
    if (row.removed) return;
    if (!row.held) {
      const std::string gone = words_("window.mailbox.gone");
      return cells::gap(*draw_, theme_, gone, at, {width, row_height()});
    }
    const XrayRow message = xray_->row(*row.held);
    const float middle = at.y + row_height() / 2;
    const MailboxColumns columns = held_columns(width);
    draw_text_centered_y(*draw_, theme_.faces.number, {at.x + columns.number, middle},
                         theme_.now.dim, std::to_string(*row.held + 1));
    cells::uid(*draw_, scene_, message.uid, {at.x + columns.uid, middle}, columns.flags);
    const auto* believed = row.believed ? &mailbox_.messages[*row.believed].flags : nullptr;
    const FlagSet* heard = believed != nullptr && *believed ? &**believed : nullptr;
    cells::held_flags(*draw_, scene_, message.flags, heard, {at.x + columns.flags, middle},
                      at.x + columns.flags_end());
    if (columns.subject > 0) {
      cells::subject(*draw_, theme_, message.subject, {at.x + columns.subject, middle},
                     at.x + width);
    }
  }

  /// A number that an expunge lowered rolls down from its old place, and wears the highlight.
  void number_column(std::uint32_t number, ImVec2 middle, bool fresh) {
    const auto lowered =
        static_cast<std::size_t>(std::count_if(change_.removed.begin(), change_.removed.end(),
                                               [number](std::uint32_t r) { return r <= number; }));
    if (lowered == 0) {
      draw_text_centered_y(*draw_, theme_.faces.number, middle,
                           fresh ? theme_.now.highlight : theme_.now.text, std::to_string(number));
      return;
    }
    const double delay = number_stagger * (number - change_.removed.front());
    const double share = shown_progress(
        scene_.view.motion, change_.landing->since_s - std::min(delay, 0.15), duration::row);
    const float rise = row_height() * static_cast<float>(1 - share);
    draw_text_centered_y(*draw_, theme_.faces.number, {middle.x, middle.y + rise},
                         theme_.now.highlight, std::to_string(number));
    if (share < 1) {
      const Color old = with_opacity(theme_.now.text, 1 - share);
      draw_text_centered_y(*draw_, theme_.faces.number,
                           {middle.x, middle.y - row_height() * static_cast<float>(share)}, old,
                           std::to_string(number + lowered));
    }
  }

  [[nodiscard]] cells::Fresh fresh_flags(std::uint32_t number) const {
    const auto* changed = change_.on<effect::FlagsChanged>(number);
    if (changed == nullptr) return {};
    return {.flags = changed->added,
            .share = shown_progress(scene_.view.motion, change_.landing->since_s, duration::chip)};
  }

  /// Scrolls to what the newest landing changed, once; the rows begin at `top`.
  void follow(float top, const observer::Line*& followed) {
    const observer::Line* line = change_.landing ? change_.landing->line : nullptr;
    if (line == followed) return;
    followed = line;
    if (line == nullptr || line->effects.empty()) return;
    const std::uint32_t number = observer::concerned_by(line->effects.front()).first.value;
    if (number == 0) return;
    const float y = top + y_of(rows_->row_of(number - 1));
    const float seen = ImGui::GetWindowHeight();
    if (y < ImGui::GetScrollY() || y + row_height() > ImGui::GetScrollY() + seen) {
      ImGui::SetScrollY(std::max(0.0F, y - seen / 2));
    }
  }

  [[nodiscard]] bool owes() const { return scene_.xray && !scene_.covered; }
  /// Of the card at the foot and the air above it; 0 where there is none.
  [[nodiscard]] float owed_height(float width) const {
    if (!owes()) return 0;
    return owed_card_height(scene_, width) + px(space::wide_gap);
  }

  const Scene& scene_;
  const Theme& theme_;
  const words::Words& words_;
  const Lane& lane_;
  const observer::MailboxBelief& mailbox_;
  MailboxChange change_;
  std::shared_ptr<const XrayRows> xray_;  // null: there is nothing to hold beside
  const MailboxRows* rows_ = nullptr;
  bool knows_all_uids_ = true;
  ImDrawList* draw_ = nullptr;
};

}  // namespace

void MailboxPane::draw(const Scene& scene, Intents& intents) {
  const Lane* lane = find_lane(scene, scene.client);
  if (draw_neighbour(scene, intents)) return;
  auto mailbox = mailbox_of(*scene.beliefs, scene.client);
  const std::string name = mailbox == nullptr ? "" : mailbox->name.utf8();
  // Its SELECT may not be captured.
  const std::string heading = name.empty() ? scene.words("window.mailbox.heading") : name;
  const PaneArea area =
      pane_heading(*scene.theme, heading, name.empty() ? Caption::words : Caption::name);
  if (lane != nullptr) draw_seen_by(scene, *lane, intents);
  if (lane == nullptr || mailbox == nullptr) return draw_nothing_open(scene, area, lane);
  MailboxDrawing(scene, *lane, std::move(mailbox), alignment_).draw(area, followed_);
}

}  // namespace imapscope::gui
