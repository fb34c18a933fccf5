// A picture in memory, and how it becomes a PNG file.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/result.h"
#include "sim/base/said.h"

namespace imapscope::gui {

/// Rows from top to bottom, four bytes a pixel: red, green, blue, opacity.
struct Image {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;

  bool operator==(const Image&) const = default;
};

/// Writes `image` to a file. Fails with one sentence that names it.
Result<void, Said> write_png(const Image& image, const std::string& name);

}  // namespace imapscope::gui
