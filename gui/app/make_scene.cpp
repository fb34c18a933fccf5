#include "gui/app/make_scene.h"

#include <algorithm>

#include "sim/base/ascii.h"

namespace imapscope::gui {
namespace {

using observer::Moment;
using observer::ShownTime;

/// The tag of the client's last command among the first `moments`; empty before its first.
std::string last_tag(const observer::Timeline& timeline, std::size_t moments, const Lane& lane) {
  for (std::size_t i = moments; i > 0; --i) {
    const Moment& moment = timeline.moments()[i - 1];
    const observer::Line& line = timeline.lines()[moment.line.value];
    const bool sent = moment.kind == Moment::Kind::departs && line.connection == lane.connection;
    if (sent && line.kind == observer::LineKind::command) return line.tag;
  }
  return {};
}

/// The tag after the one this client used last: a9 → a10; its first is made of its lane.
std::string next_tag(const std::string& last, const Lane* lane) {
  if (lane == nullptr) return "a1";
  const auto digits = std::find_if_not(last.rbegin(), last.rend(), ascii::is_digit).base();
  const std::string number(digits, last.end());
  if (number.empty() || number.size() > 8) {
    return last.empty() ? std::string(1, static_cast<char>('a' + lane->order % 26)) + "1"
                        : last + "1";
  }
  std::string next = std::to_string(std::stoul(number) + 1);
  if (next.size() < number.size()) next.insert(0, number.size() - next.size(), '0');
  return std::string(last.begin(), digits) + next;
}

Outcome outcome_of(lesson::Grade grade) {
  switch (grade) {
    case lesson::Grade::happened:
      return Outcome::happened;
    case lesson::Grade::legal:
      return Outcome::legal;
    case lesson::Grade::illegal:
      return Outcome::illegal;
  }
  return Outcome::legal;
}

/// Marks what was predicted and how every option turned out.
void reveal(Question& question, const lesson::Ask& ask, const lesson::Answer& answer,
            const std::string& language) {
  question.outcome = outcome_of(answer.grade);
  question.happened = answer.happened;
  for (std::size_t i = 0; i < ask.options.size(); ++i) {
    question.options[i].outcome = outcome_of(ask.options[i].grade);
  }
  question.feedback = answer.rule;
  if (question.chosen && !ask.options[*question.chosen].why.empty()) {
    question.feedback = lesson::in_language(ask.options[*question.chosen].why, language);
  }
  if (!ask.rule.empty()) question.feedback += "\n\n" + lesson::in_language(ask.rule, language);
}

/// Whether a line has landed at the asked client since the question.
bool answer_landed(const Recording& recording, const lesson::Ask& ask, std::size_t asked,
                   std::size_t now) {
  const auto is_asked = [&](trace::ConnectionId connection) {
    return std::any_of(recording.lanes.begin(), recording.lanes.end(), [&](const Lane& lane) {
      return lane.name == ask.client && lane.has(connection);
    });
  };
  const auto moments = recording.timeline.moments();
  for (std::size_t i = asked; i < now; ++i) {
    const auto& line = recording.timeline.lines()[moments[i].line.value];
    const bool lands =
        moments[i].kind == Moment::Kind::lands && line.direction == trace::Direction::to_client;
    if (lands && is_asked(line.connection)) return true;
  }
  return false;
}

/// Whether the play head has seen how the question turned out: the next line has landed where one
/// was asked for; everything else, and silence, shows when the step ends.
bool has_turned_out(const AskedAt& asked, const WindowState& state) {
  const Recording& recording = state.document->current();
  const lesson::Ask& ask = *state.document->player()->steps()[asked.step].ask;
  const std::size_t now = recording.presentation.moments_until(state.head);
  if (ask.predict == lesson::Predict::line && answer_landed(recording, ask, asked.moments, now)) {
    return true;
  }
  const auto& pauses = recording.presentation.pauses();
  if (asked.step + 1 < pauses.size()) return state.head >= pauses[asked.step + 1].begins;
  return state.head >= recording.presentation.end() && state.document->question() == nullptr;
}

Question question_of(const AskedAt& asked, const WindowState& state) {
  const lesson::Step& step = state.document->player()->steps()[asked.step];
  const std::string& language = state.view.language;
  Question question;
  question.text = lesson::in_language(step.ask->question, language);
  question.takes_line = step.ask->predict == lesson::Predict::line;
  for (const lesson::Option& option : step.ask->options) {
    const bool is_wire = option.words.empty();
    question.options.push_back(
        {.text = is_wire ? option.line : lesson::in_language(option.words, language),
         .is_wire = is_wire,
         .outcome = std::nullopt});
  }
  if (!step.answer) {
    question.chosen = state.draft.option;
    question.typed = state.draft.typed;
    return question;
  }
  question.locked = true;
  const lesson::Prediction& prediction = step.answer->prediction;
  if (const auto* option = std::get_if<std::size_t>(&prediction)) question.chosen = *option;
  if (const auto* line = std::get_if<std::string>(&prediction)) question.typed = *line;
  if (has_turned_out(asked, state)) {
    reveal(question, *step.ask, *step.answer, language);
  }
  return question;
}

/// The step at the play head: the last one whose pause has begun.
std::size_t step_at(const Recording& recording, ShownTime head) {
  const auto& pauses = recording.presentation.pauses();
  std::size_t step = 0;
  while (step + 1 < pauses.size() && pauses[step + 1].begins < head) ++step;
  return step;
}

std::optional<LessonText> lesson_text(const WindowState& state) {
  if (state.document->player() == nullptr || state.document->player()->steps().empty()) {
    return std::nullopt;
  }
  const lesson::Player& player = *state.document->player();
  const Recording& recording = state.document->current();
  const std::string& language = state.view.language;
  const std::size_t index = step_at(recording, state.head);
  const lesson::Step& step = player.steps()[index];
  LessonText text;
  text.title = std::to_string(player.lesson().number) + " · " +
               lesson::in_language(player.lesson().title, language);
  text.step = index + 1;
  text.steps = player.step_count();
  text.heading = lesson::in_language(step.say.title, language);
  text.text = lesson::in_language(step.say.text, language);
  text.highlights = step.highlights;
  const std::size_t moments = recording.presentation.moments_until(state.head);
  for (const AskedAt& asked : recording.questions) {
    const bool reached =
        moments >= asked.moments && state.head >= recording.presentation.pauses()[asked.step].ends;
    if (asked.step == index && reached) {
      text.question = question_of(asked, state);
    }
  }
  text.finished = player.finished() && state.head >= recording.presentation.end();
  return text;
}

ConsoleInfo console_of(const Document& document, const Scene& scene, const Lane* lane) {
  ConsoleInfo console;
  console.why_not = document.why_not();
  if (!console.why_not.empty()) return console;
  if (lane == nullptr) {
    console.why_not = "No client has connected yet.";
    return console;
  }
  const auto belief = scene.beliefs->find(lane->connection);
  if (belief != scene.beliefs->end() && belief->second.closed) {
    console.why_not = "The connection of " + lane->name +
                      " is closed. Step back to before that, and send from there.";
    return console;
  }
  console.enabled = true;
  console.forks = document.acting_forks(scene.head.moments);
  console.next_tag =
      next_tag(last_tag(document.current().timeline, scene.head.moments, *lane), lane);
  return console;
}

/// The lanes, each with the connection that its client has at the play head.
std::vector<Lane> lanes_at_head(const Document& document, const observer::Beliefs& beliefs) {
  std::vector<Lane> lanes = document.current().lanes;
  const auto is_to_come = [&](const Lane& lane) {
    return document.lanes_appear() && beliefs.find(lane.connections.front()) == beliefs.end();
  };
  lanes.erase(std::find_if(lanes.begin(), lanes.end(), is_to_come), lanes.end());
  for (Lane& lane : lanes) {
    for (const trace::ConnectionId connection : lane.connections) {
      if (beliefs.find(connection) != beliefs.end()) lane.connection = connection;
    }
  }
  return lanes;
}

/// Whose belief is shown: the chosen client, or the one whose line is the newest.
trace::ConnectionId client_of(const Scene& scene, const View& view) {
  const Lane* chosen = view.selected_client ? find_lane(scene, *view.selected_client) : nullptr;
  if (chosen != nullptr) return chosen->connection;
  const auto newest = newest_line(scene);
  for (std::size_t i = newest ? newest->value + 1 : 0; i > 0; --i) {
    const Lane* lane = find_lane(scene, scene.timeline->lines()[i - 1].connection);
    if (lane != nullptr) return lane->connection;
  }
  return scene.lanes.empty() ? trace::ConnectionId{} : scene.lanes.front().connection;
}

XrayView view_of(const world::XraySession& session) {
  XrayView view;
  if (session.mailbox) view.mailbox = session.mailbox->utf8();
  for (const world::XrayMessage& message : session.messages) {
    view.rows.push_back({message.uid, message.flags, message.subject});
  }
  view.owed = session.owed;
  return view;
}

std::vector<Branch> branches_of(const Document& document) {
  std::vector<Branch> branches;
  for (const Recording& recording : document.recordings()) {
    branches.push_back({recording.name, recording.parent, recording.forked_at});
  }
  return branches;
}

PlayHead head_of(const WindowState& state) {
  const observer::Presentation& presentation = state.document->current().presentation;
  PlayHead head;
  head.shown = state.head;
  head.wire = presentation.wire_time(state.head);
  head.moments = presentation.moments_until(state.head);
  head.playing = state.playing;
  head.speed = state.speed;
  head.at_end = state.head >= presentation.end();
  return head;
}

}  // namespace

void SceneMaker::explain(const Recording& recording, Scene& scene) {
  if (!scene.explained) return;
  const observer::LineId line = *scene.explained;
  if (!explained_ || explained_->revision != scene.revision || explained_->line != line) {
    explained_ = Explained{scene.revision, line, observer::explain(recording.timeline, line)};
  }
  scene.explanation = &explained_->explanation;
}

void SceneMaker::xray(const Document& document, Scene& scene) {
  if (scene.covered) return;
  const std::size_t moments = scene.head.moments;
  if (!xray_ || xray_->revision != scene.revision || xray_->moments != moments) {
    xray_ = Seen{scene.revision, moments, document.xray(moments)};
  }
  if (!xray_->xray) return;
  const auto session = xray_->xray->find(scene.client);
  if (session != xray_->xray->end()) scene.xray = view_of(session->second);
}

Scene SceneMaker::make(const WindowState& state, const Theme& theme) {
  const Recording& recording = state.document->current();
  Scene scene;
  scene.theme = &theme;
  scene.timeline = &recording.timeline;
  scene.revision = (std::uint64_t{state.documents} << 32U) | state.document->changes();
  scene.presentation = &recording.presentation;
  scene.view = state.view;
  scene.head = head_of(state);
  scene.beliefs = recording.timeline.beliefs_after(scene.head.moments);
  scene.lanes = lanes_at_head(*state.document, *scene.beliefs);
  scene.client = client_of(scene, state.view);
  scene.source = state.document->source();
  scene.title = state.document->title();
  scene.message = state.message;
  scene.branches = branches_of(*state.document);
  scene.branch = state.document->branch();
  scene.lessons = state.lessons;
  scene.languages = state.document->languages();

  scene.lesson = lesson_text(state);
  scene.covered = state.document->question() != nullptr && scene.head.at_end;
  xray(*state.document, scene);
  scene.console = console_of(*state.document, scene, find_lane(scene, scene.client));

  scene.explained = state.view.selected_line ? state.view.selected_line : current_line(scene);
  explain(recording, scene);
  return scene;
}

}  // namespace imapscope::gui
