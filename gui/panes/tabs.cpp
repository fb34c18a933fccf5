#include "gui/panes/tabs.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "gui/imgui/symbols.h"
#include "gui/imgui/widgets.h"

namespace imapscope::gui {
namespace {

constexpr float beside_keys = 150;  // what else the strip needs before it can show keys

struct TabName {
  Part part;
  std::string_view name;  ///< of its area, and its last part in sim/words: "window.tab.state"
};
constexpr std::array tab_names{TabName{Part::state, "state"}, TabName{Part::mailbox, "mailbox"},
                               TabName{Part::inspector, "why"}, TabName{Part::traffic, "traffic"},
                               TabName{Part::lesson, "lesson"}};

std::string_view name_of(Part part) {
  for (const TabName& tab : tab_names) {
    if (tab.part == part) return tab.name;
  }
  return {};
}

std::string words_of(const Scene& scene, Part part) {
  return scene.words.name("window.tab.", name_of(part));
}

/// What a tab shows, as far as a change of it is news.
std::string content_of(const Scene& scene, Part part) {
  std::string content;
  if (part == Part::state) {
    for (const auto& [id, session] : *scene.beliefs) {
      content += std::to_string(id.value) + ":" + std::to_string(static_cast<int>(session.state)) +
                 (session.state_known ? " " : "? ");
    }
  } else if (part == Part::mailbox) {
    const auto session = scene.beliefs->find(scene.client);
    if (session == scene.beliefs->end()) return content;
    // A belief is never changed in place.
    content = std::to_string(scene.client.value) + ":" +
              std::to_string(std::hash<const void*>{}(session->second.mailbox.get()));
  } else if (part == Part::inspector && scene.explained) {
    content = std::to_string(scene.explained->value);
  } else if (part == Part::traffic) {
    content = std::to_string(scene.head.moments);
  } else if (part == Part::lesson && scene.lesson) {
    content = std::to_string(scene.lesson->step) + (scene.lesson->question ? "?" : "");
  }
  return content;
}

/// The strip from left to right.
struct Pen {
  const Theme& theme;
  ImDrawList& draw;
  float x;
  float middle;
  float gap;
  bool keys;  ///< there is room for the keys
};

void draw_tab(Pen& pen, const Scene& scene, std::size_t number, Part part, bool chosen, bool news,
              Intents& intents) {
  const Theme& theme = pen.theme;
  const std::string words = words_of(scene, part);
  const float left = pen.x;
  const float half = theme.px(tab_strip) / 2;
  ImFont* face = chosen ? theme.faces.strong : theme.faces.body;
  const Press press =
      press_area("tabs." + std::string(name_of(part)), {left - pen.gap / 2, pen.middle - half},
                 {left + text_width(face, words) + pen.gap / 2, pen.middle + half});
  if (press.clicked) {
    intents.push_back(ChoosePane{part, scene.lesson ? scene.lesson->step : 0});
  }
  const Color color = chosen || press.hovered ? theme.now.text : theme.now.dim;
  pen.x = draw_text_centered_y(pen.draw, face, {left, pen.middle}, color, words);
  if (news) {
    symbols::dot(pen.draw, {pen.x + theme.px(space::chip_gap), pen.middle - theme.px(space::snug)},
                 theme.px(mark::dot), theme.now.highlight);
  }
  if (pen.keys) {
    pen.x = draw_key(pen.draw, theme, {pen.x + theme.px(space::inset), pen.middle},
                     "Alt " + std::to_string(number));
  }
  if (chosen) {
    const float under = pen.middle + half - theme.px(space::hairline);
    pen.draw.AddLine({left, under}, {pen.x, under}, ink(theme.now.text), theme.px(stroke::strong));
  }
  pen.x += pen.gap;
}

float names_width(const Scene& scene, std::span<const Part> tabs) {
  float width = 0;
  for (const Part part : tabs)
    width += text_width(scene.theme->faces.strong, words_of(scene, part));
  return width;
}

}  // namespace

void TabStrip::draw(const Scene& scene, std::span<const Part> tabs, Part chosen, Intents& intents) {
  const Theme& theme = *scene.theme;
  const ImVec2 corner = ImGui::GetWindowPos();
  const float padding = theme.px(space::padding);
  const auto count = static_cast<float>(tabs.size());
  const float room = ImGui::GetWindowWidth() - 2 * padding;
  const float names = names_width(scene, tabs);
  const float with_keys = names + count * theme.px(58 + 24);
  const float gap =
      std::clamp((room - names) / count, theme.px(space::snug), theme.px(space::indent));
  Pen pen{theme,
          *ImGui::GetWindowDrawList(),
          corner.x + padding,
          std::round(corner.y + theme.px(tab_strip) / 2),
          gap,
          with_keys + theme.px(beside_keys) < room};
  if (timeline_ != scene.timeline) seen_.clear();
  timeline_ = scene.timeline;
  for (std::size_t i = 0; i < tabs.size(); ++i) {
    const std::string content = content_of(scene, tabs[i]);
    std::string& seen = seen_.try_emplace(tabs[i], content).first->second;
    if (tabs[i] == chosen) seen = content;
    draw_tab(pen, scene, i + 1, tabs[i], tabs[i] == chosen, seen != content, intents);
  }
  const float below = corner.y + theme.px(tab_strip);
  pen.draw.AddLine({corner.x, below}, {corner.x + ImGui::GetWindowWidth(), below},
                   ink(theme.now.hairline), theme.px(space::hairline));
  take_heading(pen.x - gap);
}

}  // namespace imapscope::gui
