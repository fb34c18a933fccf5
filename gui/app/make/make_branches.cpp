#include "gui/app/make/make_branches.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace imapscope::gui {
namespace {

using observer::ShownTime;

/// The step of the lesson in which a history is left at `at`, from 1; 0 where it has no steps.
std::size_t step_at(const Recording& recording, Instant at) {
  const std::size_t moments = recording.timeline.moments_until(at);
  const auto resting =
      std::find_if(recording.rests.begin(), recording.rests.end(),
                   [moments](const lesson::Rest& rest) { return rest.moments == moments; });
  if (resting != recording.rests.end()) return resting->step + 1;
  const auto after =
      std::find_if(recording.rests.begin(), recording.rests.end(),
                   [moments](const lesson::Rest& rest) { return rest.moments > moments; });
  return after == recording.rests.begin() ? 0 : std::prev(after)->step + 1;
}

/// Its own name; else "lesson", "session" or "try 2".
std::string name_of(const words::Words& words, const Recording& recording) {
  if (recording.name.empty()) return words("window.branch.try", {{"number", recording.attempt}});
  return recording.parent ? recording.name : words.name("window.branch.first.", recording.name);
}

Branch branch_of(const words::Words& words, const Document& document, const Recording& recording) {
  Branch branch{name_of(words, recording), recording.parent, recording.forked_at, 0};
  if (recording.parent) {
    branch.step = step_at(document.recordings()[*recording.parent], recording.forked_at);
  }
  return branch;
}

/// The branch whose future stands beside that of the current one: the one it left, or else the
/// newest that left it.
std::optional<std::size_t> other_branch(const Document& document) {
  const auto& all = document.recordings();
  if (const auto parent = document.current().parent) return parent;
  for (std::size_t i = all.size(); i > 0; --i) {
    if (all[i - 1].parent == document.branch()) return i - 1;
  }
  return std::nullopt;
}

/// What `other` holds after `parted`, moved to where the current history has that instant.
std::vector<Future::Stretch> stretches(const Recording& other, Instant parted, std::int64_t moved,
                                       const std::map<trace::ConnectionId, std::size_t>& lanes) {
  const observer::Presentation& shown = other.presentation;
  const ShownTime from = shown.shown_time(parted);
  std::vector<Future::Stretch> stretches;
  for (const observer::Band& band : other.timeline.bands()) {
    const auto lane = lanes.find(band.connection);
    const ShownTime begins = std::max(from, shown.at(band.from));
    const ShownTime ends = band.to ? shown.at(*band.to) : shown.end();
    if (lane == lanes.end() || ends <= begins) continue;
    stretches.push_back({lane->second, band.state, {begins.us + moved}, {ends.us + moved}});
  }
  return stretches;
}

Future future_of(const Document& document, std::size_t index, const Scene& scene) {
  const Recording& other = document.recordings()[index];
  const bool is_parent = document.current().parent == index;
  const Instant parted = is_parent ? document.current().forked_at : other.forked_at;
  Future future;
  future.name = name_of(scene.words, other);
  future.step = is_parent ? scene.branches[scene.branch].step : scene.branches[index].step;
  future.parted = document.current().presentation.shown_time(parted);
  const std::int64_t moved = future.parted.us - other.presentation.shown_time(parted).us;
  future.bands = stretches(other, parted, moved, lanes_by_connection(scene));
  future.end = {std::max(future.parted.us, other.presentation.end().us + moved)};
  future.goes_on = document.goes_on(index);
  return future;
}

}  // namespace

void make_branches(const Document& document, Scene& scene) {
  for (const Recording& recording : document.recordings()) {
    scene.branches.push_back(branch_of(scene.words, document, recording));
  }
  scene.branch = document.branch();
  scene.goes_on = document.goes_on(document.branch());
  const Recording& here = document.current();
  if (here.parent) scene.own_from = here.shared_events;
  if (const auto other = other_branch(document)) {
    scene.future = future_of(document, *other, scene);
  }
}

}  // namespace imapscope::gui
