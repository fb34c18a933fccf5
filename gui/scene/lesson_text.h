// LessonText: what the lesson has to say at the play head, as plain values.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gui/scene/hands.h"
#include "gui/scene/task.h"
#include "sim/base/lesson_terms.h"
#include "sim/belief/belief.h"
#include "sim/explain/explain.h"
#include "sim/imap/numbers.h"

namespace imapscope::gui {

using lesson::Grade;
using lesson::RestKind;

/// The key of what is said of an outcome.
[[nodiscard]] constexpr std::string_view outcome_key(Grade grade) {
  switch (grade) {
    case Grade::happened:
      return "lesson.outcome.happened";
    case Grade::legal:
      return "lesson.outcome.legal";
    case Grade::illegal:
      return "lesson.outcome.illegal";
  }
  return {};
}

struct QuestionOption {
  std::string text;              ///< wire text, or words
  bool is_wire = false;          ///< true: set in the wire's face
  std::optional<Grade> outcome;  ///< only once it has turned out
};
struct Question {
  explain::RichText text;
  std::string client;  ///< of whom it asks
  std::vector<QuestionOption> options;
  std::optional<std::size_t> chosen;
  bool takes_line = false;  ///< a line of one's own can be typed instead
  std::string typed;        ///< instead of an option
  bool locked = false;
  Hands hands;  ///< of an audience

  // ---- before it is locked in ----
  std::vector<explain::RichText> hints;  ///< those that were asked for
  std::size_t more_hints = 0;            ///< how many ShowHint can still bring
  bool nudge = false;                    ///< a key was pressed that has to wait for an answer

  // ---- once it has turned out ----
  std::optional<Grade> outcome;    ///< of the prediction
  std::optional<Grade> first_try;  ///< of the one that counts
  explain::RichText why;           ///< of the prediction's grade
  explain::RichText rule;          ///< whatever was predicted; may be empty
  std::string happened;            ///< the line that came
  bool can_try_again = false;      ///< TryAgain sets the wire back
};

/// A pane to look at, and what in it, as far as it is there at the play head.
struct Highlight {
  std::string pane;                           ///< "traffic", "state", "mailbox", …
  std::optional<trace::ConnectionId> client;  ///< whose
  std::optional<observer::LineId> line;
  std::optional<Uid> uid;  ///< of the message
  std::string flag;        ///< of that message; empty: the message as a whole
};

/// What one has made of a step.
enum class Earned {
  closed,  ///< behind a question that is not answered yet
  open,    ///< to be jumped to; it asks nothing
  asks,    ///< its question or its task waits
  right,   ///< answered right at the first try, or a task that was solved
  wrong,   ///< answered wrong at the first try, or a task that was left
};

/// How the first tries went.
struct Score {
  std::size_t right = 0;
  std::size_t answered = 0;
  std::size_t questions = 0;  ///< of the whole lesson
};

/// Opening exchanges that nobody needs to watch.
struct SetUp {
  explain::RichText text;  ///< what they do, without a full stop
  std::size_t lines = 0;   ///< how many lines they are
};

struct LessonText {
  std::string title;  ///< "19 · Two clients, one expunge"
  int number = 0;
  explain::RichText goal;     ///< what one can do afterwards
  explain::RichText learned;  ///< to be said at the end; may be empty
  std::string group;          ///< "several clients"; may be empty

  std::size_t step = 0;  ///< from 1
  std::size_t steps = 0;
  std::vector<Earned> dots;  ///< one for each step
  Score score;

  std::string client;  ///< that the step or its question speaks of; may be empty
  std::string heading;
  explain::RichText text;
  explain::RichText note;            ///< the teacher's; may be empty
  std::optional<SetUp> set_up;       ///< this step is
  std::optional<Question> question;  ///< once the play head has come to where it is asked
  std::optional<Task> task;          ///< the same
  std::vector<Highlight> highlights;
  std::string pane;  ///< that the step names first; empty: none

  RestKind rest = RestKind::told;  ///< that the play head reached last
  bool resting = false;            ///< it stands there, until the viewer goes on
  bool can_go_on = false;          ///< there is more, and no open question or task is in the way
  bool finished = false;           ///< the lesson is over, and the play head stands at its end
  std::optional<std::size_t> next_lesson;  ///< its place in `scene.lessons`
};

}  // namespace imapscope::gui
