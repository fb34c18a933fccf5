// WindowState: what the window is about, between two frames. A document, a view and a play head;
// panes never see it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "gui/app/document.h"
#include "gui/scene/scene.h"
#include "sim/observer/presentation.h"

namespace imapscope::gui {

/// A prediction that is not locked in yet.
struct Draft {
  std::optional<std::size_t> option;
  std::string typed;
};

struct WindowState {
  Document document;
  View view;
  observer::ShownTime head;
  bool playing = false;
  double speed = 1;
  Draft draft;
  std::vector<LessonEntry> lessons;
  std::string message;
  std::uint32_t documents = 0;  ///< how many were opened before this one
};

/// Lets `seconds` of real time pass: the play head moves if it is playing, and stops at the end of
/// what may be shown. A followed file grows; a play head that stood at its end goes along.
void advance(WindowState& state, double seconds);

/// The lessons in a folder, by number. A file that is no lesson is passed over.
[[nodiscard]] std::vector<LessonEntry> find_lessons(const std::filesystem::path& folder);

/// Puts the play head at the moment the wire reached `t`, rests included.
void seek(WindowState& state, Instant t);
void seek_to_start(WindowState& state);
void seek_to_end(WindowState& state);

}  // namespace imapscope::gui
