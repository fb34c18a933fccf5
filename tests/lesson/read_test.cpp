// Reading a lesson: what is right becomes a value, and what is wrong one sentence with its place.
#include "sim/lesson/read/read.h"
#include "sim/disk/disk_files.h"
#include "sim/words/words.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace imapscope;
using namespace imapscope::lesson;

namespace {

const std::string folder = IMAPSCOPE_SOURCE_DIR "/tests/lesson/lessons";

std::string with_steps(const std::string& steps) {
  return R"({"number": 1, "title": {"en": "T"}, "goal": {"en": "G"}, "level": "responding",)"
         R"( "server": {"users": [{"name": "ada", "password": "pw"}]}, "steps": [)"
         "\n" +
         steps + "\n]}";
}

std::string with_header(const std::string& header) {
  return "{" + header + ",\n" +
         R"("steps": [{"say": {"title": {"en": "T"}, "text": {"en": "t"}}}]})";
}

const std::string say = R"({"say": {"title": {"en": "T"}, "text": {"en": "t"}}},)";
const std::string said_and_connected = say + R"({"connect": {"client": "laptop"}},)";

const std::string send_noop = R"({"send": {"client": "laptop", "line": "a1 NOOP"}})";

/// The JSON has `^` where the fault is to be found; the test takes it out.
struct Fault {
  const char* what;
  std::string json;
  const char* message;
};

std::string message_of(const Result<Lesson, ReadError>& lesson) {
  return lesson ? "no fault" : lesson.error().to_string();
}

/// Line and column of the caret, counted the slow way.
std::string place_of_caret(const std::string& json) {
  const std::string before = json.substr(0, json.find('^'));
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t line_begin = before.find_last_of('\n') + 1;  // npos + 1 is 0
  std::size_t column = 1;
  for (const char c : before.substr(line_begin)) {
    if ((static_cast<unsigned char>(c) & 0xc0U) != 0x80U) ++column;
  }
  return std::to_string(lines + 1) + ":" + std::to_string(column);
}

void check_fault(const Fault& fault) {
  INFO(std::string(fault.what));
  std::string json = fault.json;
  REQUIRE(std::count(json.begin(), json.end(), '^') == 1);
  json.erase(json.find('^'), 1);
  const auto lesson = read(json, "x.json", {disk::DiskFiles(), folder});
  std::string message = message_of(lesson);
  const std::size_t path = message.find(folder);
  if (path != std::string::npos) message.erase(path, folder.size());
  CHECK(message == "x.json:" + place_of_caret(fault.json) + ": " + fault.message);
  // A Cyrillic letter begins with 0xD0 or 0xD1 in UTF-8.
  const std::string russian = lesson ? "" : words::Words("ru")(lesson.error().said());
  CHECK_MESSAGE(russian.find_first_of("\xD0\xD1") != std::string::npos, russian);
}

}  // namespace

TEST_CASE("a fault in the syntax is told with its line and column") {
  const Fault faults[] = {
      {"empty", "^", "This is not JSON: it ends where a value is missing."},
      {"missing comma", "{\"number\": 1\n  ^\"title\": 2}",
       "This is not JSON: a comma or \"}\" is missing before this."},
      {"cut off", "{\"number\": ^", "This is not JSON: it ends where a value is missing."},
      {"too deep", std::string(32, '[') + "^" + std::string(8, '['),
       "This nests deeper than any lesson does."},
  };
  for (const Fault& fault : faults) check_fault(fault);
}

