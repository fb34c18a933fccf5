// What differs between Dear ImGui 1.86 (Debian 12) and 1.92, in one place.
//
// Everything here is a thin name for one idea: a key, an input event, the size a face is drawn at.
// No other file asks which version it is compiled against, but the renderer, which uploads the
// faces.
#pragma once

#include <imgui.h>

#include <string>

namespace imapscope::gui {

/// A key of the keyboard, numbered as GLFW numbers it; digits and letters are their ASCII capitals.
enum class Key : int {
  space = 32,
  comma = 44,
  minus = 45,
  period = 46,
  slash = 47,
  digit_0 = 48,
  equal = 61,
  letter_a = 65,
  escape = 256,
  enter = 257,
  tab = 258,
  backspace = 259,
  insert = 260,
  del = 261,
  right = 262,
  left = 263,
  down = 264,
  up = 265,
  page_up = 266,
  page_down = 267,
  home = 268,
  end = 269,
  f1 = 290,
  f10 = 299,
  f11 = 300,
  keypad_minus = 333,
  keypad_plus = 334,
  keypad_enter = 335,
};

/// The key of digit `n`, 0 to 9.
constexpr Key digit(int n) {
  return static_cast<Key>(static_cast<int>(Key::digit_0) + n);
}
/// The key of a letter, 'a' to 'z'.
constexpr Key letter(char c) {
  return static_cast<Key>(static_cast<int>(Key::letter_a) + c - 'a');
}

struct Modifiers {
  bool ctrl = false;
  bool shift = false;
  bool alt = false;
};

namespace compat {

#if IMGUI_VERSION_NUM >= 18700
inline constexpr bool has_input_queue = true;

/// Dear ImGui's own number for `key`.
constexpr ImGuiKey native(Key key) {
  const int code = static_cast<int>(key);
  if (code >= static_cast<int>(Key::digit_0) && code < static_cast<int>(Key::digit_0) + 10) {
    return static_cast<ImGuiKey>(ImGuiKey_0 + code - static_cast<int>(Key::digit_0));
  }
  if (code >= static_cast<int>(Key::letter_a) && code < static_cast<int>(Key::letter_a) + 26) {
    return static_cast<ImGuiKey>(ImGuiKey_A + code - static_cast<int>(Key::letter_a));
  }
  switch (key) {
    case Key::space:
      return ImGuiKey_Space;
    case Key::comma:
      return ImGuiKey_Comma;
    case Key::minus:
      return ImGuiKey_Minus;
    case Key::period:
      return ImGuiKey_Period;
    case Key::slash:
      return ImGuiKey_Slash;
    case Key::equal:
      return ImGuiKey_Equal;
    case Key::escape:
      return ImGuiKey_Escape;
    case Key::enter:
      return ImGuiKey_Enter;
    case Key::tab:
      return ImGuiKey_Tab;
    case Key::backspace:
      return ImGuiKey_Backspace;
    case Key::insert:
      return ImGuiKey_Insert;
    case Key::del:
      return ImGuiKey_Delete;
    case Key::right:
      return ImGuiKey_RightArrow;
    case Key::left:
      return ImGuiKey_LeftArrow;
    case Key::down:
      return ImGuiKey_DownArrow;
    case Key::up:
      return ImGuiKey_UpArrow;
    case Key::page_up:
      return ImGuiKey_PageUp;
    case Key::page_down:
      return ImGuiKey_PageDown;
    case Key::home:
      return ImGuiKey_Home;
    case Key::end:
      return ImGuiKey_End;
    case Key::f1:
      return ImGuiKey_F1;
    case Key::f10:
      return ImGuiKey_F10;
    case Key::f11:
      return ImGuiKey_F11;
    case Key::keypad_minus:
      return ImGuiKey_KeypadSubtract;
    case Key::keypad_plus:
      return ImGuiKey_KeypadAdd;
    case Key::keypad_enter:
      return ImGuiKey_KeypadEnter;
    default:
      return ImGuiKey_None;
  }
}

inline void feed_key(ImGuiIO& io, Key key, bool is_down) {
  io.AddKeyEvent(native(key), is_down);
}

inline void feed_modifiers(ImGuiIO& io, Modifiers held) {
#if IMGUI_VERSION_NUM >= 18900
  io.AddKeyEvent(ImGuiMod_Ctrl, held.ctrl);
  io.AddKeyEvent(ImGuiMod_Shift, held.shift);
  io.AddKeyEvent(ImGuiMod_Alt, held.alt);
#else
  io.AddKeyEvent(ImGuiKey_ModCtrl, held.ctrl);
  io.AddKeyEvent(ImGuiKey_ModShift, held.shift);
  io.AddKeyEvent(ImGuiKey_ModAlt, held.alt);
#endif
}

inline void feed_mouse(ImGuiIO& io, ImVec2 at) {
  io.AddMousePosEvent(at.x, at.y);
}
inline void feed_mouse_button(ImGuiIO& io, int button, bool is_down) {
  io.AddMouseButtonEvent(button, is_down);
}
inline void feed_wheel(ImGuiIO& io, float lines) {
  io.AddMouseWheelEvent(0, lines);
}
inline void name_keys(ImGuiIO&) {}  // keys carry their own names
#else
/// 1.86 keeps only the present state: a press and its release within one frame would be lost, so
/// who feeds it must hold the release back until the next frame.
inline constexpr bool has_input_queue = false;

constexpr int native(Key key) {
  return static_cast<int>(key);
}

inline void feed_key(ImGuiIO& io, Key key, bool is_down) {
  io.KeysDown[native(key)] = is_down;
}

inline void feed_modifiers(ImGuiIO& io, Modifiers held) {
  io.KeyCtrl = held.ctrl;
  io.KeyShift = held.shift;
  io.KeyAlt = held.alt;
}

inline void feed_mouse(ImGuiIO& io, ImVec2 at) {
  io.MousePos = at;
}
inline void feed_mouse_button(ImGuiIO& io, int button, bool is_down) {
  io.MouseDown[button] = is_down;
}
inline void feed_wheel(ImGuiIO& io, float lines) {
  io.MouseWheel += lines;
}

/// Names 1.86's own keys by GLFW's numbers, as its GLFW backend does. For contexts without one.
inline void name_keys(ImGuiIO& io) {
  struct Named {
    ImGuiKey imgui;
    Key key;
  };
  constexpr Named names[] = {
      {ImGuiKey_Tab, Key::tab},
      {ImGuiKey_LeftArrow, Key::left},
      {ImGuiKey_RightArrow, Key::right},
      {ImGuiKey_UpArrow, Key::up},
      {ImGuiKey_DownArrow, Key::down},
      {ImGuiKey_PageUp, Key::page_up},
      {ImGuiKey_PageDown, Key::page_down},
      {ImGuiKey_Home, Key::home},
      {ImGuiKey_End, Key::end},
      {ImGuiKey_Insert, Key::insert},
      {ImGuiKey_Delete, Key::del},
      {ImGuiKey_Backspace, Key::backspace},
      {ImGuiKey_Space, Key::space},
      {ImGuiKey_Enter, Key::enter},
      {ImGuiKey_Escape, Key::escape},
      {ImGuiKey_KeyPadEnter, Key::keypad_enter},
      {ImGuiKey_A, letter('a')},
      {ImGuiKey_C, letter('c')},
      {ImGuiKey_V, letter('v')},
      {ImGuiKey_X, letter('x')},
      {ImGuiKey_Y, letter('y')},
      {ImGuiKey_Z, letter('z')},
  };
  for (const Named& name : names) io.KeyMap[name.imgui] = native(name.key);
}
#endif

/// True in the frame `key` goes down, and again while it is held if `repeat`.
inline bool key_pressed(Key key, bool repeat = false) {
  return ImGui::IsKeyPressed(native(key), repeat);
}

/// Enter, or that of the keypad.
inline bool enter_pressed() {
  return key_pressed(Key::enter) || key_pressed(Key::keypad_enter);
}

/// True as long as `key` is held.
inline bool key_down(Key key) {
  return ImGui::IsKeyDown(native(key));
}

/// Gives the keyboard to the field that is drawn next. Dear ImGui 1.90 gives it to none in a child
/// window that has not the focus.
inline void take_keyboard() {
  ImGui::SetWindowFocus();
  ImGui::SetKeyboardFocusHere();
}

/// Text as if typed. `utf8` ends at its first NUL.
inline void feed_text(ImGuiIO& io, const std::string& utf8) {
  io.AddInputCharactersUTF8(utf8.c_str());
}

/// The size `font` is drawn at, in the window's pixels.
inline float font_size(const ImFont* font) {
#if IMGUI_VERSION_NUM >= 19198
  return font->LegacySize;
#else
  return font->FontSize * font->Scale;
#endif
}

/// Where a line of `font` no wider than `width` must end, from `text` on.
inline const char* wrap_position(ImFont* font, const char* text, const char* end, float width) {
#if IMGUI_VERSION_NUM >= 19198
  return font->CalcWordWrapPosition(font->LegacySize, text, end, width);
#else
  return font->CalcWordWrapPositionA(font->Scale, text, end, width);
#endif
}

/// Dear ImGui's own items are set in `font` at its size, until PopFont.
inline void push_font(ImFont* font) {
#if IMGUI_VERSION_NUM >= 19198
  ImGui::PushFont(font, font->LegacySize);
#else
  ImGui::PushFont(font);
#endif
}

/// Whether `font` has a glyph of its own for `code_point`.
inline bool has_glyph(ImFont* font, ImWchar code_point) {
#if IMGUI_VERSION_NUM >= 19198
  return font->IsGlyphInFont(code_point);
#else
  return font->FindGlyphNoFallback(code_point) != nullptr;
#endif
}

/// Says of every texture that waits for a renderer that it was served: there is none.
inline void serve_textures() {
#if IMGUI_VERSION_NUM >= 19198
  const ImDrawData* frame = ImGui::GetDrawData();
  if (frame == nullptr || frame->Textures == nullptr) return;
  for (ImTextureData* texture : *frame->Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_Destroyed) {
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
#endif
}

}  // namespace compat
}  // namespace imapscope::gui
