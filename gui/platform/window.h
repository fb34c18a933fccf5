// The program's one window: GLFW and OpenGL, high-density displays, files dropped on it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "gui/scene/theme.h"
#include "sim/base/result.h"

namespace imapscope::gui {

struct WindowOptions {
  std::string title = "imapscope";
  int width = 1280;  ///< in design pixels; the display's density multiplies it
  int height = 800;
};

class Window {
 public:
  /// Fails with one sentence where there is no display or no OpenGL 3.2.
  static Result<Window, std::string> open(const WindowOptions& options);

  Window(Window&&) noexcept;
  Window& operator=(Window&&) noexcept;
  ~Window();

  /// Waits for the display's next turn, takes input in and begins a Dear ImGui frame with the faces
  /// at `zoom` × the display's density. False once the window is to close; then no frame has begun.
  bool begin_frame(float zoom);
  /// Draws the frame on `ground` and shows it.
  void end_frame(Color ground);

  /// Theme::scale of the frame begun last.
  float scale() const;
  const Faces& faces() const;
  /// Seconds since the frame before; bounded, so that a stopped machine does not leap ahead.
  double frame_seconds() const;

  /// With nothing moving the window sleeps until there is input, or `seconds` have passed.
  void sleep_when_idle(bool idle, double seconds = 0.25);

  void set_title(const std::string& title);
  /// Files dropped on the window since the last call.
  std::vector<std::filesystem::path> take_dropped_files();

 private:
  struct State;
  explicit Window(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace imapscope::gui
