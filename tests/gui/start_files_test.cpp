// The start page's files: what a folder shows, what is remembered, what an error says.
#include <doctest/doctest.h>

#include "gui/app/document/folder_list.h"
#include "gui/app/make/make_start.h"
#include "gui/app/remember/settings.h"
#include "tests/gui/whole_window.h"
#include "tests/in_english.h"

namespace imapscope::gui {
namespace {

const char* const dialogue = "S: * OK ready\r\nC: a1 NOOP\r\nS: a1 OK done\r\n";

MemoryFiles some_files() {
  return MemoryFiles({{"mail/a.txt", dialogue},
                      {"mail/small.json", small_lesson},
                      {"mail/schema.json", "{}"},
                      {"mail/CMakeLists.txt", "cmake_minimum_required(VERSION 3.25)\n"},
                      {"mail/cut.pcap", "\xd4\xc3"},
                      {"mail/notes.odt", ""},
                      {"mail/.hidden.txt", dialogue},
                      {"mail/old/b.pcap", ""}});
}

/// A window on files in memory, at its start page.
struct Started {
  Started() : files(some_files()), app(files) { show_start(app.state(), files); }
  WindowState& state() { return app.state(); }

  MemoryFiles files;
  App app;
};

}  // namespace

TEST_CASE("a folder shows its folders, and the files that could be opened by what they are") {
  const MemoryFiles files = some_files();
  const FolderView folder = list_folder(files, "mail");
  REQUIRE(folder.entries.size() == 3);
  CHECK(folder.entries[0].name == "old");
  CHECK(folder.entries[0].is_folder);
  CHECK(folder.entries[1].what == "transcript");
  CHECK(folder.entries[2].what == "lesson 7: Small");
  CHECK(folder.passed_over == 4);
}

TEST_CASE("the folder above is where it should be, and nothing is above the root") {
  const MemoryFiles files = some_files();
  CHECK(list_folder(files, "mail/old/..").path == "mail");
  CHECK(list_folder(files, "/..").path == "/");
  CHECK_FALSE(list_folder(files, "nowhere").error.empty());
}

TEST_CASE("opening a folder lists it, opening a file from it leaves list and start page") {
  Started started;
  started.app.obey({OpenFile{"mail"}});
  REQUIRE(started.state().start.files.has_value());
  CHECK(started.state().start.folder == "mail");
  started.app.obey({OpenFile{"mail/a.txt"}});
  CHECK_FALSE(started.state().start.files.has_value());
  CHECK_FALSE(started.state().start.shown);
  CHECK(started.state().document->title(words::Words()) == "a.txt");
}

TEST_CASE("the list opens in the folder where it was left") {
  Started started;
  started.app.obey({ListFolder{"mail/old"}, ShowFiles{false}, ShowFiles{true}});
  REQUIRE(started.state().start.files.has_value());
  CHECK(started.state().start.files->path == "mail/old");
}

TEST_CASE("the start page is left only for something that is open, and comes back with it behind") {
  Started started;
  started.app.obey({ShowStart{false}});
  CHECK(started.state().start.shown);
  started.app.obey({OpenFile{"mail/a.txt"}, ShowStart{true}});
  CHECK(started.state().start.shown);
  started.app.obey({ShowStart{false}});
  CHECK_FALSE(started.state().start.shown);
  CHECK(started.state().document->title(words::Words()) == "a.txt");
}

TEST_CASE("a file that was opened is remembered with what it holds, a listed lesson as the place") {
  Started started;
  started.state().start.home = "/home";
  started.state().lessons = find_lessons(started.files, "mail");
  REQUIRE(started.state().lessons.size() == 1);
  started.app.obey({OpenFile{"mail/a.txt"}, OpenFile{"mail/small.json"}});
  REQUIRE(started.state().start.recent.size() == 1);
  CHECK(started.state().start.recent[0].path == "/home/mail/a.txt");
  CHECK(started.state().start.recent[0].connections == 1);
  CHECK(started.state().start.recent[0].lines == 3);
  CHECK(started.state().start.here == "mail/small.json");
}

TEST_CASE("the newest file stands first, each stands once, and eight are kept") {
  std::vector<RecentFile> recent;
  for (const char* name : {"1", "2", "3", "4", "5", "6", "7", "8", "9", "3"}) {
    remember(recent, {.path = name});
  }
  REQUIRE(recent.size() == recent_kept);
  CHECK(recent[0].path == "3");
  CHECK(recent[1].path == "9");
  CHECK(recent.back().path == "2");
}

TEST_CASE("a file that is not there any more is marked when the start page is shown") {
  Started started;
  remember(started.state().start.recent, {.path = "mail/gone.txt"});
  remember(started.state().start.recent, {.path = "mail/a.txt", .gone = true});
  started.app.obey({ShowStart{true}});
  CHECK_FALSE(started.state().start.recent[0].gone);
  CHECK(started.state().start.recent[1].gone);
}

TEST_CASE("settings keep recent files, the folder and the place, and forget no more for damage") {
  WindowState kept;
  kept.start.folder = "/mail";
  kept.start.here = "lessons/008.json";
  kept.start.recent = {{.path = "/mail/a.txt", .connections = 1, .lines = 1},
                       {.path = "/mail/b.txt", .gone = true}};
  WindowState read;
  REQUIRE(read_settings(print_settings(kept), read));
  CHECK(read.start.folder == "/mail");
  CHECK(read.start.here == "lessons/008.json");
  REQUIRE(read.start.recent.size() == 2);
  CHECK(read.start.recent[0].lines == 1);
  WindowState damaged;
  REQUIRE(read_settings(R"({"recent": [7, {"path": 3}, {"path": "x"}], "folder": []})", damaged));
  REQUIRE(damaged.start.recent.size() == 1);
  CHECK(damaged.start.recent[0].path == "x");
}

TEST_CASE("an error says what the file was taken for, what is wrong, and what could be opened") {
  struct Broken {
    const char* name;
    const char* content;
    const char* taken_for;
  };
  for (const Broken& broken :
       {Broken{"x.json", R"({"steps": 7})", "was taken for a lesson, since"},
        Broken{"x.jsonl", R"({"other": 7})", "was taken for a trace of imapscope's own, since"},
        Broken{"x.pcap", "\xd4\xc3\xb2\xa1", "was taken for a packet capture, since"}}) {
    CAPTURE(broken.name);
    MemoryFiles files;
    files[broken.name] = broken.content;
    const auto opened = open_document(files, broken.name);
    REQUIRE_FALSE(opened.has_value());
    CAPTURE(in_english(opened.error()));
    CHECK(in_english(opened.error()).find(broken.taken_for) != std::string::npos);
    CHECK(in_english(opened.error()).find("The formats that can be read: ") != std::string::npos);
  }
}

TEST_CASE("a trace that is not there yet says how a server writes it") {
  const auto opened = open_document(MemoryFiles(), "live.jsonl");
  REQUIRE_FALSE(opened.has_value());
  CHECK(in_english(opened.error()).find("imapsim serve --trace live.jsonl") != std::string::npos);
}

TEST_CASE("the mailboxes of the lessons have names, by size, and an empty one comes last") {
  const auto mailboxes =
      find_mailboxes(disk::DiskFiles(), std::string(IMAPSCOPE_SOURCE_DIR) + "/lessons/mailboxes");
  REQUIRE(mailboxes.size() >= 5);
  CHECK(mailboxes.front().name == "shared_three");
  CHECK(mailboxes.back().path.empty());
  for (const MailboxChoice& choice : mailboxes) {
    CAPTURE(choice.name);
    CHECK(choice.name.find(".mbox") == std::string::npos);
  }
}

TEST_CASE("Ctrl+O opens the list of files anywhere, O the list of lessons in a lesson") {
  WholeWindow window(open_lesson(small_lesson));
  window.state.start.folder = IMAPSCOPE_SOURCE_DIR;
  window.backend.press(letter('o'), {.ctrl = true});
  CHECK(window.state.start.files.has_value());
  CHECK_FALSE(window.state.view.lessons);
  window.backend.frames(3);
  window.backend.press(Key::escape);
  CHECK_FALSE(window.state.start.files.has_value());
  window.backend.press(letter('o'));
  CHECK(window.state.view.lessons);
  window.backend.press(letter('s'));
  CHECK(window.state.start.shown);
  CHECK_FALSE(window.state.view.lessons);
  window.backend.press(Key::escape);
  CHECK_FALSE(window.state.start.shown);
}

TEST_CASE("the way from a lesson over the start page to the files and back can be gone twice") {
  WholeWindow window(open_lesson(small_lesson));
  window.state.start.folder = IMAPSCOPE_SOURCE_DIR;
  for (int round = 0; round < 2; ++round) {
    CAPTURE(round);
    window.backend.press(letter('o'));
    window.backend.press(letter('s'));
    CHECK(window.state.start.shown);
    window.backend.press(letter('o'), {.ctrl = true});
    CHECK(window.state.start.files.has_value());
    window.backend.frames(4);
    window.backend.press(Key::escape);
    CHECK_FALSE(window.state.start.files.has_value());
    window.backend.frames(2);
    window.backend.press(Key::escape);
    CHECK_FALSE(window.state.start.shown);
  }
}

TEST_CASE("keys of a lesson do nothing behind the start page and the lists") {
  for (const Intent& page :
       {Intent(ShowStart{true}), Intent(ShowLessons{true}), Intent(ShowFiles{true})}) {
    WholeWindow window(open_lesson(small_lesson));
    window.state.start.folder = IMAPSCOPE_SOURCE_DIR;
    window.obey({page});
    window.backend.frames(4);
    const auto head = window.state.head;
    for (const Key key : {Key::space, Key::right, Key::end, letter('p'), letter('r')}) {
      window.backend.press(key);
    }
    CHECK_FALSE(window.state.playing);
    CHECK(window.state.head == head);
    CHECK_FALSE(window.state.view.presenter);
    CHECK(window.state.view.rows == RowMode::lines);
  }
}

}  // namespace imapscope::gui
