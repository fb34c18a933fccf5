#include "gui/app/make/make_lesson.h"

#include <algorithm>

#include "sim/lesson/expectation.h"
#include "sim/lesson/judge.h"
#include "sim/wire/line_text.h"

namespace imapscope::gui {
namespace {

using lesson::in_language;

/// What the lesson says of one step, at the rest that was reached last.
class Telling {
 public:
  Telling(const WindowState& state, const Scene& scene)
      : state_(state),
        scene_(scene),
        recording_(state.document->current()),
        player_(*state.document->player()),
        rest_(recording_.rests[*recording_.rest_at(state.head)]),
        step_(player_.steps()[rest_.step]) {}

  LessonText text() {
    LessonText text;
    header(text);
    steps(text);
    text.heading = in(step_.say.title);
    text.text = in(step_.say.text);
    text.note = in(step_.say.note);
    text.client = step_.say.client;
    if (!step_.say.set_up.empty()) text.set_up = SetUp{in(step_.say.set_up), lines_of_set_up()};
    if (step_.ask && rest_.kind >= RestKind::asked) {
      text.question = question();
      text.client = step_.ask->client;
    }
    highlights(text);
    text.rest = rest_.kind;
    text.resting = !state_.playing && recording_.is_resting(state_.head);
    text.can_go_on = !scene_.head.at_end;
    text.finished = player_.finished() && scene_.head.at_end;
    text.next_lesson = lesson_after(state_);
    return text;
  }

 private:
  [[nodiscard]] const std::string& in(const lesson::Text& text) const {
    return in_language(text, state_.view.language);
  }

  void header(LessonText& text) const {
    const lesson::Lesson& lesson = player_.lesson();
    text.title = std::to_string(lesson.number) + " · " + in(lesson.title);
    text.number = lesson.number;
    text.goal = in(lesson.goal);
    text.learned = in(lesson.learned);
    text.group = lesson.group;
  }

  // ---- where one is, and how it went ----

  void steps(LessonText& text) const {
    text.step = rest_.step + 1;
    text.steps = player_.step_count();
    text.dots.assign(text.steps, Earned::closed);
    text.score.questions = player_.question_count();
    for (std::size_t i = 0; i < player_.steps().size() && i < text.steps; ++i) {
      text.dots[i] = earned(player_.steps()[i]);
      const auto& first = player_.steps()[i].first_answer;
      text.score.right += first && first->grade == lesson::Grade::happened ? 1 : 0;
      text.score.answered += first ? 1 : 0;
    }
  }

  static Earned earned(const lesson::Step& step) {
    if (step.task && !step.task->left) return Earned::asks;
    if (step.task) return step.task->fewest ? Earned::right : Earned::wrong;
    if (!step.ask) return Earned::open;
    if (!step.first_answer) return Earned::asks;
    return step.first_answer->grade == lesson::Grade::happened ? Earned::right : Earned::wrong;
  }

  [[nodiscard]] std::size_t lines_of_set_up() const {
    const auto moments = recording_.timeline.moments();
    const auto lines = recording_.timeline.lines();
    const auto begin = moments.begin() + static_cast<std::ptrdiff_t>(recording_.set_up.from);
    const auto end = moments.begin() + static_cast<std::ptrdiff_t>(recording_.set_up.to);
    return static_cast<std::size_t>(std::count_if(begin, end, [&](const observer::Moment& each) {
      const observer::Line& line = lines[each.line.value];
      const bool crosses = !line.bytes.empty() && line.kind != observer::LineKind::note;
      return crosses && each.kind == observer::Moment::Kind::departs;
    }));
  }

  // ---- the question ----

  [[nodiscard]] Question question() const {
    const lesson::Ask& ask = *step_.ask;
    Question question;
    question.text = in(ask.question);
    question.client = ask.client;
    question.takes_line = ask.predict == lesson::Predict::line;
    for (const lesson::Option& option : ask.options) {
      const bool is_nothing = option.words.empty() && option.line == lesson::nothing;
      const bool is_wire = option.words.empty() && !is_nothing;
      const std::string said = is_nothing ? scene_.words("lesson.nothing") : in(option.words);
      question.options.push_back(
          {.text = is_wire ? option.line : said, .is_wire = is_wire, .outcome = std::nullopt});
    }
    const auto hands = state_.hands.find(rest_.step);
    if (hands != state_.hands.end()) question.hands = hands->second;
    if (!step_.answer) {
      waiting(question, ask);
    } else {
      question.locked = true;
      const lesson::Prediction& prediction = step_.answer->prediction;
      if (const auto* option = std::get_if<std::size_t>(&prediction)) question.chosen = *option;
      if (const auto* line = std::get_if<std::string>(&prediction)) question.typed = *line;
      if (rest_.kind >= RestKind::turned_out) reveal(question, ask);
    }
    return question;
  }

