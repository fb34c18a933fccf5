#include "gui/panes/toolbar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gui/imgui/symbols.h"
#include "gui/imgui/widgets.h"
#include "gui/panes/lesson/step_dots.h"
#include "sim/base/letter_case.h"
#include "sim/trace/peer_names.h"

namespace imapscope::gui {
namespace {

using symbols::Transport;

constexpr float button_pitch = 46;
constexpr float wall_pitch = 33;  // Present's, at the scale of its distances
// Below these widths things go, one after another: the program's name and the words into a menu,
// then "Present", then the speed and the jumps to both ends.
constexpr float words_from = 1200;
constexpr float present_from = 760;
constexpr float ends_from = 700;
constexpr float button_half = 15;
constexpr std::array speeds{0.25, 0.5, 1.0, 2.0, 4.0};

/// One transport key: what it shows, what it does, and what Shift makes of it.
struct Button {
  std::string_view name;
  Transport symbol;
  std::string_view hint;  ///< the key of its words
  Intent wish;
  Intent wish_with_shift;
};

std::vector<Button> buttons(bool playing) {
  return {
      {"toolbar.start", Transport::to_start, "window.toolbar.start", JumpToStart{}, JumpToStart{}},
      {"toolbar.back", Transport::step_back, "window.toolbar.back", StepBack{StepBy::line},
       StepBack{StepBy::exchange}},
      {"toolbar.play", playing ? Transport::pause : Transport::play,
       playing ? "window.toolbar.pause" : "window.toolbar.play", PlayPause{}, PlayPause{}},
      {"toolbar.forward", Transport::step_forward, "window.toolbar.forward",
       StepForward{StepBy::line}, StepForward{StepBy::exchange}},
      {"toolbar.end", Transport::to_end, "window.toolbar.end", JumpToEnd{}, JumpToEnd{}}};
}

/// Where the bar's parts stand: the titles left, the transport in the middle, the view right.
struct Bar {
  float left;
  float right;
  float middle_y;
  float width;  ///< in design pixels
};

Bar bar_of(const Theme& theme) {
  const ImVec2 corner = ImGui::GetWindowPos();
  const float padding = theme.px(space::padding);
  return {corner.x + padding, corner.x + ImGui::GetWindowWidth() - padding,
          std::round(corner.y + ImGui::GetWindowHeight() / 2),
          ImGui::GetWindowWidth() / theme.unit};
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
    draw.AddRectFilled(min, max, ink(theme.now.client(0)), theme.px(corner::field));
  } else if (press.hovered || press.held) {
    draw.AddRectFilled(min, max, ink(theme.now.raised), theme.px(corner::field));
  }
  symbols::transport(draw, center, theme.px(main ? 8 : 7), button.symbol,
                     main ? theme.now.pane : theme.now.text);
  if (press.hovered) tooltip(theme, theme.faces.label, scene.words(button.hint), {min, max});
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

/// The transport keys, without the jumps to both ends where `few`.
std::vector<Button> transport_keys(const Scene& scene, bool few) {
  auto keys = buttons(scene.head.playing);
  if (few) keys = {keys[1], keys[2], keys[3]};
  return keys;
}

/// Gives back the right end of the keys.
float draw_keys(const Scene& scene, std::span<const Button> keys, ImVec2 first, float pitch,
                Intents& intents) {
  for (const Button& key : keys) {
    draw_button(scene, key, first, intents);
    first.x += pitch;
  }
  return first.x;
}

void draw_transport(const Scene& scene, const Bar& bar, float center, Intents& intents) {
  const Theme& theme = *scene.theme;
  const bool few = bar.width < ends_from;
  const auto keys = transport_keys(scene, few);
  const float pitch = theme.px(button_pitch);
  const float first = std::round(center - pitch * static_cast<float>(keys.size() - 1) / 2);
  const float x = draw_keys(scene, keys, {first, bar.middle_y}, pitch, intents);
  if (few) return;
  const ImVec2 speed_at{x - theme.px(space::key_air), bar.middle_y};
  if (text_button(theme, "toolbar.speed", speed_at, speed_text(scene.head.speed),
                  scene.head.speed != 1)) {
    intents.push_back(SetSpeed{next_speed(scene.head.speed, ImGui::GetIO().KeyShift)});
  }
  if (ImGui::IsItemHovered()) {
    tooltip(theme, theme.faces.label, scene.words("window.toolbar.speed"),
            {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()});
  }
}

std::string next_language(const Scene& scene) {
  const auto& all = scene.languages;
  const auto at = std::find(all.begin(), all.end(), scene.view.language);
  if (all.empty()) return scene.view.language;
  return at == all.end() || at + 1 == all.end() ? all.front() : *(at + 1);
}

/// One of the words at the right.
struct Word {
  std::string_view name;
  std::string text;
  bool active;
  Intent wish;
};

std::vector<Word> words_of(const Scene& scene, const Bar& bar) {
  const words::Words& words = scene.words;
  const View& view = scene.view;
  std::vector<Word> all;
  if (bar.width >= words_from) {
    all = {{"toolbar.help", words("window.toolbar.help"), view.help, ShowHelp{!view.help}},
           {"toolbar.theme", words("window.toolbar.theme"), false, ToggleTheme{}}};
    if (scene.languages.size() > 1) {
      all.push_back({"toolbar.language", in_capitals(view.language), false,
                     SetLanguage{next_language(scene)}});
    }
  } else {
    all = {{"toolbar.more", words("window.toolbar.more"), view.menu, ShowMenu{!view.menu}}};
  }
  if (bar.width >= present_from) {
    all.push_back(
        {"toolbar.present", words("window.toolbar.present"), view.presenter, TogglePresenter{}});
  }
  return all;
}

/// The three dots behind "More", and its key where there is room; gives back the dots' left end.
float draw_more(const Theme& theme, const Bar& bar) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float pitch = theme.px(space::chip_air);
  for (int i = 0; i < 3; ++i) {
    const float x = bar.right - theme.px(space::half_unit) - pitch * static_cast<float>(i);
    symbols::dot(draw, {x, bar.middle_y}, theme.px(mark::speck), theme.now.dim);
  }
  return bar.right - theme.px(space::half_unit) - 3 * pitch;
}

/// The words at the right; gives back their left end.
float draw_view(const Scene& scene, const Bar& bar, Intents& intents) {
  const Theme& theme = *scene.theme;
  float right = bar.right;
  const bool narrow = bar.width < words_from;
  if (narrow) right = draw_more(theme, bar) - theme.px(space::unit);
  for (const Word& word : words_of(scene, bar)) {
    const float left = std::round(right - text_width(theme.faces.body, word.text));
    if (text_button(theme, word.name, {left, bar.middle_y}, word.text, word.active)) {
      intents.push_back(word.wish);
    }
    right = left - theme.px(space::padding);
    if (narrow && word.name == "toolbar.more" && bar.width >= present_from) {
      const float key = text_width(theme.faces.number, "F10") + theme.px(space::key_air);
      right -= key;
      draw_key(*ImGui::GetWindowDrawList(), theme, {right + theme.px(space::gap), bar.middle_y},
               "F10");
      right -= theme.px(space::gap);
    }
  }
  return right;
}

std::string steps_text(const Scene& scene, const Bar& bar) {
  const std::string_view key =
      bar.width >= words_from ? "window.toolbar.step" : "window.toolbar.step_brief";
  return scene.words(key, {{"step", scene.lesson->step}, {"steps", scene.lesson->steps}});
}

/// "6 connections from 127.0.0.1", of a capture with several.
std::string connections_text(const Scene& scene) {
  if (scene.lanes.size() < 2) return {};
  const auto host_of = [](const Lane& lane) { return trace::split_peer(lane.peer).host; };
  const std::string_view host = host_of(scene.lanes.front());
  const bool has_ports = std::none_of(scene.lanes.begin(), scene.lanes.end(), [](const Lane& lane) {
    return trace::split_peer(lane.peer).port.empty();
  });
  if (!has_ports) return {};
  const bool is_shared = std::all_of(scene.lanes.begin(), scene.lanes.end(),
                                     [&](const Lane& lane) { return host_of(lane) == host; });
  const std::size_t count = scene.lanes.size();
  if (!is_shared) return scene.words("window.toolbar.connections", {{"count", count}});
  return scene.words("window.toolbar.connections_from",
                     {{"count", count}, {"host", std::string(host)}});
}

/// What is open, and how far: as much of it as fits up to `right`. Gives back where it ends.
float draw_titles(const Scene& scene, const Bar& bar, float right, Intents& intents) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  float x = bar.left;
  const auto add = [&](ImFont* face, Color color, const std::string& text) {
    if (text.empty() || right - x < theme.px(space::least_words)) return;
    x = draw_text_centered_y(draw, face, {std::round(x), bar.middle_y}, color,
                             ellipsised(face, text, right - x));
    x += theme.px(space::padding);
  };
  if (bar.width >= words_from && !theme.presenter) {
    add(theme.faces.strong, theme.now.text, "imapscope");
  }
  add(theme.faces.body, theme.now.dim, scene.lesson ? scene.lesson->title : scene.title);
  if (scene.lesson && scene.lesson->steps > 0 && !toolbar_has_dots(theme)) {
    add(theme.faces.body, theme.now.faint, steps_text(scene, bar));
  }
  add(theme.faces.body, theme.now.faint, connections_text(scene));
  if (scene.source == Source::live) {
    add(theme.faces.body, theme.now.faint, scene.words("window.toolbar.live"));
  }
  const float half = theme.px(space::row) / 2;
  const PaneArea title{{bar.left, bar.middle_y - half},
                       {x - theme.px(space::padding), bar.middle_y + half}};
  const Press press = press_area("toolbar.title", title.min, title.max);
  if (press.hovered)
    tooltip(theme, theme.faces.label, scene.words("window.toolbar.lessons"), title);
  if (press.clicked) intents.push_back(ShowLessons{!scene.view.lessons});
  return x;
}

