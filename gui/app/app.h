// App: the window's program without its window. Whoever has one (GLFW, the page, a test) owns the
// loop and calls frame(); App knows neither. Files come in through a Files and go out as wishes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gui/app/make/make_scene.h"
#include "gui/app/remember/memory.h"
#include "gui/app/window_frame.h"
#include "gui/app/window_state.h"
#include "gui/scene/theme.h"
#include "sim/base/files.h"

namespace imapscope::gui {

/// What a frame needs to know of the window.
struct Surroundings {
  double seconds = 0;  ///< since the frame before
  float width = 0;     ///< in Dear ImGui's pixels
  float height = 0;
  Scaling scaling;                     ///< that the faces were baked at: App::scaling()
  bool touched = true;                 ///< input has come since the frame before
  std::optional<WindowPlace> place{};  ///< nothing: unknown, or it fills the screen
};

/// What App wishes of its window after a frame.
struct Wishes {
  Color ground;                      ///< behind everything
  std::optional<std::string> title;  ///< where it has changed
  bool full_screen = false;
  /// The next frame is due in so many seconds, or at once when there is input. 0: as soon as the
  /// display takes one; nothing: only when there is input.
  std::optional<double> next_frame_s;
  std::vector<FileWish> files;  ///< in this order
};

class App {
 public:
  /// `files` must live as long as this.
  explicit App(const Files& files) : files_(files) {}

  /// From now on settings and progress are kept in this folder; what it holds is taken in.
  void remember(const std::string& folder) { memory_.recall(files_, folder, state_); }
  /// What is still to be written as the window closes.
  [[nodiscard]] std::vector<FileWish> last_wishes() { return memory_.take(state_, true); }
  /// A file was written under a name of its own.
  void was_written(const std::string& name);
  /// A wish about a file could not be fulfilled: it is said, and not wished for again.
  void could_not(const FileWish& wish, Said why);

  /// To be baked into the faces before the next frame of a window of this size, where the display
  /// wants everything `display` times as large.
  [[nodiscard]] Scaling scaling(float display, float width, float height) const;

  /// One frame: between Dear ImGui's NewFrame and Render, with `faces` baked at the scaling
  /// that `around` names.
  [[nodiscard]] Wishes frame(const Surroundings& around, const Faces& faces);

  /// What a key, a pane or a dropped file asks for.
  void obey(const Intents& intents);
  /// What the panes would see now. `theme` must live as long as the scene.
  [[nodiscard]] Scene scene(const Theme& theme);

  [[nodiscard]] WindowState& state() { return state_; }
  [[nodiscard]] const Files& files() const { return files_; }

 private:
  const Files& files_;
  WindowState state_;
  SceneMaker maker_;
  WindowFrame frame_;
  Memory memory_;
  std::string title_;
  int unsettled_ = 0;
};

}  // namespace imapscope::gui
