// The program's one window: GLFW and OpenGL, high-density displays, files dropped on it. It owns
// the loop and calls App::frame().
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "gui/app/app.h"
#include "sim/base/result.h"
#include "sim/base/said.h"

namespace imapscope::gui {

struct WindowOptions {
  std::string title = "imapscope";
  int width = 1280;  ///< in design pixels; the display's density multiplies it
  int height = 800;
  std::optional<WindowPlace> place{};  ///< where it stood when it was closed
};

class Window {
 public:
  /// Fails with one sentence where there is no display or no OpenGL 3.2.
  static Result<Window, Said> open(const WindowOptions& options);

  Window(Window&&) noexcept;
  Window& operator=(Window&&) noexcept;
  ~Window();

  /// Until the window is closed.
  void run(App& app);

  /// One turn of the loop: sleeps until a frame is due, input comes or `longest_s` have passed,
  /// takes input in, and draws a frame if there is reason to. False once the window is to close.
  bool turn(App& app, std::optional<double> longest_s = std::nullopt);

  /// How many frames were drawn so far.
  [[nodiscard]] int frames() const;

 private:
  struct State;
  explicit Window(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace imapscope::gui
