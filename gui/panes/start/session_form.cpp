#include "gui/panes/start/session_form.h"

#include <algorithm>
#include <array>
#include <string>

#include "gui/imgui/compat.h"
#include "gui/imgui/form.h"
#include "gui/imgui/symbols.h"
#include "gui/imgui/widgets.h"

namespace imapscope::gui {
namespace {

constexpr float begin_width = 84;  // of the button
constexpr float shape_pitch = 11;  // from one client's shape to the next

using compat::key_pressed;

constexpr std::size_t most_clients = client_colors;
constexpr float label_column = 80;

struct Greeting {
  SessionGreeting what;
  std::string_view word;
};
constexpr std::array greetings{Greeting{SessionGreeting::ok, "OK"},
                               Greeting{SessionGreeting::preauth, "PREAUTH"},
                               Greeting{SessionGreeting::bye, "BYE"}};

/// `value` moved by `by`, within 0 and `last`.
int moved(int value, int by, int last) {
  return std::clamp(value + by, 0, last);
}

/// The next of `count`, or the one before; behind the last comes the first.
std::size_t turned(std::size_t value, int by, std::size_t count) {
  if (count == 0) return 0;
  return (value + (by < 0 ? count - 1 : 1)) % count;
}

}  // namespace

/// Draws the rows from top to bottom; `y_` is how far it has come.
class SessionForm::Drawing {
 public:
  Drawing(SessionForm& form, const Scene& scene, ImVec2 place, float width, bool ring,
          Intents& intents)
      : form_(form),
        theme_(*scene.theme),
        words_(scene.words),
        view_(*scene.start),
        place_(place),
        width_(width),
        ring_(ring),
        intents_(intents),
        draw_(*ImGui::GetWindowDrawList()) {}

  float all() {
    clients();
    y_ += px(space::control + space::gap);
    mailbox();
    y_ += px(space::control + space::gap);
    server();
    y_ += px(space::control + space::gap);
    const float greeting_end = greeting();
    const float begin = width() - px(begin_width);
    if (greeting_end > begin) y_ += px(space::control + space::gap);
    const bool ring = ring_ && form_.row_ == Row::start;
    if (label_button(theme_, "start.session", at(begin),
                     {at(width()).x, at(0).y + px(space::control)}, words_("start.session.start"),
                     ButtonLook::leading, ring)) {
      form_.begin(view_, intents_);
    }
    return y_ + px(space::control);
  }

 private:
  [[nodiscard]] float px(float design) const { return theme_.px(design); }
  [[nodiscard]] ImVec2 at(float x) const { return {place_.x + x, place_.y + y_}; }
  [[nodiscard]] float width() const { return width_; }

  void label(const std::string& words) {
    draw_text_centered_y(draw_, theme_.faces.body, {at(0).x, at(0).y + px(space::control / 2)},
                         theme_.now.dim, words);
  }

  /// Where the fields begin: behind the longest label.
  [[nodiscard]] float fields() const {
    float longest = 0;
    for (const char* key : {"start.session.clients", "start.session.mailbox",
                            "start.session.server", "start.session.greeting"}) {
      longest = std::max(longest, text_width(theme_.faces.body, words_(key)));
    }
    return std::max(px(label_column), longest + px(space::wide_gap));
  }

  void clients() {
    label(words_("start.session.clients"));
    const float left = fields();
    const float gap = px(space::gap);
    const float each = (width() - left - gap * (most_clients - 1)) / most_clients;
    const bool ring = ring_ && form_.row_ == Row::clients;
    for (std::size_t count = 1; count <= most_clients; ++count) {
      const ImVec2 min = at(left + (each + gap) * static_cast<float>(count - 1));
      const ImVec2 max{min.x + each, min.y + px(space::control)};
      const bool chosen = form_.clients_ == count;
      const std::string name = "start.clients." + std::to_string(count);
      if (framed_button(theme_, name, min, max, chosen ? ButtonLook::chosen : ButtonLook::quiet,
                        ring && chosen)) {
        form_.clients_ = count;
        form_.row_ = Row::clients;
        form_.clicked_ = true;
      }
      client_shapes(min, max, count, chosen);
    }
  }

  /// The number, and the shape that each client will have.
  void client_shapes(ImVec2 min, ImVec2 max, std::size_t count, bool chosen) {
    const float middle = (min.y + max.y) / 2;
    const std::string number = std::to_string(count);
    const float number_width = text_width(theme_.faces.number, number);
    const float room = max.x - min.x - number_width - px(space::gap + 12);
    const float pitch = std::min(px(shape_pitch), room / static_cast<float>(most_clients));
    const float shapes = pitch * static_cast<float>(count);
    float x = (min.x + max.x - number_width - px(space::gap) - shapes) / 2;
    x = draw_text_centered_y(draw_, theme_.faces.number, {x, middle},
                             chosen ? theme_.now.text : theme_.now.dim, number);
    x += px(space::gap) + pitch / 2;
    for (std::size_t i = 0; i < count; ++i) {
      symbols::client(draw_, {x, middle}, std::min(px(space::unit), pitch * 0.42F), i,
                      theme_.now.client(i));
      x += pitch;
    }
  }

  /// How the server greets: the session begins in the state that this leads to.
  /// Gives back where it ends.
  float greeting() {
    label(words_("start.session.greeting"));
    float x = fields();
    const bool ring = ring_ && form_.row_ == Row::greeting;
    for (const Greeting& each : greetings) {
      const float text = text_width(theme_.faces.wire, each.word);
      const ImVec2 min = at(x);
      const ImVec2 max{min.x + text + 2 * px(space::inset), min.y + px(space::control)};
      const bool chosen = form_.greeting_ == each.what;
      if (framed_button(theme_, "start.greeting." + std::string(each.word), min, max,
                        chosen ? ButtonLook::chosen : ButtonLook::quiet, ring && chosen)) {
        form_.greeting_ = each.what;
        form_.row_ = Row::greeting;
        form_.clicked_ = true;
      }
      draw_text_centered_y(draw_, theme_.faces.wire,
                           {min.x + px(space::inset), (min.y + max.y) / 2},
                           chosen ? theme_.now.text : theme_.now.dim, each.word);
      x += max.x - min.x + px(space::snug);
    }
    return x;
  }

