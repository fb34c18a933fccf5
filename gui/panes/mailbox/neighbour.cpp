#include "gui/panes/mailbox/neighbour.h"

#include <algorithm>
#include <string>
#include <vector>

#include "gui/imgui/items.h"
#include "gui/imgui/scroll_area.h"
#include "gui/panes/mailbox/mailbox_frame.h"

namespace imapscope::gui {
namespace {

using observer::Drop;
using observer::MailBelief;
using observer::MaildropBelief;
using observer::SessionBelief;

constexpr float drop_number_width = 28;
constexpr float drop_size_width = 64;
constexpr float drop_id_width = 76;
constexpr float field_name_width = 92;

/// Rows of cells below each other, in a pane that scrolls.
class KnownTable {
 public:
  KnownTable(const Scene& scene, const Lane& lane, const PaneArea& area)
      : scene_(scene),
        theme_(*scene.theme),
        lane_(lane),
        scroll_("mailbox.neighbour", area),
        draw_(scroll_.draw()),
        at_(scroll_.at()),
        y_(at_.y) {}
  ~KnownTable() { scroll_.end(y_ - at_.y + px(space::gap)); }
  KnownTable(const KnownTable&) = delete;
  KnownTable& operator=(const KnownTable&) = delete;

  void maildrop(const MaildropBelief& maildrop) {
    believes(count_of(maildrop));
    if (maildrop.drops.empty()) return;
    drop_columns();
    drops(maildrop.drops);
  }

  void mail(const MailBelief& mail) {
    believes(words(mail.is_taken ? "window.mail.taken" : "window.mail.not_taken"));
    const std::string sender = mail.sender.empty() ? "<>" : mail.sender;
    field(words("window.mail.from"), sender, theme_.now.text);
    for (const MailBelief::Recipient& to : mail.recipients) {
      field(words("window.mail.to"),
            to.is_taken ? to.address : words("window.mail.refused", {{"address", to.address}}),
            to.is_taken ? theme_.now.text : theme_.now.no);
    }
    if (mail.octets > 0) {
      field(words("window.mail.subject"), mail.subject, theme_.now.text);
      field(words("window.mail.size"), words("window.mail.octets", {{"count", mail.octets}}),
            theme_.now.text);
    }
  }

 private:
  [[nodiscard]] float px(float design) const { return theme_.px(design); }
  [[nodiscard]] std::string words(std::string_view key, words::Arguments arguments = {}) const {
    return scene_.words(key, arguments);
  }
  [[nodiscard]] float middle() const { return y_ + px(space::row) / 2; }
  [[nodiscard]] float right() const { return at_.x + scroll_.width(); }

  [[nodiscard]] std::string count_of(const MaildropBelief& maildrop) const {
    if (maildrop.messages) return words("window.mailbox.messages", {{"count", *maildrop.messages}});
    return words(maildrop.drops.empty() ? "window.mailbox.nothing_yet" : "window.maildrop.some");
  }

  /// Those that are in sight; there may be very many.
  void drops(const std::vector<Drop>& all) {
    const float top = y_;
    const float sight = ImGui::GetWindowPos().y;
    const auto row_at = [&](float y) {
      return static_cast<std::size_t>(std::max(0.0F, y - top) / px(space::row));
    };
    const std::size_t last = std::min(all.size(), row_at(sight + ImGui::GetWindowHeight()) + 1);
    for (std::size_t i = row_at(sight); i < last; ++i) {
      y_ = top + px(space::row) * static_cast<float>(i);
      drop(i + 1, all[i]);
    }
    y_ = top + px(space::row) * static_cast<float>(all.size());
  }

  /// "phone believes 3 messages"
  void believes(const std::string& what) {
    const ImVec2 begin{at_.x, y_};
    float x = draw_text_centered_y(draw_, theme_.faces.label, {at_.x, middle()},
                                   theme_.now.client(lane_.order), lane_.name);
    x = draw_text_centered_y(draw_, theme_.faces.label, {x, middle()}, theme_.now.dim,
                             " " + words("window.mailbox.believes") + " ");
    x = draw_text_centered_y(draw_, theme_.faces.label_strong, {x, middle()}, theme_.now.text,
                             ellipsised(theme_.faces.label_strong, what, right() - x));
    items::add("mailbox.believes", begin, {x, y_ + px(space::row)});
    y_ += px(space::row);
  }

