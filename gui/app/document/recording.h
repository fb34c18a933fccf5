// Recording: one history, observed. What a document has one of for each of its branches.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "gui/scene/scene.h"
#include "sim/lesson/rest.h"
#include "sim/observer/presentation.h"
#include "sim/observer/timeline.h"
#include "sim/trace/trace.h"

namespace imapscope::gui {

/// Move-only.
struct Recording {
  std::string name;  ///< "lesson", the file's name, or what the viewer calls it; may be empty
  std::size_t attempt = 0;            ///< of a branch: "try 2", where it has no name
  std::optional<std::size_t> parent;  ///< the branch it left
  Instant forked_at;
  std::size_t shared_events = 0;  ///< of its trace, that it has in common with that branch
  observer::Timeline timeline;
  std::vector<Lane> lanes;          ///< one for each client, in order
  std::vector<lesson::Rest> rests;  ///< of a lesson, each a pause of the presentation
  observer::Hurried set_up;         ///< of a lesson
  bool asks = false;                ///< its last rest is an open question
  observer::Presentation presentation;

  /// Where the play head stands first: a lesson's first step is there to be read, question and all.
  [[nodiscard]] observer::ShownTime start() const {
    const auto& pauses = presentation.pauses();
    return pauses.empty() ? observer::ShownTime{} : pauses.front().ends;
  }
  /// Where it ends at last: nothing behind an open question may be shown.
  [[nodiscard]] observer::ShownTime end() const;
  /// The rest that was reached last at `t`; nothing where there are none.
  [[nodiscard]] std::optional<std::size_t> rest_at(observer::ShownTime t) const;
  /// Whether `t` lies in the place of that rest, and not on the way to the next.
  [[nodiscard]] bool is_resting(observer::ShownTime t) const;
  /// The step's rest of that kind, or what it became one with: its first of a later kind. Nothing
  /// where it does not come so far.
  [[nodiscard]] std::optional<std::size_t> rest_of(std::size_t step, lesson::RestKind kind) const;
  /// Where the play head stands at a rest.
  [[nodiscard]] observer::ShownTime place_of(std::size_t rest) const {
    return presentation.pauses()[rest].ends;
  }
  /// Where the next rest is, or the end.
  [[nodiscard]] observer::ShownTime next_halt(observer::ShownTime t) const;
  /// Where the rest before is, or the start.
  [[nodiscard]] observer::ShownTime previous_halt(observer::ShownTime t) const;
  /// The wire time that is reached at `t`, what the server did without a word included.
  [[nodiscard]] Instant reached_at(observer::ShownTime t) const;
};

/// A history without a lesson, from its beginning.
[[nodiscard]] Recording record(trace::Trace trace, std::string name);

/// Takes in what `trace`, which begins with what the recording holds, has got since.
void take_in(Recording& recording, const trace::Trace& trace);
/// Lanes and presentation again, after the timeline or the steps have changed.
void refresh(Recording& recording);

}  // namespace imapscope::gui
