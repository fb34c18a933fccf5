// What panes see of a session of one's own.
#pragma once

#include "gui/app/document/document.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

/// Fills `session` and `input_marks` of a scene that has its client and beliefs already. Neither,
/// where the document is no such session.
void make_session(const Document& document, Scene& scene);

}  // namespace imapscope::gui
