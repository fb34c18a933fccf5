// A lesson's task in the window: what is typed is the lesson's own history, and the scene tells how
// far it has come.
#include <algorithm>

#include "gui/panes/console/console_parts.h"
#include "tests/gui/whole_window.h"
#include "tests/in_english.h"

using namespace imapscope;
using namespace imapscope::gui;

namespace {

const std::string steps = R"json({
  "number": 7, "title": {"en": "T"}, "goal": {"en": "G"}, "level": "constructing",
  "server": {"users": [{"name": "ada", "password": "pw"}]},
  "steps": [
    {"say": {"title": {"en": "Opening"}, "text": {"en": "A laptop opens INBOX."}}},
    {"connect": {"client": "laptop", "greeting": "preauth", "user": "ada"}},
    {"send": {"client": "laptop", "line": "a1 SELECT INBOX"}},
    {"say": {"title": {"en": "Your turn"}, "text": {"en": "Type."}}},
    {"task": {
      "clients": ["laptop"], "title": {"en": "Make it"}, "text": {"en": "A mailbox called Work."},
      "goal": [
        {"holds_mailbox": {"mailbox": "Work", "is": "there"}},
        {"no_refusal": {}}],
      "most": 3, "par": 1, "hints": [{"en": "It is CREATE."}, {"en": "CREATE Work"}],
      "solutions": [[{"line": "a2 CREATE Work"}]]}},)json";

/// What follows the task: traffic, or words alone.
std::unique_ptr<Document> with_traffic() {
  const std::string json = steps + R"json(
    {"say": {"title": {"en": "Out"}, "text": {"en": "t"}}},
    {"send": {"client": "laptop", "line": "a3 LOGOUT"}}]})json";
  return open_lesson(json.c_str());
}
std::unique_ptr<Document> with_words() {
  const std::string json = steps + R"json(
    {"say": {"title": {"en": "Out"}, "text": {"en": "t"}}}]})json";
  return open_lesson(json.c_str());
}

/// The window at the open task, nothing typed yet.
class AtTask : public WholeWindow {
 public:
  explicit AtTask(std::unique_ptr<Document> document) : WholeWindow(std::move(document)) {
    obey({JumpToEnd{}});
    REQUIRE(task().open);
  }

  Task task() {
    const Scene now = scene();
    REQUIRE(now.lesson.has_value());
    REQUIRE(now.lesson->task.has_value());
    return *now.lesson->task;
  }
  void send(const std::string& line) {
    obey({SendConsole{scene().client, line}});
    play_out();
  }
  bool has_line(const std::string& text) {
    const auto lines = state.document->current().timeline.lines();
    return std::any_of(lines.begin(), lines.end(), [&](const observer::Line& line) {
      return line.bytes.find(text) != std::string::npos;
    });
  }
};

}  // namespace

TEST_CASE("an open task is told with its checklist, and nothing lies behind it") {
  AtTask window(with_traffic());
  const Task task = window.task();
  CHECK(task.title == "Make it");
  CHECK(task.text == "A mailbox called Work.");
  CHECK(task.clients == std::vector<std::string>{"laptop"});
  REQUIRE(task.parts.size() == 2);
  CHECK(task.parts[0].words == "there is a mailbox Work");
  CHECK_FALSE(task.parts[0].holds);
  CHECK(task.parts[1].holds);
  CHECK(task.commands == 0);
  CHECK(task.most == 3);
  CHECK(task.par == 1);
  CHECK(task.tries == 1);
  CHECK_FALSE(task.solved);
  CHECK_FALSE(window.scene().lesson->can_go_on);
  CHECK_FALSE(window.has_line("LOGOUT"));
}

TEST_CASE("in a task the console says which of its commands comes next") {
  AtTask window(with_traffic());
  CHECK(effect_of_sending(window.scene()) == "sends: command 1 of 3");
  for (int i = 0; i < 3; ++i) window.send("a" + std::to_string(i + 2) + " NOOP");
  CHECK(effect_of_sending(window.scene()) == "sends, but only 3 commands may be used");
}

TEST_CASE("a step has no task before the play head comes to it") {
  AtTask window(with_traffic());
  window.obey({JumpToStart{}});
  CHECK_FALSE(window.scene().lesson->task.has_value());
}

TEST_CASE("a line sent at an open task goes into the lesson's own history") {
  AtTask window(with_traffic());
  CHECK_FALSE(window.scene().console.forks);
  window.send("a2 NOOP");
  CHECK(window.state.document->recordings().size() == 1);
  CHECK(window.has_line("a2 OK NOOP completed"));
  CHECK(window.task().commands == 1);
  CHECK(window.state.message.empty());
  window.obey({PreviousRest{}});
  CHECK(window.scene().console.forks);
}

