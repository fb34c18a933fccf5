// The program with files in memory: it begins, remembers, ends, and begins again.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/gui/whole_window.h"

namespace imapscope::gui {

/// The program with these files, its first frames drawn; what it wishes is done to them.
struct Program {
  MemoryFiles files;
  App app{files};
  NullBackend backend{test_faces(), {1280, 800}, [this] { frame(); }};
  std::vector<FileWish> wishes;  ///< of the last frames

  explicit Program(MemoryFiles given, const char* lesson = small_lesson) : files(std::move(given)) {
    files["lessons/007_small.json"] = lesson;
    app.remember("home");
    REQUIRE(open_file(app.state(), files, "lessons/007_small.json"));
    backend.frames(6);
  }
  void frame() {
    const Wishes wanted = app.frame({.seconds = 0,
                                     .width = 1280,
                                     .height = 800,
                                     .scaling = {},
                                     .touched = false,
                                     .place = place},
                                    test_faces().faces());
    for (const FileWish& wish : wanted.files) {
      wishes.push_back(wish);
      if (wish.what == FileWish::What::write) files[wish.name] = wish.octets;
    }
  }
  bool wished(const std::string& name) const {
    return std::any_of(wishes.begin(), wishes.end(), [&](const FileWish& wish) {
      return wish.name == name && wish.what == FileWish::What::write;
    });
  }
  const LessonProgress& progress() { return *app.state().progress.find("007_small.json"); }

  std::optional<WindowPlace> place;
};

}  // namespace imapscope::gui
