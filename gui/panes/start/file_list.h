// The list of files: folders and what could be opened, found by typing, opened by Enter or a click.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "gui/imgui/form.h"
#include "gui/imgui/widgets.h"
#include "gui/scene/intent.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

class FileList {
 public:
  /// Draws nothing unless the scene says that it is shown.
  void draw(const Scene& scene, float width, float height, Intents& intents);

 private:
  void arrive(const FolderView& folder);
  void find(const FolderView& folder);
  /// `nothing_typed`: not even before the key of this frame.
  void keys(const Scene& scene, bool nothing_typed, Intents& intents);
  void open(const FolderView& folder, std::size_t row, Intents& intents);
  /// Why no file is shown: the key of its words.
  [[nodiscard]] std::string_view why_empty(const FolderView& folder) const;
  void rows(const Scene& scene, const PaneArea& area, Intents& intents);

  TextField typed_;
  std::string folder_;              ///< what the rest is about
  std::vector<std::size_t> found_;  ///< places among the entries, in which what is typed is found
  std::size_t cursor_ = 0;          ///< 0: the folder above; else in `found_`, from 1
  bool moved_ = false;              ///< the cursor has to come into view
};

}  // namespace imapscope::gui
