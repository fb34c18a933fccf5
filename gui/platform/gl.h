// Dear ImGui's OpenGL 3 renderer, as the window and the headless renderer share it.
#pragma once

#include "gui/platform/fonts.h"
#include "gui/scene/theme.h"

namespace imapscope::gui {

/// A Dear ImGui context of its own, drawing through OpenGL 3.3 (or 3.2 core). The OpenGL context
/// must be current for its whole life. Not copyable; one at a time per OpenGL context.
class GlRenderer {
 public:
  GlRenderer();
  ~GlRenderer();
  GlRenderer(const GlRenderer&) = delete;
  GlRenderer& operator=(const GlRenderer&) = delete;

  /// Bakes the faces at `scale` unless they already are. Between frames only.
  const Faces& bake(FontScale scale);
  const Faces& faces() const { return faces_; }

  /// To be called before ImGui::NewFrame().
  void begin_frame();
  /// Draws what ImGui::Render() left onto `ground`, into a framebuffer of this size in pixels.
  void draw(int width, int height, Color ground);

 private:
  Faces faces_;
  FontScale baked_{.layout = 0, .type = {}, .density = 0};
};

/// Makes a Dear ImGui context that remembers nothing on disk.
void create_imgui_context();

}  // namespace imapscope::gui
