#include "gui/platform/gl.h"

#include <GLFW/glfw3.h>  // brings the system's OpenGL header, whatever it is called there
#include <imgui.h>
#include <imgui_impl_opengl3.h>

namespace imapscope::gui {

void create_imgui_context() {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;  // the layout is the program's to remember
  io.LogFilename = nullptr;
}

GlRenderer::GlRenderer() {
  create_imgui_context();
  ImGui_ImplOpenGL3_Init("#version 150");
}

GlRenderer::~GlRenderer() {
  ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext();
}

const Faces& GlRenderer::bake(FontScale scale) {
  if (baked_ == scale) return faces_;
  faces_ = bake_faces(*ImGui::GetIO().Fonts, scale);
  baked_ = scale;
#if IMGUI_VERSION_NUM < 19198
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  ImGui_ImplOpenGL3_CreateFontsTexture();
#endif
  return faces_;
}

void GlRenderer::begin_frame() {
  ImGui_ImplOpenGL3_NewFrame();
}

void GlRenderer::draw(int width, int height, Color ground) {
  constexpr float full = 255;
  glViewport(0, 0, width, height);
  glClearColor(static_cast<float>(ground.r) / full, static_cast<float>(ground.g) / full,
               static_cast<float>(ground.b) / full, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace imapscope::gui
