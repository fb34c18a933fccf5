#include "gui/panes/start/file_list.h"

#include <doctest/doctest.h>

#include "gui/platform/null_backend.h"
#include "tests/gui/test_scene.h"

namespace imapscope::gui {
namespace {

/// The list of one folder, and what it wished for.
struct Listed {
  Listed()
      : test(two_clients()),
        scene(test.scene),
        ui(test_faces(), {1280, 720}, [this] { list.draw(scene, 1280, 720, intents); }) {
    scene.files = FolderView{"/mail", {}, 0, {}};
    scene.files->entries = {{"old", true, {}},
                            {"big.jsonl", false, "imapscope trace"},
                            {"curl.pcap", false, "packet capture"}};
    ui.frames(4);
  }

  /// The only intent since the last call.
  template <class T>
  const T* only() {
    taken = std::exchange(intents, {});
    return taken.size() == 1 ? std::get_if<T>(taken.data()) : nullptr;
  }

  TestScene test;
  Scene scene;
  FileList list;
  Intents intents;
  Intents taken;
  NullBackend ui;
};

}  // namespace

TEST_CASE("a folder opens as a list, a file opens") {
  Listed listed;
  listed.ui.press(Key::enter);
  const auto* folder = listed.only<ListFolder>();
  REQUIRE(folder != nullptr);
  CHECK(folder->path == "/mail/old");
  REQUIRE(listed.ui.click("files.curl.pcap"));
  const auto* file = listed.only<OpenFile>();
  REQUIRE(file != nullptr);
  CHECK(file->path == "/mail/curl.pcap");
}

TEST_CASE("what is typed right behind Enter is looked for in the folder that opens") {
  Listed listed;
  ImGuiIO& io = ImGui::GetIO();
  compat::feed_key(io, Key::enter, true);
  listed.ui.frames(1);
  compat::feed_key(io, Key::enter, false);
  listed.scene.files->path = "/mail/old";
  for (const char* letter : {"c", "u", "r"}) listed.ui.type(letter);
  listed.ui.frames(2);
  CHECK(listed.ui.items().find("files.curl.pcap").has_value());
  CHECK_FALSE(listed.ui.items().find("files.big.jsonl").has_value());
}

TEST_CASE("what is typed finds by name and by kind, and Enter opens the first") {
  for (const char* words : {"BIG", "trace"}) {
    CAPTURE(words);
    Listed listed;
    listed.ui.type(words);
    listed.ui.frames(2);
    CHECK_FALSE(listed.ui.items().find("files.curl.pcap").has_value());
    listed.ui.press(Key::enter);
    const auto* file = listed.only<OpenFile>();
    REQUIRE(file != nullptr);
    CHECK(file->path == "/mail/big.jsonl");
  }
}

TEST_CASE("the arrows choose, and go up to the folder above") {
  Listed listed;
  listed.ui.press(Key::down);
  listed.ui.press(Key::down);
  listed.ui.press(Key::enter);
  const auto* file = listed.only<OpenFile>();
  REQUIRE(file != nullptr);
  CHECK(file->path == "/mail/curl.pcap");
  for (int i = 0; i < 5; ++i) listed.ui.press(Key::up);
  listed.ui.frames(2);
  listed.ui.press(Key::enter);
  const auto* above = listed.only<ListFolder>();
  REQUIRE(above != nullptr);
  CHECK(above->path == "/mail/..");
}

TEST_CASE("Backspace goes to the folder above when nothing is typed") {
  Listed listed;
  listed.ui.type("b");
  listed.ui.press(Key::backspace);
  CHECK(listed.intents.empty());
  listed.ui.press(Key::backspace);
  REQUIRE(listed.only<ListFolder>() != nullptr);
}

TEST_CASE("a path that is typed opens from the root or from here") {
  struct Typed {
    const char* path;
    const char* opened;
  };
  for (const Typed& typed :
       {Typed{"/post/a.txt", "/post/a.txt"}, Typed{"old/a.txt", "/mail/old/a.txt"}}) {
    Listed listed;
    listed.ui.type(typed.path);
    listed.ui.press(Key::enter);
    const auto* file = listed.only<OpenFile>();
    REQUIRE(file != nullptr);
    CHECK(file->path == typed.opened);
  }
}

TEST_CASE("another folder begins with nothing typed") {
  Listed listed;
  listed.ui.type("curl");
  listed.scene.files = FolderView{"/", {{"mail", true, {}}}, 0, {}};
  listed.ui.frames(3);
  listed.ui.press(Key::enter);
  const auto* folder = listed.only<ListFolder>();
  REQUIRE(folder != nullptr);
  CHECK(folder->path == "/mail");
}

TEST_CASE("an error is told in the list, and taken away by Esc before the list is left") {
  Listed listed;
  listed.scene.message = "other.json was taken for a lesson.";
  listed.ui.frames(2);
  CHECK(listed.ui.items().find("files.told").has_value());
  listed.ui.press(Key::escape);
  CHECK(listed.intents.empty());
}

TEST_CASE("Esc and a click beside the list close it") {
  Listed listed;
  listed.ui.press(Key::escape);
  const auto* left = listed.only<ShowFiles>();
  REQUIRE(left != nullptr);
  CHECK_FALSE(left->shown);
  listed.ui.click(ImVec2{10, 10});
  REQUIRE(listed.only<ShowFiles>() != nullptr);
}

}  // namespace imapscope::gui
