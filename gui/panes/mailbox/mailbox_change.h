// What the newest line to land changed, by what the rows of the mailbox pane need to know.
#pragma once

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "gui/panes/changes.h"

namespace imapscope::gui {

/// The effects of the newest landing, by what the rows need to know.
struct MailboxChange {
  std::optional<NewestLanding> landing;
  std::vector<std::uint32_t> removed;

  explicit MailboxChange(const Scene& scene) : landing(newest_landing_at(scene, scene.client)) {
    if (!landing) return;
    for (const observer::Effect& effect : landing->line->effects) {
      const auto* expunged = std::get_if<observer::effect::Expunged>(&effect);
      if (expunged != nullptr) removed.push_back(expunged->number.value);
    }
  }
  /// The effect of this kind on message `number`, if the newest landing had it.
  template <class Kind>
  [[nodiscard]] const Kind* on(std::uint32_t number) const {
    for (const observer::Effect* effect : in_view) {
      const auto* found = std::get_if<Kind>(effect);
      if (found != nullptr && concerns(*effect, number, number)) return found;
    }
    return nullptr;
  }
  /// Only the numbers from `first` to `last` will be asked for: one line may change very many.
  void look_at(std::uint32_t first, std::uint32_t last) {
    if (!landing) return;
    for (const observer::Effect& effect : landing->line->effects) {
      if (concerns(effect, first, last)) in_view.push_back(&effect);
    }
  }

 private:
  static bool concerns(const observer::Effect& effect, std::uint32_t first, std::uint32_t last) {
    const observer::Concerned messages = observer::concerned_by(effect);
    return messages.first.value <= last && first <= messages.last.value;
  }
  std::vector<const observer::Effect*> in_view;
};

}  // namespace imapscope::gui
