#include "gui/panes/inspector.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "gui/imgui/items.h"
#include "gui/imgui/rich_text.h"
#include "gui/imgui/scroll_area.h"
#include "gui/imgui/widgets.h"
#include "sim/observer/row.h"

namespace imapscope::gui {
namespace {

using explain::ExplainedToken;
using explain::Explanation;
using observer::Line;

/// "LINE 23 · SERVER → PHONE · 22 BYTES"
std::string fact_about(const Scene& scene, const Line& line) {
  const words::Words& words = scene.words;
  std::string number = words("window.inspector.line", {{"number", line.id.value + 1}});
  if (line.kind == observer::LineKind::note) return number;
  const Lane* lane = find_lane(scene, line.connection);
  const std::string client = lane == nullptr ? words("window.client") : lane->name;
  const bool to_client = line.direction == trace::Direction::to_client;
  std::string fact = number + " · ";
  fact += to_client ? words("window.inspector.to_client", {{"client", client}})
                    : words("window.inspector.to_server", {{"client", client}});
  if (line.bytes.empty()) return fact;
  const std::size_t bytes = observer::row_bytes(line).size();
  return fact + " · " + words("window.inspector.bytes", {{"count", bytes}});
}

constexpr float token_pitch = 30;
constexpr float words_most = 0.6F;  // of the pane, where the tokens need room, too

/// One of the sentences below the tokens.
struct Sentence {
  std::string text;
  Color color;
  float below = 6;                    ///< air, in design pixels
  bool is_fault = false;              ///< a cross stands before it
  const rules::Rule* rule = nullptr;  ///< that it leads to
};

/// "**Message sequence number.** The second message of …"
std::string meaning_of(const ExplainedToken& token) {
  return "**" + with_capital(token.term) + ".** " + token.meaning;
}

std::size_t shown_token(const Scene& scene) {
  const Explanation& explanation = *scene.explanation;
  const std::size_t count = explanation.tokens.size();
  const std::size_t wanted =
      scene.view.token_chosen ? scene.view.selected_token : explanation.leading;
  return count == 0 ? 0 : std::min(wanted, count - 1);
}

/// Why the line is there, and where the standards say so.
std::string source_of(const Explanation& explanation, std::size_t shown) {
  std::string text = explanation.tokens.empty() ? "" : explanation.why;
  const std::string token_rfc = explanation.tokens.empty() ? "" : explanation.tokens[shown].rfc;
  const std::string& rfc = token_rfc.empty() ? explanation.rfc : token_rfc;
  if (rfc.empty()) return text;
  return text + (text.empty() ? "" : " · ") + "RFC " + rfc;
}

std::string text_of(const Scene& scene, const observer::Finding& finding) {
  const words::Arguments arguments{{"what", rules::sentence(scene.words, finding)},
                                   {"rfc", std::string(finding.source())}};
  if (!finding.is_violation()) return scene.words("window.inspector.finding", arguments);
  return finding.rule->whose == observer::Fault::client
             ? scene.words("window.inspector.client_fault", arguments)
             : scene.words("window.inspector.server_fault", arguments);
}

std::vector<Sentence> sentences_about(const Scene& scene, const Line& line) {
  const Palette& inks = scene.theme->now;
  const Explanation& explanation = *scene.explanation;
  const std::size_t shown = shown_token(scene);
  std::vector<Sentence> sentences;
  if (!explanation.tokens.empty()) {
    sentences.push_back({meaning_of(explanation.tokens[shown]), inks.text});
  } else {
    sentences.push_back(
        {explanation.why.empty() ? scene.words(line.note) : explanation.why, inks.text});
  }
  const std::vector<const rules::Finding*> found = findings(scene);
  for (const rules::Finding* finding : found) {
    const bool is_fault = finding->is_violation();
    sentences.push_back({text_of(scene, *finding), is_fault ? inks.bad : inks.dim,
                         is_fault ? 6.0F : 4.0F, is_fault, finding->rule});
  }
  if (!found.empty()) {
    sentences.push_back(
        {scene.words("window.inspector.rule"), inks.dim, 6, false, found.front()->rule});
  }
  sentences.push_back({source_of(explanation, shown), inks.dim, 0});
  return sentences;
}

/// The sentences, in order; a fault's are set in, behind its cross.
class Words {
 public:
  Words(const Theme& theme, std::vector<Sentence> sentences)
      : theme_(theme), sentences_(std::move(sentences)) {}

  [[nodiscard]] float height(float width) const {
    float height = 0;
    for (const Sentence& sentence : sentences_) {
      height += rich_text_height(theme_, width - indent(sentence), sentence.text) +
                theme_.px(sentence.below);
    }
    return height;
  }

  void draw(const PaneArea& place, Intents& intents) const {
    ScrollArea area("inspector.words", place);
    float y = 0;
    std::size_t number = 0;
    for (const Sentence& sentence : sentences_) {
      const ImVec2 at{area.at().x + indent(sentence), area.at().y + y};
      if (sentence.is_fault) {
        const float radius = theme_.px(mark::medium);
        symbols::cross(area.draw(), {area.at().x + radius, at.y + theme_.px(space::inset)}, radius,
                       sentence.color);
      }
      const float height = draw_rich_text(area.draw(), theme_, at, area.width() - indent(sentence),
                                          sentence.color, sentence.text);
      if (sentence.rule != nullptr) {
        const Press press = press_area("inspector.rule." + std::to_string(number), at,
                                       {area.at().x + area.width(), at.y + height});
        if (press.clicked) intents.push_back(ShowRule{sentence.rule});
        ++number;
      }
      y += height;
      y += theme_.px(sentence.below);
    }
    area.end(y);
    items::add("inspector.words", place.min, place.max);
  }

