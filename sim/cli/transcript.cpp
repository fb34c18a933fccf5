#include "sim/cli/transcript.h"

#include <algorithm>

#include "sim/cli/lanes.h"
#include "sim/lesson/judge.h"
#include "sim/terminal/columns.h"

namespace imapscope::cli {
namespace {

using lesson::Ask;
using lesson::Grade;
using lesson::Lesson;
using lesson::Step;
using observer::Line;

constexpr std::size_t width = 88;

class Transcript {
 public:
  Transcript(const lesson::Player& player, const words::Words& words, const Style& style)
      : player_(player),
        words_(words),
        style_(style),
        timeline_(player.trace()),
        lanes_(player.trace(), words, style) {}

  std::string text() {
    header();
    for (std::size_t i = 0; i < player_.steps().size(); ++i) step(i);
    learned();
    return out_;
  }

 private:
  [[nodiscard]] const std::string& in(const lesson::Text& text) const {
    return lesson::in_language(text, words_.language());
  }

  void paragraph(const std::string& text, std::string_view indent) {
    out_ += style_.rich(terminal::wrapped(text, width - indent.size(), indent));
  }

  void header() {
    const Lesson& lesson = player_.lesson();
    std::string facts =
        lesson.group.empty() ? "" : words_.name("lesson.group.", lesson.group) + " · ";
    facts += words_.name("lesson.level.", lesson.level) + " · ";
    facts += words_("play.minutes", {{"count", lesson.minutes}});
    for (const std::string& command : lesson.commands) facts += " · " + command;
    out_ += style_.strong(std::to_string(lesson.number) + " · " + in(lesson.title)) + "\n";
    paragraph(in(lesson.goal), "");
    out_ += style_.dim(facts) + "\n";
  }

  void learned() {
    const lesson::Text& text = player_.lesson().learned;
    if (text.empty() || !player_.finished()) return;
    out_ += "\n" + style_.strong(words_("play.learned")) + "\n\n";
    paragraph(in(text), "  ");
  }

  void step(std::size_t index) {
    const Step& step = player_.steps()[index];
    const std::string place =
        std::to_string(index + 1) + "/" + std::to_string(player_.step_count()) + " · ";
    out_ += "\n" + style_.dim(place) + style_.strong(in(step.say.title)) + "\n\n";
    paragraph(in(step.say.text), "  ");
    out_ += "\n";
    if (!step.say.set_up.empty()) {
      paragraph(words_("play.set_up", {{"what", in(step.say.set_up)}}), "  ");
      out_ += "\n";
    }
    const std::size_t end = index + 1 < player_.steps().size() ? player_.steps()[index + 1].events
                                                               : player_.trace().events.size();
    if (step.task) return task(index, end);
    lines(step.events, step.ask ? step.asked_events : end);
    if (!step.ask) return;
    question(step);
    lines(step.asked_events, end);
  }

  /// What is to be done, what was typed, and what of the goal holds after it.
  void task(std::size_t index, std::size_t end) {
    const Step& step = player_.steps()[index];
    const lesson::TaskRun& run = *step.task;
    lines(step.events, run.events);
    if (!out_.ends_with("\n\n")) out_ += "\n";
    paragraph("! **" + in(run.task.title) + "**", "  ");
    paragraph(in(run.task.text), "    ");
    out_ += "\n";
    lines(run.events, run.left ? run.left_events : end);
    checklist(*player_.progress(index, player_.now()), run.task.par);
    if (!run.left || run.left_events == end) return;
    out_ += "\n";
    lines(run.left_events, end);
  }

  void checklist(const lesson::Progress& progress, std::size_t par) {
    if (!out_.ends_with("\n\n")) out_ += "\n";
    for (const lesson::PartState& part : progress.parts) {
      const std::string mark = part.holds ? style_.good("✓") : style_.middling("○");
      out_ += "    " + mark + " " + style_.rich(in(part.words)) + "\n";
    }
    out_ += "    " + words_("play.commands", {{"count", progress.commands}, {"par", par}}) + "\n";
  }

  /// The lines whose first event is one of these of the trace.
  void lines(std::size_t begin, std::size_t end) {
    for (const Line& line : timeline_.lines()) {
      if (line.first_event < begin || line.first_event >= end) continue;
      const std::string time = seconds_text(line.sent);
      out_ += "  " +
              style_.dim(std::string(8 - std::min<std::size_t>(8, time.size()), ' ') + time) +
              "  " + lanes_.text(line) + "\n";
      for (const std::string& sentence : complaints(line, words_, style_)) {
        out_ += std::string(12, ' ') + sentence + "\n";
      }
    }
  }

  void question(const Step& step) {
    const Ask& ask = *step.ask;
    if (!out_.ends_with("\n\n")) out_ += "\n";
    paragraph("? " + in(ask.question), "  ");
    for (std::size_t i = 0; i < ask.options.size(); ++i) option(i, ask.options[i], step);
    if (step.answer && !ask.rule.empty()) paragraph(in(ask.rule), "    ");
    out_ += "\n";
  }

  void option(std::size_t index, const lesson::Option& option, const Step& step) {
    const bool is_nothing = option.line == lesson::nothing;
    const std::string line = is_nothing ? words_("lesson.nothing") : option.line;
    const std::string text = option.words.empty() ? line : in(option.words);
    const std::string number = std::to_string(index + 1);
    if (!step.answer) {
      out_ += "      " + number + "  " + text + "\n";
      return;
    }
    out_ += "    " + mark(option.grade) + " " + number + "  " + style_.strong(text) + "\n";
    paragraph(words_(verdict_on(option.grade), {{"why", in(option.why)}}), "         ");
  }

  [[nodiscard]] std::string mark(Grade grade) const {
    switch (grade) {
      case Grade::happened:
        return style_.good("✓");
      case Grade::legal:
        return style_.middling("○");
      case Grade::illegal:
        return style_.bad("✗");
    }
    return " ";
  }

  static std::string_view verdict_on(Grade grade) {
    switch (grade) {
      case Grade::happened:
        return "play.happened";
      case Grade::legal:
        return "play.legal";
      case Grade::illegal:
        return "play.illegal";
    }
    return "";
  }

  const lesson::Player& player_;
  words::Words words_;
  Style style_;
  observer::Timeline timeline_;
  Lanes lanes_;
  std::string out_;
};

}  // namespace

std::string transcript(const lesson::Player& player, const words::Words& words,
                       const Style& style) {
  return Transcript(player, words, style).text();
}

}  // namespace imapscope::cli
