// Page: what stands above everything for a while. It dims the window, keeps pointer and wheel to
// itself, never reaches beyond the window, and scrolls when it is higher.
//
// As an RAII value: draw at `at()`, which moves with the scrolling, and say at the end how high it
// was.
#pragma once

#include <imgui.h>

#include <string>

#include "gui/imgui/widgets.h"
#include "gui/scene/theme.h"

namespace imapscope::gui {

class Page {
 public:
  struct Wish {
    std::string name;          ///< of its Dear ImGui window, and of the page in tests
    std::string heading = {};  ///< empty: none
    float width = 0;           ///< of the content, in the window's pixels, where there is room
    float height = 0;          ///< the same; what does not fit scrolls
    bool dims = true;          ///< else it is a card at the window's foot, and what is below acts
  };
  /// In the middle of a window of this size.
  Page(const Theme& theme, ImVec2 window, const Wish& wish);
  ~Page();
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;

  /// The content's top left, and the width there is for it.
  [[nodiscard]] ImVec2 at() const;
  [[nodiscard]] float width() const;
  [[nodiscard]] ImDrawList& draw() const { return *ImGui::GetWindowDrawList(); }

  /// How high the content was. True where a click beside the page puts it away.
  bool end(float height);

 private:
  void place(ImVec2 window, const Wish& wish, float heading);
  void begin(ImVec2 window, const Wish& wish);
  void ground(ImVec2 window, const Wish& wish);

  const Theme& theme_;
  PaneArea frame_{};    // the page with its padding
  PaneArea content_{};  // what scrolls
  bool beside_ = false;
  bool takes_keys_ = true;
};

}  // namespace imapscope::gui
