// Branches, as panes see them: which there are, and what the one beside the current one went on to.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/time.h"
#include "sim/belief/belief.h"
#include "sim/observer/presentation.h"

namespace imapscope::gui {

struct Branch {
  std::string name;                        ///< "lesson", "try 1"
  std::optional<std::size_t> parent = {};  ///< the branch it left; nothing: the first history
  Instant forked_at = {};                  ///< wire time
  std::size_t step = 0;                    ///< of the lesson in which it left, from 1; 0: none
};

/// What another branch went on to since it and the current one parted, on the time of the current
/// one.
struct Future {
  struct Stretch {
    std::size_t lane = 0;  ///< in Scene::lanes
    observer::Known<State> state;
    observer::ShownTime from;
    observer::ShownTime to;
  };
  std::string name;            ///< of that branch
  std::size_t step = 0;        ///< of the lesson in which they parted, from 1; 0: none
  observer::ShownTime parted;  ///< when
  std::vector<Stretch> bands;  ///< of the sessions, in order of time
  observer::ShownTime end;     ///< of what is known of it
  bool goes_on = false;        ///< there is more, which has not been earned yet
};

}  // namespace imapscope::gui
