// Document: what is open, as histories. A lesson has one history and as many branches as the viewer
// tried; a capture has one; a file that another program writes grows. Nothing here knows the
// window.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gui/scene/scene.h"
#include "sim/base/result.h"
#include "sim/lesson/player.h"
#include "sim/observer/presentation.h"
#include "sim/observer/timeline.h"
#include "sim/trace/trace.h"

namespace imapscope::gui {

/// Where a lesson's question stands in a history, counted in moments.
struct AskedAt {
  std::size_t step;
  std::size_t moments;
};

/// One history, observed. Move-only.
struct Recording {
  std::string name;                   ///< "lesson", "try 1", the file's name
  std::optional<std::size_t> parent;  ///< the branch it left
  Instant forked_at;
  std::optional<lesson::Player> player;  ///< nothing: a capture, or a live file
  observer::Timeline timeline;
  std::vector<Lane> lanes;                ///< one for each client, in order
  std::vector<std::size_t> step_moments;  ///< how many moments lie before each step
  std::vector<AskedAt> questions;
  observer::Presentation presentation;

  /// Where the play head stands first: a lesson's first step is there to be read, question and all.
  [[nodiscard]] observer::ShownTime start() const {
    const auto& pauses = presentation.pauses();
    return pauses.empty() ? observer::ShownTime{} : pauses.front().ends;
  }
};

class Document {
 public:
  /// Nothing is open yet.
  Document();
  explicit Document(lesson::Lesson lesson);
  Document(trace::Trace trace, std::string name);
  ~Document();
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;

  /// A lesson or a trace, told by content. A file in imapscope's own format is followed as it
  /// grows. An error is one sentence.
  [[nodiscard]] static Result<Document, std::string> open(const std::filesystem::path& path);

  [[nodiscard]] const Recording& current() const { return recordings_[branch_]; }
  [[nodiscard]] const std::vector<Recording>& recordings() const { return recordings_; }
  [[nodiscard]] std::size_t branch() const { return branch_; }
  [[nodiscard]] Source source() const { return source_; }
  [[nodiscard]] const std::string& title() const { return title_; }
  [[nodiscard]] const std::string& warning() const { return warning_; }

  /// Counts every change of what is open: a branch chosen or made, a history grown.
  [[nodiscard]] std::uint32_t changes() const { return changes_; }

  void choose_branch(std::size_t branch);
  /// Answers the open question of the current history, which grows by what happens then.
  Result<lesson::Answer, std::string> answer(const lesson::Prediction& prediction);
  /// Answers the open question correctly. False if none is open.
  bool answer_next_correctly();
  /// Answers every question correctly, to the end of the lesson.
  void answer_all_correctly();

  /// Sends `text` as `client` after the first `moments` moments: into the current branch if those
  /// are all it has, else into a new branch that becomes the current one.
  Result<void, std::string> send(trace::ConnectionId client, const std::string& text,
                                 std::size_t moments);
  [[nodiscard]] bool sending_forks(std::size_t moments) const;

  /// Takes in what a followed file has got since. True if there was something.
  bool follow();

 private:
  struct Follower;

  std::vector<Recording> recordings_;
  std::size_t branch_ = 0;
  std::uint32_t changes_ = 0;
  Source source_ = Source::lesson;
  std::string title_;
  std::string warning_;
  std::unique_ptr<Follower> follower_;
};

}  // namespace imapscope::gui
