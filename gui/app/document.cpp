#include "gui/app/document.h"

#include <algorithm>
#include <map>
#include <utility>

#include "sim/base/file.h"
#include "sim/lesson/read.h"
#include "sim/observer/redact.h"
#include "sim/trace/jsonl.h"
#include "sim/trace/read.h"

namespace imapscope::gui {
namespace {

/// How many moments lie before an event that is sent at `t` and has `events` others before it.
std::size_t moments_before(const observer::Timeline& timeline, Instant t, std::size_t events) {
  const auto moments = timeline.moments();
  const auto at = std::lower_bound(
      moments.begin(), moments.end(), t,
      [](const observer::Moment& moment, Instant time) { return moment.at < time; });
  auto count = static_cast<std::size_t>(at - moments.begin());
  while (count < moments.size() && moments[count].at == t) {
    const observer::Line& line = timeline.lines()[moments[count].line.value];
    if (line.first_event >= events) break;
    ++count;
  }
  return count;
}

/// What lanes need to know of a connection.
struct Span {
  std::string client;
  std::size_t first_event;
  std::optional<std::size_t> closed;  // event
};

std::map<trace::ConnectionId, Span> connections_of(const trace::Trace& trace) {
  std::map<trace::ConnectionId, Span> connections;
  for (std::size_t i = 0; i < trace.events.size(); ++i) {
    const trace::Event& event = trace.events[i];
    if (std::holds_alternative<trace::Note>(event.what)) continue;  // said beside the wire
    Span& span = connections.try_emplace(event.connection, Span{{}, i, {}}).first->second;
    const auto* opened = std::get_if<trace::Opened>(&event.what);
    if (opened != nullptr && span.client.empty()) span.client = opened->client;
    if (std::holds_alternative<trace::Closed>(event.what)) span.closed = i;
  }
  return connections;
}

/// A lane for each client that has connected or has spoken, in order. A name that comes back after
/// its connection closed is the same client.
std::vector<Lane> lanes_of(const observer::Timeline& timeline) {
  const auto connections = connections_of(timeline.trace());
  std::vector<Lane> lanes;
  const auto lane_of = [&](const Span& span) {
    return std::find_if(lanes.begin(), lanes.end(), [&](const Lane& lane) {
      const auto& closed = connections.at(lane.connections.back()).closed;
      return !span.client.empty() && lane.name == span.client && closed &&
             *closed < span.first_event;
    });
  };
  for (const auto& [connection, span] : connections) {
    const auto lane = lane_of(span);
    if (lane != lanes.end()) {
      lane->connections.push_back(connection);
      continue;
    }
    const std::string number = std::to_string(lanes.size() + 1);
    lanes.push_back({.connection = connection,
                     .name = span.client.empty() ? "client " + number : span.client,
                     .order = lanes.size(),
                     .connections = {connection}});
  }
  return lanes;
}

/// Rebuilds what follows from the player and the timeline.
void refresh(Recording& recording) {
  recording.lanes = lanes_of(recording.timeline);
  recording.step_moments.clear();
  recording.questions.clear();
  if (recording.player) {
    const auto& steps = recording.player->steps();
    for (std::size_t i = 0; i < steps.size(); ++i) {
      recording.step_moments.push_back(
          moments_before(recording.timeline, steps[i].begins, steps[i].events));
      if (!steps[i].asked_at) continue;
      recording.questions.push_back(
          {i, moments_before(recording.timeline, *steps[i].asked_at, steps[i].asked_events)});
    }
  }
  recording.presentation = observer::Presentation(recording.timeline, recording.step_moments);
}

/// Takes what the player's trace has got since into the timeline.
void grow(Recording& recording) {
  const auto& events = recording.player->trace().events;
  const std::size_t known = recording.timeline.trace().events.size();
  recording.timeline.append(std::span(events).subspan(known));
  refresh(recording);
}

Recording record(lesson::Player player, std::string name) {
  Recording recording{.name = std::move(name),
                      .parent = std::nullopt,
                      .forked_at = {},
                      .player = std::move(player),
                      .timeline = {},
                      .lanes = {},
                      .step_moments = {},
                      .questions = {},
                      .presentation = {}};
  recording.timeline = observer::Timeline(recording.player->trace());
  refresh(recording);
  return recording;
}

Result<std::string, std::string> contents_of(const std::filesystem::path& path) {
  auto contents = octets_of_file(path);
  if (!contents) return fail(path.string() + " " + contents.error());
  return std::move(*contents);
}

std::string client_name(const trace::Trace& trace, trace::ConnectionId connection) {
  for (const trace::Event& event : trace.events) {
    if (event.connection != connection) continue;
    if (const auto* opened = std::get_if<trace::Opened>(&event.what)) return opened->client;
  }
  return {};
}

}  // namespace

struct Document::Follower {
  trace::Follower file;
  std::size_t already_read;  // events that opening the file took in
};

Document::Document() {
  recordings_.emplace_back();
}

Document::Document(lesson::Lesson lesson) {
  title_ = lesson::in_language(lesson.title, "en");
  recordings_.push_back(record(lesson::Player(std::move(lesson)), "lesson"));
}

Document::Document(trace::Trace trace, std::string name)
    : source_(Source::capture), title_(std::move(name)) {
  if (!trace.warnings.empty()) warning_ = trace.warnings.front();
  Recording recording{};
  recording.name = title_;
  recording.timeline = observer::Timeline(observer::redact(std::move(trace)));
  refresh(recording);
  recordings_.push_back(std::move(recording));
}

Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

Result<Document, std::string> Document::open(const std::filesystem::path& path) {
  const auto content = contents_of(path);
  if (!content) return fail(content.error());
  const std::string name = path.filename().string();
  if (lesson::is_lesson(*content)) {
    auto lesson = lesson::read(*content, name, path.parent_path());
    if (!lesson) return fail(lesson.error().to_string());
    return Document(std::move(*lesson));
  }
  auto trace = trace::read(*content, name);
  if (!trace) return fail(trace.error().message);
  Document document(std::move(*trace), name);
  if (trace::looks_like_jsonl(*content)) {
    const std::size_t read = document.current().timeline.trace().events.size();
    document.follower_ = std::make_unique<Follower>(Follower{trace::Follower(path), read});
  }
  return document;
}

void Document::choose_branch(std::size_t branch) {
  if (branch >= recordings_.size()) return;
  branch_ = branch;
  ++changes_;
}

Result<lesson::Answer, std::string> Document::answer(const lesson::Prediction& prediction) {
  Recording& recording = recordings_[branch_];
  if (!recording.player || recording.player->question() == nullptr) {
    return fail(std::string("No question is open here."));
  }
  auto answer = recording.player->answer(prediction);
  if (answer) grow(recording);
  ++changes_;
  return answer;
}

bool Document::answer_next_correctly() {
  Recording& recording = recordings_[branch_];
  if (!recording.player || recording.player->question() == nullptr) return false;
  recording.player->answer_correctly();
  grow(recording);
  ++changes_;
  return true;
}

void Document::answer_all_correctly() {
  while (answer_next_correctly()) {
  }
}

bool Document::sending_forks(std::size_t moments) const {
  const Recording& recording = current();
  const bool at_end = moments >= recording.timeline.moments().size();
  return !(at_end && recording.player && recording.player->is_branch());
}

Result<void, std::string> Document::send(trace::ConnectionId client, const std::string& text,
                                         std::size_t moments) {
  ++changes_;
  if (!current().player) return fail(std::string("There is no server here that could answer."));
  const world::Send action{.client = client_name(current().timeline.trace(), client), .text = text};
  if (!sending_forks(moments)) {
    auto sent = recordings_[branch_].player->act(action);
    if (sent) grow(recordings_[branch_]);
    return sent;
  }
  const auto all = current().timeline.moments();
  const Instant at = moments == 0 ? Instant{} : all[std::min(moments, all.size()) - 1].at;
  lesson::Player player = current().player->fork(at);
  if (auto sent = player.act(action); !sent) return sent;
  Recording branch = record(std::move(player), "try " + std::to_string(recordings_.size()));
  branch.parent = branch_;
  branch.forked_at = at;
  recordings_.push_back(std::move(branch));
  branch_ = recordings_.size() - 1;
  return {};
}

bool Document::follow() {
  if (!follower_) return false;
  auto growth = follower_->file.poll();
  if (!growth) {
    warning_ = growth.error().message;
    return false;
  }
  const std::size_t read = std::min(follower_->already_read, growth->events.size());
  follower_->already_read -= read;
  const auto events = std::span(growth->events).subspan(read);
  if (events.empty()) return false;
  ++changes_;
  source_ = Source::live;
  Recording& recording = recordings_.front();
  recording.timeline.append(events);
  refresh(recording);
  return true;
}

}  // namespace imapscope::gui
