// Tests compare pictures with themselves; people compare them with what they want to see.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

#include "gui/platform/image.h"

namespace imapscope::gui {

/// Writes `image` into the folder IMAPSCOPE_PICTURES names, if it names one, for a person to look
/// at.
inline void show(const Image& image, const std::string& name) {
  const char* folder = std::getenv("IMAPSCOPE_PICTURES");
  if (folder == nullptr) return;
  std::filesystem::create_directories(folder);
  (void)write_png(image, (std::filesystem::path(folder) / (name + ".png")).string());
}

}  // namespace imapscope::gui
