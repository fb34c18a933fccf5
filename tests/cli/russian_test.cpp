// What imapsim says in Russian: no English sentence stands in it. Wire text is English in any
// language, and so are names and what people have written; all else is ours.
#include <doctest/doctest.h>

#include <filesystem>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "tests/cli/imapsim.h"

namespace fs = std::filesystem;
using namespace imapscope::test;

namespace {

const fs::path source = IMAPSCOPE_SOURCE_DIR;

std::vector<std::string> files_in(const fs::path& folder, const std::string& ending) {
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const bool is_wanted = entry.path().extension() == ending || ending.empty();
    if (entry.is_regular_file() && is_wanted && entry.path().filename() != "schema.json") {
      files.push_back(entry.path().string());
    }
  }
  CHECK_FALSE(files.empty());
  return files;
}

/// What is left of a line without the wire (in a row of the ladder, an option, a transcript),
/// `code`, «quotations» and names.
std::string prose_of(std::string line) {
  static const std::regex others[] = {
      std::regex("(→|←) .*"),
      std::regex("(✓|○|✗) [1-9]  ([*+]|[a-z][0-9]+ |[2-5][0-9][0-9] ).*"),
      std::regex("^[CS]: .*"),
      std::regex("`[^`]*`|«[^»]*»|“[^”]*”|\"[^\"]*\""),
      std::regex("imapsim( [a-z]+)+"),
      std::regex("([Nn]ot )?[Aa]uthenticated|Selected|Logout|imapscope|pcap(ng)?"),
      std::regex("Ethernet, loopback, raw IP|Linux cooked"),
  };
  for (const std::regex& other : others) line = std::regex_replace(line, other, "·");
  return line;
}

/// Three words in a row of Latin letters, of which each has a small one; "RFC 3501", `UID FETCH`
/// and names of two words are none.
std::string english_in(const std::string& line) {
  static const std::regex run("[A-Za-z]*[a-z][',]? +[A-Za-z]*[a-z][',]? +[A-Za-z]*[a-z]\\b");
  std::smatch found;
  const std::string prose = prose_of(line);
  return std::regex_search(prose, found, run) ? found.str() : "";
}

/// A reason that a library gives stands in brackets, in its own words.
std::string without_reasons(const std::string& error) {
  static const std::regex reason("\\([^)]*\\)");
  return std::regex_replace(error, reason, "");
}

void check_russian(const std::string& arguments) {
  CAPTURE(arguments);
  const Run run = imapsim(arguments);
  std::istringstream lines(run.out + without_reasons(run.error));
  for (std::string line; std::getline(lines, line);) {
    CHECK_MESSAGE(english_in(line).empty(), english_in(line), " stands in: ", line);
  }
}

}  // namespace

TEST_CASE("English is found where it stands, and wire text is not taken for it") {
  CHECK(english_in("Здесь the mailbox is пуст") == "the mailbox is");
  CHECK(english_in("  3  0.020  laptop ← * OK the mailbox is open").empty());
  CHECK(english_in("Ответ на `a1 NOOP with some words`").empty());
  CHECK(english_in("    ✓ 2  a3 BAD you need an open mailbox").empty());
  CHECK(english_in("    ✓ 2  You need an open mailbox") == "You need an");
  CHECK(english_in("состояния Not authenticated, Authenticated, Selected").empty());
  CHECK(english_in("возможности LITERAL+ IDLE UIDPLUS").empty());
}

TEST_CASE("every lesson is played in Russian") {
  for (const std::string& file : files_in(source / "lessons", ".json")) {
    check_russian("play --lang ru " + file);
  }
}

TEST_CASE("every shipped trace is shown and explained in Russian") {
  for (const char* folder : {"examples", "captures", "golden", "broken"}) {
    for (const std::string& file : files_in(source / "traces" / folder, "")) {
      check_russian("trace show --explain --lang ru " + file);
    }
  }
}

TEST_CASE("what cannot be read is told in Russian") {
  for (const char* arguments : {"trace show --lang ru nowhere.pcap", "play --lang ru nowhere.json",
                                "trace show --lang ru .", "commands --lang ru", "rules --lang ru",
                                "rules --lang ru frobnicate", "rules --lang ru expunge_unasked",
                                "check --lang ru nowhere.json", "texts --lang ru nowhere.json"}) {
    check_russian(arguments);
  }
}

TEST_CASE("lessons are checked in Russian, those that keep their promises and those that do not") {
  const std::string lessons = (source / "lessons").string();
  check_russian("check --lang ru " + lessons);
  CHECK(imapsim("check --lang ru " + lessons).out.find("001_hello.json: в порядке (") !=
        std::string::npos);
  const TemporaryFolder folder;
  fs::copy(source / "lessons/mailboxes", folder / "mailboxes");
  std::string broken = content_of(source / "lessons/001_hello.json");
  const std::string promise = "a1 OK CAPABILITY completed";
  broken.replace(broken.find(promise), promise.size(), "a1 OK Done");
  const std::string lesson = folder.write("broken.json", broken).string();
  check_russian("check --lang ru " + lesson);
  CHECK(imapsim("check --lang ru " + lesson).error.find("laptop должен получить") !=
        std::string::npos);
}

TEST_CASE("help is in Russian, and what is wrong with a command line") {
  for (const char* arguments :
       {"", "play", "check", "texts", "trace", "trace show", "trace convert", "commands",
        "responses", "codes", "capabilities", "rules", "serve"}) {
    check_russian(std::string(arguments) + " --lang ru --help");
    CHECK(imapsim(std::string(arguments) + " --lang ru --help").out.find("Запуск: imapsim") !=
          std::string::npos);
  }
  for (const char* arguments :
       {"", "fly", "play", "play --format html x", "trace", "check a b", "play x --lang ru"}) {
    check_russian(std::string(arguments) + " --lang ru");
  }
}

TEST_CASE("without --lang the system's language is spoken") {
  const Run run = run_in("ru_RU.UTF-8", "imapsim fly");
  CHECK(run.error.starts_with("Подкоманды fly нет.\n"));
  CHECK(run_in("ru_RU.UTF-8", "imapsim fly --lang en").error.starts_with("There is no subcommand"));
  CHECK(run_in("ru_RU.UTF-8", "imapsim fly --lang xx")
            .error.starts_with("--lang: \"xx\" не подходит"));
}

#if IMAPSCOPE_HAS_NET
TEST_CASE("serve says in Russian where it listens, and why it cannot") {
  for (const char* arguments : {"--listen mail.test:143", "--listen 192.0.2.77:1143", "--user ada",
                                "--user ada:a --user ada:b", "--mailboxes nowhere",
                                "--listen 127.0.0.1:0 --trace no/such/folder/x.jsonl"}) {
    check_russian("serve --lang ru " + std::string(arguments));
  }
  const std::string first = first_line_of("serve --lang ru --listen 127.0.0.1:0");
  CHECK(first.starts_with("Слушает 127.0.0.1:"));
  CHECK(english_in(first).empty());
}
#endif