TEST_CASE("a fault in the script is told with its line and column") {
  const Fault faults[] = {
      {"unknown verb", with_steps(say + R"({^"sned": {}})"),
       "There is no verb \"sned\". Did you mean \"send\"?"},
      {"unknown key", with_steps(say + R"({"connect": {"client": "laptop", ^"greting": "ok"}})"),
       "\"connect\" has no key \"greting\". Did you mean \"greeting\"?"},
      {"two verbs", with_steps(say + R"(^{"wait": {"ms": 1}, "say": {}})"),
       "An instruction has exactly one verb: {\"say\": { … }}."},
      {"missing key", with_steps(say + R"({"wait": ^{}})"), "\"wait\" needs \"ms\"."},
      {"no object", with_steps(say + R"({"wait": ^5})"), "\"wait\" must be an object: { … }."},
      {"wrong type", with_steps(say + R"({"wait": {"ms": ^"1"}})"),
       "\"ms\" must be a whole number from 1 to 3600000."},
      {"no whole number", with_steps(say + R"({"wait": {"ms": ^1.5}})"),
       "\"ms\" must be a whole number from 1 to 3600000."},
      {"no say first", with_steps(R"(^{"connect": {"client": "laptop"}})"),
       "A lesson begins with \"say\"."},
      {"no English", with_steps(R"({"say": {"title": ^{"ru": "Т"}, "text": {"en": "t"}}})"),
       "\"title\" needs its English text, \"en\"."},
      {"columns count characters",
       with_steps(R"({"say": {"title": {"en": "Привет"}, "text": {"en": ^5}}})"),
       "This must be a list of strings: [ \"…\" ]."},
      {"three paragraphs",
       with_steps(R"({"say": {"title": {"en": "T"}, "text": ^{"en": ["a", "b", "c"]}}})"),
       "A step has two paragraphs at most."},
      {"unknown client",
       with_steps(said_and_connected + R"({"send": {"client": ^"lap", "line": ""}})"),
       "No client \"lap\" is connected. It can be: laptop."},
      {"unknown user", with_steps(say + R"({"deliver": {"user": ^"ad", "message": []}})"),
       "There is no user \"ad\". Did you mean \"ada\"?"},
      {"unknown mailbox",
       with_steps(say + R"({"deliver": {"user": "ada", "mailbox": ^"Work", "message": []}})"),
       "There is no mailbox \"Work\"."},
      {"preauth as nobody",
       with_steps(say + R"({"connect": ^{"client": "laptop", "greeting": "preauth"}})"),
       "A greeting \"preauth\" needs a \"user\"."},
      {"doubled key", with_steps(say + R"({"wait": {"ms": 1, ^"ms": 2}})"),
       "\"ms\" stands here twice."},
      {"unknown pane", with_steps(say + R"({"highlight": {"pane": ^"trafic"}})"),
       "\"pane\" cannot be \"trafic\". Did you mean \"traffic\"?"},
      {"no steps", with_steps("").replace(with_steps("").find("[\n"), 1, "^["),
       "A lesson needs at least one step."},
  };
  for (const Fault& fault : faults) check_fault(fault);
}

