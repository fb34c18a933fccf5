// Memory: what the window remembers from one run to the next, in two files: the settings, and the
// learner's progress. It reads them through a Files, and says what is to be written.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gui/app/remember/progress.h"
#include "gui/app/window_state.h"
#include "sim/base/files.h"

namespace imapscope::gui {

/// To be done to a file, for which App has no hands.
struct FileWish {
  enum class What {
    write,      ///< whole, in the place of what has this name
    write_new,  ///< with this name, or one like it that no other file has; the name is to be told
    put_aside,  ///< it is damaged: it gets another name
  };
  What what;
  std::string name;
  std::string octets{};
};

class Memory {
 public:
  /// Takes what lies in `folder` into `state`. What is damaged is passed over and told in
  /// `state.message`, and will be put aside before anything is written in its place.
  void recall(const Files& files, const std::string& folder, WindowState& state);

  /// What has to be written since the last call. Progress at once; settings when the window rests,
  /// since a splitter that is dragged changes in every frame.
  [[nodiscard]] std::vector<FileWish> take(const WindowState& state, bool rests);

  /// A file could not be written, or not be put aside: it is left alone from now on.
  void give_up(const std::string& name);

 private:
  /// A file that holds nothing of use is put aside.
  using Read = std::function<Result<void, Said>(const std::string&)>;
  void recall(const Files& files, const std::string& name, const Read& read, WindowState& state);

  std::string settings_;  ///< the name of the file; empty: it is not kept
  std::string progress_;
  std::string written_settings_;
  Progress written_progress_;
  std::vector<FileWish> aside_;
};

}  // namespace imapscope::gui
