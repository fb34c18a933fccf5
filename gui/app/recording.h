// Recording: one history, observed. What a document has one of for each of its branches.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "gui/scene/scene.h"
#include "sim/observer/presentation.h"
#include "sim/observer/timeline.h"
#include "sim/trace/trace.h"

namespace imapscope::gui {

/// Where a lesson's question stands in a history, counted in moments.
struct AskedAt {
  std::size_t step;
  std::size_t moments;
};

/// Move-only.
struct Recording {
  std::string name;                   ///< "lesson", "try 1", the file's name
  std::optional<std::size_t> parent;  ///< the branch it left
  Instant forked_at;
  observer::Timeline timeline;
  std::vector<Lane> lanes;                ///< one for each client, in order
  std::vector<std::size_t> step_moments;  ///< how many moments lie before each step
  std::vector<AskedAt> questions;
  observer::Presentation presentation;

  /// Where the play head stands first: a lesson's first step is there to be read, question and all.
  [[nodiscard]] observer::ShownTime start() const {
    const auto& pauses = presentation.pauses();
    return pauses.empty() ? observer::ShownTime{} : pauses.front().ends;
  }
  /// The wire time at which the first `moments` moments have happened.
  [[nodiscard]] Instant time_of(std::size_t moments) const;
};

/// A history without a lesson, from its beginning.
[[nodiscard]] Recording record(trace::Trace trace, std::string name);

/// Takes in what `trace`, which begins with what the recording holds, has got since.
void take_in(Recording& recording, const trace::Trace& trace);
/// Lanes and presentation again, after the timeline or the steps have changed.
void refresh(Recording& recording);

/// How many moments lie before an event that is sent at `t` and has `events` others before it.
[[nodiscard]] std::size_t moments_before(const observer::Timeline& timeline, Instant t,
                                         std::size_t events);

/// The client that opened a connection; empty where the trace does not tell.
[[nodiscard]] std::string client_of(const trace::Trace& trace, trace::ConnectionId connection);

}  // namespace imapscope::gui
