#include "gui/panes/toolbar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "gui/imgui/symbols.h"
#include "gui/imgui/widgets.h"

namespace imapscope::gui {
namespace {

using symbols::Transport;

constexpr float button_pitch = 46;
constexpr float button_half = 15;
constexpr std::array speeds{0.25, 0.5, 1.0, 2.0, 4.0};

/// One transport key: what it shows, what it does, and what Shift makes of it.
struct Button {
  std::string_view name;
  Transport symbol;
  std::string_view hint;
  Intent wish;
  Intent wish_with_shift;
};

std::vector<Button> buttons(bool playing) {
  return {
      {"toolbar.start", Transport::to_start, "To the start (Home)", JumpToStart{}, JumpToStart{}},
      {"toolbar.back", Transport::step_back, "One line back (\u2190), one exchange with Shift",
       StepBack{StepBy::line}, StepBack{StepBy::exchange}},
      {"toolbar.play", playing ? Transport::pause : Transport::play,
       playing ? "Pause (Space)" : "Play (Space)", PlayPause{}, PlayPause{}},
      {"toolbar.forward", Transport::step_forward, "One line on (\u2192), one exchange with Shift",
       StepForward{StepBy::line}, StepForward{StepBy::exchange}},
      {"toolbar.end", Transport::to_end, "To the end (End)", JumpToEnd{}, JumpToEnd{}}};
}

/// Where the bar's parts stand: the titles left, the transport in the middle, the view right.
struct Bar {
  float left;
  float right;
  float middle_y;
};

Bar bar_of(const Theme& theme) {
  const ImVec2 corner = ImGui::GetWindowPos();
  const float padding = theme.px(space::padding);
  return {corner.x + padding, corner.x + ImGui::GetWindowWidth() - padding,
          std::round(corner.y + ImGui::GetWindowHeight() / 2)};
}

void draw_button(const Scene& scene, const Button& button, ImVec2 center, Intents& intents) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float half = theme.px(button_half);
  const ImVec2 min{center.x - half, center.y - half};
  const ImVec2 max{center.x + half, center.y + half};
  const Press press = press_area(button.name, min, max);
  const bool main = button.name == "toolbar.play";
  if (main) {
    draw.AddRectFilled(min, max, ink(theme.now.client(0)), theme.px(7));
  } else if (press.hovered || press.held) {
    draw.AddRectFilled(min, max, ink(theme.now.raised), theme.px(7));
  }
  symbols::transport(draw, center, theme.px(main ? 8 : 7), button.symbol,
                     main ? theme.now.pane : theme.now.text);
  if (press.hovered) tooltip(theme, theme.faces.label, button.hint);
  if (press.clicked)
    intents.push_back(ImGui::GetIO().KeyShift ? button.wish_with_shift : button.wish);
}

std::string speed_text(double speed) {
  if (speed < 0.3) return "\u00bc\u00d7";
  if (speed < 1) return "\u00bd\u00d7";
  return std::to_string(std::lround(speed)) + "\u00d7";
}

/// The next speed up, and from the fastest back to the slowest; with Shift the other way round.
double next_speed(double speed, bool down) {
  const auto at =
      std::find_if(speeds.begin(), speeds.end(), [&](double s) { return s > speed - 0.01; });
  const auto index = static_cast<std::size_t>(at - speeds.begin()) % speeds.size();
  return speeds[(index + (down ? speeds.size() - 1 : 1)) % speeds.size()];
}

/// Gives back the right end of what it drew.
float draw_transport(const Scene& scene, const Bar& bar, float center, Intents& intents) {
  const Theme& theme = *scene.theme;
  const auto keys = buttons(scene.head.playing);
  const float pitch = theme.px(button_pitch);
  float x = std::round(center - pitch * static_cast<float>(keys.size() - 1) / 2);
  for (const Button& key : keys) {
    draw_button(scene, key, {x, bar.middle_y}, intents);
    x += pitch;
  }
  const ImVec2 speed_at{x - theme.px(14), bar.middle_y};
  if (text_button(theme, "toolbar.speed", speed_at, speed_text(scene.head.speed),
                  scene.head.speed != 1)) {
    intents.push_back(SetSpeed{next_speed(scene.head.speed, ImGui::GetIO().KeyShift)});
  }
  if (ImGui::IsItemHovered()) tooltip(theme, theme.faces.label, "Speed (+ and \u2212)");
  return x;
}

std::string next_language(const Scene& scene) {
  const auto& all = scene.languages;
  const auto at = std::find(all.begin(), all.end(), scene.view.language);
  if (all.empty()) return scene.view.language;
  return at == all.end() || at + 1 == all.end() ? all.front() : *(at + 1);
}

/// The words at the right; gives back their left end.
float draw_view(const Scene& scene, const Bar& bar, Intents& intents) {
  const Theme& theme = *scene.theme;
  struct Word {
    std::string_view name;
    std::string text;
    bool active;
    Intent wish;
  };
  const std::vector<Word> words{
      {"toolbar.help", "Help", scene.view.help, ShowHelp{!scene.view.help}},
      {"toolbar.theme", "Theme", false, ToggleTheme{}},
      {"toolbar.language", in_capitals(scene.view.language), false,
       SetLanguage{next_language(scene)}},
      {"toolbar.present", "Present", scene.view.presenter, TogglePresenter{}}};
  float right = bar.right;
  for (const Word& word : words) {
    const float left = std::round(right - text_width(theme.faces.body, word.text));
    if (text_button(theme, word.name, {left, bar.middle_y}, word.text, word.active)) {
      intents.push_back(word.wish);
    }
    right = left - theme.px(space::padding);
  }
  return right;
}

/// What is open, and how far: as much of it as fits up to `right`.
void draw_titles(const Scene& scene, const Bar& bar, float right, Intents& intents) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  float x = bar.left;
  const auto add = [&](ImFont* face, Color color, const std::string& text) {
    if (text.empty() || right - x < theme.px(40)) return;
    x = draw_text_centered_y(draw, face, {std::round(x), bar.middle_y}, color,
                             ellipsised(face, text, right - x));
    x += theme.px(space::padding);
  };
  if (!theme.presenter) add(theme.faces.strong, theme.now.text, "imapscope");
  add(theme.faces.body, theme.now.dim, scene.lesson ? scene.lesson->title : scene.title);
  if (scene.lesson && scene.lesson->steps > 0) {
    add(theme.faces.body, theme.now.faint,
        "step " + std::to_string(scene.lesson->step) + " of " +
            std::to_string(scene.lesson->steps));
  }
  if (scene.source == Source::live) add(theme.faces.body, theme.now.faint, "live");
  const float half = theme.px(space::row) / 2;
  const Press press = press_area("toolbar.title", {bar.left, bar.middle_y - half},
                                 {x - theme.px(space::padding), bar.middle_y + half});
  if (press.hovered) tooltip(theme, theme.faces.label, "All lessons (O)");
  if (press.clicked) intents.push_back(ShowLessons{!scene.view.lessons});
}

}  // namespace

void ToolbarPane::draw(const Scene& scene, Intents& intents) {
  const Theme& theme = *scene.theme;
  const Bar bar = bar_of(theme);
  const float transport = theme.px(button_pitch * 4 + button_half * 2 + 56);
  const float view = draw_view(scene, bar, intents);
  // In the middle of the window, or as far left of it as the words at the right demand.
  const float middle = (bar.left + bar.right) / 2;
  const float center = std::min(middle, view - transport / 2 - theme.px(space::padding));
  draw_titles(scene, bar, center - transport / 2, intents);
  draw_transport(scene, bar, center, intents);
}

}  // namespace imapscope::gui