TEST_CASE("a fault in how a step is told is told with its line and column") {
  const std::string set_up = R"({"say": {"title": {"en": "T"}, "text": {"en": "t"}, )"
                             R"("setup": {"en": "it opens"}}},)"
                             "\n";
  const std::string connected = R"({"connect": {"client": "laptop"}},)";
  const std::string question = R"({"ask": {"client": "laptop", "question": {"en": "q"}, )"
                               R"("options": [)"
                               R"({"line": "a", "grade": "happened", "why": {"en": "w"}},)"
                               R"({"line": "b", "grade": "legal", "why": {"en": "w"}}]}})";
  const Fault faults[] = {
      {"a set-up in the midst of a lesson",
       with_steps(said_and_connected + "^" + set_up + send_noop),
       "Only a lesson's first step is set-up."},
      {"a set-up that asks", with_steps(set_up + connected + "^" + question),
       "A step that is set-up asks nothing."},
      {"a step of an unknown client",
       with_steps(R"({"say": {"title": {"en": "T"}, "text": {"en": "t"}, "client": ^"lap"}},)" +
                  connected + send_noop),
       "No client \"lap\" is connected. It can be: laptop."},
      {"a highlight of an unknown client",
       with_steps(said_and_connected + R"({"highlight": {"pane": "mailbox", "client": ^"lap"}})"),
       "No client \"lap\" is connected. It can be: laptop."},
      {"a message named twice",
       with_steps(said_and_connected +
                  R"({"highlight": {"pane": "mailbox", "message": 1, "uid": ^10}})"),
       "A message is named by its number or by its UID, not by both."},
      {"a flag of nothing",
       with_steps(said_and_connected + R"({"highlight": {"pane": "mailbox", "flag": ^"\\Seen"}})"),
       "A flag needs the \"message\" that has it."},
      {"no message 0",
       with_steps(said_and_connected + R"({"highlight": {"pane": "mailbox", "message": ^0}})"),
       "\"message\" must be a whole number from 1 to 4294967295."},
      {"hints that are no texts",
       with_steps(said_and_connected +
                  R"({"ask": {"client": "laptop", "question": {"en": "q"}, "hints": [^"h"], )"
                  R"("options": [{"line": "a", "grade": "happened", "why": {"en": "w"}},)"
                  R"({"line": "b", "grade": "legal", "why": {"en": "w"}}]}})"),
       "\"hints\" must hold its text by language: {\"en\": …}."},
  };
  for (const Fault& fault : faults) check_fault(fault);
}

TEST_CASE("a fault in a question is told with its line and column") {
  const auto asking = [](const std::string& options) {
    return with_steps(said_and_connected +
                      R"({"ask": {"client": "laptop", "question": {"en": "q"}, "options": )" +
                      "\n" + options + "}}");
  };
  const std::string right = R"({"line": "a", "grade": "happened", "why": {"en": "w"}})";
  const std::string wrong = R"({"line": "b", "grade": "legal", "why": {"en": "w"}})";
  const Fault faults[] = {
      {"one option", asking("^[" + right + "]"), "A question has two to nine options."},
      {"none is right", asking("^[" + wrong + "," + wrong + "]"),
       "Exactly one option is graded \"happened\", not 0."},
      {"unknown grade",
       asking("[" + right + R"(, {"line": "b", "grade": ^"hapened", "why": {"en": "w"}}])"),
       "\"grade\" cannot be \"hapened\". Did you mean \"happened\"?"},
      {"neither line nor words",
       asking("[" + right + R"(, ^{"grade": "legal", "why": {"en": "w"}}])"),
       "An option has either a \"line\" or \"words\"."},
      {"two questions in a step",
       asking("[" + right + "," + wrong + "]}},\n" +
              R"(^{"ask": {"client": "laptop", "question": {"en": "q"}, "options": [)" + right +
              "," + wrong + "]"),
       "A step has one question or one task, not two."},
  };
  for (const Fault& fault : faults) check_fault(fault);
}

