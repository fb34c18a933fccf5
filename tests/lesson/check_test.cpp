// What `imapsim check` says of how a lesson tells: its pace, and what it points at.
#include "sim/lesson/check/check.h"

#include <doctest/doctest.h>

#include "sim/lesson/check/check_telling.h"
#include "tests/in_english.h"
#include "tests/lesson/small_lesson.h"

using namespace imapscope;
using namespace imapscope::lesson;

namespace {

std::string first_complaint(const std::string& steps) {
  Player player(small_lesson(steps));
  while (player.pass()) {
  }
  const auto unmet = unmet_promises(player);
  if (unmet.empty()) return "";
  const Place place = unmet.front().place;
  return std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
         in_english(unmet.front().message);
}

std::string words(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "word ";
  return text;
}

std::string say_words(int count, const std::string& more = "") {
  const std::string text = R"({"en": ")" + words(count) + R"("})";
  return R"({"say": {"title": {"en": "T"}, "text": )" + text + more + "}},";
}

const std::string opening =
    R"({"connect": {"client": "laptop", "greeting": "preauth", "user": "ada"}},)" +
    send("a1 SELECT INBOX") + "," + send("a2 FETCH 1:* (UID FLAGS)") + ",\n";

const std::string asked = ask("count", "2") + send("a3 NOOP");

}  // namespace

TEST_CASE("the first question comes within 30 s of reading and watching") {
  CHECK(first_complaint(say_words(20) + opening + say_words(20) + asked) == "");
  CHECK(
      first_complaint(say_words(40) + opening + say_words(40) + asked) ==
      "3:253 The first question comes after 35.0 s: 83 words to read and 10.1 s to watch. It must "
      "come within 30.0 s.");
}

TEST_CASE("a set-up makes the way to the first question shorter") {
  const std::string set_up = R"(, "setup": {"en": "it opens INBOX"})";
  CHECK(first_complaint(say_words(40, set_up) + opening + say_words(40) + asked) == "");
  Player player(small_lesson(say_words(40, set_up) + opening + say_words(40) + asked));
  player.answer_correctly();
  const Duration takes = *first_question_after(player);
  CHECK(takes.us < 30000000);
  CHECK(takes.us > 86 * 60000000LL / words_a_minute);
}

TEST_CASE("a set-up in which nothing crosses the wire is none") {
  CHECK(first_complaint(say_words(1, R"(, "setup": {"en": "it opens INBOX"})") +
                        R"({"wait": {"ms": 5}},)" + say_words(1) + opening +
                        R"({"wait": {"ms": 5}})") ==
        "2:1 This step is set-up, but nothing crosses the wire in it.");
}

TEST_CASE("a highlight points at something that is there when its step begins or ends") {
  struct Case {
    const char* highlight;
    const char* complaint;
  };
  const Case cases[] = {
      {R"("client": "laptop", "message": 2)", ""},
      {R"("client": "laptop", "uid": 20)", ""},
      {R"("client": "laptop", "message": 1, "flag": "\\Seen")", ""},
      {R"("client": "laptop", "line": "* 2 EXISTS")", ""},
      {R"("line": "a2 OK *")", ""},
      {R"("client": "laptop", "message": 3)", "laptop knows of no message 3 in this step."},
      {R"("client": "laptop", "uid": 30)", "laptop knows of no message with UID 30 in this step."},
      {R"("client": "laptop", "message": 2, "flag": "\\Seen")",
       "laptop knows of no message 2 with the flag \"\\Seen\" in this step."},
      {R"("client": "laptop", "line": "* 3 EXISTS")",
       "No line like \"* 3 EXISTS\" has crossed by the end of this step."},
      {R"("message": 2)",
       "Whose message is this? Neither the highlight nor its step has a \"client\"."},
  };
  for (const Case& each : cases) {
    INFO(std::string(each.highlight));
    const std::string complaint = first_complaint(
        say_words(1) + opening + R"({"highlight": {"pane": "mailbox", )" + each.highlight + "}}");
    CHECK(complaint.substr(std::min(complaint.size(), complaint.find(' ') + 1)) == each.complaint);
  }
}
