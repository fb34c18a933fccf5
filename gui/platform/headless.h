// Renders the window without a window: EGL surfaceless, into a picture.
//
// The same panes, faces and renderer as on screen, at a fixed frame time, so two runs on one
// machine give the same bytes.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "gui/app/app.h"
#include "gui/platform/image.h"
#include "gui/scene/theme.h"
#include "sim/base/result.h"
#include "sim/base/said.h"

namespace imapscope::gui {

class Headless {
 public:
  /// Fails with one sentence where there is no EGL or no OpenGL 3.3, software rendering included.
  static Result<Headless, Said> open(int width, int height);

  Headless(Headless&&) noexcept;
  Headless& operator=(Headless&&) noexcept;
  ~Headless();

  /// The faces at this scaling; valid until asked for at another.
  const Faces& faces(const Scaling& scaling);

  /// Builds the frame as often as Dear ImGui needs to settle its sizes, and gives back the last, on
  /// the ground that `build` returns.
  Image render(const std::function<Color()>& build);
  /// What a window of this size would show, with the time standing still.
  Image picture(App& app);

 private:
  struct Context;
  explicit Headless(std::unique_ptr<Context> context);
  std::unique_ptr<Context> context_;
};

}  // namespace imapscope::gui
