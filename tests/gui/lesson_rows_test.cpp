#include "gui/scene/lesson_rows.h"

#include <doctest/doctest.h>

#include "tests/gui/start_scene.h"

namespace imapscope::gui {

TEST_CASE("lessons stand in groups in the order of their first lessons") {
  const auto lessons = some_lessons();
  const auto groups = lesson_groups(lessons);
  REQUIRE(groups.size() == 3);
  CHECK(groups[0].name == "First steps");
  CHECK(groups[0].finished());
  CHECK(groups[1].done == 0);
  CHECK(groups[1].begun);
  CHECK_FALSE(groups[2].begun);
  CHECK(number_range(groups[1], lessons) == "8\u201311");
  CHECK(number_range(groups[2], lessons) == "14");
}

TEST_CASE("a lesson is found by number, title and goal, in whatever case") {
  const auto lessons = some_lessons();
  struct Search {
    const char* words;
    std::size_t groups;
    std::size_t lessons_of_first;
  };
  for (const Search& search : {Search{"", 3, 2}, Search{"EXPUNGE", 1, 1}, Search{"know s", 2, 1},
                               Search{"14", 1, 1}, Search{"nothing of the kind", 0, 0}}) {
    CAPTURE(search.words);
    const auto groups = lesson_groups(lessons, search.words);
    CHECK(groups.size() == search.groups);
    if (!groups.empty()) CHECK(groups[0].lessons.size() == search.lessons_of_first);
  }
}

TEST_CASE(
    "where there is no room finished groups fold first, then those not begun, never the kept") {
  const auto lessons = some_lessons();
  const auto groups = lesson_groups(lessons);
  using Names = std::set<std::string>;
  CHECK(folded_to_fit(groups, 8, "Messages") == Names{});
  CHECK(folded_to_fit(groups, 7, "Messages") == Names{"First steps"});
  CHECK(folded_to_fit(groups, 5, "Messages") == Names{"First steps", "Several clients"});
  CHECK(folded_to_fit(groups, 1, "First steps") == Names{"Several clients"});
}

TEST_CASE("a folded group is one row") {
  const auto lessons = some_lessons();
  const auto groups = lesson_groups(lessons);
  const auto rows = lesson_rows(groups, {"Messages"});
  REQUIRE(rows.size() == 6);
  CHECK_FALSE(rows[3].lesson.has_value());
  CHECK_FALSE(rows[4].lesson.has_value());
  CHECK(rows[5].lesson == 4);
}

}  // namespace imapscope::gui
