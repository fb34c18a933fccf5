#include "gui/platform/headless.h"

#include <GLFW/glfw3.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#if IMAPSCOPE_HAS_EGL
#include <EGL/egl.h>
#include <EGL/eglext.h>
#endif

#include "gui/platform/gl.h"

namespace imapscope::gui {
namespace {

/// Dear ImGui measures a child in one frame and uses it in the next; a scroll takes one more.
constexpr int frames_to_settle = 4;
constexpr float frame_time_s = 1.0F / 60;

#if IMAPSCOPE_HAS_EGL
/// A display that needs neither a screen nor a GPU, or EGL_NO_DISPLAY.
EGLDisplay surfaceless_display() {
  const auto get_display = reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(
      eglGetProcAddress("eglGetPlatformDisplayEXT"));
  if (get_display == nullptr) return EGL_NO_DISPLAY;
  return get_display(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
}

/// The EGL objects of one off-screen picture. Whatever was made is destroyed.
struct Offscreen {
  EGLDisplay display = EGL_NO_DISPLAY;
  EGLSurface surface = EGL_NO_SURFACE;
  EGLContext context = EGL_NO_CONTEXT;

  Offscreen() = default;
  Offscreen(const Offscreen&) = delete;
  Offscreen& operator=(const Offscreen&) = delete;
  ~Offscreen() {
    if (display == EGL_NO_DISPLAY) return;
    eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    if (context != EGL_NO_CONTEXT) eglDestroyContext(display, context);
    if (surface != EGL_NO_SURFACE) eglDestroySurface(display, surface);
    eglTerminate(display);
  }

  /// True when the picture can be drawn into.
  bool open(int width, int height);
};

bool Offscreen::open(int width, int height) {
  constexpr std::array config_wish{EGL_SURFACE_TYPE,
                                   EGL_PBUFFER_BIT,
                                   EGL_RENDERABLE_TYPE,
                                   EGL_OPENGL_BIT,
                                   EGL_RED_SIZE,
                                   8,
                                   EGL_GREEN_SIZE,
                                   8,
                                   EGL_BLUE_SIZE,
                                   8,
                                   EGL_ALPHA_SIZE,
                                   8,
                                   EGL_NONE};
  constexpr std::array context_wish{EGL_CONTEXT_MAJOR_VERSION,
                                    3,
                                    EGL_CONTEXT_MINOR_VERSION,
                                    3,
                                    EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                    EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                    EGL_NONE};
  const std::array size{EGL_WIDTH, width, EGL_HEIGHT, height, EGL_NONE};
  display = surfaceless_display();
  EGLConfig config = nullptr;
  EGLint found = 0;
  if (display == EGL_NO_DISPLAY || eglInitialize(display, nullptr, nullptr) == EGL_FALSE ||
      eglBindAPI(EGL_OPENGL_API) == EGL_FALSE ||
      eglChooseConfig(display, config_wish.data(), &config, 1, &found) == EGL_FALSE || found == 0) {
    return false;
  }
  surface = eglCreatePbufferSurface(display, config, size.data());
  context = eglCreateContext(display, config, EGL_NO_CONTEXT, context_wish.data());
  return eglMakeCurrent(display, surface, surface, context) == EGL_TRUE;
}

constexpr const char* why_not = "terminal.picture.no_context";

#else
struct Offscreen {
  bool open(int, int) { return false; }
};

constexpr const char* why_not = "terminal.picture.no_egl";
#endif

/// OpenGL counts rows from the bottom.
void flip_rows(Image& image) {
  const auto stride = static_cast<std::ptrdiff_t>(image.width) * 4;
  for (std::ptrdiff_t top = 0, bottom = image.height - 1; top < bottom; ++top, --bottom) {
    const auto row = image.rgba.begin() + top * stride;
    std::swap_ranges(row, row + stride, image.rgba.begin() + bottom * stride);
  }
}

Image read_picture(int width, int height) {
  Image image{width, height, {}};
  image.rgba.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
  for (std::size_t alpha = 3; alpha < image.rgba.size(); alpha += 4) image.rgba[alpha] = 255;
  flip_rows(image);
  return image;
}

}  // namespace

struct Headless::Context {
  int width = 0;
  int height = 0;
  Offscreen offscreen;
  std::unique_ptr<GlRenderer> renderer;  // goes before the OpenGL context it draws with
};

Headless::Headless(std::unique_ptr<Context> context) : context_(std::move(context)) {}
Headless::Headless(Headless&&) noexcept = default;
Headless& Headless::operator=(Headless&&) noexcept = default;
Headless::~Headless() = default;

Result<Headless, Said> Headless::open(int width, int height) {
  auto context = std::make_unique<Context>();
  context->width = width;
  context->height = height;
  if (!context->offscreen.open(width, height)) return fail(Said(why_not));
  context->renderer = std::make_unique<GlRenderer>();
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
  io.DeltaTime = frame_time_s;
  return Headless(std::move(context));
}

const Faces& Headless::faces(const Scaling& scaling) {
  return context_->renderer->bake({.layout = scaling.scale, .type = scaling.type, .density = 1});
}

Image Headless::render(const std::function<Color()>& build) {
  Color ground;
  for (int frame = 0; frame < frames_to_settle; ++frame) {
    context_->renderer->begin_frame();
    ImGui::NewFrame();
    ground = build();
    ImGui::Render();
  }
  context_->renderer->draw(context_->width, context_->height, ground);
  return read_picture(context_->width, context_->height);
}

Image Headless::picture(App& app) {
  const auto width = static_cast<float>(context_->width);
  const auto height = static_cast<float>(context_->height);
  const Surroundings around{.seconds = 0,
                            .width = width,
                            .height = height,
                            .scaling = app.scaling(1, width, height),
                            .touched = false};
  const Faces& baked = faces(around.scaling);
  return render([&] { return app.frame(around, baked).ground; });
}

}  // namespace imapscope::gui
