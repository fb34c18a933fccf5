// WindowState: what the window is about, between two frames. A document, a view and a play head;
// panes never see it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "gui/app/document/document.h"
#include "gui/app/make/start_state.h"
#include "gui/app/remember/progress.h"
#include "gui/scene/scene.h"
#include "sim/observer/presentation.h"

namespace imapscope::gui {

/// A prediction that is not locked in yet.
struct Draft {
  std::optional<std::size_t> option;
  std::string typed;
};

/// A file to be written, with a name like this one that no other file has.
struct Save {
  std::string name;  ///< "session.json"
  std::string octets;
};

/// Where the window stands on its screen, in screen units, when it does not fill it.
struct WindowPlace {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;

  bool operator==(const WindowPlace&) const = default;
};

struct WindowState {
  std::unique_ptr<Document> document = nothing_open();  ///< never null
  std::string file;                                     ///< the name that it was opened by
  View view;
  std::string system_language = "en";  ///< another one is the viewer's choice, and is remembered
  observer::ShownTime head;
  bool playing = false;
  double speed = 1;
  double stirs_s = 0;    ///< how long something still moves that the play head does not move
  double look_in_s = 0;  ///< when a followed file is looked at again
  Draft draft;
  std::map<std::size_t, std::size_t> hints;  ///< how many were shown, by step
  std::map<std::size_t, Hands> hands;        ///< of the audience, by step
  std::set<std::size_t> nudged;              ///< the steps whose question nudged once
  bool nudge = false;                        ///< it does now
  std::vector<LessonEntry> lessons;
  StartState start;
  Progress progress;
  std::optional<WindowPlace> place;  ///< nothing: it is not known
  Said message;                      ///< an error or a warning; stays until it is dismissed
  Said note;                         ///< what is no fault; goes with the viewer's next act
  std::vector<Save> saves;           ///< that the viewer has asked for
  std::uint32_t documents = 0;       ///< how many were opened before this one
};

/// Lets `seconds` of real time pass: the play head moves if it is playing, and stops at the next
/// rest and at the end of what may be shown. A followed file grows; a play head that stood at its
/// end goes along.
void advance(WindowState& state, double seconds, const Files& files);

/// How often a followed file is looked at.
inline constexpr double follow_every_s = 0.25;

/// The start page, in front of what is open.
void show_start(WindowState& state, const Files& files);
/// The file list, of this folder.
void list_files(WindowState& state, const Files& files, const std::string& folder);

/// Another document takes the place of the one that was open, and the play head its start. `file`
/// is the name it was opened by; empty where it has none.
void show(WindowState& state, std::unique_ptr<Document> document, std::string file);
/// The same with a lesson or a trace; a folder is listed. An error is one sentence, and what was
/// open stays.
Result<void, Said> open_file(WindowState& state, const Files& files, const std::string& name);

/// Puts the play head at the moment the wire reached `t`, rests included.
void seek(WindowState& state, Instant t);
void seek_to_start(WindowState& state);
void seek_to_end(WindowState& state);

}  // namespace imapscope::gui
