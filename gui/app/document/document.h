// Document: what is open, as histories. Each kind of document is a type of its own behind this
// interface (lesson_document, capture_document, live_document); what a kind cannot do says so
// itself, so that nobody has to ask for the kind. Nothing here knows the window.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gui/app/document/recording.h"
#include "gui/scene/scene.h"
#include "sim/base/files.h"
#include "sim/base/result.h"
#include "sim/base/said.h"
#include "sim/lesson/player.h"
#include "sim/world/history.h"
#include "sim/world/input.h"
#include "sim/world/xray.h"

namespace imapscope::gui {

class Document {
 public:
  virtual ~Document() = default;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  // ---- what is open ----
  [[nodiscard]] virtual Source source() const = 0;
  [[nodiscard]] virtual std::string title(const words::Words& /*words*/) const { return title_; }
  [[nodiscard]] const Said& warning() const { return warning_; }

  // ---- its histories: one, and a branch for each that left it; both futures stay ----
  [[nodiscard]] const Recording& current() const { return recordings_[branch_]; }
  [[nodiscard]] const std::vector<Recording>& recordings() const { return recordings_; }
  [[nodiscard]] std::size_t branch() const { return branch_; }
  void choose_branch(std::size_t branch);
  /// An empty name changes nothing.
  void rename_branch(std::size_t branch, std::string name);
  /// What left it has left its parent then. The first history cannot be removed.
  virtual void remove_branch(std::size_t branch);
  /// Whether there is more to a history than may be known yet.
  [[nodiscard]] virtual bool goes_on(std::size_t /*branch*/) const { return false; }
  /// Counts every change of what is open: a branch chosen or made, a history grown.
  [[nodiscard]] std::uint32_t changes() const { return changes_; }
  /// Whether a client gets its lane as it connects; else lanes stay where they are.
  [[nodiscard]] virtual bool lanes_appear() const { return false; }

  // ---- a lesson's questions and tasks ----
  /// Plays the current history; null where there is no lesson.
  [[nodiscard]] virtual const lesson::Player* player() const { return nullptr; }
  /// The open question of the current history, or null.
  [[nodiscard]] const lesson::Ask* question() const;
  /// The open task of the current history, or null.
  [[nodiscard]] const lesson::TaskRun* task() const;
  /// Answers the question; the history grows by what happens then.
  virtual Result<lesson::Answer, Said> answer(const lesson::Prediction& prediction);
  /// Answers it correctly, or solves the open task. False if neither is open.
  virtual bool answer_next_correctly() { return false; }
  /// Asks the question of a step that was answered wrong once more.
  virtual Result<void, Said> retry(std::size_t step);
  /// Sets the wire back to where the open task began.
  virtual Result<void, Said> reset_task();
  /// Goes on behind the open task, by the lesson's own solution where it was not solved.
  virtual Result<void, Said> leave_task();
  /// Answers every question correctly and solves every task, to the end of the lesson.
  void answer_all_correctly();

  // ---- a server that answers ----
  /// Why nobody can act here: the key of the sentence; empty where one can.
  [[nodiscard]] virtual std::string_view why_not() const = 0;
  /// Acts where the play head stands: in the current branch if that is its end and it may grow,
  /// else in a new branch that becomes the current one.
  virtual Result<void, Said> act(const world::Action& action, observer::ShownTime head);
  [[nodiscard]] virtual bool acting_forks(observer::ShownTime /*head*/) const { return false; }
  /// Acts by sending `text` on a connection.
  Result<void, Said> send(trace::ConnectionId connection, const std::string& text,
                          observer::ShownTime head);
  /// What the server holds and owes where the play head stands; nothing where nobody can know.
  [[nodiscard]] virtual std::optional<world::Xray> xray(observer::ShownTime /*head*/) const {
    return std::nullopt;
  }

  // ---- a session of one's own ----
  /// The inputs of the current history; null where it is not made of inputs alone.
  [[nodiscard]] virtual const world::History* history() const { return nullptr; }
  /// Whether the current history has an input of its own to take back.
  [[nodiscard]] virtual bool can_undo() const { return false; }
  /// Takes the last input back.
  virtual void undo() {}
  /// Takes all inputs back, to the beginning or to where the branch left.
  virtual void reset() {}

  // ---- a file that another program writes ----
  [[nodiscard]] virtual bool is_followed() const { return false; }
  /// Takes in what it has got since. True if there was something.
  virtual bool follow(const Files& /*files*/) { return false; }

 protected:
  Document(std::string title, Recording recording);

  [[nodiscard]] Recording& recording() { return recordings_[branch_]; }
  /// A branch that left the current one at `at`; it becomes the current one.
  void add_branch(Recording recording, Instant at);
  void warn(Said warning) { warning_ = std::move(warning); }
  void changed() { ++changes_; }

 private:
  std::vector<Recording> recordings_;
  std::size_t branch_ = 0;
  std::size_t branches_made_ = 0;  ///< no branch is called as one before it
  std::uint32_t changes_ = 0;
  std::string title_;
  Said warning_;
};

/// Nothing is open yet: no lines, no lanes.
[[nodiscard]] std::unique_ptr<Document> nothing_open();

/// A lesson or a trace, told by content. A file in imapscope's own format is followed as it
/// grows. An error says what the file was taken for, and what is wrong with it.
[[nodiscard]] Result<std::unique_ptr<Document>, Said> open_document(const Files& files,
                                                                    const std::string& name);

}  // namespace imapscope::gui
