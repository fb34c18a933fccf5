// imapscope where it opens no window: help, and why it cannot be opened.
#include <doctest/doctest.h>

#include <string>

#include "tests/cli/imapsim.h"

namespace imapscope::gui {
namespace {

using test::Run;
using test::run_in;

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("help is said in the language asked for, else in the system's") {
  const Run english = run_in("C", "imapscope --help");
  CHECK(english.exit_code == 0);
  CHECK(has(english.out, "Usage: imapscope [OPTIONS] [FILE]\n"));
  CHECK(has(english.out, "--theme dark|light"));
  for (const Run& russian :
       {run_in("C", "imapscope --help --lang ru"), run_in("ru_RU.UTF-8", "imapscope --help")}) {
    CHECK(has(russian.out, "Запуск: imapscope [ПАРАМЕТРЫ] [ФАЙЛ]\n"));
    CHECK(has(russian.out, "--screenshot ФАЙЛ"));
  }
}

TEST_CASE("what a command line lacks is said in one sentence, and ends with 2") {
  struct Row {
    const char* arguments;
    const char* english;
    const char* russian;
  };
  const Row table[] = {
      {"--zoom 9", "--zoom: \"9\" is no number from 0.75 to 3.",
       "--zoom: \"9\" — не число от 0.75 до 3."},
      {"--theme red", "--theme: \"red\" is none of dark, light.",
       "--theme: \"red\" не подходит; бывает: dark, light."},
      {"--mailbox x", "--mailbox needs --new.", "--mailbox бывает только вместе с --new."},
      {"--new 2 x", "FILE and --new cannot stand together.", "ФАЙЛ и --new вместе не указывают."},
      {"a b", "b is not expected here.", "b здесь лишнее."},
  };
  for (const Row& row : table) {
    CAPTURE(std::string(row.arguments));
    const Run english = run_in("C", "imapscope " + std::string(row.arguments));
    CHECK(english.exit_code == 2);
    CHECK(english.error.starts_with(std::string(row.english) + "\n"));
    const Run russian = run_in("C", "imapscope --lang ru " + std::string(row.arguments));
    CHECK(russian.error.starts_with(std::string(row.russian) + "\n"));
  }
}

TEST_CASE("why there is no picture is said in the same language") {
  const Run run = run_in("C", "imapscope --lang ru --screenshot x.png --size 1x1");
  CHECK(run.exit_code == 1);
  CHECK(run.error.starts_with("imapscope: --size — это ШИРИНАxВЫСОТА"));
}

}  // namespace imapscope::gui
