#include "gui/panes/mailbox.h"

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
#include "gui/panes/mailbox_cells.h"
#include "gui/scene/motion.h"

namespace imapscope::gui {
namespace {

using observer::Effect;
using observer::MessageBelief;

constexpr float number_width = 34;
constexpr float uid_width = 46;
constexpr double number_stagger = 0.05;  // numbers below an expunged row roll down one by one

std::string count_of_messages(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " message" : " messages");
}

std::shared_ptr<const observer::MailboxBelief> mailbox_of(const observer::Beliefs& beliefs,
                                                          trace::ConnectionId client) {
  const auto session = beliefs.find(client);
  return session == beliefs.end() ? nullptr : session->second.mailbox;
}

/// The effects of the newest landing, by what the rows need to know.
struct Change {
  std::optional<NewestLanding> landing;
  std::vector<std::uint32_t> removed;

  explicit Change(const Scene& scene) : landing(newest_landing_at(scene, scene.client)) {
    if (!landing) return;
    for (const Effect& effect : landing->line->effects) {
      if (effect.kind == Effect::Kind::expunged) removed.push_back(effect.number.value);
    }
  }
  /// The effect of this kind on message `number`, if the newest landing had it.
  [[nodiscard]] const Effect* on(std::uint32_t number, Effect::Kind kind) const {
    for (const Effect* effect : in_view) {
      if (effect->kind == kind && concerns(*effect, number, number)) return effect;
    }
    return nullptr;
  }
  /// Only the numbers from `first` to `last` will be asked for: one line may change very many.
  void look_at(std::uint32_t first, std::uint32_t last) {
    if (!landing) return;
    for (const Effect& effect : landing->line->effects) {
      if (concerns(effect, first, last)) in_view.push_back(&effect);
    }
  }

 private:
  static bool concerns(const Effect& effect, std::uint32_t first, std::uint32_t last) {
    return effect.number.value <= last && first <= std::max(effect.number.value, effect.last.value);
  }
  std::vector<const Effect*> in_view;
};

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
        lane_(lane),
        mailbox_(*mailbox),
        change_(scene),
        xray_(held_rows(scene, mailbox_)) {
    // A closing row has closed once the play head has moved on from the rest behind its landing.
    if (change_.landing && close_share() >= 1) change_.removed.clear();
    rows_ = &alignment.update(std::move(mailbox), xray_, change_.removed);
  }

  /// Both columns with their headings; gives back where the rows end.
  void columns(const PaneArea& area, const observer::Line*& followed) {
    // Where there is nothing to hold beside it, the belief has the whole width.
    const bool two = xray_ || scene_.covered;
    const float gap = px(18);
    const float top = area.min.y + px(52);
    const float owed_height = scene_.xray && !scene_.covered ? owed(area) : 0;
    const PaneArea rows{{area.min.x, top}, {area.max.x, area.max.y - owed_height}};
    const bool scrolls = height_of_rows() > rows.height();
    const float inner = area.width() - (scrolls ? ImGui::GetStyle().ScrollbarSize : 0);
    const float width = two ? (inner - gap) / 2 : inner;
    headings(area.min, width, two ? area.min.x + width + gap : 0);
    if (rows.height() < px(space::row)) return;
    ScrollArea scroll("mailbox.rows", rows);
    draw_ = &scroll.draw();
    visible_rows(scroll, width, two && !scene_.covered ? width + gap : 0);
    follow(followed);
    scroll.end(height_of_rows());
  }

 private:
  [[nodiscard]] float px(float design) const { return theme_.px(design); }
  [[nodiscard]] float row_height() const { return px(space::row); }

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

