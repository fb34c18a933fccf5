#include "gui/platform/window.h"

#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>

#include <algorithm>
#include <utility>

#include "gui/platform/gl.h"
#include "gui/platform/icon.h"
#include "gui/platform/key_queue.h"
#include "sim/disk/disk_files.h"

namespace imapscope::gui {
namespace {

/// The smallest window in which everything can be reached (layout/window_layout.h).
constexpr int smallest_width = 640;
constexpr int smallest_height = 400;

/// The window's own size counts in screen units; these are the pixels in one of them.
float framebuffer_density(GLFWwindow* window) {
  int width = 0;
  int pixels = 0;
  glfwGetWindowSize(window, &width, nullptr);
  glfwGetFramebufferSize(window, &pixels, nullptr);
  return width > 0 && pixels > 0 ? static_cast<float>(pixels) / static_cast<float>(width) : 1.0F;
}

/// How much larger than 96 dots an inch the display wants things, in screen units.
float display_scale(GLFWwindow* window) {
  float content = 1;
  glfwGetWindowContentScale(window, &content, nullptr);
  return std::max(0.5F, content / framebuffer_density(window));
}

Said no_window() {
  const char* why = nullptr;
  glfwGetError(&why);
  const Said reason(why != nullptr ? why : "terminal.no_reason");  // GLFW's are in English
  return {"terminal.no_window", {{"reason", reason}}};
}

GLFWwindow* create_window(const WindowOptions& options) {
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, options.place ? GLFW_FALSE : GLFW_TRUE);
  glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
  const int width = options.place ? options.place->width : options.width;
  const int height = options.place ? options.place->height : options.height;
  return glfwCreateWindow(width, height, options.title.c_str(), nullptr, nullptr);
}

/// Whether the beginning of the window's title bar can be seen and taken hold of.
bool is_within_reach(const WindowPlace& place) {
  int count = 0;
  GLFWmonitor** const monitors = glfwGetMonitors(&count);
  for (int i = 0; i < count; ++i) {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    glfwGetMonitorWorkarea(monitors[i], &x, &y, &width, &height);
    constexpr int hold = 100;
    if (place.x >= x - hold && place.x + hold <= x + width && place.y >= y &&
        place.y + hold <= y + height) {
      return true;
    }
  }
  return false;
}

void show(GLFWwindow* window, const WindowOptions& options) {
  if (options.place && is_within_reach(*options.place)) {
    glfwSetWindowPos(window, options.place->x, options.place->y);
  }
  glfwShowWindow(window);
}

WindowPlace place_of(GLFWwindow* window) {
  WindowPlace place;
  glfwGetWindowPos(window, &place.x, &place.y);
  glfwGetWindowSize(window, &place.width, &place.height);
  return place;
}

/// The monitor that holds the middle of the window, or the first; null where there is none.
GLFWmonitor* monitor_of(GLFWwindow* window) {
  const WindowPlace place = place_of(window);
  const int x = place.x + place.width / 2;
  const int y = place.y + place.height / 2;
  int count = 0;
  GLFWmonitor** const monitors = glfwGetMonitors(&count);
  for (int i = 0; i < count; ++i) {
    int left = 0;
    int top = 0;
    glfwGetMonitorPos(monitors[i], &left, &top);
    const GLFWvidmode* mode = glfwGetVideoMode(monitors[i]);
    if (mode == nullptr) continue;
    const bool inside = x >= left && x < left + mode->width && y >= top && y < top + mode->height;
    if (inside) return monitors[i];
  }
  return glfwGetPrimaryMonitor();
}

/// The name that the file has then.
Result<std::string, Said> fulfil(const FileWish& wish) {
  switch (wish.what) {
    case FileWish::What::write_new:
      return disk::write_new(wish.name, wish.octets);
    case FileWish::What::put_aside:
      return disk::put_aside(wish.name);
    case FileWish::What::write:
      break;
  }
  if (auto written = disk::write_whole(wish.name, wish.octets); !written) {
    return fail(written.error());
  }
  return wish.name;
}

void fulfil(const std::vector<FileWish>& wishes, App& app) {
  for (const FileWish& wish : wishes) {
    const auto name = fulfil(wish);
    if (!name) app.could_not(wish, name.error());
    if (name && wish.what == FileWish::What::write_new) app.was_written(*name);
  }
}

void set_icon(GLFWwindow* window) {
  std::vector<Image> sizes;
  std::vector<GLFWimage> images;
  for (const int size : {16, 24, 32, 48, 64}) sizes.push_back(icon(size));
  images.reserve(sizes.size());
  for (Image& image : sizes) images.push_back({image.width, image.height, image.rgba.data()});
  glfwSetWindowIcon(window, static_cast<int>(images.size()), images.data());
}

void feed(GLFWwindow* window, const KeyEvent& event) {
  if (event.character != 0) {
    ImGui_ImplGlfw_CharCallback(window, event.character);
  } else {
    ImGui_ImplGlfw_KeyCallback(window, event.key, event.scancode, event.action, event.mods);
  }
}

}  // namespace

