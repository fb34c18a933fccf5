// A lesson's question: its options to choose from, the line to type instead, and the lock-in; once
// it is locked in, how it turned out.
#pragma once

#include <imgui.h>

#include <array>
#include <string>

#include "gui/scene/scene.h"

namespace imapscope::gui {

/// How close things stand: tight where the pane is low.
enum class Density { roomy, tight };

class QuestionCard {
 public:
  /// All references for one frame.
  QuestionCard(const Theme& theme, const Question& question, std::array<char, 512>& typed,
               Density density)
      : theme_(theme), question_(question), typed_(typed), tight_(density == Density::tight) {}

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
  [[nodiscard]] float option_inset() const { return px(tight_ ? 3 : theme_.wall ? 8 : 7); }
  [[nodiscard]] float option_text_x() const { return px(tight_ && !theme_.wall ? 24 : 34); }
  [[nodiscard]] float option_gap() const { return px(tight_ ? 4 : 8); }
  [[nodiscard]] float text_room(float width) const;
  [[nodiscard]] std::string asking() const;
  [[nodiscard]] std::string told() const;
  [[nodiscard]] float option_height(const QuestionOption& option, float width) const;
  [[nodiscard]] bool tells(std::size_t index) const;
  [[nodiscard]] float feedback_height(float width) const;

  void draw_card(ImDrawList& draw, ImVec2 min, ImVec2 max) const;
  float draw_option(ImDrawList& draw, std::size_t index, ImVec2 at, float width, Intents& intents);
  void draw_outcome(ImDrawList& draw, Outcome outcome, ImVec2 middle, bool on_selection) const;
  float draw_feedback(ImDrawList& draw, ImVec2 at, float width) const;
  void draw_field(ImVec2 at, float width, Intents& intents);

  const Theme& theme_;
  const Question& question_;
  std::array<char, 512>& typed_;
  bool tight_;
};

}  // namespace imapscope::gui
