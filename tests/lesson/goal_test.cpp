// Every kind of a goal's parts, holding and failing.
#include <doctest/doctest.h>

#include "tests/lesson/small_lesson.h"
#include "tests/lesson/small_task.h"

using namespace imapscope;
using namespace imapscope::lesson;

namespace {

struct Case {
  const char* what;
  std::string part;
  std::vector<std::string> typed;  // at the laptop
  bool holds;
};

Progress after(const std::string& part, const std::vector<std::string>& typed) {
  Player player(small_lesson(inbox_open + task({.goal = part + "," + never_reached})));
  REQUIRE(player.task() != nullptr);
  for (const std::string& line : typed) {
    INFO(line);
    REQUIRE(player.act(world::Send{"laptop", line}).has_value());
  }
  return *player.progress(0, player.now());
}

void check(const Case& each) {
  INFO(std::string(each.what));
  CHECK(after(each.part, each.typed).parts.front().holds == each.holds);
}

const std::string delete_second = R"(a2 STORE 2 +FLAGS (\Deleted))";

}  // namespace

TEST_CASE("a message that the server holds, or holds no more") {
  const auto is = [](const std::string& uid, const std::string& what) {
    return R"({"holds_message": {"uid": )" + uid + R"(, "is": ")" + what + "\"}}";
  };
  const std::vector<std::string> expunged{delete_second, "a3 EXPUNGE"};
  const Case cases[] = {
      {"there", is("20", "present"), {}, true},
      {"gone, and should be there", is("20", "present"), expunged, false},
      {"there, and should be gone", is("20", "gone"), {delete_second}, false},
      {"gone", is("20", "gone"), expunged, true},
      {"never there", is("99", "gone"), {}, true},
      {"as it was", is("10", "as it was"), expunged, true},
      {"as it was again",
       is("10", "as it was"),
       {R"(a2 STORE 1 -FLAGS (\Seen))", R"(a3 STORE 1 +FLAGS (\Seen))"},
       true},
      {"with other flags", is("20", "as it was"), {delete_second}, false},
      {"gone, and should be as it was", is("20", "as it was"), expunged, false},
      {"never there, and should be as it was", is("99", "as it was"), {}, false},
  };
  for (const Case& each : cases) check(each);
}

TEST_CASE("another message that took its UID is not as it was") {
  const std::vector<std::string> anew{"a2 CREATE x", "a3 COPY 1 x", "a4 DELETE x", "a5 CREATE x",
                                      "a6 COPY 2 x"};
  check({"absent at first", R"({"holds_message": {"mailbox": "x", "uid": 1, "is": "as it was"}})",
         anew, false});
  check({"there now", R"({"holds_message": {"mailbox": "x", "uid": 1, "is": "present"}})", anew,
         true});
}

TEST_CASE("flags that the server holds") {
  const auto flags = [](const std::string& uid, const std::string& test) {
    return R"({"holds_flags": {"uid": )" + uid + ", " + test + "}}";
  };
  const std::string answer = R"(a2 STORE 1 +FLAGS (\Answered))";
  const Case cases[] = {
      {"has", flags("10", R"("has": ["\\Seen"])"), {}, true},
      {"has one of two", flags("10", R"("has": ["\\Seen", "\\Answered"])"), {}, false},
      {"has both of two", flags("10", R"("has": ["\\Seen", "\\Answered"])"), {answer}, true},
      {"has not", flags("20", R"("has_not": ["\\Seen"])"), {}, true},
      {"has what it should not have", flags("10", R"("has_not": ["\\Seen", "x"])"), {}, false},
      {"exactly", flags("10", R"("exactly": ["\\seen"])"), {}, true},
      {"exactly, and one more", flags("10", R"("exactly": ["\\Seen"])"), {answer}, false},
      {"exactly none", flags("20", R"("exactly": [])"), {}, true},
      {"of a message that is not there", flags("99", R"("has_not": ["\\Seen"])"), {}, false},
  };
  for (const Case& each : cases) check(each);
}

TEST_CASE("mailboxes and subscriptions that the server holds") {
  const auto mailbox = [](const std::string& is) {
    return R"({"holds_mailbox": {"mailbox": "Work", "is": ")" + is + "\"}}";
  };
  const auto subscription = [](const std::string& is) {
    return R"({"holds_subscription": {"mailbox": "INBOX", "is": ")" + is + "\"}}";
  };
  const Case cases[] = {
      {"absent", mailbox("absent"), {}, true},
      {"not there", mailbox("there"), {}, false},
      {"there", mailbox("there"), {"a2 CREATE Work"}, true},
      {"not absent", mailbox("absent"), {"a2 CREATE Work"}, false},
      {"not subscribed", subscription("not subscribed"), {}, true},
      {"should be subscribed", subscription("subscribed"), {}, false},
      {"subscribed", subscription("subscribed"), {"a2 SUBSCRIBE INBOX"}, true},
      {"should not be", subscription("not subscribed"), {"a2 SUBSCRIBE INBOX"}, false},
  };
  for (const Case& each : cases) check(each);
}

