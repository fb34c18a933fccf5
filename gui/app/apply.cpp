#include "gui/app/apply.h"

#include <algorithm>

#include "sim/base/overloaded.h"

namespace imapscope::gui {
namespace {

constexpr double slowest = 0.25;
constexpr double fastest = 4;

using observer::ShownTime;

class Obeying {
 public:
  Obeying(WindowState& state, const Files& files) : state_(state), files_(files) {}

  // ---- the play head ----
  void operator()(const PlayPause&) {
    const bool at_end = state_.head >= presentation().end();
    if (!state_.playing && at_end && !question_open()) seek_to_start(state_);
    state_.playing = !state_.playing && !(at_end && question_open());
  }
  void operator()(const StepForward& step) {
    const auto& all = stops(step.by);
    const auto next = std::upper_bound(all.begin(), all.end(), state_.head);
    stand_at(next == all.end() ? presentation().end() : *next);
  }
  void operator()(const StepBack& step) {
    const auto& all = stops(step.by);
    const auto here = std::lower_bound(all.begin(), all.end(), state_.head);
    stand_at(here == all.begin() ? recording().start() : *(here - 1));
  }
  void operator()(const JumpToStart&) { stand_at(recording().start()); }
  void operator()(const JumpToEnd&) { stand_at(presentation().end()); }
  void operator()(const JumpTo& jump) {
    stand_at(std::clamp(jump.time, recording().start(), presentation().end()));
  }
  void operator()(const JumpToLine& jump) {
    using Kind = observer::Moment::Kind;
    auto moment = recording().timeline.moment_of(jump.line, Kind::lands);
    if (!moment) moment = recording().timeline.moment_of(jump.line, Kind::departs);
    if (moment) stand_at(presentation().settled(*moment));
  }
  void operator()(const SetSpeed& speed) {
    state_.speed = std::clamp(speed.speed, slowest, fastest);
  }

  // ---- the view ----
  void operator()(const Zoom& zoom) {
    state_.view.zoom = std::clamp(zoom.factor, double{zoom_min}, double{zoom_max});
  }
  void operator()(const TogglePresenter&) { state_.view.presenter = !state_.view.presenter; }
  void operator()(const ToggleTheme&) {
    const bool dark = state_.view.brightness == Brightness::dark;
    state_.view.brightness = dark ? Brightness::light : Brightness::dark;
  }
  void operator()(const ToggleMotion&) { state_.view.motion = !state_.view.motion; }
  void operator()(const SetLanguage& set) { state_.view.language = set.language; }
  void operator()(const SetRowMode& set) { state_.view.rows = set.mode; }
  void operator()(const SelectLine& select) {
    state_.view.selected_line = select.line;
    state_.view.token_chosen = false;
  }
  void operator()(const SelectToken& select) {
    state_.view.selected_token = select.token;
    state_.view.token_chosen = true;
  }
  void operator()(const SelectClient& select) { state_.view.selected_client = select.connection; }
  void operator()(const ToggleFold& toggle) {
    auto& open = state_.view.open_folds;
    if (open.erase(toggle.line) == 0) open.insert(toggle.line);
  }
  void operator()(const ShowHelp& help) { state_.view.help = help.shown; }
  void operator()(const ShowLessons& lessons) { state_.view.lessons = lessons.shown; }
  void operator()(const DismissMessage&) { state_.message.clear(); }
  void operator()(const MoveSplitter& move) {
    state_.view.shares[static_cast<std::size_t>(move.splitter)] = move.share;
  }

  // ---- the lesson ----
  void operator()(const ChooseOption& choose) {
    const lesson::Ask* question = open_question();
    if (question == nullptr || choose.option >= question->options.size()) return;
    state_.draft = {.option = choose.option, .typed = {}};
  }
  void operator()(const TypePrediction& type) {
    state_.draft = {.option = std::nullopt, .typed = type.line};
  }
  void operator()(const LockIn&) {
    if (open_question() == nullptr || !has_draft()) return;
    const auto prediction = state_.draft.option ? lesson::Prediction(*state_.draft.option)
                                                : lesson::Prediction(state_.draft.typed);
    if (const auto answer = state_.document->answer(prediction); !answer) {
      state_.message = answer.error();
      return;
    }
    state_.draft = {};
    state_.playing = true;
    follow_the_wire();
  }

  // ---- the document ----
  void operator()(const SendConsole& send) {
    const std::size_t moments = presentation().moments_until(state_.head);
    if (const auto sent = state_.document->send(send.connection, send.text, moments); !sent) {
      state_.message = sent.error();
      return;
    }
    state_.head = moments == 0 ? recording().start() : presentation().settled(moments - 1);
    state_.playing = true;
    follow_the_wire();
  }
  void operator()(const ChooseBranch& choose) {
    const Instant wire = presentation().wire_time(state_.head);
    state_.document->choose_branch(choose.branch);
    state_.playing = false;
    follow_the_wire();
    seek(state_, wire);
  }
  void operator()(const OpenFile& open) {
    if (auto opened = open_file(state_, files_, open.path); !opened) {
      state_.message = opened.error();
    }
  }

 private:
  [[nodiscard]] const Recording& recording() const { return state_.document->current(); }
  [[nodiscard]] const observer::Presentation& presentation() const {
    return recording().presentation;
  }
  [[nodiscard]] const std::vector<ShownTime>& stops(StepBy by) const {
    return by == StepBy::line ? presentation().line_stops() : presentation().exchange_stops();
  }
  [[nodiscard]] bool question_open() const { return open_question() != nullptr; }
  [[nodiscard]] const lesson::Ask* open_question() const { return state_.document->question(); }
  [[nodiscard]] bool has_draft() const {
    return state_.draft.option.has_value() || !state_.draft.typed.empty();
  }
  void stand_at(ShownTime time) {
    state_.head = time;
    state_.playing = false;
    follow_the_wire();
  }
  /// The inspector goes back to explaining the newest line.
  void follow_the_wire() {
    state_.view.selected_line.reset();
    state_.view.token_chosen = false;
  }

  WindowState& state_;
  const Files& files_;
};

}  // namespace

void obey(const Intents& intents, WindowState& state, const Files& files) {
  for (const Intent& intent : intents) std::visit(Obeying(state, files), intent);
}

}  // namespace imapscope::gui
