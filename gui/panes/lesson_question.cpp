#include "gui/panes/lesson_question.h"

#include <algorithm>
#include <cstring>

#include "gui/imgui/compat.h"
#include "gui/imgui/items.h"
#include "gui/imgui/rich_text.h"
#include "gui/imgui/symbols.h"
#include "gui/imgui/widgets.h"

namespace imapscope::gui {
namespace {

// Design pixels at 100 %.
constexpr float outcome_height = 20;

struct OutcomeLook {
  std::string_view word;
  Color color;
  void (*symbol)(ImDrawList&, ImVec2, float, Color);
};

OutcomeLook look_of(Outcome outcome, const Palette& palette) {
  switch (outcome) {
    case Outcome::happened:
      return {"happened", palette.ok, symbols::check};
    case Outcome::legal:
      return {"legal, not this time", palette.no, symbols::triangle};
    case Outcome::illegal:
      return {"illegal", palette.bad, symbols::cross};
  }
  return {};
}

std::string marked_up(const QuestionOption& option) {
  return option.is_wire ? "`" + option.text + "`" : option.text;
}

}  // namespace

// ---- how tall it is ----

float QuestionCard::text_room(float width) const {
  return width - 2 * inset() - option_text_x() - px(space::gap);
}

std::string QuestionCard::asking() const {
  return (question_.locked ? "**Your prediction.** " : "**Predict.** ") + question_.text;
}

/// Why it turned out so, and the rule.
std::string QuestionCard::told() const {
  return question_.rule.empty() ? question_.why : question_.why + "\n\n" + question_.rule;
}

/// How an option turned out is told of the chosen one, and of the one that happened.
bool QuestionCard::tells(std::size_t index) const {
  const auto& outcome = question_.options[index].outcome;
  return outcome && (question_.chosen == index || *outcome == Outcome::happened);
}

float QuestionCard::option_height(const QuestionOption& option, float width) const {
  return rich_text_height(theme_, text_room(width), marked_up(option)) + 2 * option_inset();
}

float QuestionCard::asking_height(float width) const {
  return inset() + rich_text_height(theme_, width - 2 * inset(), asking()) + option_gap();
}

float QuestionCard::options_height(float width) const {
  float height = 0;
  for (std::size_t i = 0; i < question_.options.size(); ++i) {
    height += option_height(question_.options[i], width) + option_gap();
    if (tells(i)) height += theme_.faces.body_line;
  }
  return height;
}

float QuestionCard::lock_in_height() const {
  const float button = px(theme_.wall ? 38 : tight_ ? 28 : 34);
  const bool own_row = question_.takes_line && !tight_;
  const float field = line_height(theme_.faces.wire) + 2 * ImGui::GetStyle().FramePadding.y;
  const float below = theme_.wall ? 0 : inset() - px(tight_ ? 4 : 8);
  return button + (own_row ? field + px(space::wide_gap) : 0) + below;
}

float QuestionCard::feedback_height(float width) const {
  const float room = width - 2 * inset();
  const float gap = px(space::gap);
  float height = gap;
  if (!question_.typed.empty()) {
    height += rich_text_height(theme_, room, "You wrote `" + question_.typed + "`.") + gap;
  }
  if (!question_.outcome) return height + theme_.faces.body_line;
  if (!question_.typed.empty()) height += px(outcome_height);
  return height + rich_text_height(theme_, room, told());
}

float QuestionCard::height(float width) const {
  return asking_height(width) + options_height(width) +
         (question_.locked ? feedback_height(width) : lock_in_height());
}

// ---- how it looks ----

void QuestionCard::draw_card(ImDrawList& draw, ImVec2 min, ImVec2 max) const {
  items::add("lesson.question", min, max);
  if (theme_.wall) return;
  draw.AddRectFilled(min, max, ink(theme_.now.raised), px(10));
  draw.AddRect(min, max, ink(theme_.now.hairline), px(10), 0, px(space::hairline));
}

float QuestionCard::draw(ImDrawList& draw, ImVec2 at, float width, Intents& intents) {
  const float whole = height(width);
  draw_card(draw, at, {at.x + width, at.y + whole});
  float y = at.y + draw_asking(draw, at, width);
  y += draw_options(draw, {at.x, y}, width, intents);
  if (question_.locked) {
    draw_feedback(draw, {at.x + inset(), y}, width - 2 * inset());
  } else {
    draw_lock_in({at.x, y}, width, intents);
  }
  return whole + px(space::padding);
}

float QuestionCard::draw_asking(ImDrawList& draw, ImVec2 at, float width) {
  (void)draw_rich_text(draw, theme_, {at.x + inset(), at.y + inset()}, width - 2 * inset(),
                       theme_.now.text, asking());
  return asking_height(width);
}

float QuestionCard::draw_options(ImDrawList& draw, ImVec2 at, float width, Intents& intents) {
  float y = at.y;
  for (std::size_t i = 0; i < question_.options.size(); ++i) {
    y += draw_option(draw, i, {at.x + inset(), y}, width, intents) + option_gap();
  }
  return y - at.y;
}

float QuestionCard::draw_option(ImDrawList& draw, std::size_t index, ImVec2 at, float width,
                                Intents& intents) {
  const QuestionOption& option = question_.options[index];
  const bool chosen = question_.chosen == index;
  const float text_height = option_height(option, width) - 2 * option_inset();
  const float told = tells(index) ? theme_.faces.body_line : 0;
  const float height = text_height + told + 2 * option_inset();
  const ImVec2 max{at.x + width - 2 * inset(), at.y + height};
  const std::string name = "lesson.option." + std::to_string(index + 1);
  const Press press = question_.locked ? Press{} : press_area(name, at, max);
  if (press.clicked) intents.push_back(ChooseOption{index});
  const Color edge = chosen          ? theme_.now.client(0)
                     : press.hovered ? theme_.now.dim
                                     : theme_.now.hairline;
  draw.AddRectFilled(at, max, ink(chosen ? theme_.now.selection : theme_.now.raised), px(7));
  draw.AddRect(at, max, ink(edge), px(7), 0, px(space::hairline));
  const float top = at.y + option_inset();
  draw_text_centered_y(draw, theme_.faces.number,
                       {at.x + option_text_x() * 0.35F, top + theme_.faces.body_line / 2},
                       chosen ? theme_.now.text : theme_.now.dim, std::to_string(index + 1));
  draw_rich_text(draw, theme_, {at.x + option_text_x(), top}, text_room(width), theme_.now.text,
                 marked_up(option));
  if (tells(index)) {
    draw_outcome(draw, *option.outcome, {at.x + option_text_x(), top + text_height + told / 2},
                 chosen);
  }
  return height;
}

void QuestionCard::draw_outcome(ImDrawList& draw, Outcome outcome, ImVec2 middle,
                                bool on_selection) const {
  const OutcomeLook look = look_of(outcome, theme_.now);
  const float radius = px(5);
  look.symbol(draw, {middle.x + radius, middle.y}, radius, look.color);
  draw_text_centered_y(draw, theme_.faces.label, {middle.x + px(16), middle.y},
                       on_selection ? theme_.now.text : look.color, look.word);
}

float QuestionCard::draw_feedback(ImDrawList& draw, ImVec2 at, float width) const {
  float y = at.y;
  if (!question_.typed.empty()) {
    y += draw_rich_text(draw, theme_, {at.x, y}, width, theme_.now.text,
                        "You wrote `" + question_.typed + "`.");
    y += px(space::gap);
  }
  if (!question_.outcome) {
    y += draw_rich_text(draw, theme_, {at.x, y}, width, theme_.now.dim, "Watch the wire.");
    return y - at.y;
  }
  if (!question_.typed.empty()) {
    draw_outcome(draw, *question_.outcome, {at.x, y + px(6)}, false);
    y += px(outcome_height);
  }
  y += draw_rich_text(draw, theme_, {at.x, y}, width, theme_.now.text, told());
  return y - at.y;
}

void QuestionCard::draw_lock_in(ImVec2 at, float width, Intents& intents) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const bool ready = question_.chosen.has_value() || !question_.typed.empty();
  const float left = at.x + inset();
  const float right = at.x + width - inset();
  const float half = px(theme_.wall ? 19 : 13);
  const float air = theme_.wall ? px(13) : 0;
  ImFont* face = theme_.wall ? theme_.faces.strong : theme_.faces.body;
  constexpr std::string_view label = "Lock in";
  const float label_right = left + air + text_width(face, label);
  const float button_right =
      label_right + px(8) + text_width(theme_.faces.number, "Enter") + px(14) + air;
  const bool own_row = question_.takes_line && !tight_;
  float top = at.y;
  if (own_row) {
    draw_field({left, top}, right - left, intents);
    top += ImGui::GetItemRectSize().y + px(space::wide_gap);
  } else if (question_.takes_line && right - button_right > px(70)) {
    draw_field({button_right + px(space::wide_gap), top}, right - button_right - px(12), intents);
  }
  const float middle = top + half;
  const Press press =
      press_area("lesson.lock_in", {left, middle - half}, {button_right, middle + half});
  if (theme_.wall) {
    const Color fill = ready ? theme_.now.client(0) : theme_.now.raised;
    draw.AddRectFilled({left, middle - half}, {button_right, middle + half}, ink(fill), px(7));
  }
  const Color color = !ready ? theme_.now.dim : theme_.wall ? theme_.now.pane : theme_.now.text;
  draw_text_centered_y(draw, face, {left + air, middle}, color, label);
  draw_key(draw, theme_, {label_right + px(8), middle}, "Enter");
  if (press.clicked && ready) intents.push_back(LockIn{});
}

/// A line of one's own, instead of an option.
void QuestionCard::draw_field(ImVec2 at, float width, Intents& intents) {
  if (question_.typed.empty() && question_.chosen) typed_.fill('\0');
  ImGui::SetCursorScreenPos(at);
  ImGui::SetNextItemWidth(width);
  compat::push_font(theme_.faces.wire);
  if (ImGui::InputTextWithHint("##typed", "or type a line", typed_.data(), typed_.size())) {
    intents.push_back(TypePrediction{typed_.data()});
  }
  const bool entered = ImGui::IsItemDeactivated() &&
                       (compat::key_pressed(Key::enter) || compat::key_pressed(Key::keypad_enter));
  if (entered && std::strlen(typed_.data()) > 0) intents.push_back(LockIn{});
  items::add_last("lesson.typed");
  ImGui::PopFont();
}

}  // namespace imapscope::gui
