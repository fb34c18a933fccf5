// The real window, on a display of its own: it sleeps when nothing happens, and no key can stop it.
// Where there is no Xvfb nothing is tested, and the test says so.
#include "gui/platform/window.h"

#include <GLFW/glfw3.h>
#include <doctest/doctest.h>

#include <ctime>
#include <optional>
#include <string>

#include "sim/disk/disk_files.h"
#include "tests/in_english.h"
#include "tests/screenshot/real_display.h"

namespace imapscope::gui {
namespace {

/// The program with a trace open, on a real display; nothing where there is none.
struct Running {
  test::RealDisplay display;
  disk::DiskFiles files;
  App app{files};
  std::optional<Window> window;

  explicit Running(const WindowOptions& options = {}) {
    if (!display.is_there()) {
      MESSAGE("there is no Xvfb here, so no real window");
      return;
    }
    const std::string trace = IMAPSCOPE_SOURCE_DIR "/traces/examples/rfc3501_section_8.txt";
    REQUIRE(open_file(app.state(), files, trace));
    auto opened = Window::open(options);
    REQUIRE_MESSAGE(opened.has_value(), in_english(opened.error()));
    window.emplace(std::move(*opened));
  }

  void turns(double seconds) {
    const double end = glfwGetTime() + seconds;
    while (glfwGetTime() < end) window->turn(app, end - glfwGetTime());
  }
  /// Until it sleeps: the first frames take their time on a busy machine.
  void settle() {
    for (int tries = 0, before = -1; tries < 100 && before != window->frames(); ++tries) {
      before = window->frames();
      turns(0.3);
    }
  }
};

/// As GLFW does it when a key changes: through the callback that the window has installed.
void change_key(int key, int action, int mods) {
  GLFWwindow* window = glfwGetCurrentContext();
  const GLFWkeyfun callback = glfwSetKeyCallback(window, nullptr);
  glfwSetKeyCallback(window, callback);
  REQUIRE((callback != nullptr));
  callback(window, key, 0, action, mods);
}

void tap(int key, int mods = 0) {
  change_key(key, GLFW_PRESS, mods);
  change_key(key, GLFW_RELEASE, mods);
}

}  // namespace

TEST_CASE("paused and untouched, the window draws nothing for two seconds and uses no processor") {
  Running program;
  if (!program.window) return;
  program.settle();
  const int frames = program.window->frames();
  const std::clock_t before = std::clock();
  program.turns(2.0);
  const double used_s = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
  CHECK(program.window->frames() - frames <= 1);
  CHECK(used_s < 0.02);
}

TEST_CASE("a key wakes the window, and it goes to sleep again") {
  Running program;
  if (!program.window) return;
  program.settle();
  const int frames = program.window->frames();
  const auto head = program.app.state().head;
  tap(GLFW_KEY_RIGHT);
  program.turns(2.0);
  CHECK(program.app.state().head > head);
  CHECK(program.window->frames() - frames >= 2);
  CHECK(program.window->frames() - frames <= 12);
}

TEST_CASE("Shift that goes down and up within one frame does not stop the program") {
  Running program;
  if (!program.window) return;
  program.settle();
  for (int i = 0; i < 3; ++i) {
    tap(GLFW_KEY_LEFT_SHIFT, GLFW_MOD_SHIFT);
    tap(GLFW_KEY_LEFT_CONTROL, GLFW_MOD_CONTROL);
    program.turns(0.1);
  }
  CHECK(program.window->turn(program.app, 0.0));
}

TEST_CASE("Shift with an arrow, all within one frame, is a step by an exchange") {
  Running program;
  if (!program.window) return;
  program.settle();
  const auto start = program.app.state().head;
  tap(GLFW_KEY_RIGHT);
  program.turns(0.3);
  const auto line = program.app.state().head;
  program.app.obey({JumpToStart{}});
  change_key(GLFW_KEY_LEFT_SHIFT, GLFW_PRESS, GLFW_MOD_SHIFT);
  tap(GLFW_KEY_RIGHT, GLFW_MOD_SHIFT);
  tap(GLFW_KEY_RIGHT, GLFW_MOD_SHIFT);
  change_key(GLFW_KEY_LEFT_SHIFT, GLFW_RELEASE, 0);
  program.turns(0.3);
  CHECK(line > start);
  CHECK(program.app.state().head > line);
}

TEST_CASE("the window opens where it was left, but never out of reach") {
  constexpr WindowPlace left{.x = 60, .y = 80, .width = 900, .height = 600};
  constexpr WindowPlace gone{.x = 5000, .y = 80, .width = 900, .height = 600};
  {
    Running program({.place = left});
    if (!program.window) return;
    program.settle();
    CHECK(program.app.state().place == left);
  }
  Running program({.place = gone});
  program.settle();
  REQUIRE(program.app.state().place.has_value());
  CHECK(program.app.state().place->x < 1280);
  CHECK(program.app.state().place->width == gone.width);
}

TEST_CASE("F11 fills the screen, and gives it back") {
  constexpr WindowPlace left{.x = 60, .y = 80, .width = 900, .height = 600};
  Running program({.place = left});
  if (!program.window) return;
  program.settle();
  tap(GLFW_KEY_F11);
  program.settle();
  int width = 0;
  glfwGetWindowSize(glfwGetCurrentContext(), &width, nullptr);
  CHECK(width == 1280);
  CHECK(program.app.state().place == left);  // it is where it comes back to
  tap(GLFW_KEY_F11);
  program.settle();
  glfwGetWindowSize(glfwGetCurrentContext(), &width, nullptr);
  CHECK(width == left.width);
  CHECK(program.app.state().place == left);
}

}  // namespace imapscope::gui
