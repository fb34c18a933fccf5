// Options that did not happen: where a table can tell their grade, `imapsim check` says so.
#include <doctest/doctest.h>

#include "sim/lesson/check/check.h"
#include "tests/in_english.h"
#include "tests/lesson/small_lesson.h"

namespace imapscope::lesson {
namespace {

struct Case {
  const char* predict;
  std::string before;    ///< steps, with INBOX of two messages open
  const char* happened;  ///< the right answer
  const char* other;     ///< an option that did not happen
  const char* grade;     ///< as its author says
  const char* fault;     ///< what the checker says of it; empty: nothing
};

std::string fault_of(const Case& each) {
  const std::string option = std::string(R"({"words": {"en": ")") + each.other +
                             R"("}, "grade": ")" + each.grade + R"(", "why": {"en": "w"}}]}})";
  const std::string question = std::string(R"({"ask": {"client": "laptop", "predict": ")") +
                               each.predict + R"(", "question": {"en": "q"}, "options": [)" +
                               R"({"words": {"en": ")" + each.happened +
                               R"("}, "grade": "happened", "why": {"en": "w"}},)" + "\n" + option;
  Player player(small_lesson(inbox_open + say_step + each.before + "," + question));
  while (player.question() != nullptr) player.answer_correctly();
  const std::vector<Unmet> unmet = unmet_promises(player);
  return unmet.empty() ? "" : in_english(unmet.front().message);
}

const std::string select_nothing =
    R"({"send": {"client": "laptop", "line": "a2 SELECT Nope", "wait": false}})";
const std::string noop = R"({"send": {"client": "laptop", "line": "a2 NOOP", "wait": false}})";
const std::string fetch =
    R"({"send": {"client": "laptop", "line": "a2 FETCH 1 UID", "wait": false}})";
const std::string expunge =
    R"({"send": {"client": "laptop", "line": "a3 EXPUNGE", "wait": false}})";
const std::string expunge_both = send(R"(a2 STORE 1:2 +FLAGS.SILENT (\\Deleted))") + "," + expunge;
const std::string expunge_one = send(R"(a2 STORE 2 +FLAGS.SILENT (\\Deleted))") + "," + expunge;

}  // namespace

TEST_CASE("the grade of an option that did not happen is verified where a table decides it") {
  const Case table[] = {
      {"state", select_nothing, "Authenticated", "Selected", "legal", ""},
      {"state", select_nothing, "Authenticated", "Selected", "illegal", ""},
      {"state", select_nothing, "Authenticated", "Logout", "legal", ""},
      {"state", select_nothing, "Authenticated", "Not authenticated", "legal",
       "No edge leads from Selected to Not authenticated"},
      {"state", noop, "Selected", "Authenticated", "legal", "No edge leads from Selected"},
      {"state", noop, "Selected", "nowhere", "legal", ""},
      {"count", fetch, "2", "1", "legal", "No message may vanish"},
      {"count", fetch, "2", "1", "illegal", ""},
      {"count", fetch, "2", "3", "legal", ""},
      {"count", noop, "2", "1", "legal", ""},
      {"count", noop, "2", "2, and one more", "legal", ""},
      {"expunges", expunge_both, "1, 1", "2, 1", "legal", ""},
      {"expunges", expunge_both, "1, 1", "2, 1", "illegal", "only in another order"},
      {"expunges", expunge_both, "1, 1", "1, 2", "legal", "beyond the last message"},
      {"expunges", expunge_one, "2", "1", "legal", "a message that was not expunged"},
      {"expunges", expunge_one, "2", "1", "illegal", ""},
      {"expunges", expunge_one, "2", "none", "legal", ""},
      {"expunges", fetch, "none", "1", "legal", "No message may vanish"},
      {"line", noop, "a2 OK NOOP completed", "nothing, this time", "legal",
       "A server completes every command"},
      {"line", noop, "a2 OK NOOP completed", "something else", "legal", ""},
      {"words", noop, "anything", "something else", "illegal", ""},
  };
  for (const Case& each : table) {
    CAPTURE(each.before);
    CAPTURE(each.other);
    const std::string fault = fault_of(each);
    if (std::string(each.fault).empty()) {
      CHECK(fault.empty());
    } else {
      CHECK(fault.find(each.fault) != std::string::npos);
    }
  }
}

}  // namespace imapscope::lesson
