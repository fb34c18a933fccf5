// A lesson's question: its options to choose from, the line to type instead, and the lock-in; once
// it is locked in, the prediction beside what happened, and why.
#pragma once

#include <imgui.h>

#include <array>
#include <string>
#include <vector>

#include "gui/panes/lesson/lesson_option.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

/// How close things stand: tight where the pane is low; bare where not even that fits once it has
/// turned out: of options that were neither predicted nor happened, one line each.
enum class Density { roomy, tight, bare };

class QuestionCard {
 public:
  /// All references for one frame.
  QuestionCard(const Scene& scene, std::array<char, 512>& typed, Density density);

  [[nodiscard]] float height(float width) const;
  /// Of its parts, that may stand apart.
  [[nodiscard]] float asking_height(float width) const;
  [[nodiscard]] float options_height(float width) const;
  [[nodiscard]] float lock_in_height() const;

  /// The whole; gives back its height, as the parts do.
  float draw(ImDrawList& draw, ImVec2 at, float width, Intents& intents);
  float draw_asking(ImDrawList& draw, ImVec2 at, float width);
  float draw_options(ImDrawList& draw, ImVec2 at, float width, Intents& intents);
  void draw_lock_in(ImVec2 at, float width, Intents& intents);

 private:
  [[nodiscard]] float px(float design) const { return theme_.px(design); }
  /// On the wall the question has no card around it.
  [[nodiscard]] float inset() const { return theme_.wall ? 0 : px(tight_ ? 6 : 14); }
  [[nodiscard]] float option_gap() const { return px(tight_ ? 4 : 8); }
  [[nodiscard]] OptionSpacing spacing() const;
  [[nodiscard]] float option_width(float width) const;
  [[nodiscard]] bool shows_hands() const;
  [[nodiscard]] bool field_has_row() const { return question_.takes_line && !tight_; }
  [[nodiscard]] std::string asking() const;
  [[nodiscard]] float why_height(float width) const;

  void add_rows(bool is_bare);
  void draw_card(ImDrawList& draw, ImVec2 min, ImVec2 max) const;
  void draw_hands_of(ImDrawList& draw, std::size_t option, ImVec2 min, ImVec2 max,
                     Intents& intents) const;
  void draw_why(ImDrawList& draw, ImVec2 at, float width) const;
  float draw_button(ImVec2 left_middle, Intents& intents) const;
  void draw_beside_lock_in(float left, float right, float middle, Intents& intents) const;
  void draw_hands_fact(float left, float right, float middle) const;
  void draw_field(ImVec2 at, float width, Intents& intents);

  const Scene& scene_;
  const Theme& theme_;
  const words::Words& words_;
  const Question& question_;
  bool counting_;  ///< hands
  std::array<char, 512>& typed_;
  bool tight_;
  std::vector<OptionRow> rows_;  ///< the options; then the lines that are none of them
};

}  // namespace imapscope::gui
