#include "gui/panes/inputs.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "gui/imgui/items.h"
#include "gui/imgui/widgets.h"

namespace imapscope::gui {
namespace {

constexpr float button_height = 30;
constexpr float track_width = 64;
constexpr float knob_radius = 6;

struct Button {
  std::string_view name;
  std::string label;
  std::string_view key;
  bool enabled = true;
};

/// Draws from left to right; `x_` is how far it has come.
class Strip {
 public:
  Strip(const Scene& scene, Intents& intents)
      : theme_(*scene.theme), intents_(intents), draw_(*ImGui::GetWindowDrawList()) {
    const ImVec2 corner = ImGui::GetWindowPos();
    const ImVec2 size = ImGui::GetWindowSize();
    draw_.AddRectFilled(corner, {corner.x + size.x, corner.y + size.y}, ink(theme_.now.raised));
    x_ = corner.x + px(space::padding);
    right_ = corner.x + size.x - px(space::padding);
    middle_ = corner.y + size.y / 2;
  }

  void caption(std::string_view text) {
    const float top = middle_ - line_height(theme_.faces.caption) / 2;
    x_ = draw_caption(draw_, theme_, {x_, top}, theme_.now.dim, text) + px(space::wide_gap);
  }

  void label(std::string_view text) {
    x_ = draw_text_centered_y(draw_, theme_.faces.body, {x_, middle_}, theme_.now.dim, text);
    x_ += px(space::wide_gap);
  }

  void value(std::string_view text) {
    draw_text_centered_y(draw_, theme_.faces.wire, {x_, middle_}, theme_.now.text, text);
    x_ += px(60);
  }

  void separator() {
    const float half = px(button_height) / 2;
    draw_.AddLine({x_, middle_ - half}, {x_, middle_ + half}, ink(theme_.now.hairline),
                  px(space::hairline));
    x_ += px(space::wide_gap);
  }

  template <class Wish>
  void button(const Button& button, Wish wish) {
    if (pressed(button)) intents_.push_back(wish);
  }

  /// A track with a knob. Gives back the value once it is let go.
  std::optional<std::int64_t> slider(std::string_view name, std::int64_t now, std::int64_t most,
                                     std::optional<std::int64_t>& dragged) {
    const float width = px(track_width);
    const float half = px(button_height) / 2;
    const Press press = press_area(name, {x_, middle_ - half}, {x_ + width, middle_ + half});
    std::optional<std::int64_t> chosen;
    if (press.held) {
      const float share = std::clamp((ImGui::GetIO().MousePos.x - x_) / width, 0.0F, 1.0F);
      dragged = std::lround(share * static_cast<float>(most) / 10) * 10;
    } else if (dragged) {
      if (*dragged != now) chosen = dragged;
      dragged.reset();
    }
    const std::int64_t shown = dragged.value_or(now);
    const float share = static_cast<float>(std::min(shown, most)) / static_cast<float>(most);
    draw_track(width, share, press.hovered || press.held);
    x_ += width + px(space::wide_gap);
    return chosen;
  }

  /// The rest stands at the right end, and leaves out what it has no room for.
  [[nodiscard]] bool has_room(float design) const { return x_ + px(design) <= right_; }
  void to_right(float design) { x_ = std::max(x_, right_ - px(design)); }

 private:
  [[nodiscard]] float px(float design) const { return theme_.px(design); }

  bool pressed(const Button& button) {
    const float width =
        text_width(theme_.faces.body, button.label) + 2 * px(space::wide_gap) +
        (button.key.empty() ? 0 : text_width(theme_.faces.number, button.key) + px(26));
    const float half = px(button_height) / 2;
    const ImVec2 min{x_, middle_ - half};
    const ImVec2 max{x_ + width, middle_ + half};
    const Press press = button.enabled ? press_area(button.name, min, max) : Press{};
    if (press.hovered) draw_.AddRectFilled(min, max, ink(theme_.now.selection), px(space::radius));
    draw_.AddRect(min, max, ink(theme_.now.hairline), px(space::radius), 0, px(space::hairline));
    const Color color = button.enabled ? theme_.now.text : theme_.now.faint;
    const float end = draw_text_centered_y(
        draw_, theme_.faces.body, {x_ + px(space::wide_gap), middle_}, color, button.label);
    if (!button.key.empty()) draw_key(draw_, theme_, {end + px(space::gap), middle_}, button.key);
    x_ = max.x + px(space::gap);
    return press.clicked;
  }

  void draw_track(float width, float share, bool active) {
    const float half = px(2);
    const float knob = x_ + width * share;
    const Color color = theme_.now.client(0);
    draw_.AddRectFilled({x_, middle_ - half}, {x_ + width, middle_ + half},
                        ink(theme_.now.hairline), half);
    draw_.AddRectFilled({x_, middle_ - half}, {knob, middle_ + half}, ink(color), half);
    draw_.AddCircleFilled({knob, middle_}, px(knob_radius),
                          ink(active ? theme_.now.selection : theme_.now.pane));
    draw_.AddCircle({knob, middle_}, px(knob_radius), ink(color), 0, px(2));
  }

  const Theme& theme_;
  Intents& intents_;
  ImDrawList& draw_;
  float x_ = 0;
  float right_ = 0;
  float middle_ = 0;
};

std::string in_ms(std::int64_t ms) {
  return std::to_string(ms) + " ms";
}

}  // namespace

void InputsPane::draw(const Scene& scene, Intents& intents) {
  if (!scene.session) return;
  const SessionView& session = *scene.session;
  Strip strip(scene, intents);
  strip.caption("Inputs");
  strip.button({"inputs.mail", "mail arrives", "A"}, MailArrives{});
  strip.button(
      {"inputs.cut", session.cut.empty() ? "cut the line" : "cut " + session.cut + "'s line", "X",
       !session.cut.empty()},
      CutLine{session.cut});
  strip.button({"inputs.connect",
                session.connects.empty() ? "all are connected" : session.connects + " connects",
                "J", !session.connects.empty()},
               ClientConnects{});
  if (strip.has_room(380)) {
    strip.separator();
    SetNetwork network{session.latency_ms, session.jitter_ms};
    strip.label("latency");
    const auto latency =
        strip.slider("inputs.latency", session.latency_ms, most_latency_ms, latency_ms_);
    strip.value(in_ms(latency_ms_.value_or(session.latency_ms)));
    strip.label("jitter");
    const auto jitter =
        strip.slider("inputs.jitter", session.jitter_ms, most_jitter_ms, jitter_ms_);
    strip.value("\u00b1" + in_ms(jitter_ms_.value_or(session.jitter_ms)));
    if (latency) network.latency_ms = *latency;
    if (jitter) network.jitter_ms = *jitter;
    if (latency || jitter) intents.push_back(network);
  }
  strip.button({"inputs.undo", "undo", "Ctrl Z", session.can_undo}, UndoInput{});
  strip.button({"inputs.reset", "reset", "", session.can_undo}, ResetSession{});
  if (!strip.has_room(196)) return;
  strip.to_right(196);
  strip.label("save as");
  strip.button({"inputs.save_lesson", "lesson", ""}, SaveSession{SaveAs::lesson});
  strip.button({"inputs.save_trace", "trace", ""}, SaveSession{SaveAs::trace});
}

}  // namespace imapscope::gui