  void drop_columns() {
    ImFont* face = theme_.faces.caption;
    const auto column = [&](float x, const std::string& name) {
      if (x < right()) {
        draw_text_centered_y(draw_, face, {x, middle()}, theme_.now.dim,
                             ellipsised(face, name, right() - x));
      }
    };
    column(at_.x, "#");
    column(size_x(), words("window.maildrop.size"));
    column(id_x(), "UIDL");
    column(rest_x(), words("window.mail.subject"));
    y_ += px(space::row);
  }
  [[nodiscard]] float size_x() const { return at_.x + px(drop_number_width); }
  [[nodiscard]] float id_x() const { return size_x() + px(drop_size_width); }
  [[nodiscard]] float rest_x() const { return id_x() + px(drop_id_width); }

  void drop(std::size_t number, const Drop& drop) {
    const Color color = drop.is_deleted ? theme_.now.faint : theme_.now.text;
    const auto cell = [&](ImFont* face, float x, float limit, const std::string& text) {
      if (x < limit) {
        draw_text_centered_y(draw_, face, {x, middle()}, color,
                             ellipsised(face, text, limit - x - px(space::unit)));
      }
    };
    cell(theme_.faces.number, at_.x, size_x(), std::to_string(number));
    cell(theme_.faces.number, size_x(), std::min(id_x(), right()),
         drop.octets ? std::to_string(*drop.octets) : "");
    cell(theme_.faces.number, id_x(), std::min(rest_x(), right()), drop.unique_id);
    float x = rest_x();
    if (drop.is_deleted) {
      x = draw_text_centered_y(draw_, theme_.faces.label_strong, {x, middle()}, theme_.now.no,
                               words("window.maildrop.deleted")) +
          px(space::gap);
    } else if (drop.is_retrieved) {
      x = draw_text_centered_y(draw_, theme_.faces.label, {x, middle()}, theme_.now.dim,
                               words("window.maildrop.retrieved")) +
          px(space::gap);
    }
    cell(theme_.faces.label, x, right(), drop.subject);
    items::add("maildrop.row", static_cast<std::uint32_t>(number), {at_.x, y_},
               {right(), y_ + px(space::row)});
    y_ += px(space::row);
  }

  void field(const std::string& name, const std::string& value, Color color) {
    draw_text_centered_y(draw_, theme_.faces.label, {at_.x, middle()}, theme_.now.dim, name);
    const float x = at_.x + px(field_name_width);
    draw_text_centered_y(draw_, theme_.faces.label, {x, middle()}, color,
                         ellipsised(theme_.faces.label, value, right() - x));
    y_ += px(space::row);
  }

  const Scene& scene_;
  const Theme& theme_;
  const Lane& lane_;
  ScrollArea scroll_;
  ImDrawList& draw_;
  ImVec2 at_;
  float y_;
};

void draw_known(const Scene& scene, const Lane& lane, const SessionBelief& session,
                const PaneArea& area) {
  const MaildropBelief nothing;
  if (session.protocol == Protocol::pop3) {
    return KnownTable(scene, lane, area).maildrop(session.maildrop ? *session.maildrop : nothing);
  }
  if (session.mail) return KnownTable(scene, lane, area).mail(*session.mail);
  draw_wrapped(*ImGui::GetWindowDrawList(), scene.theme->faces.body,
               {area.min.x, area.min.y + scene.theme->px(space::gap)}, scene.theme->now.dim,
               scene.words("window.mail.none", {{"client", lane.name}}), area.width());
}

}  // namespace

bool draw_neighbour(const Scene& scene, Intents& intents) {
  const Lane* lane = find_lane(scene, scene.client);
  const auto session = scene.beliefs->find(scene.client);
  if (lane == nullptr || session == scene.beliefs->end()) return false;
  const Protocol protocol = session->second.protocol;
  if (protocol == Protocol::imap) return false;
  const bool pop3 = protocol == Protocol::pop3;
  const std::string heading = scene.words(pop3 ? "window.maildrop.heading" : "window.mail.heading");
  const PaneArea area = pane_heading(*scene.theme, heading);
  draw_seen_by(scene, *lane, intents);
  draw_known(scene, *lane, session->second, area);
  return true;
}

}  // namespace imapscope::gui