  void headings(ImVec2 at, float width, float xray_x) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float y = at.y + px(8);
    float x = draw_text(draw, theme_.faces.label, {at.x, y}, theme_.now.client(lane_.order),
                        ellipsised(theme_.faces.label, lane_.name, px(120)));
    x = draw_text(draw, theme_.faces.label, {x, y}, theme_.now.dim, " believes ");
    draw_text(draw, theme_.faces.label_strong, {x, y}, theme_.now.text,
              mailbox_.exists_known ? count_of_messages(mailbox_.exists) : "nothing yet");
    column_names(draw, {at.x, y + px(24)}, width);
    if (xray_x <= 0 || scene_.covered || !xray_) return;
    x = draw_text(draw, theme_.faces.label, {xray_x, y}, theme_.now.dim, "server holds ");
    x = draw_text(draw, theme_.faces.label_strong, {x, y}, theme_.now.text,
                  std::to_string(xray_->size()));
    draw_text(draw, theme_.faces.label, {x, y}, theme_.now.dim, " · X-ray");
    column_names(draw, {xray_x, y + px(24)}, width);
  }

  void column_names(ImDrawList& draw, ImVec2 at, float width) {
    draw_text(draw, theme_.faces.number, {at.x + px(7), at.y}, theme_.now.faint, "#");
    draw_text(draw, theme_.faces.number, {at.x + px(number_width), at.y}, theme_.now.faint, "UID");
    draw_text(draw, theme_.faces.number, {at.x + px(number_width + uid_width), at.y},
              theme_.now.faint, "flags");
    if (subject_x(width) > 0) {
      draw_text(draw, theme_.faces.number, {at.x + subject_x(width), at.y}, theme_.now.faint,
                "subject");
    }
  }
  /// Where subjects stand; 0 where there is no room for them.
  [[nodiscard]] float subject_x(float width) const {
    return width >= px(330) ? px(number_width + uid_width + 150) : 0;
  }

  /// Draws the rows that are in sight; a mailbox may have very many. `xray_x` 0: no second column.
  void visible_rows(const ScrollArea& scroll, float width, float xray_x) {
    const float top = ImGui::GetWindowPos().y - scroll.at().y;
    const float bottom = top + ImGui::GetWindowHeight();
    const std::size_t first = row_at(top);
    std::size_t last = first;
    while (last < rows_->size() && y_of(last) <= bottom) ++last;
    look_at(first, last);
    for (std::size_t index = first; index < last; ++index) {
      const MailboxRow row = (*rows_)[index];
      const float height = height_of(row);
      const ImVec2 at{scroll.at().x, scroll.at().y + y_of(index)};
      draw_->PushClipRect({at.x, at.y}, {at.x + scroll.width(), at.y + height}, true);
      believed(row, at, width, height);
      if (xray_x > 0) held(row, {at.x + xray_x, at.y}, width);
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
    if (row.removed) return cells::removed(*draw_, theme_, *row.removed, at, {width, height});
    if (!row.believed)
      return cells::gap(*draw_, theme_, "not known yet", at, {width, row_height()});
    const std::size_t index = *row.believed;
    const auto number = static_cast<std::uint32_t>(index + 1);
    const MessageBelief& message = mailbox_.messages[index];
    const float middle = at.y + row_height() / 2;
    const bool fresh = change_.on(number, Effect::Kind::exists) != nullptr;
    if (fresh || change_.on(number, Effect::Kind::flags) != nullptr) {
      draw_->AddRectFilled(at, {at.x + width, at.y + row_height() - px(2)},
                           ink(theme_.now.selection), px(space::unit));
    }
    number_column(number, {at.x + px(7), middle}, fresh);
    cells::uid(*draw_, theme_, message.uid, {at.x + px(number_width), middle});
    const float flags_x = at.x + px(number_width + uid_width);
    const float limit = subject_x(width) > 0 ? at.x + subject_x(width) : at.x + width;
    if (message.flags) {
      cells::flags(*draw_, theme_, *message.flags, {flags_x, middle}, limit, fresh_flags(number));
    } else {
      draw_unknown(*draw_, theme_, {flags_x, middle}, "unknown");
    }
    if (subject_x(width) > 0 && message.subject) {
      cells::subject(*draw_, theme_, *message.subject, {at.x + subject_x(width), middle},
                     at.x + width);
    }
    items::add("mailbox.row", number, at, {at.x + width, at.y + row_height()});
  }

  void held(const MailboxRow& row, ImVec2 at, float width) {
    if (row.removed) return;
    if (!row.held) return cells::gap(*draw_, theme_, "gone here", at, {width, row_height()});
    const XrayRow message = xray_->row(*row.held);
    const float middle = at.y + row_height() / 2;
    draw_text_centered_y(*draw_, theme_.faces.number, {at.x + px(7), middle}, theme_.now.dim,
                         std::to_string(*row.held + 1));
    cells::uid(*draw_, theme_, message.uid, {at.x + px(number_width), middle});
    const float limit = subject_x(width) > 0 ? at.x + subject_x(width) : at.x + width;
    const auto* believed = row.believed ? &mailbox_.messages[*row.believed].flags : nullptr;
    const FlagSet* heard = believed != nullptr && *believed ? &**believed : nullptr;
    cells::held_flags(*draw_, theme_, message.flags, heard,
                      {at.x + px(number_width + uid_width), middle}, limit);
    if (subject_x(width) > 0) {
      cells::subject(*draw_, theme_, message.subject, {at.x + subject_x(width), middle},
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
    const Effect* effect = change_.on(number, Effect::Kind::flags);
    if (effect == nullptr) return {};
    return {.flags = effect->added,
            .share = shown_progress(scene_.view.motion, change_.landing->since_s, duration::chip)};
  }

  /// Scrolls to what the newest landing changed, once.
  void follow(const observer::Line*& followed) {
    const observer::Line* line = change_.landing ? change_.landing->line : nullptr;
    if (line == followed) return;
    followed = line;
    if (line == nullptr || line->effects.empty()) return;
    const std::uint32_t number = line->effects.front().number.value;
    if (number == 0) return;
    const float y = y_of(rows_->row_of(number - 1));
    const float seen = ImGui::GetWindowHeight();
    if (y < ImGui::GetScrollY() || y + row_height() > ImGui::GetScrollY() + seen) {
      ImGui::SetScrollY(std::max(0.0F, y - seen / 2));
    }
  }

  /// The card at the foot: what the server owes. Gives back its height.
  float owed(const PaneArea& area) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const std::vector<std::string>& lines = scene_.xray->owed;
    constexpr std::size_t most = 4;
    const std::size_t shown = std::min(lines.size(), most);
    const float height = px(36) + px(20) * static_cast<float>(shown > 0 ? shown : 0);
    const ImVec2 min{area.min.x, area.max.y - height};
    dashed_rect(draw, min, area.max, px(space::radius), theme_.now.hatch, px(1), px(4), px(3));
    const float middle = min.y + px(18);
    draw_text_centered_y(draw, theme_.faces.label, {min.x + px(12), middle}, theme_.now.dim,
                         "The server owes " + lane_.name);
    const std::string sum = lines.empty() ? "nothing" : count_of_lines(lines.size());
    draw_text_right(draw, theme_.faces.label,
                    {area.max.x - px(12), middle - line_height(theme_.faces.label) / 2},
                    lines.empty() ? theme_.now.dim : theme_.now.text, sum);
    for (std::size_t i = 0; i < shown; ++i) {
      const float y = middle + px(20) * static_cast<float>(i + 1) - px(2);
      draw_text_centered_y(draw, theme_.faces.wire, {min.x + px(12), y}, theme_.now.text,
                           ellipsised(theme_.faces.wire, lines[i], area.width() - px(24)));
    }
    items::add("mailbox.owed", min, area.max);
    return height + px(space::wide_gap);
  }

  static std::string count_of_lines(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " line" : " lines");
  }

  const Scene& scene_;
  const Theme& theme_;
  const Lane& lane_;
  const observer::MailboxBelief& mailbox_;
  Change change_;
  std::shared_ptr<const XrayRows> xray_;  // null: there is nothing to hold beside
  const MailboxRows* rows_ = nullptr;
  ImDrawList* draw_ = nullptr;
};

