#include "gui/platform/null_backend.h"

#include <utility>

#include "gui/platform/fonts.h"

namespace imapscope::gui {
namespace {

constexpr float null_frame_time_s = 1.0F / 60;

}  // namespace

BakedFaces::BakedFaces(const Scaling& scaling)
    : atlas_(std::make_unique<ImFontAtlas>()),
      faces_(bake_faces(*atlas_, {.layout = scaling.scale, .type = scaling.type, .density = 1})) {}

BakedFaces::~BakedFaces() = default;

NullBackend::NullBackend(BakedFaces& faces, ImVec2 size, std::function<void()> build)
    : build_(std::move(build)), context_(ImGui::CreateContext(&faces.atlas())) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.DisplaySize = size;
  io.DeltaTime = null_frame_time_s;
  io.UserData = &items_;
  compat::name_keys(io);
#if IMGUI_VERSION_NUM >= 19198
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;  // there is nothing to upload to
#endif
}

NullBackend::~NullBackend() {
  ImGui::DestroyContext(context_);
}

/// Where this context's input goes in, whichever context was the last to draw.
ImGuiIO& NullBackend::input() {
  ImGui::SetCurrentContext(context_);
  return ImGui::GetIO();
}

void NullBackend::frame() {
  ImGui::SetCurrentContext(context_);
  items_.clear();
  ImGui::NewFrame();
  build_();
  ImGui::Render();
  compat::serve_textures();
  vertices_ = ImGui::GetDrawData()->TotalVtxCount;
}

void NullBackend::frames(int count) {
  for (int i = 0; i < count; ++i) frame();
}

void NullBackend::move(ImVec2 to) {
  compat::feed_mouse(input(), to);
  frame();
}

void NullBackend::click(ImVec2 at) {
  move(at);
  compat::feed_mouse_button(input(), 0, true);
  frame();
  compat::feed_mouse_button(input(), 0, false);
  frame();
}

bool NullBackend::click(std::string_view name) {
  const auto rect = items_.find(name);
  if (rect) click(rect->center());
  return rect.has_value();
}

bool NullBackend::hover(std::string_view name) {
  const auto rect = items_.find(name);
  if (!rect) return false;
  move(rect->center());
  frame();
  return true;
}

void NullBackend::drag(ImVec2 from, ImVec2 to) {
  constexpr int steps = 4;
  move(from);
  compat::feed_mouse_button(input(), 0, true);
  frame();
  for (int i = 1; i <= steps; ++i) {
    const float share = static_cast<float>(i) / steps;
    move({from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
  }
  compat::feed_mouse_button(input(), 0, false);
  frame();
}

void NullBackend::wheel(float lines) {
  compat::feed_wheel(input(), lines);
  frame();
  frame();
}

void NullBackend::press(Key key, Modifiers held) {
  ImGuiIO& io = input();
  compat::feed_modifiers(io, held);
  compat::feed_key(io, key, true);
  frame();
  compat::feed_key(io, key, false);
  compat::feed_modifiers(io, {});
  frame();
}

void NullBackend::type(const std::string& utf8) {
  compat::feed_text(input(), utf8);
  frame();
}

}  // namespace imapscope::gui
