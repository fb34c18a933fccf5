// What a step of a lesson says: its heading and paragraphs, and at the lesson's end what was
// learned, how the first tries went, and what follows.
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

#include "gui/scene/scene.h"

namespace imapscope::gui {

class Telling {
 public:
  enum class Extent { whole, heading_only, nothing };

  /// What stands before the question or task.
  static Telling before(const Scene& scene, Extent extent);
  /// What stands after it; empty but at the lesson's end.
  static Telling after(const Scene& scene);

  [[nodiscard]] float height(float width) const;
  /// Gives back its height.
  float draw(ImDrawList& draw, ImVec2 at, float width) const;

 private:
  struct Paragraph {
    std::string caption;  ///< in small capitals above it; empty: none
    std::string text;     ///< rich text
    Color color;
  };

  explicit Telling(const Theme& theme) : theme_(theme) {}
  void add(std::string caption, const std::string& text, Color color);
  [[nodiscard]] float caption_height() const;

  const Theme& theme_;
  std::string heading_;
  std::vector<Paragraph> paragraphs_;
};

}  // namespace imapscope::gui
