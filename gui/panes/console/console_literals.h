// What can be announced as a literal at the play head: samples, and the messages of the open
// mailbox, as far as they may be seen.
#pragma once

#include <string_view>
#include <vector>

#include "gui/layout/literals.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

/// Offers literals where `line` has a place for one.
void offer_literals(const Scene& scene, std::string_view line, Completion& completion);

/// What goes on behind the announcement at the end of `line`: `chosen`, where it has that size, or
/// whatever else has; empty: nothing has.
[[nodiscard]] std::string proposal_for(const Scene& scene, std::string_view line,
                                       const std::string& chosen);

}  // namespace imapscope::gui
