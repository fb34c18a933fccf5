#include "gui/panes/inputs.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "gui/imgui/items.h"
#include "gui/imgui/widgets.h"

namespace imapscope::gui {
namespace {

constexpr float key_with_air = 26;

constexpr float button_height = 30;
constexpr float track_width = 64;
constexpr float knob_radius = 6;
constexpr float value_width = 60;

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
    x_ += px(value_width);
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
  [[nodiscard]] bool has_room(float width) const { return x_ + width - px(space::gap) <= right_; }
  void to_right(float width) { x_ = std::max(x_, right_ - width); }

  /// Both sliders, with their labels, their values and the line before them.
  [[nodiscard]] float sliders_width(std::string_view one, std::string_view other) const {
    return width(one) + width(other) + px(space::wide_gap) +
           2 * px(track_width + space::wide_gap + value_width);
  }
  /// What a label and a button take, with the distance after them.
  [[nodiscard]] float width(std::string_view label) const {
    return text_width(theme_.faces.body, label) + px(space::wide_gap);
  }
  [[nodiscard]] float width(const Button& button) const {
    const float key =
        button.key.empty() ? 0 : text_width(theme_.faces.number, button.key) + px(key_with_air);
    return text_width(theme_.faces.body, button.label) + 2 * px(space::wide_gap) + key +
           px(space::gap);
  }

 private:
  [[nodiscard]] float px(float design) const { return theme_.px(design); }

  bool pressed(const Button& button) {
    const float half = px(button_height) / 2;
    const ImVec2 min{x_, middle_ - half};
    const ImVec2 max{x_ + width(button) - px(space::gap), middle_ + half};
    const Press press = button.enabled ? press_area(button.name, min, max) : Press{};
    if (press.hovered) draw_.AddRectFilled(min, max, ink(theme_.now.selection), px(corner::card));
    draw_.AddRect(min, max, ink(theme_.now.hairline), px(corner::card), 0, px(space::hairline));
    const Color color = button.enabled ? theme_.now.text : theme_.now.faint;
    const float end = draw_text_centered_y(
        draw_, theme_.faces.body, {x_ + px(space::wide_gap), middle_}, color, button.label);
    if (!button.key.empty()) draw_key(draw_, theme_, {end + px(space::gap), middle_}, button.key);
    x_ = max.x + px(space::gap);
    return press.clicked;
  }

  void draw_track(float width, float share, bool active) {
    const float half = px(space::half_unit);
    const float knob = x_ + width * share;
    const Color color = theme_.now.client(0);
    draw_.AddRectFilled({x_, middle_ - half}, {x_ + width, middle_ + half},
                        ink(theme_.now.hairline), half);
    draw_.AddRectFilled({x_, middle_ - half}, {knob, middle_ + half}, ink(color), half);
    draw_.AddCircleFilled({knob, middle_}, px(knob_radius),
                          ink(active ? theme_.now.selection : theme_.now.pane));
    draw_.AddCircle({knob, middle_}, px(knob_radius), ink(color), 0, px(stroke::strong));
  }

  const Theme& theme_;
  Intents& intents_;
  ImDrawList& draw_;
  float x_ = 0;
  float right_ = 0;
  float middle_ = 0;
};

std::string in_ms(const words::Words& words, std::int64_t ms) {
  return words("window.time.ms", {{"n", ms}});
}

}  // namespace

void InputsPane::draw(const Scene& scene, Intents& intents) {
  if (!scene.session) return;
  const SessionView& session = *scene.session;
  const words::Words& words = scene.words;
  Strip strip(scene, intents);
  strip.caption(words("inputs.heading"));
  strip.button({"inputs.mail", words("inputs.button.mail"), "A"}, MailArrives{});
  const std::string cut = session.cut.empty()
                              ? words("inputs.button.cut_none")
                              : words("inputs.button.cut", {{"client", session.cut}});
  strip.button({"inputs.cut", cut, "X", !session.cut.empty()}, CutLine{session.cut});
  const std::string connect = session.connects.empty()
                                  ? words("inputs.button.all_connected")
                                  : words("inputs.button.connect", {{"client", session.connects}});
  strip.button({"inputs.connect", connect, "J", !session.connects.empty()}, ClientConnects{});
  const Button undo{"inputs.undo", words("inputs.button.undo"), "Ctrl Z", session.can_undo};
  const Button reset{"inputs.reset", words("inputs.button.reset"), "", session.can_undo};
  const float sliders = strip.sliders_width(words("inputs.latency"), words("inputs.jitter"));
  if (strip.has_room(sliders + strip.width(undo) + strip.width(reset))) {
    strip.separator();
    SetNetwork network{session.latency_ms, session.jitter_ms};
    strip.label(words("inputs.latency"));
    const auto latency =
        strip.slider("inputs.latency", session.latency_ms, most_latency_ms, latency_ms_);
    strip.value(in_ms(words, latency_ms_.value_or(session.latency_ms)));
    strip.label(words("inputs.jitter"));
    const auto jitter =
        strip.slider("inputs.jitter", session.jitter_ms, most_jitter_ms, jitter_ms_);
    strip.value("\u00b1" + in_ms(words, jitter_ms_.value_or(session.jitter_ms)));
    if (latency) network.latency_ms = *latency;
    if (jitter) network.jitter_ms = *jitter;
    if (latency || jitter) intents.push_back(network);
  }
  if (strip.has_room(strip.width(undo))) strip.button(undo, UndoInput{});
  if (strip.has_room(strip.width(reset))) strip.button(reset, ResetSession{});
  const Button lesson{"inputs.save_lesson", words("inputs.button.save_lesson"), ""};
  const Button trace{"inputs.save_trace", words("inputs.button.save_trace"), ""};
  const std::string save = words("inputs.save_as");
  const float saves = strip.width(save) + strip.width(lesson) + strip.width(trace);
  if (!strip.has_room(saves)) return;
  strip.to_right(saves);
  strip.label(save);
  strip.button(lesson, SaveSession{SaveAs::lesson});
  strip.button(trace, SaveSession{SaveAs::trace});
}

}  // namespace imapscope::gui
