#include "gui/app/best_moment.h"

#include <algorithm>
#include <cstddef>

namespace imapscope::gui {
namespace {

/// A long capture is looked at in so many places: each of them costs a look at every belief.
constexpr std::size_t most_places = 500;

bool seek_to_first_outcome(WindowState& state) {
  if (!state.document->answer_next_correctly()) return false;
  const auto& steps = state.document->player()->steps();
  const auto asked = std::find_if(steps.begin(), steps.end(),
                                  [](const lesson::Step& step) { return step.answer.has_value(); });
  if (asked == steps.end()) return false;
  const Recording& recording = state.document->current();
  const auto step = static_cast<std::size_t>(asked - steps.begin());
  const auto outcome = recording.rest_of(step, lesson::RestKind::turned_out);
  if (!outcome) return false;
  state.head = recording.place_of(*outcome);
  return true;
}

/// How much of mailboxes there is to see: each open one counts, and each message in it.
std::size_t sight_of(const observer::Beliefs& beliefs) {
  std::size_t sight = 0;
  for (const auto& [connection, belief] : beliefs) {
    if (belief.mailbox != nullptr) sight += 1 + belief.mailbox->messages.size();
  }
  return sight;
}

}  // namespace

void seek_to_best(WindowState& state) {
  if (seek_to_first_outcome(state)) return;
  const observer::Timeline& timeline = state.document->current().timeline;
  const std::size_t count = timeline.moments().size();
  std::size_t best = count;
  std::size_t most = 0;
  for (std::size_t after = 1; after <= count; after += 1 + count / most_places) {
    const std::size_t sight = sight_of(*timeline.beliefs_after(after));
    if (sight > 0 && sight >= most) best = after;
    most = std::max(most, sight);
  }
  if (best == count) return seek_to_end(state);
  seek(state, timeline.moments()[best - 1].at);
}

}  // namespace imapscope::gui
