// A Dear ImGui context without a renderer, and a hand to point and type with: GUI tests run on it.
//
// Frames have a fixed length and input goes in one event a frame, in order, so a script gives the
// same result everywhere. Things are pointed at by the names their panes gave them (items.h).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "gui/imgui/compat.h"
#include "gui/imgui/items.h"
#include "gui/scene/theme.h"

namespace imapscope::gui {

/// Faces baked once, for as many null backends as a test program makes.
class BakedFaces {
 public:
  explicit BakedFaces(float scale) : BakedFaces(Scaling{scale, scale, false, {}}) {}
  explicit BakedFaces(const Scaling& scaling);
  ~BakedFaces();
  BakedFaces(const BakedFaces&) = delete;
  BakedFaces& operator=(const BakedFaces&) = delete;

  const Faces& faces() const { return faces_; }
  ImFontAtlas& atlas() { return *atlas_; }

 private:
  std::unique_ptr<ImFontAtlas> atlas_;
  Faces faces_;
};

class NullBackend {
 public:
  /// `build` draws one frame; it is called between NewFrame and Render. `faces` must outlive this.
  NullBackend(BakedFaces& faces, ImVec2 size, std::function<void()> build);
  ~NullBackend();
  NullBackend(const NullBackend&) = delete;
  NullBackend& operator=(const NullBackend&) = delete;

  /// Builds this many frames without input.
  void frames(int count = 1);

  void move(ImVec2 to);
  /// Presses and releases the left button there.
  void click(ImVec2 at);
  /// Clicks the middle of the thing of that name; false if the last frame did not show it.
  bool click(std::string_view name);
  bool hover(std::string_view name);
  void drag(ImVec2 from, ImVec2 to);
  /// Turns the wheel by lines, up being positive, at the pointer's place.
  void wheel(float lines);
  void press(Key key, Modifiers held = {});
  void type(const std::string& utf8);

  /// What the last frame named.
  const ItemRects& items() const { return items_; }
  /// Vertices of the last frame: a measure of how much was drawn.
  int vertices() const { return vertices_; }

 private:
  void frame();
  ImGuiIO& input();

  ItemRects items_;
  std::function<void()> build_;
  ImGuiContext* context_;
  int vertices_ = 0;
};

}  // namespace imapscope::gui
