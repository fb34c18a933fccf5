// A lesson's translation is keyed by its English, so that what is missing or outdated is found.
#include "sim/lesson/read/translation.h"

#include <doctest/doctest.h>

#include "tests/lesson/small_lesson.h"

using namespace imapscope;
using namespace imapscope::lesson;

namespace {

const std::string lesson_json =
    R"({"number": 1, "title": {"en": "Letters"}, "goal": {"en": "Read."}, "level": "responding",)"
    R"( "server": {"users": [{"name": "ada", "password": "pw"}]}, "steps": [)"
    R"({"say": {"title": {"en": "Twice"}, "text": {"en": ["First.", "Second."]}}},)"
    R"({"say": {"title": {"en": "Letters"}, "text": {"en": "Own.", "ru": "Своё."}}}]})";

const std::string russian =
    R"({"Letters": "Письма", "Twice": "Дважды", "First.": "Первое.", "Own.": "Чужое."})";

Lesson lesson_with(const std::string& translation) {
  MemoryFiles files;
  files["lessons/ru/1.json"] = translation;
  files["lessons/mailboxes/two.mbox"] = "";
  const auto lesson = read(lesson_json, "1.json", {files, "lessons"});
  REQUIRE_MESSAGE(lesson.has_value(), (lesson ? "" : lesson.error().to_string()));
  return *lesson;
}

Translation translation_in(const std::string& json) {
  const auto translation = read_translation(json, "ru", "ru/1.json");
  REQUIRE(translation.has_value());
  return *translation;
}

const Say& say_of(const Lesson& lesson, std::size_t step) {
  return std::get<Say>(lesson.script[step].verb);
}

}  // namespace

TEST_CASE("a translation beside a lesson speaks wherever all paragraphs of a text are in it") {
  const Lesson lesson = lesson_with(russian);
  CHECK(in_language(lesson.title, "ru") == "Письма");
  CHECK(in_language(lesson.goal, "ru") == "Read.");
  CHECK(in_language(say_of(lesson, 0).title, "ru") == "Дважды");
  CHECK(in_language(say_of(lesson, 0).text, "ru") == "First.\n\nSecond.");
  CHECK(in_language(say_of(lesson, 1).title, "ru") == "Письма");
  CHECK(in_language(say_of(lesson, 1).title, "en") == "Letters");
}

TEST_CASE("what a lesson says in a language itself is not translated over") {
  CHECK(in_language(say_of(lesson_with(russian), 1).text, "ru") == "Своё.");
}

TEST_CASE("paragraphs stay paragraphs") {
  const Lesson lesson = lesson_with(R"({"First.": "Первое.", "Second.": "Второе."})");
  CHECK(in_language(say_of(lesson, 0).text, "ru") == "Первое.\n\nВторое.");
}

TEST_CASE("an empty translation is one that is still to be written") {
  CHECK(in_language(lesson_with(R"({"Letters": ""})").title, "ru") == "Letters");
}

TEST_CASE("missing and outdated translations are found") {
  const Lesson lesson = lesson_with("{}");
  const Gaps found = gaps(lesson, translation_in("{\"Letters\": \"П\", \"Read.\": \"\",\n"
                                                 " \"An older sentence.\": \"Старое.\"}"));
  CHECK(found.missing == std::vector<std::string>{"Read.", "Twice", "First.", "Second.", "Own."});
  REQUIRE(found.outdated.size() == 1);
  CHECK(found.outdated[0].english == "An older sentence.");
  CHECK(found.outdated[0].place.line == 2);
}

TEST_CASE("the translator's file has every paragraph once, and keeps what is translated") {
  const Translation before = translation_in(R"({"Old.": "Старое.", "Twice": "Дважды"})");
  const Translation after = translation_in(write_translation(lesson_with("{}"), before));
  std::string keys;
  for (const Translated& each : after.paragraphs) keys += each.english + "=" + each.words + " ";
  CHECK(keys == "Letters= Read.= Twice=Дважды First.= Second.= Own.= Old.=Старое. ");
}

TEST_CASE("questions and tasks are translated to their last word") {
  const Lesson lesson = small_lesson(inbox_open + ask("line", "* 2 EXISTS") + send("a2 NOOP"));
  const std::vector<std::string> all = paragraphs_of(lesson);
  const std::vector<std::string> wanted{
      "T", "G", "t", "q", "* 2 EXISTS", "so it is", "something else", "no"};
  CHECK(all == wanted);
}

TEST_CASE("a faulty translation is told with its own place") {
  struct Row {
    const char* json;
    const char* error;
  };
  const Row rows[] = {
      {"[]", "ru/1.json:1:1: A translation is an object: { \"English\": \"words\" }."},
      {"{\"a\": \"b\",\n \"c\": 4}", "ru/1.json:2:7: A translation must be a string."},
  };
  for (const Row& row : rows) {
    const auto translation = read_translation(row.json, "ru", "ru/1.json");
    REQUIRE_FALSE(translation.has_value());
    CHECK(translation.error().to_string() == row.error);
  }
  MemoryFiles files;
  files["lessons/ru/1.json"] = "{";
  const auto lesson = read(lesson_json, "1.json", {files, "lessons"});
  REQUIRE_FALSE(lesson.has_value());
  CHECK(lesson.error().file == "lessons/ru/1.json");
}
