// The whole window at a size of one's own, in Present or not, with faces baked as large as they are
// shown there.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <string>
#include <tuple>

#include "gui/app/app.h"
#include "gui/platform/null_backend.h"
#include "sim/disk/disk_files.h"
#include "tests/in_english.h"

namespace imapscope::gui {

struct WindowSize {
  float width;
  float height;
  float zoom;
  bool presenter;
};

/// Baked once for each size.
inline BakedFaces& faces_for(const WindowSize& size) {
  static std::map<std::tuple<float, float, float, bool>, std::unique_ptr<BakedFaces>> baked;
  auto& faces = baked[{size.width, size.height, size.zoom, size.presenter}];
  if (!faces) {
    faces =
        std::make_unique<BakedFaces>(scaling(size.presenter, size.zoom, size.width, size.height));
  }
  return *faces;
}

class SizedWindow {
 public:
  explicit SizedWindow(const WindowSize& size)
      : size_(size),
        scaling_(scaling(size.presenter, size.zoom, size.width, size.height)),
        theme_(make_theme(Brightness::light, scaling_, size.presenter, false)),
        app(files_),
        state(app.state()),
        backend(faces_for(size), {size.width, size.height}, [this] { frame(); }) {
    theme_.faces = faces_for(size).faces();
    state.view.presenter = size.presenter;
    state.view.zoom = size.zoom;
    state.view.motion = false;
  }

  void open(const std::string& file) {
    const auto opened = open_file(state, files_, file);
    REQUIRE_MESSAGE(opened.has_value(), (opened ? "" : in_english(opened.error())));
    backend.frames(settled);
  }
  [[nodiscard]] Scene scene() { return app.scene(theme_); }
  void obey(const Intents& intents) {
    app.obey(intents);
    backend.frames(settled);
  }
  /// Plays until the play head rests.
  void play_out() {
    for (int i = 0; i < 5000 && state.playing; ++i) advance(state, 0.25, files_);
    backend.frames(settled);
  }

 private:
  /// Dear ImGui measures in one frame and uses it in the next; a scroll takes one more.
  static constexpr int settled = 3;

  void frame() {
    (void)app.frame({.seconds = 0,
                     .width = size_.width,
                     .height = size_.height,
                     .scaling = scaling_,
                     .touched = false},
                    faces_for(size_).faces());
  }

  WindowSize size_;
  Scaling scaling_;
  disk::DiskFiles files_;
  Theme theme_;

 public:
  App app;
  WindowState& state;
  NullBackend backend;
};

}  // namespace imapscope::gui
