#include "gui/panes/inspector.h"

#include <algorithm>
#include <string>

#include "gui/panes/rich_text.h"
#include "gui/panes/scroll_area.h"
#include "gui/panes/widgets.h"
#include "gui/platform/items.h"
#include "sim/base/ascii.h"

namespace imapscope::gui {
namespace {

using observer::ExplainedToken;
using observer::Explanation;
using observer::Line;

/// "LINE 23 · SERVER → PHONE · 22 BYTES"
std::string fact_about(const Scene& scene, const Line& line) {
  if (line.kind == observer::LineKind::note) return "line " + std::to_string(line.id.value + 1);
  const Lane* lane = find_lane(scene, line.connection);
  const std::string client = lane == nullptr ? "client" : lane->name;
  const bool to_client = line.direction == trace::Direction::to_client;
  std::string fact = "line " + std::to_string(line.id.value + 1) + " · ";
  fact += to_client ? "server → " + client : client + " → server";
  if (!line.bytes.empty()) fact += " · " + std::to_string(line.bytes.size()) + " bytes";
  return fact;
}

class Drawing {
 public:
  Drawing(const Scene& scene, const Line& line, ScrollArea& area, Intents& intents)
      : theme_(*scene.theme),
        explanation_(*scene.explanation),
        line_(line),
        area_(area),
        intents_(intents),
        draw_(area.draw()) {
    const std::size_t count = explanation_.tokens.size();
    const std::size_t wanted =
        scene.view.token_chosen ? scene.view.selected_token : explanation_.leading;
    shown_ = count == 0 ? 0 : std::min(wanted, count - 1);
  }

  void all() {
    if (!explanation_.tokens.empty()) {
      tokens();
      const ExplainedToken& token = explanation_.tokens[shown_];
      y_ += draw_rich_text(draw_, theme_, at(0), area_.width(), theme_.now.text, sentence(token));
      y_ += px(6);
    } else {
      const std::string& words = explanation_.why.empty() ? line_.note : explanation_.why;
      y_ += draw_rich_text(draw_, theme_, at(0), area_.width(), theme_.now.text, words);
      y_ += px(6);
    }
    for (const observer::Violation& violation : line_.violations) fault(violation);
    for (const observer::Finding& finding : line_.findings) {
      y_ += draw_rich_text(draw_, theme_, at(0), area_.width(), theme_.now.dim,
                           finding.message + " · RFC " + std::string(finding.rfc));
      y_ += px(4);
    }
    y_ += draw_rich_text(draw_, theme_, at(0), area_.width(), theme_.now.dim, source());
    area_.end(y_);
  }

 private:
  [[nodiscard]] float px(float design) const { return theme_.px(design); }
  [[nodiscard]] ImVec2 at(float x) const { return {area_.at().x + x, area_.at().y + y_}; }

  void tokens() {
    constexpr float pitch = 30;
    float x = 0;
    float middle = px(14);
    for (std::size_t i = 0; i < explanation_.tokens.size(); ++i) {
      const ExplainedToken& token = explanation_.tokens[i];
      const std::string shown =
          ellipsised(theme_.faces.wire, token.shown, area_.width() - px(space::padding));
      const float width = text_width(theme_.faces.wire, shown) + px(14);
      if (x > 0 && x + width > area_.width()) {
        x = 0;
        middle += px(pitch);
      }
      chip(i, shown, {area_.at().x + x, area_.at().y + middle}, width);
      x += width + px(5);
    }
    y_ += middle + px(12) + px(space::gap);
  }

  void chip(std::size_t index, const std::string& shown, ImVec2 middle, float width) {
    const ExplainedToken& token = explanation_.tokens[index];
    const bool selected = index == shown_;
    const float half = px(12);
    const Press press =
        press_area("inspector.token." + std::to_string(index), {middle.x, middle.y - half},
                   {middle.x + width, middle.y + half});
    if (press.clicked) intents_.push_back(SelectToken{index});
    const Color text = selected    ? theme_.now.highlight
                       : token.dim ? theme_.now.dim
                                   : theme_.now.text;
    draw_chip(draw_, theme_, middle,
              {.face = theme_.faces.wire,
               .text = text,
               .frame = selected        ? theme_.now.highlight
                        : press.hovered ? theme_.now.dim
                                        : theme_.now.hairline,
               .fill = theme_.now.raised,
               .radius = px(5)},
              shown);
  }

  /// "**Message sequence number.** The second message of …"
  static std::string sentence(const ExplainedToken& token) {
    std::string term = token.term;
    if (!term.empty()) term.front() = ascii::upper(term.front());
    return "**" + term + ".** " + token.meaning;
  }

  [[nodiscard]] std::string source() const {
    std::string text = explanation_.tokens.empty() ? "" : explanation_.why;
    const std::string token_rfc =
        explanation_.tokens.empty() ? "" : explanation_.tokens[shown_].rfc;
    const std::string& rfc = token_rfc.empty() ? explanation_.rfc : token_rfc;
    if (rfc.empty()) return text;
    return text + (text.empty() ? "" : " · ") + "RFC " + rfc;
  }

  void fault(const observer::Violation& violation) {
    const std::string who = violation.fault == observer::Fault::client ? "The client is at fault. "
                                                                       : "The server is at fault. ";
    const float radius = px(5);
    symbols::cross(draw_, {at(radius).x, at(0).y + px(10)}, radius, theme_.now.bad);
    y_ += draw_rich_text(
        draw_, theme_, at(px(18)), area_.width() - px(18), theme_.now.bad,
        "**" + who + "**" + violation.message + " · RFC " + std::string(violation.rfc));
    y_ += px(6);
  }

  const Theme& theme_;
  const Explanation& explanation_;
  const Line& line_;
  ScrollArea& area_;
  Intents& intents_;
  ImDrawList& draw_;
  std::size_t shown_ = 0;
  float y_ = 0;
};

}  // namespace

void InspectorPane::draw(const Scene& scene, Intents& intents) {
  const PaneArea area = pane_heading(*scene.theme, "Why this line?");
  if (!scene.explained || scene.explanation == nullptr) {
    draw_text(*ImGui::GetWindowDrawList(), scene.theme->faces.body,
              {area.min.x, area.min.y + scene.theme->px(space::gap)}, scene.theme->now.dim,
              scene.covered
                  ? "The wire goes on once your prediction is locked in."
                  : "Nothing has crossed the wire yet. Press the right arrow key to step.");
    return;
  }
  const Line& line = scene.timeline->lines()[scene.explained->value];
  pane_fact(*scene.theme, fact_about(scene, line));
  ScrollArea scroll("inspector.content", area);
  Drawing(scene, line, scroll, intents).all();
}

}  // namespace imapscope::gui