struct Window::State {
  GLFWwindow* window = nullptr;
  std::unique_ptr<GlRenderer> renderer;
  KeyQueue keys;
  Intents dropped;
  bool touched = true;  // since the frame before
  double last_frame_s = 0;
  std::optional<double> due_in_s = 0;  // after the frame before
  int frames = 0;
  WindowPlace windowed;  // before it filled the screen

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (renderer) ImGui_ImplGlfw_Shutdown();
    renderer.reset();
    if (window != nullptr) glfwDestroyWindow(window);
    glfwTerminate();
  }

  static State& of(GLFWwindow* window) {
    return *static_cast<State*>(glfwGetWindowUserPointer(window));
  }

  void listen();
  void listen_to_input();
  void wait(std::optional<double> longest_s) const;
  bool is_due() const;
  Surroundings begin_frame(const App& app);
  void end_frame(const Wishes& wishes);
  void fill_screen(bool wanted);
  std::optional<WindowPlace> free_place() const;
};

/// What only makes another frame needed.
void Window::State::listen() {
  glfwSetWindowUserPointer(window, this);
  glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { State::of(w).touched = true; });
  glfwSetFramebufferSizeCallback(window,
                                 [](GLFWwindow* w, int, int) { State::of(w).touched = true; });
  glfwSetWindowContentScaleCallback(
      window, [](GLFWwindow* w, float, float) { State::of(w).touched = true; });
  glfwSetDropCallback(window, [](GLFWwindow* w, int count, const char** paths) {
    State& state = State::of(w);
    state.touched = true;
    for (int i = 0; i < count; ++i) state.dropped.push_back(OpenFile{disk::name_of(paths[i])});
  });
}

/// What Dear ImGui's backend wants to know, too.
void Window::State::listen_to_input() {
  glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int scancode, int action, int mods) {
    State::of(w).touched = true;
    State::of(w).keys.add({key, scancode, action, mods});
  });
  glfwSetCharCallback(window, [](GLFWwindow* w, unsigned int code_point) {
    State::of(w).touched = true;
    State::of(w).keys.add(
        {.key = 0, .scancode = 0, .action = 0, .mods = 0, .character = code_point});
  });
  glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int focused) {
    State::of(w).touched = true;
    ImGui_ImplGlfw_WindowFocusCallback(w, focused);
  });
  glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int entered) {
    State::of(w).touched = true;
    ImGui_ImplGlfw_CursorEnterCallback(w, entered);
  });
  glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int button, int action, int mods) {
    State::of(w).touched = true;
    ImGui_ImplGlfw_MouseButtonCallback(w, button, action, mods);
  });
  glfwSetScrollCallback(window, [](GLFWwindow* w, double x, double y) {
    State::of(w).touched = true;
    ImGui_ImplGlfw_ScrollCallback(w, x, y);
  });
  glfwSetCursorPosCallback(window, []([[maybe_unused]] GLFWwindow* w, [[maybe_unused]] double x,
                                      [[maybe_unused]] double y) {
    State::of(w).touched = true;
#if IMGUI_VERSION_NUM >= 18700
    ImGui_ImplGlfw_CursorPosCallback(w, x, y);
#endif
  });
}

/// Until something happens, or a frame is due, and no longer than `longest_s`.
void Window::State::wait(std::optional<double> longest_s) const {
  std::optional<double> wait_s = longest_s;
  if (due_in_s) {
    const double due_s = last_frame_s + *due_in_s - glfwGetTime();
    wait_s = std::min(due_s, longest_s.value_or(due_s));
  }
  if (!keys.empty() || touched || (wait_s && *wait_s <= 0)) {
    glfwPollEvents();
  } else if (wait_s) {
    glfwWaitEventsTimeout(*wait_s);
  } else {
    glfwWaitEvents();
  }
}

