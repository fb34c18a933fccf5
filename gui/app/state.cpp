#include "gui/app/state.h"

#include <algorithm>

namespace imapscope::gui {
namespace {

const observer::Presentation& presentation_of(const State& state) {
  return state.document.current().presentation;
}

}  // namespace

void advance(State& state, double seconds) {
  const bool stood_at_end = state.head >= presentation_of(state).end();
  if (state.document.follow() && stood_at_end) state.playing = true;
  if (!state.playing) return;
  const observer::ShownTime end = presentation_of(state).end();
  state.head.us += static_cast<std::int64_t>(seconds * 1e6 * state.speed);
  if (state.head >= end) {
    state.head = end;
    state.playing = false;
  }
}

void seek(State& state, Instant t) {
  state.head = std::min(presentation_of(state).shown_time(t), presentation_of(state).end());
}

void seek_to_end(State& state) {
  state.head = presentation_of(state).end();
}

}  // namespace imapscope::gui