TEST_CASE("messages that a client knows, or knows to be gone") {
  const auto is = [](const std::string& uid, const std::string& what) {
    return R"({"knows_message": {"client": "laptop", "uid": )" + uid + R"(, "is": ")" + what +
           "\"}}";
  };
  const std::string uids = "a2 FETCH 1:* UID";
  const Case cases[] = {
      {"no UID was told", is("20", "known"), {}, false},
      {"it may be one of those without UID", is("20", "gone"), {}, false},
      {"told", is("20", "known"), {uids}, true},
      {"there", is("20", "gone"), {uids}, false},
      {"not among those told", is("15", "gone"), {uids}, true},
      {"between a known one and an unknown one", is("15", "gone"), {"a2 FETCH 2 UID"}, false},
      {"behind the last, which is known", is("25", "gone"), {"a2 FETCH 2 UID"}, true},
      {"before the first, which is known", is("5", "gone"), {"a2 FETCH 1 UID"}, true},
      {"expunged", is("20", "gone"), {uids, delete_second, "a4 EXPUNGE"}, true},
      {"expunged, and should be known",
       is("20", "known"),
       {uids, delete_second, "a4 EXPUNGE"},
       false},
      {"expunged without a word", is("20", "gone"), {uids, delete_second, "a4 CLOSE"}, false},
  };
  for (const Case& each : cases) check(each);
}

TEST_CASE("flags and counts that a client knows") {
  const auto flags = [](const std::string& test) {
    return R"({"knows_flags": {"client": "laptop", "uid": 10, )" + test + "}}";
  };
  const auto count = [](const std::string& n) {
    return R"({"knows_count": {"client": "laptop", "messages": )" + n + "}}";
  };
  const std::string all = "a2 FETCH 1:* (UID FLAGS)";
  const Case cases[] = {
      {"nothing was told", flags(R"("has_not": ["\\Answered"])"), {}, false},
      {"UIDs were told", flags(R"("has": ["\\Seen"])"), {"a2 FETCH 1:* UID"}, false},
      {"has", flags(R"("has": ["\\Seen"])"), {all}, true},
      {"has not", flags(R"("has": ["\\Answered"])"), {all}, false},
      {"changed silently by itself",
       flags(R"("exactly": ["\\Seen", "\\Answered"])"),
       {all, R"(a3 STORE 1 +FLAGS (\Answered))"},
       true},
      {"two", count("2"), {}, true},
      {"not three", count("3"), {}, false},
      {"one is left", count("1"), {delete_second, "a3 EXPUNGE"}, true},
      {"none is open", count("2"), {"a2 UNSELECT"}, false},
  };
  for (const Case& each : cases) check(each);
}

TEST_CASE("the state of a client's session") {
  const auto state = [](const std::string& rest) {
    return R"({"in_state": {"client": "laptop", "state": )" + rest + "}}";
  };
  const Case cases[] = {
      {"selected", state(R"("Selected")"), {}, true},
      {"no more", state(R"("Selected")"), {"a2 UNSELECT"}, false},
      {"authenticated", state(R"("Authenticated")"), {"a2 SELECT Nope"}, true},
      {"INBOX is open", state(R"("Selected", "mailbox": "inbox")"), {}, true},
      {"another is open",
       state(R"("Selected", "mailbox": "INBOX")"),
       {"a2 CREATE x", "a3 SELECT x"},
       false},
      {"logged out", state(R"("Logout")"), {"a2 LOGOUT"}, true},
      {"never out again", state(R"("Not authenticated")"), {}, false},
  };
  for (const Case& each : cases) check(each);
}