 private:
  [[nodiscard]] float indent(const Sentence& sentence) const {
    return sentence.is_fault ? theme_.px(space::mark_column) : 0;
  }

  const Theme& theme_;
  std::vector<Sentence> sentences_;
};

/// The line's tokens as chips, row by row; a click chooses the one to explain.
class Tokens {
 public:
  Tokens(const Scene& scene, float width)
      : theme_(*scene.theme), tokens_(scene.explanation->tokens), shown_(shown_token(scene)) {
    float x = 0;
    for (const ExplainedToken& token : tokens_) {
      const std::string text =
          ellipsised(theme_.faces.wire, token.shown, width - theme_.px(space::padding));
      const float chip = text_width(theme_.faces.wire, text) + theme_.px(space::key_air);
      if (x > 0 && x + chip > width) {
        x = 0;
        ++rows_;
      }
      chips_.push_back({text, x, chip, rows_ - 1});
      x += chip + theme_.px(space::chip_gap);
    }
  }

  [[nodiscard]] float height() const {
    return tokens_.empty() ? 0 : theme_.px(token_pitch) * static_cast<float>(rows_);
  }

  void draw(const PaneArea& place, Intents& intents) const {
    ScrollArea area("inspector.tokens", place);
    for (std::size_t i = 0; i < chips_.size(); ++i) {
      const float row = static_cast<float>(chips_[i].row);
      const float middle = area.at().y + theme_.px(space::key_air) + theme_.px(token_pitch) * row;
      chip(area.draw(), i, {area.at().x + chips_[i].x, middle}, intents);
    }
    area.end(height() - theme_.px(space::half_unit));
  }

 private:
  struct Chip {
    std::string text;
    float x = 0;
    float width = 0;
    std::size_t row = 0;
  };

  [[nodiscard]] bool is_marked(std::size_t index) const {
    return tokens_[index].breaks || tokens_[index].blamed;
  }

  void chip(ImDrawList& draw, std::size_t index, ImVec2 middle, Intents& intents) const {
    const bool selected = index == shown_;
    const float half = theme_.px(space::wide_gap);
    const Press press =
        press_area("inspector.token." + std::to_string(index), {middle.x, middle.y - half},
                   {middle.x + chips_[index].width, middle.y + half});
    if (press.clicked) intents.push_back(SelectToken{index});
    const Palette& inks = theme_.now;
    draw_chip(draw, theme_, middle,
              {.face = theme_.faces.wire,
               .text = is_marked(index)     ? inks.bad
                       : selected           ? inks.highlight
                       : tokens_[index].dim ? inks.dim
                                            : inks.text,
               .frame = selected           ? inks.highlight
                        : is_marked(index) ? inks.bad
                        : press.hovered    ? inks.dim
                                           : inks.hairline,
               .fill = inks.raised,
               .radius = theme_.px(corner::chip)},
              chips_[index].text);
  }

  const Theme& theme_;
  const std::vector<ExplainedToken>& tokens_;
  std::size_t shown_;
  std::vector<Chip> chips_;
  std::size_t rows_ = 1;
};

/// Tokens above, what they mean below. Of a long line the tokens scroll by themselves, so that the
/// meaning of the chosen one stays in sight.
void draw_explanation(const Scene& scene, const Line& line, const PaneArea& area,
                      Intents& intents) {
  const Theme& theme = *scene.theme;
  const Words words(theme, sentences_about(scene, line));
  const float bar = ImGui::GetStyle().ScrollbarSize;
  const Tokens tokens(scene, area.width() - bar);
  const float gap = tokens.height() > 0 ? theme.px(space::unit) : 0;
  const float below = std::min(words.height(area.width() - bar), area.height() * words_most);
  const float row = std::min(tokens.height(), theme.px(token_pitch));
  const float above = std::clamp(area.height() - below - gap, row, tokens.height());
  if (above > 0) tokens.draw({area.min, {area.max.x, area.min.y + above}}, intents);
  words.draw({{area.min.x, area.min.y + above + gap}, area.max}, intents);
}

}  // namespace

void InspectorPane::draw(const Scene& scene, Intents& intents) {
  const PaneArea area = pane_heading(*scene.theme, scene.words("window.inspector.heading"));
  if (!scene.explained || scene.explanation == nullptr) {
    draw_text(*ImGui::GetWindowDrawList(), scene.theme->faces.body,
              {area.min.x, area.min.y + scene.theme->px(space::gap)}, scene.theme->now.dim,
              scene.words(scene.covered ? "window.inspector.covered" : "window.inspector.nothing"));
    return;
  }
  const Line& line = scene.timeline->lines()[scene.explained->value];
  pane_fact(*scene.theme, fact_about(scene, line));
  draw_explanation(scene, line, area, intents);
}

}  // namespace imapscope::gui
