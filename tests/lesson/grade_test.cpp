// Predictions that are typed: it happened; legal, but not this time; illegal, with the rule.
#include "sim/lesson/grade.h"
#include "tests/in_english.h"

#include <doctest/doctest.h>

#include "tests/lesson/small_lesson.h"

using namespace imapscope;
using namespace imapscope::lesson;

namespace {

struct Typed {
  const char* line;
  Grade grade;
};

void check_grades(const std::string& steps, const std::vector<Typed>& table) {
  const Lesson lesson = small_lesson(steps);
  for (const Typed& each : table) {
    Player player(lesson);
    const auto answer = player.answer(std::string(each.line));
    REQUIRE(answer.has_value());
    const std::string why = in_english(answer->why);
    INFO(std::string(each.line), " — ", why);
    CHECK(static_cast<int>(answer->grade) == static_cast<int>(each.grade));
    CHECK_FALSE(why.empty());
    const bool cites = why.find("(RFC ") != std::string::npos;
    CHECK(cites == (each.grade == Grade::illegal));
    // A Cyrillic letter begins with 0xD0 or 0xD1 in UTF-8.
    const std::string russian = words::Words("ru")(answer->why);
    CHECK_MESSAGE(russian.find_first_of("\xD0\xD1") != std::string::npos, russian);
  }
}

}  // namespace

TEST_CASE("while a FETCH runs, numbers keep their meaning") {
  check_grades(inbox_open + ask("line", "?") + send("a2 FETCH 1 FLAGS"),
               {
                   {"* 1 FETCH (FLAGS (\\Seen))", Grade::happened},
                   {"* 1 fetch (flags (\\seen))", Grade::happened},
                   {"S: * 1 FETCH (FLAGS (\\Seen))\r\n", Grade::happened},
                   {"* 1 FETCH (FLAGS ())", Grade::legal},
                   {"* 3 EXISTS", Grade::legal},
                   {"* OK Still here", Grade::legal},
                   {"a2 NO Not today", Grade::legal},
                   {"* 1 EXPUNGE", Grade::illegal},
                   {"* 9 FETCH (FLAGS ())", Grade::illegal},
                   {"* 1 EXISTS", Grade::illegal},
                   {"x9 OK Whose is this?", Grade::illegal},
                   {"* 1 STORE (\\Seen)", Grade::illegal},
                   {"* 1 FETCH (BODY.PEEK[] NIL)", Grade::illegal},
                   {"+OK", Grade::illegal},
                   {"hello", Grade::illegal},
                   {"* 1 FETCH (FLAGS", Grade::illegal},
                   {"* 1 FETCH (BODY[] {3}", Grade::illegal},
                   {"nothing", Grade::illegal},
                   {"", Grade::illegal},
               });
}

TEST_CASE("while NOOP runs, news of any kind may come") {
  check_grades(inbox_open + ask("line", "?") + send("a2 NOOP"),
               {
                   {"a2 OK NOOP completed", Grade::happened},
                   {"a2 OK Anything else", Grade::happened},
                   {"* 1 EXPUNGE", Grade::legal},
                   {"* 1 FETCH (FLAGS (\\Seen \\Flagged))", Grade::legal},
                   {"a2 BAD What?", Grade::legal},
                   {"a1 OK SELECT completed", Grade::illegal},
                   {"* 3 EXPUNGE", Grade::illegal},
               });
}

TEST_CASE("where nothing comes, silence happened, and EXPUNGE would be illegal") {
  check_grades(inbox_open + ask("line", "?") + R"({"wait": {"ms": 500}})",
               {
                   {"nothing", Grade::happened},
                   {"", Grade::happened},
                   {"* 3 EXISTS", Grade::legal},
                   {"* 1 EXPUNGE", Grade::illegal},
                   {"a1 OK Once more", Grade::illegal},
               });
}

TEST_CASE("a session begins with a greeting") {
  check_grades(say_step + ask("line", "?") + R"({"connect": {"client": "laptop"}})",
               {
                   {"* OK Welcome", Grade::happened},
                   {"* PREAUTH Welcome back", Grade::legal},
                   {"* BYE Not now", Grade::legal},
                   {"nothing", Grade::illegal},
                   {"a1 OK Welcome", Grade::illegal},
               });
}

TEST_CASE("without a connection nothing can come") {
  check_grades(say_step + ask("line", "?") + R"({"wait": {"ms": 500}},)" + say_step +
                   R"({"connect": {"client": "laptop"}})",
               {{"nothing", Grade::happened}, {"* OK Welcome", Grade::illegal}});
}

TEST_CASE("questions about state, count and EXPUNGE are decided by the session") {
  struct Case {
    const char* predict;
    const char* line;
    const char* happened;
  };
  const Case cases[] = {
      {"state", "a2 SELECT Nope", "Authenticated"},
      {"state", "a2 NOOP", "Selected"},
      {"state", "a2 LOGOUT", "Logout"},
      {"count", "a2 NOOP", "2"},
      {"count", "a2 UNSELECT", "unknown"},
      {"expunges", "a2 NOOP", "none"},
      {"words", "a2 NOOP", "?"},
  };
  for (const Case& each : cases) {
    INFO(std::string(each.predict), " after ", std::string(each.line));
    Player player(small_lesson(inbox_open + ask(each.predict, "?") + send(each.line)));
    CHECK(player.answer(std::size_t{0})->happened == each.happened);
  }
}

TEST_CASE("EXPUNGE lines are told by their numbers, in order") {
  Player player(small_lesson(inbox_open + send("a2 STORE 1:2 +FLAGS (\\\\Deleted)") + "," +
                             ask("expunges", "1, 1") + send("a3 EXPUNGE")));
  CHECK(player.answer(std::size_t{0})->happened == "1, 1");
}
