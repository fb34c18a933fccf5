#include "gui/app/make/make_scene.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "gui/app/keys.h"
#include "gui/app/make/make_branches.h"
#include "gui/app/make/make_lesson.h"
#include "gui/app/make/make_session.h"
#include "gui/app/make/make_start.h"
#include "gui/app/make/make_task.h"
#include "gui/app/remember/note_progress.h"
#include "sim/base/ascii.h"
#include "sim/world/xray.h"

namespace imapscope::gui {
namespace {

/// The lanes, each with the connection that its client has at the play head.
std::vector<Lane> lanes_at_head(const words::Words& words, const Document& document,
                                const observer::Beliefs& beliefs) {
  std::vector<Lane> lanes = document.current().lanes;
  const auto is_to_come = [&](const Lane& lane) {
    return document.lanes_appear() && beliefs.find(lane.connections.front()) == beliefs.end();
  };
  lanes.erase(std::find_if(lanes.begin(), lanes.end(), is_to_come), lanes.end());
  for (Lane& lane : lanes) {
    for (const trace::ConnectionId connection : lane.connections) {
      if (beliefs.find(connection) != beliefs.end()) lane.connection = connection;
    }
    if (!lane.is_nameless) continue;
    lane.name = lane.peer = words("window.client_number", {{"number", lane.order + 1}});
  }
  return lanes;
}

/// The newest line's client.
trace::ConnectionId newest_client(const Scene& scene) {
  const auto newest = newest_line(scene);
  for (std::size_t i = newest ? newest->value + 1 : 0; i > 0; --i) {
    const Lane* lane = find_lane(scene, scene.timeline->lines()[i - 1].connection);
    if (lane != nullptr) return lane->connection;
  }
  return scene.lanes.empty() ? trace::ConnectionId{} : scene.lanes.front().connection;
}

/// Whose belief is shown: what the viewer chose in this step of the lesson, whom the lesson speaks
/// of, or the client whose line is the newest.
trace::ConnectionId client_of(const Scene& scene) {
  const std::size_t step = scene.lesson ? scene.lesson->step : 1;
  const bool holds = scene.view.selected_client && scene.view.selected_in_step == step;
  const Lane* chosen = holds ? find_lane(scene, *scene.view.selected_client) : nullptr;
  if (chosen != nullptr) return chosen->connection;
  const Lane* named = scene.lesson ? lane_named(scene, scene.lesson->client) : nullptr;
  return named != nullptr ? named->connection : newest_client(scene);
}

/// The lane in which an open question lets nothing be seen.
std::optional<std::size_t> covered_lane(const Scene& scene) {
  if (!scene.covered || !scene.lesson || !scene.lesson->question) return std::nullopt;
  const Lane* lane = lane_named(scene, scene.lesson->question->client);
  if (lane == nullptr) return std::nullopt;
  return static_cast<std::size_t>(lane - scene.lanes.data());
}

/// A simulated server's messages.
class HeldRows : public XrayRows {
 public:
  explicit HeldRows(world::XrayMessages messages) : messages_(std::move(messages)) {}
  [[nodiscard]] std::size_t size() const override { return messages_.size(); }
  [[nodiscard]] Uid uid_at(std::size_t place) const override { return messages_.uid_at(place); }
  [[nodiscard]] XrayRow row(std::size_t place) const override {
    const world::XrayMessage message = messages_[place];
    return {message.uid, message.flags, message.subject};
  }
  [[nodiscard]] std::string_view octets(std::size_t place) const override {
    return messages_.octets(place);
  }

