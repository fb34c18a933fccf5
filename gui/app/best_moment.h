// The moment of a document that a single picture shows best.
#pragma once

#include "gui/app/window_state.h"

namespace imapscope::gui {

/// Puts the play head as a lesson's first question has turned out, that question being answered
/// correctly. Without one, at the last moment at which the clients' open mailboxes hold the most
/// messages; where no mailbox is ever open, at the end.
void seek_to_best(WindowState& state);

}  // namespace imapscope::gui
