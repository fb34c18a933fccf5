// A learner with a keyboard plays every shipped lesson, once all wrong and once all right. Nothing
// that he is to read ever leaves the screen before he presses a key.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "gui/app/make/make_start.h"
#include "sim/trace/jsonl.h"
#include "tests/gui/whole_window.h"

using namespace imapscope;
using namespace imapscope::gui;

namespace {

std::vector<LessonEntry> shipped() {
  auto lessons = find_lessons(disk::DiskFiles(), IMAPSCOPE_SOURCE_DIR "/lessons");
  REQUIRE(lessons.size() >= 6);
  return lessons;
}

/// All that the lesson has to say; it has to stand still.
std::string said(const LessonText& lesson) {
  std::string text = std::to_string(lesson.step) + "|" + lesson.heading + "|" + lesson.text + "|" +
                     std::to_string(static_cast<int>(lesson.rest)) + (lesson.resting ? "." : "…");
  if (!lesson.question) return text;
  const Question& question = *lesson.question;
  text += "|" + question.text + "|" + question.why + "|" + question.rule + "|" + question.happened;
  for (const QuestionOption& option : question.options) {
    text += "|" + option.text;
    if (option.outcome) text += std::to_string(static_cast<int>(*option.outcome));
  }
  return text;
}

class Learner {
 public:
  Learner(const LessonEntry& entry, bool right)
      : right_(right), window_(open(entry.path)), path_(entry.path) {
    window_.state.file = path_;
  }

  void play() {
    for (int keys = 0; keys < 200 && !lesson().finished; ++keys) {
      rest();
      if (asks()) {
        answer();
      } else if (has_open_task()) {
        solve();
      } else {
        // Both ways to go on are taken in turn.
        window_.backend.press(keys % 2 == 0 ? Key::space : Key::page_down);
        play_on();
      }
    }
    CHECK(lesson().finished);
    rest();
    CHECK(answered_ == lesson().score.questions);
    CHECK(verdicts_ == answered_);
    CHECK(told_ == lesson().steps);
    CHECK(lesson().score.right == (right_ ? answered_ : 0));
    come_back();
  }

 private:
  static std::unique_ptr<Document> open(const std::string& path) {
    auto document = open_document(disk::DiskFiles(), path);
    REQUIRE(document.has_value());
    return std::move(*document);
  }

  LessonText lesson() { return *window_.scene().lesson; }
  bool asks() {
    const LessonText now = lesson();
    return now.question && !now.question->locked;
  }
  bool has_open_task() {
    const lesson::Player* player = window_.state.document->player();
    return player->task() != nullptr && window_.scene().head.at_end;
  }

  /// Thirty seconds of real frames: nothing changes.
  void rest() {
    const LessonText now = lesson();
    INFO(now.title, ", step ", now.step);
    CHECK(now.resting);
    stay_still();
    look_at(now);
  }
  void stay_still() {
    const LessonText now = lesson();
    const std::string before = said(now);
    const auto head = window_.state.head;
    for (int i = 0; i < 30; ++i) {
      window_.wait(1);
      window_.backend.frames(1);
    }
    CHECK(said(lesson()) == before);
    CHECK(window_.state.head == head);
    const auto& items = window_.backend.items();
    // Where there is not room for both, the step's text gives way to the outcome, to nothing else.
    const bool has_outcome = now.question && now.question->outcome;
    CHECK(items.find(has_outcome ? "lesson.why" : "lesson.text").has_value());
  }

  void look_at(const LessonText& now) {
    if (now.step > told_) {
      CHECK(now.step == told_ + 1);  // no step was passed over
      told_ = now.step;
    }
    if (!now.question) return;
    CHECK(window_.backend.items().find("lesson.question").has_value());
    if (!now.question->outcome || verdict_of_ == now.step) return;
    verdict_of_ = now.step;
    ++verdicts_;
    CHECK_FALSE(now.question->why.empty());
    CHECK_FALSE(now.question->happened.empty());
    CHECK((*now.question->outcome == Grade::happened) == right_);
  }

