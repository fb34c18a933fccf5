#include "gui/panes/lesson.h"

#include <cstring>
#include <string>

#include "gui/imgui/compat.h"
#include "gui/imgui/items.h"
#include "gui/imgui/rich_text.h"
#include "gui/imgui/scroll_area.h"
#include "gui/imgui/widgets.h"

namespace imapscope::gui {
namespace {

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

/// Draws the pane from top to bottom; `y_` is how far it has come.
class LessonDrawing {
 public:
  LessonDrawing(const Scene& scene, ScrollArea& area, Intents& intents)
      : theme_(*scene.theme), area_(area), intents_(intents), draw_(area.draw()) {}

  void lesson(const LessonText& lesson, std::array<char, 512>& typed) {
    y_ += px(4);
    y_ += draw_wrapped(draw_, theme_.faces.heading, at(0), theme_.now.text, lesson.heading,
                       area_.width());
    y_ += px(space::gap);
    y_ += draw_rich_text(draw_, theme_, at(0), area_.width(), theme_.now.text, lesson.text);
    y_ += px(space::padding);
    if (lesson.question) question(*lesson.question, typed);
    if (lesson.finished) {
      y_ += draw_rich_text(draw_, theme_, at(0), area_.width(), theme_.now.dim,
                           "The lesson ends here. Step back to look again, and send a line of your "
                           "own from there: it makes a branch.");
    }
    area_.end(y_ + px(space::gap));
  }

 private:
  [[nodiscard]] float px(float design) const { return theme_.px(design); }
  [[nodiscard]] ImVec2 at(float x) const { return {area_.at().x + x, area_.at().y + y_}; }

  void question(const Question& question, std::array<char, 512>& typed) {
    draw_.ChannelsSplit(2);
    draw_.ChannelsSetCurrent(1);
    const float top = y_;
    const float inset = px(14);
    const float width = area_.width() - 2 * inset;
    y_ += inset;
    const std::string opening = question.locked ? "**Your prediction.** " : "**Predict.** ";
    y_ += draw_rich_text(draw_, theme_, at(inset), width, theme_.now.text, opening + question.text);
    y_ += px(space::gap);
    for (std::size_t i = 0; i < question.options.size(); ++i) option(question, i, inset, width);
    if (question.locked) {
      feedback(question, inset, width);
    } else {
      lock_in(question, typed, inset, width);
    }
    y_ += inset - px(space::gap);
    draw_.ChannelsSetCurrent(0);
    const ImVec2 min{area_.at().x, area_.at().y + top};
    const ImVec2 max{area_.at().x + area_.width(), area_.at().y + y_};
    draw_.AddRectFilled(min, max, ink(theme_.now.raised), px(10));
    draw_.AddRect(min, max, ink(theme_.now.hairline), px(10), 0, px(space::hairline));
    draw_.ChannelsMerge();
    items::add("lesson.question", min, max);
    y_ += px(space::padding);
  }

  void option(const Question& question, std::size_t index, float inset, float width) {
    const QuestionOption& option = question.options[index];
    const bool chosen = question.chosen == index;
    const float text_x = px(34);
    const float text_width = width - text_x - px(space::gap);
    const float text_height = rich_text_height(theme_, text_width, marked_up(option));
    const bool tells = option.outcome && (chosen || *option.outcome == Outcome::happened);
    const float outcome_height = tells ? px(20) : 0;
    const float height = text_height + outcome_height + px(14);
    const ImVec2 min = at(inset);
    const ImVec2 max{min.x + width, min.y + height};
    const std::string name = "lesson.option." + std::to_string(index + 1);
    const Press press = question.locked ? Press{} : press_area(name, min, max);
    if (press.clicked) intents_.push_back(ChooseOption{index});
    frame(min, max, chosen, press.hovered);
    const float middle = min.y + px(7) + text_height / 2;
    draw_text_centered_y(draw_, theme_.faces.number, {min.x + px(12), middle},
                         chosen ? theme_.now.text : theme_.now.dim, std::to_string(index + 1));
    draw_rich_text(draw_, theme_, {min.x + text_x, min.y + px(7)}, text_width, theme_.now.text,
                   marked_up(option));
    if (tells) {
      outcome(*option.outcome, {min.x + text_x, min.y + px(7) + text_height + px(8)}, chosen);
    }
    y_ += height + px(space::gap);
  }

