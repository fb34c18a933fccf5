// Where named things were drawn in the last frame, so that tests can point at them.
//
// A pane says `items::add("toolbar.play", min, max)` after drawing something a person could point
// at. In the program nobody listens and the call costs one comparison; a test's context carries an
// ItemRects and clicks by name. Names are paths: pane, then thing, then its index where there are
// many.
#pragma once

#include <imgui.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace imapscope::gui {

struct ItemRect {
  ImVec2 min;
  ImVec2 max;
  ImVec2 clip_min;  ///< what could be seen where it was drawn: outside it is scrolled away
  ImVec2 clip_max;
  bool pressable = false;  ///< it answers to the mouse

  ImVec2 center() const { return {(min.x + max.x) / 2, (min.y + max.y) / 2}; }
};

/// A line of text, as it was drawn.
struct DrawnText {
  std::string text;
  ItemRect rect;
};

class ItemRects {
 public:
  void clear() {
    rects_.clear();
    texts_.clear();
  }
  void add(std::string_view name, ItemRect rect) { rects_[std::string(name)] = rect; }
  std::optional<ItemRect> find(std::string_view name) const {
    const auto at = rects_.find(name);
    return at == rects_.end() ? std::nullopt : std::optional(at->second);
  }
  const std::map<std::string, ItemRect, std::less<>>& all() const { return rects_; }

  void add_text(std::string_view text, ItemRect rect) {
    texts_.push_back({std::string(text), rect});
  }
  const std::vector<DrawnText>& texts() const { return texts_; }

 private:
  std::map<std::string, ItemRect, std::less<>> rects_;
  std::vector<DrawnText> texts_;
};

namespace items {

/// The listener of the current Dear ImGui context, or null.
inline ItemRects* listener() {
  return static_cast<ItemRects*>(ImGui::GetIO().UserData);
}

/// Names a rectangle in window coordinates.
inline void add(std::string_view name, ImVec2 min, ImVec2 max, bool pressable = false) {
  ItemRects* rects = listener();
  if (rects == nullptr) return;
  const ImDrawList& draw = *ImGui::GetWindowDrawList();
  rects->add(name, {min, max, draw.GetClipRectMin(), draw.GetClipRectMax(), pressable});
}

/// Text that was drawn: tests look for what is cut off, or stands on other text.
inline void add_text(const ImDrawList& draw, std::string_view text, ImVec2 min, ImVec2 max) {
  ItemRects* rects = listener();
  if (rects == nullptr) return;
  rects->add_text(text, {min, max, draw.GetClipRectMin(), draw.GetClipRectMax()});
}

/// Names the `index`th of many alike: "lesson.option.2".
inline void add(std::string_view name, std::size_t index, ImVec2 min, ImVec2 max) {
  if (listener() != nullptr) add(std::string(name) + "." + std::to_string(index), min, max);
}

/// Names the item Dear ImGui laid out last.
inline void add_last(std::string_view name) {
  add(name, ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), true);
}

}  // namespace items
}  // namespace imapscope::gui
