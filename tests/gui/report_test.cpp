// The report of a lesson, as rows and as Markdown, and how it is asked for.
#include "gui/app/report.h"

#include <doctest/doctest.h>

#include "tests/gui/program.h"

namespace imapscope::gui {
namespace {

lesson::Player small_player() {
  auto lesson = lesson::read(small_lesson, "small.json", {MemoryFiles(), ""});
  REQUIRE(lesson.has_value());
  return lesson::Player(std::move(*lesson));
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a report tells of each question what was predicted, what happened and who was for it") {
  lesson::Player player = small_player();
  REQUIRE(player.answer(std::size_t{2}).has_value());
  REQUIRE(player.retry(1).has_value());
  REQUIRE(player.answer(std::size_t{0}).has_value());
  const Report report = report_of(player, {{1, Hands{{12, 3, 0}}}}, "en");
  CHECK(report.title == "Small");
  CHECK(report.right == 0);
  REQUIRE(report.questions.size() == 1);
  const ReportQuestion& question = report.questions[0];
  CHECK(question.step == 2);
  CHECK(question.heading == "News");
  CHECK(question.hands == 15);
  CHECK(question.options[0].text == "`* 3 EXISTS`");
  CHECK(question.options[0].hands == 12);
  CHECK(question.first->prediction == "`* 3 EXPUNGE`");
  CHECK((question.first->grade == lesson::Grade::illegal));
  CHECK(question.last->prediction == "`* 3 EXISTS`");
  CHECK(question.happened == "`* 3 EXISTS`");
}

TEST_CASE("a question that waits has no outcome in the report, and options no grade") {
  const Report report = report_of(small_player(), {}, "en");
  REQUIRE(report.questions.size() == 1);
  CHECK_FALSE(report.questions[0].first.has_value());
  const std::string text = print_markdown(report, words::Words());
  CHECK(holds(text, "Not answered yet."));
  CHECK(holds(text, "| 1 | `* 3 EXISTS` |\n"));
  CHECK_FALSE(holds(text, "happened"));
  CHECK_FALSE(holds(text, "hands"));
}

TEST_CASE("as Markdown it is a heading, a table and a list for each question") {
  Report report;
  report.number = 7;
  report.title = "Small";
  report.right = 1;
  ReportQuestion question;
  question.step = 2;
  question.heading = "News";
  question.text = "What comes?";
  question.options = {{"`a | b`", lesson::Grade::happened, 12}, {"two", lesson::Grade::legal, 3}};
  question.hands = 15;
  question.first = ReportTry{"two", lesson::Grade::legal};
  question.happened = "`a | b`";
  report.questions = {question};
  report.tasks = {{5, "Make it", 2, 3, 2}, {6, "Break it", 1, std::nullopt, 1}};
  CHECK(print_markdown(report, words::Words()) == R"(# Lesson 7: Small

1 of 1 question right at the first try.

## Step 2: News

What comes?

| | prediction | hands | outcome |
| --- | --- | ---: | --- |
| 1 | `a \| b` | 12 | happened |
| 2 | two | 3 | legal, but not this time |

- first try: two (legal, but not this time)
- what happened: `a | b`

## Step 5: Make it

Solved with 3 commands (par 2), in 2 tries.

## Step 6: Break it

Not solved, in 1 try.
)");
}

TEST_CASE("Ctrl R saves the report of the open lesson, under a new name") {
  Program program({});
  program.backend.press(Key::end);
  program.wishes.clear();
  program.backend.press(letter('r'), {.ctrl = true});
  program.backend.frames(2);
  const auto wish =
      std::find_if(program.wishes.begin(), program.wishes.end(),
                   [](const FileWish& each) { return each.what == FileWish::What::write_new; });
  REQUIRE(wish != program.wishes.end());
  CHECK(wish->name.ends_with("report-lesson-7.md"));
  CHECK(wish->octets.starts_with("# Lesson 7: Small"));
}

}  // namespace imapscope::gui