TEST_CASE("lines that a client has sent or was told since the task began") {
  const auto line = [](const std::string& kind, const std::string& pattern, bool absent) {
    return R"({")" + kind + R"(": {"client": "laptop", "line": ")" + pattern + R"(", "absent": )" +
           (absent ? "true" : "false") + "}}";
  };
  const Case cases[] = {
      {"a command without its tag", line("sends", "NOOP", false), {"a2 NOOP"}, true},
      {"in any case", line("sends", "uid fetch * flags", false), {"a2 UID FETCH 10 FLAGS"}, true},
      {"not the whole line", line("sends", "FETCH", false), {"a2 FETCH 1 FLAGS"}, false},
      {"a star on either side", line("sends", "*FETCH*", false), {"a2 FETCH 1 FLAGS"}, true},
      {"two stars", line("sends", "*1*1*", false), {"a2 FETCH 1 BODY[1]"}, true},
      {"too many stars", line("sends", "*1*1*1*", false), {"a2 FETCH 1 BODY[1]"}, false},
      {"before the task", line("sends", "SELECT*", false), {"a2 NOOP"}, false},
      {"must not be sent", line("sends", "*STORE*", true), {"a2 NOOP"}, true},
      {"was sent", line("sends", "*STORE*", true), {delete_second}, false},
      {"told", line("is_told", "* 2 FETCH (*\\\\Deleted*", false), {delete_second}, true},
      {"told before the task", line("is_told", "* 2 EXISTS", false), {"a2 NOOP"}, false},
      {"must not be told", line("is_told", "* EXPUNGE", true), {delete_second}, true},
      {"was told", line("is_told", "* EXPUNGE", true), {delete_second, "a3 EXPUNGE"}, false},
      {"a completion", line("is_told", "a2 OK*", false), {"a2 NOOP"}, true},
      {"what the client sent was not told", line("is_told", "*NOOP", false), {"a2 NOOP"}, false},
  };
  for (const Case& each : cases) check(each);
}

TEST_CASE("no command is refused") {
  const std::string part = R"({"no_refusal": {}})";
  check({"none", part, {"a2 NOOP"}, true});
  check({"NO", part, {"a2 SELECT Nope"}, false});
  check({"BAD", part, {"a2 FETCH 77 FLAGS"}, false});
  check({"BAD without a tag", part, {"*"}, false});
}

TEST_CASE("no line breaks a rule") {
  const std::string part = R"({"no_broken_rule": {}})";
  check({"none", part, {"a2 NOOP", "a3 SELECT Nope"}, true});
  check({"out of place", part, {"a2 LOGIN ada pw"}, false});
}

TEST_CASE("commands are counted, and may be too many") {
  Player player(small_lesson(inbox_open +
                             task({.goal = never_reached, .more = R"("most": 1,)", .par = "1"})));
  const auto few = [&] { return player.progress(0, player.now())->parts.back(); };
  CHECK(in_language(few().words, "en") == "not more than 1 command");
  CHECK(few().holds);
  REQUIRE(player.act(world::Send{"laptop", "a2 IDLE"}).has_value());
  REQUIRE(player.act(world::Send{"laptop", "DONE"}).has_value());
  CHECK(player.progress(0, player.now())->commands == 1);
  CHECK(few().holds);
  REQUIRE(player.act(world::Send{"laptop", "a3 NOOP"}).has_value());
  CHECK(player.progress(0, player.now())->commands == 2);
  CHECK_FALSE(few().holds);
}

TEST_CASE("each kind of part has words of its own, and an author's go before") {
  const std::pair<const char*, const char*> cases[] = {
      {R"({"holds_message": {"uid": 20, "is": "gone"}})",
       "the message with UID 20 is gone from INBOX"},
      {R"({"holds_message": {"uid": 20, "is": "as it was"}})",
       "the message with UID 20 is there, and as it was"},
      {R"({"holds_flags": {"uid": 20, "has": ["\\Seen", "x"]}})", "UID 20 has `\\Seen` `x`"},
      {R"({"holds_flags": {"uid": 20, "exactly": []}})", "UID 20 has no flags"},
      {R"({"holds_mailbox": {"mailbox": "Work", "is": "absent"}})", "there is no mailbox Work"},
      {R"({"holds_subscription": {"mailbox": "Work", "is": "subscribed"}})",
       "Work is subscribed to"},
      {R"({"knows_message": {"client": "laptop", "uid": 20, "is": "gone"}})",
       "the laptop knows that UID 20 is gone"},
      {R"({"knows_flags": {"client": "laptop", "uid": 20, "has": ["x"]}})",
       "the laptop knows the flags of UID 20"},
      {R"({"knows_count": {"client": "laptop", "messages": 2}})", "the laptop counts 2 messages"},
      {R"({"in_state": {"client": "laptop", "state": "Selected", "mailbox": "INBOX"}})",
       "the laptop has INBOX open"},
      {R"({"sends": {"client": "laptop", "line": "NOOP", "absent": true}})",
       "the laptop does not send `NOOP`"},
      {R"({"is_told": {"client": "laptop", "line": "* BYE"}})", "the laptop is told `* BYE`"},
      {R"({"no_refusal": {}})", "no command was refused"},
      {R"({"no_broken_rule": {"words": {"en": "all is well"}}})", "all is well"},
  };
  for (const auto& [part, words] : cases) {
    CHECK(in_language(after(part, {}).parts.front().words, "en") == std::string(words));
  }
}
