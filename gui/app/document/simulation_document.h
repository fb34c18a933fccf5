// SimulationDocument: a session with a server of one's own, without a lesson's script. All that
// happens in it are inputs: lines from the console, mail that arrives, a line that is cut.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "gui/app/document/document.h"
#include "sim/world/history.h"

namespace imapscope::gui {

class SimulationDocument : public Document {
 public:
  /// What `beginning` holds was done before anybody looked, and is not undone. `title`: behind
  /// "Session".
  SimulationDocument(world::History beginning, std::string title);

  [[nodiscard]] Source source() const override { return Source::simulation; }
  [[nodiscard]] std::string title(const words::Words& words) const override;
  [[nodiscard]] bool lanes_appear() const override { return true; }
  [[nodiscard]] std::string_view why_not() const override { return {}; }

  Result<void, Said> act(const world::Action& action, observer::ShownTime head) override;
  [[nodiscard]] bool acting_forks(observer::ShownTime head) const override;
  [[nodiscard]] std::optional<world::Xray> xray(observer::ShownTime head) const override;

  void remove_branch(std::size_t branch) override;

  [[nodiscard]] const world::History* history() const override { return &histories_[branch()]; }
  [[nodiscard]] bool can_undo() const override;
  void undo() override;
  void reset() override;

 private:
  [[nodiscard]] world::History& history_now() { return histories_[branch()]; }
  /// The present history becomes another one.
  void replace(world::History history);

  /// The world that was looked at last.
  struct Seen {
    std::uint32_t changes;  ///< of this document, then
    world::World world;
  };

  world::History beginning_;
  std::vector<world::History> histories_;  ///< one for each recording
  mutable std::optional<Seen> seen_;       ///< playing goes on from there
};

}  // namespace imapscope::gui
