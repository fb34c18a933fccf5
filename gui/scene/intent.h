// Intents: what a viewer wishes. Panes only wish; gui/app/apply.cpp is the only place that obeys.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "gui/layout/window_layout.h"
#include "gui/scene/session_view.h"
#include "sim/belief/belief.h"
#include "sim/observer/presentation.h"
#include "sim/rules/rules.h"

namespace imapscope::gui {

enum class StepBy { line, exchange };
enum class RowMode { lines, segments, bytes };

struct PlayPause {};
struct StepForward {
  StepBy by = StepBy::line;
};
struct StepBack {
  StepBy by = StepBy::line;
};
struct NextRest {};      ///< at once; a rest is where a lesson waits for its viewer
struct PreviousRest {};  ///< the same backwards
struct JumpToStep {
  std::size_t step = 0;
};  ///< of the lesson, from 1; only as far as it is earned
struct JumpToStart {};
struct JumpToEnd {};
struct JumpTo {
  observer::ShownTime time;
};
struct JumpToLine {
  observer::LineId line;
};
struct SetSpeed {
  double speed = 1;
};  ///< 0.25 to 4
struct Zoom {
  double factor = 1;
};  ///< the new zoom, 0.75 to 3
struct TogglePresenter {};
struct ToggleFullScreen {};
struct ToggleTheme {};
struct ToggleMotion {};
struct SetLanguage {
  std::string language;
};
struct SetRowMode {
  RowMode mode = RowMode::lines;
};
struct SelectLine {
  std::optional<observer::LineId> line;
};
struct SelectToken {
  std::size_t token = 0;
};
struct SelectClient {
  trace::ConnectionId connection;
};
struct ToggleFold {
  observer::LineId line;
};  ///< a long literal opens or closes
struct ChooseOption {
  std::size_t option = 0;
};  ///< of the question; not locked in yet
struct TypePrediction {
  std::string line;
};  ///< instead of an option
struct LockIn {};
struct ShowHint {};  ///< the next one of the open question
struct TryAgain {};  ///< the question on the screen, after a wrong answer
/// Digits and clicks count hands, or choose again.
struct CountHands {
  bool counting = true;
};
/// One of the audience is for this option of the question on the screen; or no longer.
struct RaiseHand {
  std::size_t option = 0;
  bool lowered = false;
};
struct NextLesson {};  ///< opens the one that follows in the list
struct SaveReport {};  ///< of the open lesson: what was asked, predicted and counted, as Markdown
/// A lesson as if it had never been opened, by the name of its file; without one, all of them.
struct ResetProgress {
  std::string lesson;
};
/// Sets the wire back to where the open task began.
struct ResetTask {};
/// Goes on behind the open task. Where it is not solved, the lesson shows how it is done.
struct LeaveTask {};
struct SendConsole {
  trace::ConnectionId connection;
  std::string text;
};
/// How high the console would like to be, in design pixels, and what is typed there of a literal.
struct WishConsole {
  float height = 0;
  std::string draft;
};
struct ChooseBranch {
  std::size_t branch = 0;
};
/// An empty name is none.
struct RenameBranch {
  std::size_t branch = 0;
  std::string name;
};
/// The first history stays, whatever.
struct RemoveBranch {
  std::size_t branch = 0;
};
struct OpenFile {
  std::string path;
};
/// The start page.
struct ShowStart {
  bool shown = true;
};
/// The list of files that could be opened.
struct ShowFiles {
  bool shown = true;
};
/// Another folder in that list; ".." at its end is the folder above.
struct ListFolder {
  std::string path;
};
struct ShowHelp {
  bool shown = true;
};
/// The list of lessons.
struct ShowLessons {
  bool shown = true;
};
/// The pane beside the ladder where there is not room for all; the choice holds until a step names
/// another.
struct ChoosePane {
  Part part = Part::state;
  std::size_t step = 0;  ///< of the lesson, where it was chosen
};
/// Console, inspector, timeline or notes, where the window does not show them by itself.
struct Want {
  Part part = Part::console;
  bool wanted = true;
};
/// What the toolbar has no room for.
struct ShowMenu {
  bool shown = true;
};
/// How to read the picture.
struct ShowMarks {
  bool shown = true;
};
/// The page about a rule; null: it goes away.
struct ShowRule {
  const rules::Rule* rule = nullptr;
};
struct DismissMessage {};
struct MoveSplitter {
  Splitter splitter = Splitter::lesson;
  float share = 0;
};

using Intent = std::variant<
    PlayPause, StepForward, StepBack, NextRest, PreviousRest, JumpToStep, JumpToStart, JumpToEnd,
    JumpTo, JumpToLine, SetSpeed, Zoom, TogglePresenter, ToggleFullScreen, ToggleTheme,
    ToggleMotion, SetLanguage, SetRowMode, SelectLine, SelectToken, SelectClient, ToggleFold,
    ChooseOption, TypePrediction, LockIn, ShowHint, TryAgain, NextLesson, ResetProgress, ResetTask,
    LeaveTask, SendConsole, WishConsole, ChooseBranch, RenameBranch, RemoveBranch, OpenFile,
    ShowHelp, ShowLessons, ShowMarks, ShowRule, DismissMessage, MoveSplitter, ChoosePane, Want,
    ShowMenu, ShowStart, ShowFiles, ListFolder, NewSession, MailArrives, CutLine, ClientConnects,
    SetNetwork, UndoInput, ResetSession, SaveSession, CountHands, RaiseHand, SaveReport>;

using Intents = std::vector<Intent>;

}  // namespace imapscope::gui
