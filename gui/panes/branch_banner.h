// The banner above the ladder of a branch: which one it is, where it left, and the ways out of it.
#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include "gui/scene/pane.h"

namespace imapscope::gui {

class BranchBanner : public Pane {
 public:
  /// Its height at 100 %.
  static constexpr float height = 36;

  /// Whether the current history is a branch.
  [[nodiscard]] static bool is_needed(const Scene& scene);
  void draw(const Scene& scene, Intents& intents) override;

 private:
  /// Draws what can be pressed from the right; gives back where the name has to end.
  float draw_ways_out(const Scene& scene, Intents& intents);
  void rename(const Scene& scene, float left, Intents& intents);

  std::optional<std::size_t> renaming_;  ///< this branch
  std::array<char, 64> name_{};
};

}  // namespace imapscope::gui
