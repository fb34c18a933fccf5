#include "gui/app/document/document.h"

#include <algorithm>
#include <utility>

#include "gui/app/document/capture_document.h"
#include "gui/app/document/lesson_document.h"
#include "gui/app/document/live_document.h"
#include "sim/inflate/inflate.h"
#include "sim/lesson/read/read.h"
#include "sim/trace/formats.h"
#include "sim/trace/peer_names.h"
#include "sim/trace/read.h"

namespace imapscope::gui {
namespace {

std::size_t common_events(const trace::Trace& a, const trace::Trace& b) {
  const auto [end, other] =
      std::mismatch(a.events.begin(), a.events.end(), b.events.begin(), b.events.end());
  return static_cast<std::size_t>(end - a.events.begin());
}

class NothingOpen : public Document {
 public:
  NothingOpen() : Document({}, Recording{}) {}
  [[nodiscard]] Source source() const override { return Source::nothing; }
  [[nodiscard]] std::string_view why_not() const override { return "messages.nothing_open"; }
};

}  // namespace

Document::Document(std::string title, Recording recording) : title_(std::move(title)) {
  recordings_.push_back(std::move(recording));
}

void Document::choose_branch(std::size_t branch) {
  if (branch >= recordings_.size()) return;
  branch_ = branch;
  changed();
}

void Document::rename_branch(std::size_t branch, std::string name) {
  if (branch >= recordings_.size() || name.empty()) return;
  recordings_[branch].name = std::move(name);
  changed();
}

void Document::remove_branch(std::size_t branch) {
  if (branch >= recordings_.size() || !recordings_[branch].parent) return;
  const std::size_t parent = *recordings_[branch].parent;
  const Recording& removed = recordings_[branch];
  for (Recording& other : recordings_) {
    if (!other.parent || &other == &removed) continue;
    if (*other.parent == branch) {
      other.parent = parent;
      other.forked_at = std::min(other.forked_at, removed.forked_at);
      other.shared_events = std::min(other.shared_events, removed.shared_events);
    }
  }
  recordings_.erase(recordings_.begin() + static_cast<std::ptrdiff_t>(branch));
  const auto moved = [branch](std::size_t index) { return index > branch ? index - 1 : index; };
  for (Recording& other : recordings_) {
    if (other.parent) other.parent = moved(*other.parent);
  }
  choose_branch(moved(branch_ == branch ? parent : branch_));
}

const lesson::Ask* Document::question() const {
  return player() == nullptr ? nullptr : player()->question();
}

const lesson::TaskRun* Document::task() const {
  return player() == nullptr ? nullptr : player()->task();
}

Result<lesson::Answer, Said> Document::answer(const lesson::Prediction& /*prediction*/) {
  return fail(Said("messages.no_question"));
}

Result<void, Said> Document::retry(std::size_t /*step*/) {
  return fail(Said("messages.no_question"));
}

Result<void, Said> Document::reset_task() {
  return fail(Said("messages.no_task"));
}

Result<void, Said> Document::leave_task() {
  return fail(Said("messages.no_task"));
}

void Document::answer_all_correctly() {
  while (answer_next_correctly()) {
  }
}

Result<void, Said> Document::act(const world::Action& /*action*/, observer::ShownTime /*head*/) {
  return fail(Said(std::string(why_not())));
}

Result<void, Said> Document::send(trace::ConnectionId connection, const std::string& text,
                                  observer::ShownTime head) {
  const std::string client = trace::client_of(current().timeline.trace(), connection);
  return act(world::Send{.client = client, .text = text}, head);
}

void Document::add_branch(Recording recording, Instant at) {
  recording.parent = branch_;
  recording.attempt = ++branches_made_;
  recording.forked_at = at;
  recording.shared_events = common_events(current().timeline.trace(), recording.timeline.trace());
  recordings_.push_back(std::move(recording));
  choose_branch(recordings_.size() - 1);
}

std::unique_ptr<Document> nothing_open() {
  return std::make_unique<NothingOpen>();
}

namespace {

/// What the file was taken for and why, what is wrong with it, and what could be opened.
Said not_opened(const std::string& name, Said kind, Said since, Said fault) {
  return {"messages.not_opened",
          {{"file", file_of(name)},
           {"format", std::move(kind)},
           {"since", std::move(since)},
           {"fault", std::move(fault)},
           {"formats", trace::readable_formats()}}};
}

/// A trace that does not exist may be one that a server is to write.
Said not_there(const std::string& name, Said fault) {
  if (fault.key != file_fault::no_such_file || !name.ends_with(".jsonl")) return fault;
  return {"messages.start_server_first", {{"fault", std::move(fault)}, {"file", name}}};
}

Result<std::unique_ptr<Document>, Said> open_lesson(const Files& files, const std::string& name,
                                                    const std::string& content) {
  auto lesson = lesson::read(content, file_of(name), {files, folder_of(name)});
  if (lesson) return std::make_unique<LessonDocument>(std::move(*lesson));
  return fail(not_opened(name, Said("messages.lesson.kind"), Said("messages.lesson.since"),
                         lesson.error().said()));
}

}  // namespace

Result<std::unique_ptr<Document>, Said> open_document(const Files& files, const std::string& name) {
  const auto content = files.read(name);
  if (!content) return fail(not_there(name, content.error()));
  if (lesson::is_lesson(*content)) return open_lesson(files, name, *content);
  auto trace = trace::read(*content, file_of(name));
  if (!trace) {
    const trace::FormatInfo* format = trace::find_format(*content);
    if (format == nullptr) return fail(trace.error().message);
    return fail(not_opened(name, trace::kind_of(*format), trace::reason_for(*format),
                           trace.error().message));
  }
  if (trace::looks_like_jsonl(*content)) {
    return std::make_unique<LiveDocument>(std::move(*trace), name);
  }
  return std::make_unique<CaptureDocument>(inflate::inflate(std::move(*trace)), file_of(name));
}

}  // namespace imapscope::gui
