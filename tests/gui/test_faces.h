// The faces all GUI tests share: baked once for the whole test program.
#pragma once

#include "gui/platform/null_backend.h"

namespace imapscope::gui {

inline BakedFaces& test_faces() {
  static BakedFaces faces(1);
  return faces;
}

}  // namespace imapscope::gui
