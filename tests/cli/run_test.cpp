// imapsim as a shell sees it: exit codes, output, and one clear sentence where something is wrong.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>

#include "sim/base/version.h"
#include "sim/imap/command.h"
#include "sim/imap/response.h"
#include "sim/words/words.h"
#include "tests/cli/imapsim.h"
#include "tests/temporary.h"

namespace fs = std::filesystem;
using namespace imapscope::test;

namespace {

const fs::path source = IMAPSCOPE_SOURCE_DIR;

/// What is refused, and how the sentence begins that says so.
struct Refusal {
  std::string arguments;
  std::string sentence;
};

std::string lesson(const std::string& name) {
  return (source / "lessons" / name).string();
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("--help and --version answer and succeed") {
  for (const char* arguments : {"--help", "play --help", "check --help", "trace --help",
                                "trace show --help", "trace convert --help", "commands --help"}) {
    INFO(std::string(arguments));
    const Run run = imapsim(arguments);
    CHECK(run.exit_code == 0);
    CHECK(has(run.out, "Usage:"));
  }
  CHECK(imapsim("--version").out == "imapsim " + std::string(imapscope::version) + "\n");
}

TEST_CASE("a command line that cannot be understood is answered with 2") {
  for (const char* arguments : {"", "fly", "play", "play --format html x", "trace", "check"}) {
    INFO(std::string(arguments));
    const Run run = imapsim(arguments);
    CHECK(run.exit_code == 2);
    CHECK_FALSE(run.error.empty());
  }
}

TEST_CASE("an unknown subcommand is named") {
  CHECK(has(imapsim("fly").error, "There is no subcommand fly.\n"));
}

TEST_CASE("output that cannot be written is no success") {
  if (!fs::exists("/dev/full")) return;
  for (const std::string& arguments : {"play " + lesson("001_hello.json"), std::string("--help")}) {
    CAPTURE(arguments);
    const Run run = imapsim(arguments + " >/dev/full");
    CHECK(run.exit_code == 1);
    CHECK(run.error == "The output cannot be written.\n");
  }
}

TEST_CASE("play prints narration, marked answers and the wire, plain when piped") {
  const Run run = imapsim("play " + lesson("001_hello.json"));
  CHECK(run.exit_code == 0);
  CHECK(run.error.empty());
  CHECK(has(run.out, "1 · Hello\n"));
  CHECK(has(run.out, "✓ 2  * BYE imapscope says goodbye"));
  CHECK(has(run.out, "laptop ← a3 OK LOGOUT completed"));
  CHECK_FALSE(has(run.out, "\x1b"));
}

TEST_CASE("the translator's file of a lesson is made, and what it lacks is told by check") {
  const TemporaryFolder folder;
  const fs::path copy = folder / "lesson.json";
  fs::copy(lesson("001_hello.json"), copy);
  fs::copy(source / "lessons" / "mailboxes", folder / "mailboxes");
  fs::create_directory(folder / "ru");
  const Run made = imapsim("texts " + copy.string() + " --lang ru");
  CHECK(made.exit_code == 0);
  CHECK(has(made.out, "\": \"\""));
  std::ofstream(folder / "ru" / "lesson.json", std::ios::binary) << made.out;
  const Run checked = imapsim("check " + copy.string());
  CHECK(checked.exit_code == 0);
  CHECK(has(checked.out, "ru/lesson.json: not translated: "));
  CHECK(has(imapsim("texts " + (folder / "none.json").string() + " --lang ru").error,
            "none.json не открывается"));
}

TEST_CASE("play --format jsonl prints the trace, which trace show reads") {
  const Run run = imapsim("play --format jsonl " + lesson("001_hello.json"));
  CHECK(run.exit_code == 0);
  const TemporaryFolder folder;
  std::ofstream(folder / "hello.jsonl", std::ios::binary) << run.out;
  const Run shown = imapsim("trace show " + (folder / "hello.jsonl").string());
  CHECK(shown.exit_code == 0);
  CHECK(has(shown.out, "laptop → a2 NOOP"));
}

TEST_CASE("check says what it verified") {
  const Run one = imapsim("check " + lesson("001_hello.json"));
  CHECK(one.exit_code == 0);
  CHECK(has(one.out, "001_hello.json: fine ("));
  const Run all = imapsim("check " + (source / "lessons").string());
  CHECK(all.exit_code == 0);
  CHECK(has(all.out, "100_sample_session.json: fine ("));
  CHECK_FALSE(has(all.out, "schema.json"));
}

TEST_CASE("check ends with 1 and names file, line and column of the first fault") {
  struct Case {
    const char* from;
    const char* to;
    const char* fault;
  };
  const Case cases[] = {
      {"\"highlight\"", "\"hihglight\"",
       ": There is no verb \"hihglight\". Did you mean \"highlight\"?"},
      {"a1 OK CAPABILITY completed", "a1 OK Done",
       ": laptop should receive \"a1 OK Done\" here, but what came is \"a1 OK CAPABILITY"},
      {"\"grade\": \"happened\"", "\"grade\": \"legal\"",
       ": Exactly one option is graded \"happened\", not 0."},
      {"\"steps\": [", "\"steps\": ", ": This is not JSON: "},
      {"+OK imapscope is ready", "* BYE Not today",
       ": \"* BYE Not today\" is graded \"illegal\", but is \"legal\": "},
  };
  for (const Case& each : cases) {
    INFO(std::string(each.to));
    const TemporaryFolder folder;
    std::string json = content_of(source / "lessons/001_hello.json");
    const std::size_t at = json.find(each.from);
    REQUIRE(at != std::string::npos);
    json.replace(at, std::string(each.from).size(), each.to);
    const fs::path path = folder / "broken.json";
    std::ofstream(path, std::ios::binary) << json;
    fs::create_directory(folder / "mailboxes");
    fs::copy_file(source / "lessons/mailboxes/ada_five.mbox", folder / "mailboxes/ada_five.mbox");
    const Run run = imapsim("check " + path.string());
    CHECK(run.exit_code == 1);
    const auto line =
        std::count(json.begin(), json.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
    CHECK(has(run.error, path.string() + ":"));
    if (has(each.from, "highlight")) CHECK(has(run.error, ":" + std::to_string(line) + ":"));
    INFO(run.error);
    CHECK(has(run.error, each.fault));
  }
}

TEST_CASE("a file that is not there is one sentence and exit 1") {
  for (const char* arguments :
       {"play nowhere.json", "check nowhere.json", "trace show nowhere.pcap",
        "trace convert nowhere.pcap out.jsonl"}) {
    INFO(std::string(arguments));
    const Run run = imapsim(arguments);
    CHECK(run.exit_code == 1);
    CHECK(has(run.error, "nowhere"));
    CHECK(std::count(run.error.begin(), run.error.end(), '\n') == 1);
  }
}

TEST_CASE("what is no file to read is one sentence with the reason") {
  const TemporaryFolder folder;
  const std::string empty = folder.write("empty.json", "").string();
  const std::string here = (folder / "").string();
  const std::string hello = lesson("001_hello.json");
  const std::string trace = (folder / "trace.jsonl").string();
  const std::string capture = (source / "traces/captures/ipv6.pcap").string();
  REQUIRE(imapsim("trace convert " + capture + " " + trace).exit_code == 0);
  const Refusal table[] = {
      {"play " + here, here + " is a folder, not a file."},
      {"play " + empty, empty + ": This file is empty."},
      {"play " + trace, trace + ": This is a trace of imapscope's own, not a lesson: "},
      {"play " + capture, capture + ": This is a packet capture, not a lesson: "},
      {"trace show " + hello, hello + " is a lesson: imapsim play plays it."},
      {"trace show " + here, here + " is a folder, not a file."},
      {"trace show " + empty, "empty.json is empty."},
      {"trace show /proc/self/mem", "/proc/self/mem cannot be "},
      {"trace convert " + trace + " " + trace, trace + ": This is the file to read; it is not"},
  };
  for (const Refusal& refusal : table) {
    CAPTURE(refusal.arguments);
    const Run run = imapsim(refusal.arguments);
    CHECK(run.exit_code == 1);
    CHECK(run.error.substr(0, refusal.sentence.size()) == refusal.sentence);
  }
  CHECK(imapsim("trace show " + trace).exit_code == 0);
}

TEST_CASE("trace show tells number, cause and violations, and masks passwords") {
  const TemporaryFolder folder;
  std::ofstream(folder / "session.txt") << "S: * OK ready\n"
                                           "C: a1 LOGIN ada lovelace\n"
                                           "S: a1 OK done\n"
                                           "S: * 1 EXPUNGE\n";
  const std::string file = (folder / "session.txt").string();
  const Run masked = imapsim("trace show --lang en " + file);
  CHECK(masked.exit_code == 0);
  CHECK(has(masked.out, "a1 LOGIN ada ********"));
  CHECK_FALSE(has(masked.out, "lovelace"));
  CHECK(has(masked.out, "violation by the server: "));
  constexpr std::size_t before_it = 25 + 13;  // the columns, and `client ← * 1 `
  CHECK(has(masked.out, "\n" + std::string(before_it, ' ') + "^^^^^^^\n"));
  CHECK(has(masked.error, "warning: "));
  CHECK(has(imapsim("trace show --secrets " + file).out, "a1 LOGIN ada lovelace"));
  CHECK(has(imapsim("trace show --lang ru " + file).out, "нарушение сервера: "));
  const Run explained = imapsim("trace show --explain " + file);
  CHECK(explained.exit_code == 0);
  CHECK(has(explained.out, "• `LOGIN`"));
}

TEST_CASE("rules prints the table of rules, and explains one, in both languages") {
  const Run table = imapsim("rules --lang en");
  CHECK(table.exit_code == 0);
  CHECK(has(table.out, "expunge_unasked"));
  const Run english = imapsim("rules expunge_unasked --lang en");
  CHECK(english.exit_code == 0);
  CHECK(has(english.out, "RFC 3501 §7.4.1, 9051 §7.5.1"));
  CHECK(has(english.out, "S: * 3 EXPUNGE\n#      ^^^^^^^\n"));
  CHECK(has(imapsim("rules expunge_unasked --lang ru").out, "Почему это важно"));
  CHECK(has(imapsim("rules nul_in_literal --lang en").out, "laptop → a1 ID NIL\n"));
  const Run unknown = imapsim("rules frobnicate --lang en");
  CHECK(unknown.exit_code == 2);
  CHECK(unknown.error == "There is no rule frobnicate. imapsim rules prints them all.\n");
}

TEST_CASE("trace convert writes JSON Lines, masked unless told otherwise") {
  const TemporaryFolder folder;
  std::ofstream(folder / "session.txt") << "S: * OK ready\nC: a1 LOGIN ada lovelace\n";
  const std::string in = (folder / "session.txt").string();
  const std::string out = (folder / "session.jsonl").string();
  CHECK(imapsim("trace convert " + in + " " + out).exit_code == 0);
  CHECK_FALSE(has(content_of(out), "lovelace"));
  CHECK(imapsim("trace convert --secrets " + in + " " + out).exit_code == 0);
  CHECK(has(content_of(out), "lovelace"));
  const Run other = imapsim("trace convert " + in + " " + (folder / "session.pcap").string());
  CHECK(other.exit_code == 1);
  CHECK(has(other.error, "Traces are written as .jsonl only."));
}

TEST_CASE("commands prints every row of the command table") {
  const Run run = imapsim("commands");
  const imapscope::words::Words words;
  CHECK(run.exit_code == 0);
  for (const imapscope::CommandInfo& info : imapscope::command_table()) {
    INFO(std::string(info.verb));
    CHECK(has(run.out, "\n" + std::string(info.verb) + " "));
    CHECK(has(run.out, words("commands.purpose." + std::string(info.verb))));
  }
}

TEST_CASE("responses and codes print every row of their tables, in both languages") {
  const Run responses = imapsim("responses");
  for (const imapscope::DataInfo& info : imapscope::data_table()) {
    CHECK_MESSAGE(has(responses.out, std::string(info.name) + " "), info.name);
  }
  const Run codes = imapsim("codes");
  for (const imapscope::CodeInfo& info : imapscope::code_table()) {
    CHECK_MESSAGE(has(codes.out, "\n[" + std::string(info.name) + "] "), info.name);
  }
  const Run capabilities = imapsim("capabilities");
  CHECK(has(capabilities.out, "\nQRESYNC "));
  CHECK(has(capabilities.out, "SELECT QRESYNC, FETCH VANISHED, * VANISHED, [CLOSED]"));
  CHECK(has(capabilities.out, "CONDSTORE, ENABLE"));
  CHECK(has(codes.out, "The mailbox does not exist; CREATE would help."));
  CHECK(has(imapsim("codes --lang ru").out, "Ящика нет; помогла бы CREATE."));
}

#if IMAPSCOPE_HAS_NET
TEST_CASE("serve says in one sentence why it cannot serve") {
  const TemporaryFolder folder;
  std::ofstream(folder / "bad.mbox") << "no mbox\n";
  const std::string mbox = (folder / "bad.mbox").string();
  const Refusal table[] = {
      {"--listen mail.test:143", "\"mail.test:143\" is no place to listen: write ADDRESS:PORT"},
      {"--listen 192.0.2.77:1143", "Only this machine may connect, since passwords cross the net"},
      {"--listen 0.0.0.0:1143", "Only this machine may connect, since passwords cross the net"},
      {"--user ada", "\"ada\" names no user: write NAME:PASSWORD."},
      {"--user ada:a --user ada:b", "The user ada is named twice."},
      {"--mailboxes " + mbox, mbox},
      {"--listen 127.0.0.1:0 --trace no/such/folder/x.jsonl",
       "no/such/folder/x.jsonl cannot be written: No such file or directory."},
  };
  for (const Refusal& refusal : table) {
    CAPTURE(refusal.arguments);
    const Run run = imapsim("serve " + refusal.arguments);
    CHECK(run.exit_code == 1);
    CHECK(run.error.substr(0, refusal.sentence.size()) == refusal.sentence);
    CHECK(std::count(run.error.begin(), run.error.end(), '\n') == 1);
    CHECK(run.out.empty());
  }
}
#endif
