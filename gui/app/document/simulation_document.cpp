#include "gui/app/document/simulation_document.h"

#include <utility>

namespace imapscope::gui {

SimulationDocument::SimulationDocument(world::History beginning, std::string title)
    : Document(std::move(title), record(beginning.trace(), "session")),
      beginning_(beginning),
      histories_{std::move(beginning)} {}

std::string SimulationDocument::title(const words::Words& words) const {
  return words("window.session_title", {{"what", Document::title(words)}});
}

bool SimulationDocument::acting_forks(observer::ShownTime head) const {
  return current().presentation.moments_until(head) < current().timeline.moments().size();
}

Result<void, Said> SimulationDocument::act(const world::Action& action, observer::ShownTime head) {
  if (!acting_forks(head)) {
    auto done = history_now().act(action);
    if (!done) return done;
    take_in(recording(), history_now().trace());
    refresh(recording());
    changed();
    return done;
  }
  const Instant at = current().reached_at(head);
  world::History branch = history()->until(at);
  if (auto done = branch.act(action); !done) return done;
  Recording tried = record(branch.trace(), {});
  histories_.push_back(std::move(branch));
  add_branch(std::move(tried), at);
  return {};
}

void SimulationDocument::remove_branch(std::size_t branch) {
  const std::size_t before = recordings().size();
  Document::remove_branch(branch);
  if (recordings().size() == before) return;
  histories_.erase(histories_.begin() + static_cast<std::ptrdiff_t>(branch));
}

std::optional<world::Xray> SimulationDocument::xray(observer::ShownTime head) const {
  const Instant reached = current().reached_at(head);
  if (seen_ && seen_->changes == changes() && seen_->world.now() <= reached) {
    history()->go_on(seen_->world, reached);
  } else {
    seen_ = Seen{changes(), history()->world_at(reached)};
  }
  return seen_->world.xray();
}

bool SimulationDocument::can_undo() const {
  const auto& inputs = history()->inputs();
  const bool is_own = inputs.size() > beginning_.inputs().size();
  return is_own && (!current().parent || inputs.back().at > current().forked_at);
}

void SimulationDocument::undo() {
  if (can_undo()) replace(history()->without_last());
}

void SimulationDocument::reset() {
  if (!can_undo()) return;
  world::History history =
      current().parent ? this->history()->until(current().forked_at) : beginning_;
  history.settle();
  replace(std::move(history));
}

void SimulationDocument::replace(world::History history) {
  Recording& now = recording();
  Recording again = record(history.trace(), now.name);
  again.parent = now.parent;
  again.attempt = now.attempt;
  again.forked_at = now.forked_at;
  now = std::move(again);
  history_now() = std::move(history);
  changed();
}

}  // namespace imapscope::gui