/// Whose belief is shown; a click goes on to the next client.
void seen_by(const Scene& scene, const Lane& lane, Intents& intents) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const std::string name = ellipsised(theme.faces.caption, lane.name, theme.px(130));
  const float right = ImGui::GetWindowPos().x + ImGui::GetWindowWidth() - theme.px(space::padding);
  const float y = ImGui::GetWindowPos().y + theme.px(14);
  const float left = right - caption_width(theme, name);
  draw_caption(draw, theme, {left, y}, theme.now.client(lane.order), name);
  symbols::client(draw, {left - theme.px(9), y + line_height(theme.faces.caption) / 2}, theme.px(4),
                  lane.order, theme.now.client(lane.order));
  const float words = caption_width(theme, "as seen by");
  const ImVec2 begin{left - theme.px(20) - words, y};
  draw_caption(draw, theme, begin, theme.now.dim, "as seen by");
  const float air = theme.px(space::gap);
  const Press press = press_area("mailbox.client", {begin.x - air, y - air},
                                 {right + air, y + line_height(theme.faces.caption) + air});
  if (press.clicked) intents.push_back(SelectClient{next_lane(scene, lane).connection});
}

void cover(const Scene& scene, const PaneArea& area) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float width = (area.width() - theme.px(18)) / 2;
  const ImVec2 min{area.max.x - width, area.min.y + theme.px(4)};
  const ImVec2 max{area.max.x, std::min(area.max.y, min.y + theme.px(200))};
  dashed_rect(draw, min, max, theme.px(space::radius), theme.now.hatch, theme.px(1), theme.px(4),
              theme.px(3));
  const std::string_view text = "X-ray and owed lines are covered until you predict";
  const float inset = theme.px(space::padding);
  draw_wrapped(draw, theme.faces.label, {min.x + inset, (min.y + max.y) / 2 - theme.px(18)},
               theme.now.dim, text, width - 2 * inset);
}

void nothing_open(const Scene& scene, const PaneArea& area, const Lane* lane) {
  const Theme& theme = *scene.theme;
  const std::string words =
      lane == nullptr ? "No client has connected yet." : lane->name + " has no mailbox open.";
  draw_wrapped(*ImGui::GetWindowDrawList(), theme.faces.body,
               {area.min.x, area.min.y + theme.px(space::gap)}, theme.now.dim, words, area.width());
}

}  // namespace

void MailboxPane::draw(const Scene& scene, Intents& intents) {
  const Lane* lane = find_lane(scene, scene.client);
  auto mailbox = mailbox_of(*scene.beliefs, scene.client);
  const std::string name = mailbox == nullptr ? "" : mailbox->name.utf8();
  const std::string heading = name.empty() ? "Mailbox" : name;  // its SELECT may not be captured
  const PaneArea area = pane_heading(*scene.theme, heading);
  if (lane != nullptr) seen_by(scene, *lane, intents);
  if (lane == nullptr || mailbox == nullptr) return nothing_open(scene, area, lane);
  MailboxDrawing(scene, *lane, std::move(mailbox), alignment_).columns(area, followed_);
  if (scene.covered) cover(scene, area);
}

}  // namespace imapscope::gui
