#include "gui/panes/lesson/lesson_question.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "gui/imgui/compat.h"
#include "gui/imgui/items.h"
#include "gui/imgui/rich_text.h"
#include "gui/imgui/symbols.h"
#include "gui/imgui/widgets.h"

namespace imapscope::gui {
namespace {

constexpr float least_field = 58;  // below it there is no place to type
constexpr float wall_air = 13;

constexpr float rule_bar = 3;  // design pixels, at the left of the rule
constexpr float rule_inset = 12;

std::string as_wire(const std::string& line) {
  return "`" + line + "`";
}

}  // namespace

QuestionCard::QuestionCard(const Scene& scene, std::array<char, 512>& typed, Density density)
    : scene_(scene),
      theme_(*scene.theme),
      words_(scene.words),
      question_(*scene.lesson->question),
      counting_(scene.view.counting_hands),
      typed_(typed),
      tight_(density != Density::roomy) {
  add_rows(density == Density::bare);
}

void QuestionCard::add_rows(bool is_bare) {
  for (std::size_t i = 0; i < question_.options.size(); ++i) {
    const QuestionOption& option = question_.options[i];
    const std::string number = std::to_string(i + 1);
    rows_.push_back(
        {.name = "lesson.option." + number,
         .number = number,
         .option = i,
         .text = option.is_wire ? as_wire(option.text) : option.text,
         .chosen = question_.chosen == i,
         .locked = question_.locked,
         .outcome = option.outcome,
         .brief = is_bare && question_.chosen != i && option.outcome != Grade::happened});
  }
  if (!question_.locked) return;
  const auto add = [&](const char* name, const std::string& line, bool chosen,
                       std::optional<Grade> outcome) {
    if (line.empty()) return;
    rows_.push_back({.name = name,
                     .number = {},
                     .option = {},
                     .text = as_wire(line),
                     .chosen = chosen,
                     .locked = true,
                     .outcome = outcome});
  };
  add("lesson.typed_line", question_.typed, true, question_.outcome);
  const bool is_told = std::any_of(rows_.begin(), rows_.end(), [](const OptionRow& row) {
    return row.outcome == Grade::happened;
  });
  if (!is_told) add("lesson.happened", question_.happened, false, Grade::happened);
}

// ---- how tall it is ----

OptionSpacing QuestionCard::spacing() const {
  return {.inset = tight_        ? 3.0F
                   : theme_.wall ? 8.0F
                                 : 7.0F,
          .text_x = tight_ && !theme_.wall ? 24.0F : 34.0F};
}

bool QuestionCard::shows_hands() const {
  return theme_.presenter && !question_.options.empty() &&
         (counting_ || question_.hands.total() > 0);
}

float QuestionCard::option_width(float width) const {
  return width - 2 * inset() - (shows_hands() ? hands_width(theme_) : 0);
}

std::string QuestionCard::asking() const {
  const std::string_view key = question_.locked  ? "lesson.question.locked"
                               : question_.nudge ? "lesson.question.nudge"
                                                 : "lesson.question.open";
  std::string text = words_(key, {{"question", question_.text}});
  for (const explain::RichText& hint : question_.hints) {
    text += "\n\n" + words_("lesson.question.hint", {{"hint", hint}});
  }
  return text;
}

float QuestionCard::asking_height(float width) const {
  return inset() + rich_text_height(theme_, width - 2 * inset(), asking()) + option_gap();
}

float QuestionCard::options_height(float width) const {
  float height = 0;
  for (const OptionRow& row : rows_) {
    height += option_height(theme_, row, spacing(), option_width(width)) + option_gap();
  }
  return height;
}

float QuestionCard::lock_in_height() const {
  const float button = px(theme_.wall ? 38.0F : tight_ ? 28.0F : 34.0F);
  const float field = line_height(theme_.faces.wire) + 2 * ImGui::GetStyle().FramePadding.y;
  const float below = theme_.wall ? 0 : inset() - px(tight_ ? 4 : 8);
  return button + (field_has_row() ? field + px(space::wide_gap) : 0) + below;
}

float QuestionCard::why_height(float width) const {
  if (!question_.outcome) return inset() - option_gap();
  const float room = width - 2 * inset();
  float height = px(tight_ ? 2 : 6) + rich_text_height(theme_, room, question_.why);
  if (!question_.rule.empty()) {
    height += px(space::gap) + rich_text_height(theme_, room - px(rule_inset), question_.rule);
  }
  return height + inset();
}

float QuestionCard::height(float width) const {
  return asking_height(width) + options_height(width) +
         (question_.locked ? why_height(width) : lock_in_height());
}

// ---- how it looks ----

void QuestionCard::draw_card(ImDrawList& draw, ImVec2 min, ImVec2 max) const {
  items::add("lesson.question", min, max);
  const float radius = px(corner::page);
  if (!theme_.wall) {
    draw.AddRectFilled(min, max, ink(theme_.now.raised), radius);
    draw.AddRect(min, max, ink(theme_.now.hairline), radius, 0, px(space::hairline));
  }
  if (!question_.nudge) return;
  const float air = theme_.wall ? px(space::snug) : 0;
  items::add("lesson.nudge", min, max);
  draw.AddRect({min.x - air, min.y}, {max.x + air, max.y}, ink(theme_.now.highlight), radius, 0,
               px(stroke::strong));
}

float QuestionCard::draw(ImDrawList& draw, ImVec2 at, float width, Intents& intents) {
  const float whole = height(width);
  draw_card(draw, at, {at.x + width, at.y + whole});
  float y = at.y + draw_asking(draw, at, width);
  y += draw_options(draw, {at.x, y}, width, intents);
  if (!question_.locked) {
    draw_lock_in({at.x, y}, width, intents);
  } else if (question_.outcome) {
    draw_why(draw, {at.x + inset(), y}, width - 2 * inset());
  }
  return whole;
}

float QuestionCard::draw_asking(ImDrawList& draw, ImVec2 at, float width) {
  (void)draw_rich_text(draw, theme_, {at.x + inset(), at.y + inset()}, width - 2 * inset(),
                       theme_.now.text, asking());
  return asking_height(width);
}

float QuestionCard::draw_options(ImDrawList& draw, ImVec2 at, float width, Intents& intents) {
  const float room = option_width(width);
  float y = at.y;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const ImVec2 min{at.x + inset(), y};
    const float height = option_height(theme_, rows_[i], spacing(), room);
    const Press press = draw_option(draw, scene_, rows_[i], spacing(), min, room);
    if (press.clicked && rows_[i].option) intents.push_back(ChooseOption{*rows_[i].option});
    if (shows_hands() && rows_[i].option) {
      draw_hands_of(draw, *rows_[i].option, {min.x + room, y}, {at.x + width - inset(), y + height},
                    intents);
    }
    y += height + option_gap();
  }
  return y - at.y;
}

