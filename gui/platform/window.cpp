#include "gui/platform/window.h"

#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>

#include <algorithm>
#include <utility>

#include "gui/imgui/compat.h"
#include "gui/platform/gl.h"

namespace imapscope::gui {
namespace {

constexpr double longest_frame_s = 0.1;

/// A key that came up in the frame it went down in; see compat::has_input_queue.
struct KeyEvent {
  int key;
  int scancode;
  int mods;
};

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

std::string glfw_sentence() {
  const char* why = nullptr;
  glfwGetError(&why);
  return std::string("Cannot open a window: ") + (why != nullptr ? why : "no reason given") + ".";
}

GLFWwindow* create_window(const WindowOptions& options) {
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
  return glfwCreateWindow(options.width, options.height, options.title.c_str(), nullptr, nullptr);
}

}  // namespace

struct Window::State {
  GLFWwindow* window = nullptr;
  std::unique_ptr<GlRenderer> renderer;
  std::vector<std::filesystem::path> dropped;
  std::vector<KeyEvent> pressed_now;  // since the last frame began
  std::vector<KeyEvent> late_releases;
  float scale = 1;
  double last_time_s = 0;
  double frame_s = 0;
  bool idle = false;
  double idle_seconds = 0;

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
  void release_late_keys();
  void on_key(int key, int scancode, int action, int mods);
};

/// Dear ImGui 1.86 reads only the state at the frame's beginning, so the release of a key that was
/// also pressed in this frame waits for the next one.
void Window::State::on_key(int key, int scancode, int action, int mods) {
  const auto same = [&](const KeyEvent& event) { return event.key == key; };
  const bool is_new = std::any_of(pressed_now.begin(), pressed_now.end(), same);
  if (!compat::has_input_queue && action == GLFW_RELEASE && is_new) {
    late_releases.push_back({key, scancode, mods});
    return;
  }
  if (action == GLFW_PRESS) pressed_now.push_back({key, scancode, mods});
  ImGui_ImplGlfw_KeyCallback(window, key, scancode, action, mods);
}

void Window::State::release_late_keys() {
  pressed_now.clear();
  for (const KeyEvent& event : std::exchange(late_releases, {})) {
    ImGui_ImplGlfw_KeyCallback(window, event.key, event.scancode, GLFW_RELEASE, event.mods);
  }
}

void Window::State::listen() {
  glfwSetWindowUserPointer(window, this);
  glfwSetDropCallback(window, [](GLFWwindow* w, int count, const char** paths) {
    State& state = State::of(w);
    for (int i = 0; i < count; ++i) state.dropped.emplace_back(paths[i]);
  });
  glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int scancode, int action, int mods) {
    State::of(w).on_key(key, scancode, action, mods);
  });
  glfwSetWindowFocusCallback(window, ImGui_ImplGlfw_WindowFocusCallback);
  glfwSetCursorEnterCallback(window, ImGui_ImplGlfw_CursorEnterCallback);
  glfwSetMouseButtonCallback(window, ImGui_ImplGlfw_MouseButtonCallback);
  glfwSetScrollCallback(window, ImGui_ImplGlfw_ScrollCallback);
  glfwSetCharCallback(window, ImGui_ImplGlfw_CharCallback);
#if IMGUI_VERSION_NUM >= 18700
  glfwSetCursorPosCallback(window, ImGui_ImplGlfw_CursorPosCallback);
#endif
}

Window::Window(std::unique_ptr<State> state) : state_(std::move(state)) {}
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;
Window::~Window() = default;

Result<Window, std::string> Window::open(const WindowOptions& options) {
  auto state = std::make_unique<State>();
  if (glfwInit() == GLFW_FALSE) return fail(glfw_sentence());
  state->window = create_window(options);
  if (state->window == nullptr) return fail(glfw_sentence());
  glfwMakeContextCurrent(state->window);
  glfwSwapInterval(1);
  state->renderer = std::make_unique<GlRenderer>();
  constexpr bool install_callbacks = false;
  ImGui_ImplGlfw_InitForOpenGL(state->window, install_callbacks);
  state->listen();
  state->last_time_s = glfwGetTime();
  return Window(std::move(state));
}

bool Window::begin_frame(float zoom) {
  State& state = *state_;
  if (state.late_releases.empty() && state.idle) {
    glfwWaitEventsTimeout(state.idle_seconds);
  } else {
    glfwPollEvents();
  }
  if (glfwWindowShouldClose(state.window) == GLFW_TRUE) return false;
  state.scale = zoom * display_scale(state.window);
  state.renderer->bake({.layout = state.scale, .density = framebuffer_density(state.window)});
  const double now_s = glfwGetTime();
  state.frame_s = std::min(now_s - state.last_time_s, longest_frame_s);
  state.last_time_s = now_s;
  state.renderer->begin_frame();
  ImGui_ImplGlfw_NewFrame();
  ImGui::NewFrame();
  state.release_late_keys();
  return true;
}

void Window::end_frame(Color ground) {
  ImGui::Render();
  int width = 0;
  int height = 0;
  glfwGetFramebufferSize(state_->window, &width, &height);
  state_->renderer->draw(width, height, ground);
  glfwSwapBuffers(state_->window);
}

float Window::scale() const {
  return state_->scale;
}
const Faces& Window::faces() const {
  return state_->renderer->faces();
}
double Window::frame_seconds() const {
  return state_->frame_s;
}

void Window::sleep_when_idle(bool idle, double seconds) {
  state_->idle = idle;
  state_->idle_seconds = seconds;
}

void Window::set_title(const std::string& title) {
  glfwSetWindowTitle(state_->window, title.c_str());
}

std::vector<std::filesystem::path> Window::take_dropped_files() {
  return std::exchange(state_->dropped, {});
}

}  // namespace imapscope::gui