TEST_CASE("a fault in a task is told with its line and column") {
  const auto task = [](const std::string& goal, const std::string& rest) {
    return with_steps(said_and_connected + R"({"connect": {"client": "phone"}},)" + "\n" +
                      R"({"task": {"title": {"en": "T"}, "text": {"en": "t"}, "goal": )" + goal +
                      ",\n" + rest + "}}");
  };
  const std::string goal = R"([{"no_refusal": {}}])";
  const std::string as_laptop = R"("clients": ["laptop"], "par": 1, )";
  const std::string solved = R"("solutions": [[{"line": "a1 NOOP"}]])";
  const std::string rest = as_laptop + solved;
  const Fault faults[] = {
      {"no goal", task("^[]", rest), "A task needs a goal."},
      {"no client", task(goal, R"("clients": ^[], "par": 1, )" + solved),
       "A task needs a client that the learner can type as."},
      {"unknown client", task(goal, R"("clients": [^"lap"], "par": 1, )" + solved),
       "No client \"lap\" is connected. It can be: laptop, phone."},
      {"unknown client in the goal",
       task(R"([{"knows_count": {"client": ^"phon", "messages": 1}}])", rest),
       "No client \"phon\" is connected. Did you mean \"phone\"?"},
      {"no solution", task(goal, as_laptop + R"("solutions": ^[])"),
       "A task needs at least one solution."},
      {"a solution without lines", task(goal, as_laptop + R"("solutions": [^[]])"),
       "This must be a list of lines: [ {\"line\": \"…\"} ]."},
      {"a sample by somebody else",
       task(goal, as_laptop + R"("solutions": [[{"client": ^"phone", "line": ""}]])"),
       "The learner does not type as \"phone\". It can be: laptop."},
      {"a sample by nobody",
       task(goal, R"("clients": ["laptop", "phone"], "par": 1, "solutions": [[^{"line": ""}]])"),
       "This line needs its \"client\". It can be: laptop, phone."},
      {"par beyond most", task(goal, R"("clients": ["laptop"], "most": 2, "par": ^3, )" + solved),
       "\"par\" cannot be larger than \"most\"."},
      {"unknown kind", task(R"([{^"no_refusals": {}}])", rest),
       "No part of a goal is called \"no_refusals\". Did you mean \"no_refusal\"?"},
      {"two kinds", task(R"([^{"no_refusal": {}, "no_broken_rule": {}}])", rest),
       "A part of a goal is of one kind: {\"holds_message\": { … }}."},
      {"unknown value", task(R"([{"holds_message": {"uid": 1, "is": ^"away"}}])", rest),
       "\"is\" cannot be \"away\". It can be: present, gone, as it was."},
      {"unknown user",
       task(R"([{"holds_message": {"user": ^"ad", "uid": 1, "is": "gone"}}])", rest),
       "There is no user \"ad\". Did you mean \"ada\"?"},
      {"no UID", task(R"([{"holds_message": {"uid": ^0, "is": "gone"}}])", rest),
       "\"uid\" must be a whole number from 1 to 4294967295."},
      {"two tests of flags",
       task(R"([{"holds_flags": ^{"uid": 1, "has": [], "exactly": []}}])", rest),
       "This needs one of \"has\", \"has_not\" and \"exactly\", and no other."},
      {"no test of flags", task(R"([{"knows_flags": ^{"client": "laptop", "uid": 1}}])", rest),
       "This needs one of \"has\", \"has_not\" and \"exactly\", and no other."},
      {"a mailbox where none is open",
       task(R"([{"in_state": {"client": "laptop", "state": "Logout", "mailbox": ^"INBOX"}}])",
            rest),
       "Only the state Selected has a \"mailbox\"."},
      {"a near miss of nothing",
       task(goal, rest + R"(, "near_misses": [{"lines": [{"line": ""}], "fails": ^"no_refus"}])"),
       "The goal has no part \"no_refus\". Did you mean \"no_refusal\"?"},
      {"a near miss of one of two",
       task(R"([{"no_refusal": {}}, {"no_refusal": {}}])",
            rest + R"(, "near_misses": [{"lines": [{"line": ""}], "fails": ^"no_refusal"}])"),
       "The goal has 2 parts \"no_refusal\": give them names."},
      {"a hint without English", task(goal, R"("hints": [^{"ru": "Т"}], )" + rest),
       "\"hints\" needs its English text, \"en\"."},
      {"two tasks in a step",
       task(goal, rest).replace(task(goal, rest).rfind("\n]}"), 1, ",^{\"task\": {}}\n"),
       "A step has one question or one task, not two."},
  };
  for (const Fault& fault : faults) check_fault(fault);
}

