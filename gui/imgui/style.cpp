// Dear ImGui's own look, taken from the theme.
#include <imgui.h>

#include "gui/imgui/widgets.h"

namespace imapscope::gui {
namespace {

ImVec4 channels(Color color) {
  return ImGui::ColorConvertU32ToFloat4(ink(color));
}

void apply_colors(ImGuiStyle& style, const Palette& p) {
  struct Role {
    ImGuiCol role;
    Color color;
  };
  const Role roles[] = {
      {ImGuiCol_Text, p.text},
      {ImGuiCol_TextDisabled, p.dim},
      {ImGuiCol_WindowBg, p.pane},
      {ImGuiCol_ChildBg, p.pane},
      {ImGuiCol_PopupBg, p.raised},
      {ImGuiCol_Border, p.hairline},
      {ImGuiCol_FrameBg, p.raised},
      {ImGuiCol_FrameBgHovered, p.raised},
      {ImGuiCol_FrameBgActive, p.raised},
      {ImGuiCol_ScrollbarBg, with_opacity(p.pane, 0)},
      {ImGuiCol_ScrollbarGrab, p.hairline},
      {ImGuiCol_ScrollbarGrabHovered, p.hatch},
      {ImGuiCol_ScrollbarGrabActive, p.dim},
      {ImGuiCol_Button, p.raised},
      {ImGuiCol_ButtonHovered, p.selection},
      {ImGuiCol_ButtonActive, p.selection},
      {ImGuiCol_Header, p.selection},
      {ImGuiCol_HeaderHovered, p.selection},
      {ImGuiCol_HeaderActive, p.selection},
      {ImGuiCol_CheckMark, p.client(0)},
      {ImGuiCol_Separator, p.hairline},
      {ImGuiCol_TextSelectedBg, p.selection},
      {ImGuiCol_NavHighlight, p.client(0)},
  };
  for (const Role& role : roles) style.Colors[role.role] = channels(role.color);
}

}  // namespace

void apply_style(const Theme& theme) {
  ImGuiStyle& style = ImGui::GetStyle();
  style = ImGuiStyle();
  apply_colors(style, theme.now);
  const float gap = theme.px(space::gap);
  style.WindowPadding = {gap, gap};
  style.FramePadding = {gap, theme.px(space::snug)};
  style.ItemSpacing = {gap, gap};
  style.ScrollbarSize = theme.px(space::inset);
  style.WindowBorderSize = 0;
  style.ChildBorderSize = 0;
  style.PopupBorderSize = theme.px(space::hairline);
  style.FrameRounding = theme.px(corner::control);
  style.PopupRounding = theme.px(corner::card);
  style.ScrollbarRounding = theme.px(corner::control);
  style.GrabRounding = theme.px(corner::control);
  style.WindowMinSize = {1, 1};
}

}  // namespace imapscope::gui
