// Scene: all that a pane may read this frame. picture = f(history, t, view), and this is its
// argument. Everything in it is const for a pane and valid for the frame; X-ray, lesson text and
// branches are plain values here, so that no pane sees the simulation behind them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "gui/layout/window_layout.h"
#include "gui/scene/branches.h"
#include "gui/scene/console_info.h"
#include "gui/scene/intent.h"
#include "gui/scene/lesson_text.h"
#include "gui/scene/session_view.h"
#include "gui/scene/start_view.h"
#include "gui/scene/theme.h"
#include "gui/scene/xray.h"
#include "sim/belief/belief.h"
#include "sim/explain/explain.h"
#include "sim/explain/rule_page.h"
#include "sim/observer/presentation.h"
#include "sim/observer/timeline.h"
#include "sim/words/words.h"

namespace imapscope::gui {

/// A client's lane. Its `order` says its colour and shape (symbols::client). A client that connects
/// again, after its connection closed, stays in its lane.
struct Lane {
  trace::ConnectionId connection;  ///< the newest that was opened at the play head, else the first
  std::string name;                ///< "laptop"; of peers that share a host, ":46882"
  std::size_t order = 0;           ///< 0: first client …
  std::vector<trace::ConnectionId> connections;  ///< all of them, in order
  std::string peer{};                            ///< its name in full: "127.0.0.1:46882"
  bool is_nameless = false;                      ///< the trace does not name it: "client 2"

  [[nodiscard]] bool has(trace::ConnectionId id) const;
};

struct PlayHead {
  observer::ShownTime shown;  ///< presentation time
  Instant wire;               ///< the wire time it stands for
  std::size_t moments = 0;    ///< how many moments have happened
  bool playing = false;
  double speed = 1;
  bool at_end = false;      ///< of what may be shown
  observer::ShownTime end;  ///< of what may be shown: where a question is open, it is asked there
};

/// A key, and what it does.
struct KeyHelp {
  std::string keys;  ///< "Shift ← →"
  std::string words;
};

/// What the viewer chose; never what happened.
struct View {
  std::optional<ChoosePane> pane;
  Wanted wanted;
  bool menu = false;
  Brightness brightness = Brightness::dark;
  double zoom = 1;
  bool presenter = false;
  bool full_screen = false;
  bool motion = true;
  std::string language = "en";
  RowMode rows = RowMode::lines;
  std::optional<observer::LineId> selected_line;  ///< nothing: the newest line is explained
  std::size_t selected_token = 0;
  bool token_chosen = false;  ///< false: the explanation's leading token
  std::optional<trace::ConnectionId> selected_client;
  std::size_t selected_in_step = 0;  ///< the choice holds for this step of the lesson, from 1
  std::set<observer::LineId> open_folds;
  bool counting_hands = false;  ///< digits count those of the audience
  bool help = false;
  bool lessons = false;               ///< the list of lessons is shown
  bool marks = false;                 ///< how to read the picture is shown
  const rules::Rule* rule = nullptr;  ///< whose page is shown
  Shares shares = default_shares;     ///< of the splitters
  float console_height = 44;          ///< that the console would like, in design pixels
  std::string literal_draft;          ///< octets that are typed for a literal, and not sent yet
};

enum class Source { nothing, lesson, simulation, capture, live };

struct Scene {
  const Theme* theme = nullptr;                  ///< never null
  words::Words words;                            ///< in the viewer's language
  const observer::Timeline* timeline = nullptr;  ///< never null
  std::uint64_t revision = 0;  ///< changes whenever the timeline's lines do, and with the branch
  const observer::Presentation* presentation = nullptr;  ///< never null
  std::shared_ptr<const observer::Beliefs> beliefs;      ///< at the play head; never null
  std::vector<Lane> lanes;
  trace::ConnectionId client;  ///< whose belief the mailbox pane shows
  PlayHead head;
  Source source = Source::nothing;
  std::string title;                        ///< of a capture: its file name
  bool covered = false;                     ///< a question is open: what comes is covered …
  std::optional<std::size_t> covered_lane;  ///< … in the lane of the client that it asks of
  std::optional<LessonText> lesson;
  std::optional<XrayView> xray;               ///< for `client`; nothing: covered, or a capture
  std::optional<observer::LineId> explained;  ///< the line in the inspector
  const explain::Explanation* explanation = nullptr;  ///< of `explained`; may be null
  std::vector<Branch> branches;
  std::size_t branch = 0;
  bool goes_on = false;  ///< the lesson has more, which has not been earned yet
  /// In a branch: its own events, the viewer's, begin with this one of the trace.
  std::optional<std::size_t> own_from;
  std::optional<Future> future;  ///< of the branch that this one left, or that left this one
  ConsoleInfo console;
  std::optional<SessionView> session;  ///< of one's own
  std::vector<InputMark> input_marks;  ///< in the order of their times
  std::vector<LessonEntry> lessons;    ///< that could be opened
  std::string here;                    ///< the path of the one where the learner is; may be empty
  std::optional<StartView> start;      ///< the start page is shown, and nothing but it
  std::optional<FolderView> files;     ///< the list of files is shown, above all else
  std::vector<std::string> languages;
  std::vector<KeyHelp> key_help;               ///< what keys do here; only while the help is shown
  std::optional<explain::RulePage> rule_page;  ///< of `view.rule`
  std::string message;                         ///< one sentence for the viewer: an error, a warning
  std::string note;                            ///< one that is no fault
  bool loading = false;
  View view;
};

/// Of each connection that has a lane, the lane's place in `scene.lanes`.
[[nodiscard]] std::map<trace::ConnectionId, std::size_t> lanes_by_connection(const Scene& scene);

/// The lane of a connection; null where it has none.
[[nodiscard]] const Lane* find_lane(const Scene& scene, trace::ConnectionId connection);

/// The lane of the client of that name; null where it has none yet.
[[nodiscard]] const Lane* lane_named(const Scene& scene, const std::string& name);

/// The lane after this one, for the next click on its name; after the last, the first.
[[nodiscard]] const Lane& next_lane(const Scene& scene, const Lane& lane);

/// The pane that the lesson's step speaks of.
[[nodiscard]] std::optional<Part> named_pane(const Scene& scene);

/// The pane that stands beside the ladder where there is not room for all: the viewer's choice, or
/// what the step names since.
[[nodiscard]] std::optional<Part> shown_pane(const Scene& scene);

/// What the explained line breaks or bends: violations first.
[[nodiscard]] std::vector<const rules::Finding*> findings(const Scene& scene);

/// Whether a page of this window lies above the picture: it takes the keys then.
[[nodiscard]] bool has_page(const Scene& scene);

/// The newest line that has begun to travel at the play head; nothing before the first.
[[nodiscard]] std::optional<observer::LineId> newest_line(const Scene& scene);

/// The line to explain where the viewer chose none: the one that has just landed, or else the first
/// of those that have just left together.
[[nodiscard]] std::optional<observer::LineId> current_line(const Scene& scene);

}  // namespace imapscope::gui