TEST_CASE("the checklist is that of the play head") {
  AtTask window(with_traffic());
  window.send("a2 CREATE Work");
  CHECK(window.task().solved);
  CHECK(window.task().parts[0].holds);
  CHECK(window.task().fewest == 1);
  CHECK(window.scene().lesson->can_go_on);
  window.obey({PreviousRest{}});
  CHECK_FALSE(window.task().solved);
  CHECK_FALSE(window.task().parts[0].holds);
}

TEST_CASE("a solved task takes no more lines, and says so") {
  AtTask window(with_traffic());
  window.send("a2 CREATE Work");
  const std::size_t lines = window.lines();
  window.send("a3 NOOP");
  CHECK(window.lines() == lines);
  CHECK(in_english(window.state.message) ==
        "This task is solved. Go on, or reset it and try another way.");
}

TEST_CASE("a reset sets the wire back, and counts the try") {
  AtTask window(with_traffic());
  const std::size_t lines = window.lines();
  window.send("a2 SELECT Nope");
  CHECK_FALSE(window.task().parts[1].holds);
  window.obey({ResetTask{}});
  CHECK(window.lines() == lines);
  CHECK(window.task().tries == 2);
  CHECK(window.task().commands == 0);
  CHECK(window.task().parts[1].holds);
  window.send("a2 CREATE Work");
  CHECK(window.task().solved);
}

TEST_CASE("who has solved a task once may go on from another try, too") {
  AtTask window(with_traffic());
  window.send("a2 CREATE Work");
  window.obey({ResetTask{}});
  CHECK_FALSE(window.task().solved);
  CHECK(window.scene().lesson->can_go_on);
  window.obey({NextRest{}});
  window.play_out();
  CHECK_FALSE(window.task().open);
  CHECK(window.task().fewest == 1);
}

TEST_CASE("hints of a task come one by one") {
  AtTask window(with_traffic());
  CHECK(window.task().hints.empty());
  CHECK(window.task().more_hints == 2);
  window.obey({ShowHint{}});
  CHECK(window.task().hints == std::vector<std::string>{"It is CREATE."});
  window.obey({ShowHint{}, ShowHint{}});
  CHECK(window.task().hints.size() == 2);
  CHECK(window.task().more_hints == 0);
}

TEST_CASE("an open task lets nobody by, and nudges once") {
  AtTask window(with_traffic());
  window.obey({NextRest{}});
  CHECK(window.task().open);
  CHECK(window.task().nudge);
  window.obey({NextRest{}});
  CHECK_FALSE(window.task().nudge);
}

TEST_CASE("behind a solved task the lesson goes on") {
  AtTask window(with_traffic());
  window.send("a7 NOOP");
  window.send("a8 CREATE Work");
  window.obey({NextRest{}});
  CHECK(window.scene().lesson->step == 3);
  CHECK(window.has_line("a2 OK CREATE completed"));  // the first solution
  CHECK_FALSE(window.has_line("a7 NOOP"));
  CHECK(window.has_line("LOGOUT"));
  window.obey({PreviousRest{}});
  CHECK_FALSE(window.task().open);
  CHECK(window.task().fewest == 2);
}

TEST_CASE("where only words follow, the learner's own lines stay") {
  AtTask window(with_words());
  window.send("a8 CREATE Work");
  window.obey({NextRest{}});
  CHECK(window.scene().lesson->step == 3);
  CHECK(window.has_line("a8 OK CREATE completed"));
}

TEST_CASE("who gives a task up is shown how it is done") {
  AtTask window(with_traffic());
  window.send("a2 NOOP");
  window.obey({LeaveTask{}});
  CHECK(window.state.playing);
  window.play_out();
  CHECK(window.scene().lesson->step == 2);
  CHECK_FALSE(window.task().open);
  CHECK(window.task().solved);
  CHECK_FALSE(window.task().fewest.has_value());
  CHECK(window.has_line("a2 CREATE Work"));
  CHECK_FALSE(window.has_line("a2 NOOP"));
}

TEST_CASE("every question and task can be passed rightly, to the end") {
  AtTask window(with_traffic());
  window.send("a9 NOOP");
  window.state.document->answer_all_correctly();
  CHECK(window.state.document->player()->finished());
  CHECK_FALSE(window.has_line("a9 NOOP"));
}
