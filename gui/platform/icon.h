// The program's icon, drawn in code: two lanes, a line that goes over and its answer.
#pragma once

#include "gui/platform/image.h"

namespace imapscope::gui {

/// Square, of that many pixels, transparent at its corners.
[[nodiscard]] Image icon(int size);

}  // namespace imapscope::gui