 private:
  world::XrayMessages messages_;
};

std::map<trace::ConnectionId, XrayView> views_of(const std::optional<world::Xray>& xray) {
  std::map<trace::ConnectionId, XrayView> views;
  if (!xray) return views;
  for (const auto& [connection, session] : *xray) {
    const std::string mailbox = session.mailbox ? session.mailbox->utf8() : std::string();
    views[connection] = {mailbox, std::make_shared<HeldRows>(session.messages), session.owed};
  }
  return views;
}

std::uint64_t revision_of(const WindowState& state) {
  return (std::uint64_t{state.documents} << 32U) | state.document->changes();
}

PlayHead head_of(const WindowState& state) {
  const Recording& recording = state.document->current();
  const observer::Presentation& presentation = recording.presentation;
  PlayHead head;
  head.shown = state.head;
  head.wire = presentation.wire_time(state.head);
  head.moments = presentation.moments_until(state.head);
  head.playing = state.playing;
  head.speed = state.speed;
  head.end = recording.end();
  head.at_end = state.head >= head.end;
  return head;
}

}  // namespace

/// The task of the lesson's step, from where it begins on.
void SceneMaker::judge(const WindowState& state, LessonText& lesson) {
  const Recording& recording = state.document->current();
  const lesson::Player& player = *state.document->player();
  const std::size_t step = lesson.step - 1;
  if (!player.steps()[step].task || lesson.rest < RestKind::asked) return;
  const std::uint64_t revision = revision_of(state);
  const Instant reached = recording.reached_at(state.head);
  const bool known = judged_ && judged_->revision == revision && judged_->reached == reached &&
                     judged_->step == step;
  if (!known) judged_ = Judged{revision, reached, step, *player.progress(step, reached)};
  lesson.task = task_of(state, step, judged_->progress);
  if (lesson.client.empty()) lesson.client = lesson.task->clients.front();
  const bool at_end = state.head >= recording.end();
  // Also where it was solved in another try.
  if (at_end && lesson.task->open) lesson.can_go_on = lesson.task->fewest.has_value();
}

void SceneMaker::explain(const Recording& recording, Scene& scene) {
  if (!scene.explained) return;
  const observer::LineId line = *scene.explained;
  const std::string& language = scene.words.language();
  const bool known = explained_ && explained_->revision == scene.revision &&
                     explained_->line == line && explained_->language == language;
  if (!known) {
    explained_ = Explained{scene.revision, line, language,
                           explain::explain(recording.timeline, line, scene.words)};
  }
  scene.explanation = &explained_->explanation;
}

void SceneMaker::xray(const Document& document, Scene& scene) {
  if (scene.covered) return;
  const Instant reached = document.current().reached_at(scene.head.shown);
  if (!xray_ || xray_->revision != scene.revision || xray_->reached != reached) {
    xray_ = Seen{scene.revision, reached, views_of(document.xray(scene.head.shown))};
  }
  const auto session = xray_->views.find(scene.client);
  if (session != xray_->views.end()) scene.xray = session->second;
}

Scene SceneMaker::make(const WindowState& state, const Theme& theme) {
  const Recording& recording = state.document->current();
  Scene scene;
  scene.theme = &theme;
  scene.words = words::Words(state.view.language);
  scene.timeline = &recording.timeline;
  scene.revision = revision_of(state);
  scene.presentation = &recording.presentation;
  scene.view = state.view;
  scene.head = head_of(state);
  scene.beliefs = recording.timeline.beliefs_after(scene.head.moments);
  scene.lanes = lanes_at_head(scene.words, *state.document, *scene.beliefs);
  scene.lesson = lesson_text(state, scene);
  if (scene.lesson) judge(state, *scene.lesson);
  scene.client = client_of(scene);
  scene.source = state.document->source();
  scene.title = state.document->title(scene.words);
  scene.message = scene.words(state.message);
  scene.note = scene.words(state.note);
  make_branches(*state.document, scene);
  scene.lessons = state.lessons;
  say_in(state.view.language, scene.lessons);
  fill_progress(state.progress, scene.lessons);
  fill_start(state.start, *state.document, scene);
  scene.languages = words::languages();

  scene.covered = state.document->question() != nullptr && scene.head.at_end;
  scene.covered_lane = covered_lane(scene);
  xray(*state.document, scene);
  scene.console = console_.make(*state.document, scene, find_lane(scene, scene.client));

  make_session(*state.document, scene);

  scene.explained = state.view.selected_line ? state.view.selected_line : current_line(scene);
  explain(recording, scene);
  if (state.view.help) scene.key_help = key_help(scene);
  const rules::Rule* rule = state.view.rule;
  if (rule != nullptr) scene.rule_page = explain::rule_page(scene.words, *rule);
  return scene;
}

}  // namespace imapscope::gui