  void answer() {
    const auto& options = window_.state.document->question()->options;
    const auto choice = std::find_if(options.begin(), options.end(), [&](const auto& each) {
      return (each.grade == lesson::Grade::happened) == right_;
    });
    REQUIRE(choice != options.end());
    window_.backend.press(digit(static_cast<int>(choice - options.begin()) + 1));
    window_.backend.press(Key::enter);
    ++answered_;
    play_on();
  }

  /// Another day: the same lesson, with what was kept.
  void come_back() {
    WholeWindow again(open(path_));
    again.state.progress = window_.state.progress;
    again.obey({OpenFile{path_}});
    again.backend.frames(2);
    const LessonText then = *again.scene().lesson;
    CHECK(then.dots == lesson().dots);
    CHECK(then.score.right == lesson().score.right);
    CHECK(then.score.answered == lesson().score.answered);
    CHECK(wire_of(again) == wire_of(window_));
    CHECK(again.state.progress == window_.state.progress);
  }
  static std::string wire_of(const WholeWindow& window) {
    return trace::print_jsonl(window.state.document->player()->trace());
  }

  // ---- a task ----

  /// In the console, by keys. Who does all wrong takes a wrong way first, and sets the wire back.
  void solve() {
    const lesson::Task task = window_.state.document->task()->task;
    if (!right_) {
      REQUIRE_FALSE(task.near_misses.empty());
      for (const lesson::NearMiss& miss : task.near_misses) fail(miss);
    }
    type(task.solutions.front().lines);
    const Task solved = *lesson().task;
    CHECK(solved.solved);
    CHECK(solved.fewest == task.solutions.front().lines.size());
    CHECK(solved.tries == (right_ ? 1 : 1 + task.near_misses.size()));
    stay_still();
    window_.backend.press(Key::page_down);
    play_on();
  }

  void fail(const lesson::NearMiss& miss) {
    const std::size_t lines = window_.lines();
    type(miss.lines);
    const Task failed = *lesson().task;
    CHECK_FALSE(failed.solved);
    if (miss.fails < failed.parts.size()) CHECK_FALSE(failed.parts[miss.fails].holds);
    stay_still();
    window_.backend.press(letter('r'), {.shift = true});
    play_on();
    CHECK(window_.lines() == lines);
    CHECK(lesson().task->commands == 0);
  }

  void type(const std::vector<lesson::TypedLine>& lines) {
    for (const lesson::TypedLine& each : lines) {
      become(each.client);
      window_.backend.press(Key::slash);
      window_.backend.type(each.line);
      window_.backend.press(Key::enter);
      play_on();
      window_.backend.press(Key::escape);  // out of the field, which waits for the next line
      window_.backend.frames(2);
      CHECK(window_.state.message.empty());
    }
  }

  void become(const std::string& client) {
    const auto is_now = [&] { return find_lane(window_.scene(), window_.scene().client)->name; };
    const std::size_t clients = window_.scene().lanes.size();
    for (std::size_t i = 0; i < clients && is_now() != client; ++i) {
      window_.backend.press(letter('c'));
    }
    REQUIRE(is_now() == client);
  }

  /// Frames pass, until the lesson waits.
  void play_on() {
    for (int i = 0; i < 2000 && window_.state.playing; ++i) {
      window_.wait(0.1);
      if (i % 10 == 0) window_.backend.frames(1);
    }
    CHECK_FALSE(window_.state.playing);
    window_.backend.frames(2);
  }

  bool right_;
  WholeWindow window_;
  std::string path_;
  std::size_t answered_ = 0;
  std::size_t verdicts_ = 0;
  std::size_t verdict_of_ = 0;  // the step
  std::size_t told_ = 0;
};

}  // namespace

TEST_CASE("whoever answers all wrong reads every step, question and verdict in peace") {
  for (const LessonEntry& each : shipped()) {
    INFO(each.title);
    Learner(each, false).play();
  }
}

TEST_CASE("whoever answers all right reads every step, question and verdict in peace") {
  for (const LessonEntry& each : shipped()) {
    INFO(each.title);
    Learner(each, true).play();
  }
}