  void mailbox() {
    label(words_("start.session.mailbox"));
    if (view_.mailboxes.empty()) return chooser(Row::mailbox, "start.mailbox", {}, {});
    const MailboxChoice& choice =
        view_.mailboxes[std::min(form_.mailbox_, view_.mailboxes.size() - 1)];
    chooser(Row::mailbox, "start.mailbox", words_.name("start.mailbox.", choice.name),
            choice.holds);
  }

  /// Of what temper the server is.
  void server() {
    label(words_("start.session.server"));
    const std::string profile = form_.profile(view_);
    if (profile.empty()) {
      return chooser(Row::server, "start.server", words_("start.server.usual"), {});
    }
    chooser(Row::server, "start.server", profile, words_("profiles.name." + profile));
  }

  /// One of several; both ends of the frame go to its neighbours. `more`: as far as there is room.
  void chooser(Row row, const std::string& id, const std::string& name, const std::string& more) {
    const ImVec2 min = at(fields());
    const ImVec2 max{at(width()).x, min.y + px(space::control)};
    const float middle = (min.y + max.y) / 2;
    const bool ring = ring_ && form_.row_ == row;
    draw_.AddRectFilled(min, max, ink(theme_.now.raised), px(corner::card));
    draw_.AddRect(min, max, ink(theme_.now.hairline), px(corner::card), 0, px(space::hairline));
    if (ring) focus_ring(draw_, theme_, min, max, px(corner::card));
    neighbour(row, id + ".back", {min, {min.x + px(space::control), max.y}}, -1);
    neighbour(row, id + ".next", {{max.x - px(space::control), min.y}, max}, 1);
    const float left = min.x + px(space::control + 4);
    const float right = max.x - px(space::control + 4);
    float x = draw_text_centered_y(draw_, theme_.faces.body, {left, middle}, theme_.now.text,
                                   ellipsised(theme_.faces.body, name, right - left));
    x += px(space::gap);
    if (right - x > px(space::least_words)) {
      draw_text_centered_y(draw_, theme_.faces.label, {x, middle}, theme_.now.dim,
                           ellipsised(theme_.faces.label, more, right - x));
    }
  }

  void neighbour(Row row, const std::string& id, PaneArea place, int by) {
    const Press press = press_area(id, place.min, place.max);
    const ImVec2 middle{(place.min.x + place.max.x) / 2, (place.min.y + place.max.y) / 2};
    symbols::chevron(draw_, middle, px(mark::small),
                     by < 0 ? symbols::Way::left : symbols::Way::right,
                     press.hovered ? theme_.now.text : theme_.now.dim);
    if (!press.clicked) return;
    form_.row_ = row;
    form_.change(view_, by);
    form_.clicked_ = true;
  }

  SessionForm& form_;
  const Theme& theme_;
  const words::Words& words_;
  const StartView& view_;
  ImVec2 place_;
  float width_;
  bool ring_;
  Intents& intents_;
  ImDrawList& draw_;
  float y_ = 0;
};

float SessionForm::draw(const Scene& scene, ImVec2 place, float width, bool ring,
                        Intents& intents) {
  clicked_ = false;
  return Drawing(*this, scene, place, width, ring, intents).all();
}

void SessionForm::begin(const StartView& view, Intents& intents) const {
  const auto& all = view.mailboxes;
  const std::string mailbox = all.empty() ? "" : all[std::min(mailbox_, all.size() - 1)].path;
  intents.push_back(NewSession{clients_, mailbox, greeting_, profile(view)});
}

std::string SessionForm::profile(const StartView& view) const {
  return view.profiles.empty() ? "" : view.profiles[std::min(profile_, view.profiles.size() - 1)];
}

/// The next or the previous of what the row offers.
void SessionForm::change(const StartView& view, int by) {
  if (row_ == Row::mailbox) {
    mailbox_ = turned(mailbox_, by, view.mailboxes.size());
  } else if (row_ == Row::server) {
    profile_ = turned(profile_, by, view.profiles.size());
  } else if (row_ == Row::greeting) {
    greeting_ = static_cast<SessionGreeting>(moved(static_cast<int>(greeting_), by, 2));
  } else if (row_ == Row::clients) {
    const int last = static_cast<int>(most_clients) - 1;
    clients_ = static_cast<std::size_t>(moved(static_cast<int>(clients_) - 1, by, last)) + 1;
  }
}

void SessionForm::keys(const StartView& view, Intents& intents) {
  const int row = static_cast<int>(row_);
  const int last = static_cast<int>(Row::start);
  if (key_pressed(Key::down, true)) row_ = static_cast<Row>(moved(row, 1, last));
  if (key_pressed(Key::up, true)) row_ = static_cast<Row>(moved(row, -1, last));
  if (key_pressed(Key::right, true)) change(view, 1);
  if (key_pressed(Key::left, true)) change(view, -1);
  for (int count = 1; count <= static_cast<int>(most_clients); ++count) {
    if (!ImGui::GetIO().KeyCtrl && key_pressed(digit(count))) {
      clients_ = static_cast<std::size_t>(count);
    }
  }
  if (key_pressed(Key::enter) || key_pressed(Key::keypad_enter)) begin(view, intents);
}

}  // namespace imapscope::gui