bool Window::State::is_due() const {
  return touched || !keys.empty() || (due_in_s && glfwGetTime() >= last_frame_s + *due_in_s);
}

Surroundings Window::State::begin_frame(const App& app) {
  int width = 0;
  int height = 0;
  glfwGetWindowSize(window, &width, &height);
  const Scaling scaling =
      app.scaling(display_scale(window), static_cast<float>(width), static_cast<float>(height));
  renderer->bake(
      {.layout = scaling.scale, .type = scaling.type, .density = framebuffer_density(window)});
  for (const KeyEvent& event : keys.take()) feed(window, event);
  renderer->begin_frame();
  ImGui_ImplGlfw_NewFrame();
  ImGui::NewFrame();
  const double now_s = glfwGetTime();
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  return {.seconds = now_s - std::exchange(last_frame_s, now_s),
          .width = size.x,
          .height = size.y,
          .scaling = scaling,
          .touched = std::exchange(touched, false),
          .place = free_place()};
}

void Window::State::end_frame(const Wishes& wishes) {
  ImGui::Render();
  int width = 0;
  int height = 0;
  glfwGetFramebufferSize(window, &width, &height);
  renderer->draw(width, height, wishes.ground);
  glfwSwapBuffers(window);
  ++frames;
  due_in_s = wishes.next_frame_s;
  // Setting a title wakes the loop again, so it is set only where it is another one.
  if (wishes.title) glfwSetWindowTitle(window, wishes.title->c_str());
  fill_screen(wishes.full_screen);
}

/// Its place where it neither fills the screen nor is put away.
std::optional<WindowPlace> Window::State::free_place() const {
  const bool is_free = glfwGetWindowMonitor(window) == nullptr &&
                       glfwGetWindowAttrib(window, GLFW_MAXIMIZED) == GLFW_FALSE &&
                       glfwGetWindowAttrib(window, GLFW_ICONIFIED) == GLFW_FALSE;
  return is_free ? std::optional<WindowPlace>(place_of(window)) : std::nullopt;
}

void Window::State::fill_screen(bool wanted) {
  if (wanted == (glfwGetWindowMonitor(window) != nullptr)) return;
  GLFWmonitor* const monitor = monitor_of(window);
  const GLFWvidmode* const mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
  if (mode == nullptr) return;
  if (wanted) {
    windowed = place_of(window);
    glfwSetWindowMonitor(window, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
  } else {
    glfwSetWindowMonitor(window, nullptr, windowed.x, windowed.y, windowed.width, windowed.height,
                         GLFW_DONT_CARE);
  }
}

Window::Window(std::unique_ptr<State> state) : state_(std::move(state)) {}
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;
Window::~Window() = default;

Result<Window, Said> Window::open(const WindowOptions& options) {
  auto state = std::make_unique<State>();
  if (glfwInit() == GLFW_FALSE) return fail(no_window());
  state->window = create_window(options);
  if (state->window == nullptr) return fail(no_window());
  glfwSetWindowSizeLimits(state->window, smallest_width, smallest_height, GLFW_DONT_CARE,
                          GLFW_DONT_CARE);
  glfwMakeContextCurrent(state->window);
  glfwSwapInterval(1);
  state->renderer = std::make_unique<GlRenderer>();
  constexpr bool install_callbacks = false;
  ImGui_ImplGlfw_InitForOpenGL(state->window, install_callbacks);
  state->listen();
  state->listen_to_input();
  set_icon(state->window);
  show(state->window, options);
  state->last_frame_s = glfwGetTime();
  return Window(std::move(state));
}

void Window::run(App& app) {
  while (turn(app)) {
  }
  fulfil(app.last_wishes(), app);
}

bool Window::turn(App& app, std::optional<double> longest_s) {
  State& state = *state_;
  state.wait(longest_s);
  if (glfwWindowShouldClose(state.window) == GLFW_TRUE) return false;
  if (!state.is_due()) return true;
  app.obey(std::exchange(state.dropped, {}));
  const Surroundings around = state.begin_frame(app);
  const Wishes wishes = app.frame(around, state.renderer->faces());
  state.end_frame(wishes);
  fulfil(wishes.files, app);
  return true;
}

int Window::frames() const {
  return state_->frames;
}

}  // namespace imapscope::gui