  void frame(ImVec2 min, ImVec2 max, bool chosen, bool hovered) {
    const Color fill = chosen ? theme_.now.selection : theme_.now.raised;
    const Color edge = chosen    ? theme_.now.client(0)
                       : hovered ? theme_.now.dim
                                 : theme_.now.hairline;
    draw_.AddRectFilled(min, max, ink(fill), px(7));
    draw_.AddRect(min, max, ink(edge), px(7), 0, px(space::hairline));
  }

  void outcome(Outcome outcome, ImVec2 middle, bool on_selection) {
    const OutcomeLook look = look_of(outcome, theme_.now);
    const float radius = px(5);
    look.symbol(draw_, {middle.x + radius, middle.y}, radius, look.color);
    draw_text_centered_y(draw_, theme_.faces.label, {middle.x + px(16), middle.y},
                         on_selection ? theme_.now.text : look.color, look.word);
  }

  void feedback(const Question& question, float inset, float width) {
    if (!question.typed.empty()) {
      y_ += draw_rich_text(draw_, theme_, at(inset), width, theme_.now.text,
                           "You wrote `" + question.typed + "`.");
      y_ += px(space::gap);
    }
    if (!question.outcome) {
      y_ += draw_rich_text(draw_, theme_, at(inset), width, theme_.now.dim, "Watch the wire.");
    } else {
      if (!question.typed.empty()) {
        outcome(*question.outcome, {at(inset).x, at(0).y + px(6)}, false);
        y_ += px(20);
      }
      y_ += draw_rich_text(
          draw_, theme_, at(inset), width, theme_.now.text,
          question.rule.empty() ? question.why : question.why + "\n\n" + question.rule);
    }
    y_ += px(space::gap);
  }

  void lock_in(const Question& question, std::array<char, 512>& typed, float inset, float width) {
    const bool ready = question.chosen.has_value() || !question.typed.empty();
    if (question.takes_line) field(question, typed, inset, width);
    const float middle = at(0).y + px(14);
    const std::string_view label = "Lock in";
    const float left = at(inset).x;
    const float right = left + text_width(theme_.faces.body, label) + px(70);
    const Press press =
        press_area("lesson.lock_in", {left, middle - px(13)}, {right, middle + px(13)});
    const Color color = ready ? theme_.now.text : theme_.now.faint;
    draw_text_centered_y(draw_, theme_.faces.body, {left, middle}, color, label);
    draw_key(draw_, theme_, {left + text_width(theme_.faces.body, label) + px(8), middle}, "Enter");
    if (press.clicked && ready) intents_.push_back(LockIn{});
    y_ += px(34);
  }

  /// A line of one's own, instead of an option.
  void field(const Question& question, std::array<char, 512>& typed, float inset, float width) {
    if (question.typed.empty() && question.chosen) typed.fill('\0');
    ImGui::SetCursorScreenPos(at(inset));
    ImGui::SetNextItemWidth(width);
    compat::push_font(theme_.faces.wire);
    if (ImGui::InputTextWithHint("##typed", "or type a line", typed.data(), typed.size())) {
      intents_.push_back(TypePrediction{typed.data()});
    }
    const bool entered = ImGui::IsItemDeactivated() && (compat::key_pressed(Key::enter) ||
                                                        compat::key_pressed(Key::keypad_enter));
    if (entered && std::strlen(typed.data()) > 0) intents_.push_back(LockIn{});
    items::add_last("lesson.typed");
    ImGui::PopFont();
    y_ += ImGui::GetItemRectSize().y + px(space::wide_gap);
  }

  static std::string marked_up(const QuestionOption& option) {
    return option.is_wire ? "`" + option.text + "`" : option.text;
  }

  const Theme& theme_;
  ScrollArea& area_;
  Intents& intents_;
  ImDrawList& draw_;
  float y_ = 0;
};

}  // namespace

void LessonPane::draw(const Scene& scene, Intents& intents) {
  const PaneArea area = pane_heading(*scene.theme, "Lesson");
  if (!scene.lesson) return;
  ScrollArea scroll("lesson.content", area);
  LessonDrawing(scene, scroll, intents).lesson(*scene.lesson, typed_);
}

}  // namespace imapscope::gui