TEST_CASE("a fault in the header is told with its line and column") {
  const std::string rest =
      R"("number": 1, "title": {"en": "T"}, "goal": {"en": "G"}, "server": {"users": []})";
  const std::string all = rest + ",\n" + R"("level": "responding")";
  const auto mailbox = [](const std::string& keys) {
    return with_header(
        R"("number": 1, "title": {"en": "T"}, "goal": {"en": "G"}, "level": "responding",)"
        R"( "server": )"
        R"({"users": [{"name": "ada", "password": "pw", "mailboxes": [)"
        "\n{\"name\": \"INBOX\", " +
        keys + "}]}]}");
  };
  const Fault faults[] = {
      {"missing level", "^" + with_header(rest), "\"lesson\" needs \"level\"."},
      {"unknown level", with_header(rest + R"(, "level": ^"watching")"),
       "\"level\" cannot be \"watching\". It can be: responding, changing, constructing, "
       "presenting."},
      {"unknown command", with_header(all + R"(, "commands": [^"FETHC"])"),
       "There is no command \"FETHC\". Did you mean \"FETCH\"?"},
      {"no UID form", with_header(all + R"(, "commands": [^"UID NOOP"])"), "NOOP has no UID form."},
      {"latency", with_header(all + R"(, "network": {"latency_ms": ^-1})"),
       "\"latency_ms\" must be a whole number from 0 to 60000."},
      {"a number at the end of a line", with_header(all + ",\n\"seed\": ^-1\n"),
       "\"seed\" must be a whole number from 0 to 4294967295."},
      {"no mbox file", mailbox(R"("mbox": ^"none.mbox")"),
       "/mailboxes/none.mbox cannot be opened: no such file, or no right to."},
      {"too few UIDs", mailbox(R"("mbox": "two.mbox", "uids": ^[1])"),
       "\"uids\" names 1 messages, but there are 2."},
      {"UIDs that fall", mailbox(R"("mbox": "two.mbox", "uids": [7, ^7])"),
       "UIDs are whole numbers, each larger than the one before it."},
      {"UIDNEXT too low", mailbox(R"("mbox": "two.mbox", "uids": [7, 9], "uid_next": ^9)"),
       "\"uid_next\" must be a whole number from 10 to 4294967295."},
      {"recent as a flag", mailbox(R"("mbox": "two.mbox", "flags": [["\\Seen"], ^["\\Recent"]])"),
       "\\Recent is no flag that a mailbox holds; use \"recent\"."},
      {"no rights", mailbox(R"("acl": ^["bob"])"),
       "An entry of \"acl\" is a user, a space and rights: \"bob lrs\"."},
      {"no right", mailbox(R"("acl": ^["bob lrQ"])"),
       "An entry of \"acl\" is a user, a space and rights: \"bob lrs\"."},
      {"no use", mailbox(R"("use": ^["\\All"])"),
       "\"\\All\" is no use that a mailbox can have here."},
  };
  for (const Fault& fault : faults) check_fault(fault);
}

TEST_CASE("a fault in a mailbox file is told with that file's name and line") {
  const auto lesson =
      read(with_header(
               R"("number": 1, "title": {"en": "T"}, "goal": {"en": "G"}, "level": "responding",)"
               R"( "server": )"
               R"({"users": [{"name": "ada", "password": "pw", "mailboxes": [)"
               R"({"name": "INBOX", "mbox": "broken.mbox"}]}]})"),
           "x.json", {disk::DiskFiles(), folder});
  REQUIRE_FALSE(lesson.has_value());
  CHECK(lesson.error().file == folder + "/mailboxes/broken.mbox");
  CHECK(lesson.error().place.line == 1);
}

TEST_CASE("of several faults the first in the file is told") {
  check_fault({"two faults", with_steps(say + "{\"wait\": {\"ms\": ^0}},\n{\"sned\": {}}"),
               "\"ms\" must be a whole number from 1 to 3600000."});
}

TEST_CASE("a file that is not there is told by its name") {
  const auto lesson = read_file(disk::DiskFiles(), "nowhere/000.json");
  CHECK(message_of(lesson) == "nowhere/000.json cannot be opened: no such file, or no right to.");
}

