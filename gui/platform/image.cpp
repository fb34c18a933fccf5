#include "gui/platform/image.h"

#define STB_IMAGE_WRITE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb_image_write.h>

namespace imapscope::gui {

Result<void, Said> write_png(const Image& image, const std::string& name) {
  constexpr int channels = 4;
  const int written = stbi_write_png(name.c_str(), image.width, image.height, channels,
                                     image.rgba.data(), image.width * channels);
  if (written == 0) return fail(Said("terminal.picture.not_written", {{"file", name}}));
  return {};
}

}  // namespace imapscope::gui