  void waiting(Question& question, const lesson::Ask& ask) const {
    question.chosen = state_.draft.option;
    question.typed = state_.draft.typed;
    question.nudge = state_.nudge;
    const auto found = state_.hints.find(rest_.step);
    const std::size_t shown = found == state_.hints.end() ? 0 : found->second;
    for (std::size_t i = 0; i < ask.hints.size() && i < shown; ++i) {
      question.hints.push_back(in(ask.hints[i]));
    }
    question.more_hints = ask.hints.size() - question.hints.size();
  }

  /// What was predicted beside what happened, and why.
  void reveal(Question& question, const lesson::Ask& ask) const {
    question.outcome = step_.answer->grade;
    question.first_try = step_.first_answer->grade;
    question.happened = scene_.words.name("lesson.came.", step_.answer->happened);
    question.can_try_again = !player_.is_branch() && step_.answer->grade != lesson::Grade::happened;
    for (std::size_t i = 0; i < ask.options.size(); ++i) {
      question.options[i].outcome = ask.options[i].grade;
    }
    const std::optional<std::size_t> predicted = step_.answer->option;
    question.why = predicted ? in(ask.options[*predicted].why) : scene_.words(step_.answer->why);
    question.rule = in(ask.rule);
  }

  // ---- what to look at ----

  void highlights(LessonText& text) const {
    if (!step_.highlights.empty()) text.pane = step_.highlights.front().pane;
    const bool turned_out = rest_.kind >= RestKind::turned_out;
    const std::size_t count = turned_out ? step_.highlights.size() : step_.highlights_told;
    for (std::size_t i = 0; i < count; ++i) {
      text.highlights.push_back(found(step_.highlights[i]));
    }
  }

  [[nodiscard]] Highlight found(const lesson::Highlight& wanted) const {
    Highlight highlight{.pane = wanted.pane, .client = {}, .line = {}, .uid = {}, .flag = {}};
    const Lane* lane = lane_named(scene_, lesson::client_of(step_, wanted));
    if (lane != nullptr) highlight.client = lane->connection;
    if (!wanted.line.empty()) highlight.line = newest_line_like(wanted.line, lane);
    if (wanted.uid != 0) highlight.uid = Uid{wanted.uid};
    if (wanted.message != 0 && lane != nullptr) highlight.uid = uid_of(wanted.message, *lane);
    if (highlight.uid) highlight.flag = wanted.flag;
    return highlight;
  }

  [[nodiscard]] std::optional<observer::LineId> newest_line_like(const std::string& pattern,
                                                                 const Lane* lane) const {
    const auto moments = recording_.timeline.moments().first(scene_.head.moments);
    for (auto moment = moments.rbegin(); moment != moments.rend(); ++moment) {
      const observer::Line& line = recording_.timeline.lines()[moment->line.value];
      if (lane != nullptr && !lane->has(line.connection)) continue;
      if (lesson::matches(pattern, wire::line_text(line.bytes).head)) return moment->line;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Uid> uid_of(std::uint32_t message, const Lane& lane) const {
    const auto belief = scene_.beliefs->find(lane.connection);
    if (belief == scene_.beliefs->end() || !belief->second.mailbox) return std::nullopt;
    const auto& messages = belief->second.mailbox->messages;
    return message <= messages.size() ? messages[message - 1].uid : std::nullopt;
  }

  const WindowState& state_;
  const Scene& scene_;
  const Recording& recording_;
  const lesson::Player& player_;
  lesson::Rest rest_;
  const lesson::Step& step_;
};

}  // namespace

std::optional<LessonText> lesson_text(const WindowState& state, const Scene& scene) {
  const Recording& recording = state.document->current();
  if (state.document->player() == nullptr || recording.rests.empty()) return std::nullopt;
  return Telling(state, scene).text();
}

std::optional<std::size_t> lesson_after(const WindowState& state) {
  const lesson::Player* player = state.document->player();
  if (player == nullptr) return std::nullopt;
  const auto next =
      std::find_if(state.lessons.begin(), state.lessons.end(),
                   [&](const LessonEntry& each) { return each.number > player->lesson().number; });
  if (next == state.lessons.end()) return std::nullopt;
  return static_cast<std::size_t>(next - state.lessons.begin());
}

}  // namespace imapscope::gui