/// A click raises one, with Shift it takes one away.
void QuestionCard::draw_hands_of(ImDrawList& draw, std::size_t option, ImVec2 min, ImVec2 max,
                                 Intents& intents) const {
  draw_hands(draw, theme_,
             {question_.hands.of(option), std::max<std::size_t>(1, question_.hands.most()),
              question_.chosen == option},
             min, max);
  const Press press = press_area("lesson.hands." + std::to_string(option + 1), min, max);
  if (press.clicked) intents.push_back(RaiseHand{option, ImGui::GetIO().KeyShift});
}

/// One sentence why, and the rule, whatever was predicted.
void QuestionCard::draw_why(ImDrawList& draw, ImVec2 at, float width) const {
  float y = at.y + px(tight_ ? 2 : 6);
  const float top = y;
  y += draw_rich_text(draw, theme_, {at.x, y}, width, theme_.now.text, question_.why);
  items::add("lesson.why", {at.x, top}, {at.x + width, y});
  if (question_.rule.empty()) return;
  y += px(space::gap);
  const float height = draw_rich_text(draw, theme_, {at.x + px(rule_inset), y},
                                      width - px(rule_inset), theme_.now.text, question_.rule);
  draw.AddRectFilled({at.x, y}, {at.x + px(rule_bar), y + height}, ink(theme_.now.client(0)),
                     px(corner::bar));
}