bool has_dots(const Scene& scene) {
  return scene.lesson && scene.lesson->steps > 0 && toolbar_has_dots(*scene.theme);
}

/// The titles, and a dot for each step after them; long titles give way.
void draw_place(const Scene& scene, const Bar& bar, float right, Intents& intents) {
  if (!has_dots(scene)) return (void)draw_titles(scene, bar, right, intents);
  const float width = step_dots_width(*scene.theme, *scene.lesson, (right - bar.left) / 2);
  const float x = draw_titles(scene, bar, right - width, intents);
  draw_step_dots(scene, {x, bar.middle_y}, width, intents);
}

/// Present: the title, a dot for each step, and the three keys of the transport.
void draw_wall(const Scene& scene, const Bar& bar, Intents& intents) {
  const Theme& theme = *scene.theme;
  const float pitch = theme.px(wall_pitch);
  const float first = bar.right - theme.px(button_half) - 2 * pitch;
  draw_keys(scene, transport_keys(scene, true), {std::round(first), bar.middle_y}, pitch, intents);
  const float right = first - theme.px(button_half + space::padding);
  if (!has_dots(scene)) return (void)draw_titles(scene, bar, right, intents);
  const float width = step_dots_width(theme, *scene.lesson, (right - bar.left) / 2);
  const float left = std::round((bar.left + bar.right - width) / 2);
  draw_step_dots(scene, {left, bar.middle_y}, width, intents);
  (void)draw_titles(scene, bar, left - theme.px(space::padding), intents);
}

}  // namespace

void ToolbarPane::draw(const Scene& scene, Intents& intents) {
  const Theme& theme = *scene.theme;
  const Bar bar = bar_of(theme);
  if (theme.wall) return draw_wall(scene, bar, intents);
  const float keys = bar.width < ends_from ? button_pitch * 2 : button_pitch * 4 + 56;
  const float transport = theme.px(keys + button_half * 2);
  const float view = draw_view(scene, bar, intents);
  // In the middle of the window, or as far left of it as the words at the right demand.
  const float middle = (bar.left + bar.right) / 2;
  const float center = std::min(middle, view - transport / 2 - theme.px(space::padding));
  draw_place(scene, bar, center - transport / 2, intents);
  draw_transport(scene, bar, center, intents);
}

}  // namespace imapscope::gui