TEST_CASE("the lesson's own UIDs, flags and counts take the place of the mailbox file's") {
  const auto lesson =
      read(with_header(
               R"("number": 1, "title": {"en": "T"}, "goal": {"en": "G"}, "level": "responding",)"
               R"( "server": )"
               R"({"users": [{"name": "ada", "password": "pw", "mailboxes": [)"
               R"({"name": "INBOX", "mbox": "two.mbox", "uids": [10, 30],)"
               R"( "uid_validity": 7, "uid_next": 40,)"
               R"( "flags": [["\\Seen"], []], "recent": 1, "permanent_flags": ["\\Deleted"]}]}]})"),
           "x.json", {disk::DiskFiles(), folder});
  REQUIRE_MESSAGE(lesson.has_value(), message_of(lesson));
  const mail::Mailbox& inbox = *lesson->setup.accounts.find("ada")->find(MailboxName("INBOX"));
  CHECK(inbox.uid_validity() == UidValidity{7});
  CHECK(inbox.uid_next() == Uid{40});
  CHECK(inbox.first_recent() == Uid{30});
  REQUIRE(inbox.size() == 2);
  CHECK(inbox.entries()[0].uid == Uid{10});
  CHECK(inbox.entries()[1].uid == Uid{30});
  CHECK(inbox.permanent_flags() == FlagSet{flags::deleted});
  CHECK_FALSE(inbox.may_create_keywords());
}

TEST_CASE("a server's mailboxes have rights, uses and a delimiter, and some are nobody's own") {
  const auto lesson =
      read(with_header(
               R"("number": 1, "title": {"en": "T"}, "goal": {"en": "G"}, "level": "responding",)"
               R"( "server": {"delimiter": ".",)"
               R"( "shared": [{"name": "Board.Old", "acl": ["anyone lr"]}],)"
               R"( "users": [{"name": "ada", "password": "pw", "mailboxes": [)"
               R"({"name": "Out.Sent", "use": ["\\Sent"], "acl": ["bob lrs", "-zoe d"]}]}]})"),
           "x.json", {disk::DiskFiles(), folder});
  REQUIRE_MESSAGE(lesson.has_value(), message_of(lesson));
  const mail::Account& ada = *lesson->setup.accounts.find("ada");
  CHECK(ada.delimiter() == '.');
  const mail::NameEntry& sent = *ada.entry(MailboxName("Out.Sent"));
  CHECK(sent.uses == std::vector<std::string>{"\\Sent"});
  CHECK(sent.acl.at("ada") == mail::Rights::all());
  CHECK(sent.acl.at("bob").text() == "lrs");
  CHECK(sent.acl.at("-zoe").text() == "ted");
  REQUIRE(lesson->setup.accounts.shared() != nullptr);
  const mail::NameEntry* board = lesson->setup.accounts.shared()->entry(MailboxName("Board.Old"));
  REQUIRE(board != nullptr);
  CHECK(board->acl.at("anyone").text() == "lr");
}

TEST_CASE("a lesson is told from a trace by its steps") {
  CHECK(is_lesson(R"({"title": "x", "steps": []})"));
  CHECK(is_lesson("\n{ \"goal\": {\"en\": \"}\"}, \"steps\" : ["));
  CHECK_FALSE(is_lesson(R"({"format": "imapscope", "note": "steps"})"));
  CHECK_FALSE(is_lesson("{\"format\": 1}\n{\"steps\": []}"));
  CHECK_FALSE(is_lesson(R"({"a": {"steps": []}})"));
  CHECK_FALSE(is_lesson(R"(["steps"])"));
  CHECK_FALSE(is_lesson("C: a1 NOOP\nS: a1 OK\n"));
  CHECK_FALSE(is_lesson(""));
  CHECK_FALSE(is_lesson("{\"abc\\"));
}