void QuestionCard::draw_lock_in(ImVec2 at, float width, Intents& intents) {
  const float left = at.x + inset();
  const float right = at.x + width - inset();
  float top = at.y;
  if (field_has_row()) {
    draw_field({left, top}, right - left, intents);
    top += ImGui::GetItemRectSize().y + px(space::wide_gap);
  }
  const float middle = top + px(theme_.wall ? 19 : 13);
  const float end = draw_button({left, middle}, intents) + px(space::wide_gap);
  if (!question_.takes_line || field_has_row()) {
    draw_beside_lock_in(end, right, middle, intents);
  } else if (right - end > px(least_field)) {
    draw_field({end, top}, right - end, intents);
  }
}

/// Gives back its right end.
float QuestionCard::draw_button(ImVec2 left_middle, Intents& intents) const {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const bool ready = question_.chosen.has_value() || !question_.typed.empty();
  const float half = px(theme_.wall ? 19 : 13);
  const float air = theme_.wall ? px(wall_air) : 0;
  ImFont* face = theme_.wall ? theme_.faces.strong : theme_.faces.body;
  const std::string label = words_("lesson.button.lock_in");
  const float label_right = left_middle.x + air + text_width(face, label);
  const float right = label_right + px(space::gap) + text_width(theme_.faces.number, "Enter") +
                      px(space::key_air) + air;
  const Press press = press_area("lesson.lock_in", {left_middle.x, left_middle.y - half},
                                 {right, left_middle.y + half});
  if (theme_.wall) {
    const Color fill = ready ? theme_.now.client(0) : theme_.now.raised;
    draw.AddRectFilled({left_middle.x, left_middle.y - half}, {right, left_middle.y + half},
                       ink(fill), px(corner::field));
  }
  const Color color = !ready ? theme_.now.dim : theme_.wall ? theme_.now.pane : theme_.now.text;
  draw_text_centered_y(draw, face, {left_middle.x + air, left_middle.y}, color, label);
  draw_key(draw, theme_, {label_right + px(space::gap), left_middle.y}, "Enter");
  if (press.clicked && ready) intents.push_back(LockIn{});
  return right;
}

/// The hands that were counted, or the next hint, if there is room; both have keys.
void QuestionCard::draw_beside_lock_in(float left, float right, float middle,
                                       Intents& intents) const {
  if (shows_hands()) return draw_hands_fact(left, right, middle);
  const std::size_t shown = question_.hints.size();
  if (question_.more_hints == 0) return;
  const std::string label = words_("lesson.question.next_hint",
                                   {{"number", shown + 1}, {"all", shown + question_.more_hints}});
  const float key = text_width(theme_.faces.number, "A") + px(space::key_air);
  const float x = right - key - px(space::gap) - text_width(theme_.faces.body, label);
  if (x < left) return;
  if (text_button(theme_, "lesson.hint", {x, middle}, label, false)) intents.push_back(ShowHint{});
  draw_key(*ImGui::GetWindowDrawList(), theme_, {right - key, middle}, "A");
}

void QuestionCard::draw_hands_fact(float left, float right, float middle) const {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  ImFont* face = theme_.faces.label;
  const float line = line_height(face);
  const std::string said = words_("lesson.hands.count", {{"count", question_.hands.total()}});
  const std::string how =
      counting_ ? words_("lesson.hands.counting", {{"last", question_.options.size()}})
                : words_("lesson.hands.counted");
  draw_text_right(draw, face, {right, middle - line}, theme_.now.text, said);
  if (right - text_width(face, how) < left) return;
  draw_text_right(draw, face, {right, middle}, theme_.now.dim, how);
}

/// A line of one's own, instead of an option.
void QuestionCard::draw_field(ImVec2 at, float width, Intents& intents) {
  if (question_.typed.empty() && question_.chosen) typed_.fill('\0');
  ImGui::SetCursorScreenPos(at);
  ImGui::SetNextItemWidth(width);
  compat::push_font(theme_.faces.wire);
  const std::string hint = words_("lesson.question.type");
  if (ImGui::InputTextWithHint("##typed", hint.c_str(), typed_.data(), typed_.size())) {
    intents.push_back(TypePrediction{typed_.data()});
  }
  const bool entered = ImGui::IsItemDeactivated() &&
                       (compat::key_pressed(Key::enter) || compat::key_pressed(Key::keypad_enter));
  if (entered && std::strlen(typed_.data()) > 0) intents.push_back(LockIn{});
  items::add_last("lesson.typed");
  ImGui::PopFont();
}

}  // namespace imapscope::gui
