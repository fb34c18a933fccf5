#include "gui/app/apply.h"

#include <algorithm>

#include "gui/app/apply_session.h"
#include "gui/app/make/make_lesson.h"
#include "gui/app/report.h"
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
    if (state_.playing) return stand_at(state_.head);
    if (is_at_end() && is_blocked()) return go_on_or_nudge();
    if (is_at_end() && recording().rests.empty()) seek_to_start(state_);
    state_.playing = !is_at_end();
    state_.nudge = false;
  }
  void operator()(const StepForward& step) {
    if (is_at_end()) return nudge();
    const auto& all = stops(step.by);
    const auto next = std::upper_bound(all.begin(), all.end(), state_.head);
    stand_at(next == all.end() ? recording().end() : std::min(*next, recording().end()));
  }
  void operator()(const StepBack& step) {
    const auto& all = stops(step.by);
    const auto here = std::lower_bound(all.begin(), all.end(), state_.head);
    stand_at(here == all.begin() ? recording().start() : *(here - 1));
  }
  void operator()(const NextRest&) {
    if (is_at_end()) return go_on_or_nudge();
    stand_at(recording().next_halt(state_.head));
  }
  void operator()(const PreviousRest&) { stand_at(recording().previous_halt(state_.head)); }
  void operator()(const JumpToStep& jump) {
    if (jump.step == 0) return;
    const auto rest = recording().rest_of(jump.step - 1, lesson::RestKind::told);
    if (rest) stand_at(recording().place_of(*rest));
  }
  void operator()(const JumpToStart&) { stand_at(recording().start()); }
  void operator()(const JumpToEnd&) { stand_at(recording().end()); }
  void operator()(const JumpTo& jump) {
    stand_at(std::clamp(jump.time, recording().start(), recording().end()));
  }
  void operator()(const JumpToLine& jump) {
    using Kind = observer::Moment::Kind;
    auto moment = recording().timeline.moment_of(jump.line, Kind::lands);
    if (!moment) moment = recording().timeline.moment_of(jump.line, Kind::departs);
    if (moment) stand_at(std::min(presentation().settled(*moment), recording().end()));
  }
  void operator()(const SetSpeed& speed) {
    state_.speed = std::clamp(speed.speed, slowest, fastest);
  }

  // ---- the view ----
  void operator()(const Zoom& zoom) {
    state_.view.zoom = std::clamp(zoom.factor, double{zoom_min}, double{zoom_max});
  }
  void operator()(const TogglePresenter&) {
    state_.view.presenter = !state_.view.presenter;
    state_.view.counting_hands = false;
    state_.view.wanted = {};  // on the wall stands only what was asked for there
  }
  void operator()(const ToggleFullScreen&) { state_.view.full_screen = !state_.view.full_screen; }
  void operator()(const ToggleTheme&) {
    const bool dark = state_.view.brightness == Brightness::dark;
    state_.view.brightness = dark ? Brightness::light : Brightness::dark;
  }
  void operator()(const ToggleMotion&) { state_.view.motion = !state_.view.motion; }
  void operator()(const SetLanguage& set) {
    state_.view.language = set.language;
    if (state_.start.files) list_files(state_, files_, state_.start.files->path);
  }
  void operator()(const SetRowMode& set) { state_.view.rows = set.mode; }
  void operator()(const SelectLine& select) {
    state_.view.selected_line = select.line;
    state_.view.token_chosen = false;
  }
  void operator()(const SelectToken& select) {
    state_.view.selected_token = select.token;
    state_.view.token_chosen = true;
  }
  void operator()(const SelectClient& select) {
    state_.view.selected_client = select.connection;
    state_.view.selected_in_step = step_here() + 1;
  }
  void operator()(const ToggleFold& toggle) {
    auto& open = state_.view.open_folds;
    if (open.erase(toggle.line) == 0) open.insert(toggle.line);
  }
  void operator()(const ShowHelp& help) { state_.view.help = help.shown; }
  void operator()(const ShowLessons& lessons) { state_.view.lessons = lessons.shown; }
  void operator()(const ChoosePane& choose) { state_.view.pane = choose; }
  void operator()(const Want& want) { want_part(state_.view.wanted, want.part, want.wanted); }
  void operator()(const ShowMenu& menu) { state_.view.menu = menu.shown; }
  void operator()(const ShowMarks& marks) { state_.view.marks = marks.shown; }
  void operator()(const ShowRule& show) { state_.view.rule = show.rule; }
  void operator()(const DismissMessage&) { state_.message = {}; }
  void operator()(const MoveSplitter& move) {
    state_.view.shares[static_cast<std::size_t>(move.splitter)] = move.share;
  }

  // ---- the lesson ----
  void operator()(const ChooseOption& choose) {
    const lesson::Ask* question = open_question();
    if (question == nullptr || choose.option >= question->options.size()) return;
    state_.draft = {.option = choose.option, .typed = {}};
    state_.nudge = false;
  }
  void operator()(const TypePrediction& type) {
    state_.draft = {.option = std::nullopt, .typed = type.line};
    state_.nudge = false;
  }
  void operator()(const LockIn&) {
    if (open_question() == nullptr || !has_draft()) return;
    const auto prediction = state_.draft.option ? lesson::Prediction(*state_.draft.option)
                                                : lesson::Prediction(state_.draft.typed);
    const std::size_t step = recording().rests.back().step;
    if (const auto answer = state_.document->answer(prediction); !answer) {
      state_.message = answer.error();
      return;
    }
    state_.draft = {};
    stand_at_rest(step, lesson::RestKind::asked);
    // Where nothing crosses in between, it has turned out already.
    const auto rest = recording().rest_of(step, lesson::RestKind::asked);
    state_.playing = rest && recording().rests[*rest].kind == lesson::RestKind::asked;
  }
  void operator()(const ShowHint&) {
    if (!is_blocked()) return;
    const lesson::Ask* question = open_question();
    const auto& hints = question != nullptr ? question->hints : open_task()->task.hints;
    std::size_t& shown = state_.hints[recording().rests.back().step];
    shown = std::min(shown + 1, hints.size());
  }
  void operator()(const TryAgain&) {
    const std::size_t step = step_here();
    if (auto set_back = state_.document->retry(step); !set_back) {
      state_.message = set_back.error();
      return;
    }
    state_.draft = {};
    stand_at_rest(step, lesson::RestKind::asked);
  }
  void operator()(const ResetTask&) {
    if (open_task() == nullptr) return;
    const std::size_t step = recording().rests.back().step;
    if (const auto reset = state_.document->reset_task(); !reset) state_.message = reset.error();
    stand_at_rest(step, lesson::RestKind::asked);
  }
  void operator()(const LeaveTask&) {
    if (open_task() == nullptr) return;
    const bool solved = open_task()->reached;
    const std::size_t step = recording().rests.back().step;
    if (const auto left = state_.document->leave_task(); !left) state_.message = left.error();
    if (solved) return go_on_behind(step);
    // How it is done is to be seen.
    stand_at_rest(step, lesson::RestKind::asked);
    state_.playing = true;
  }
  void operator()(const CountHands& count) { state_.view.counting_hands = count.counting; }
  void operator()(const RaiseHand& raise) {
    const lesson::Player* player = state_.document->player();
    if (player == nullptr || !player->steps()[step_here()].ask) return;
    auto& counts = state_.hands[step_here()].counts;
    counts.resize(player->steps()[step_here()].ask->options.size());
    if (raise.option >= counts.size()) return;
    std::size_t& count = counts[raise.option];
    if (raise.lowered) {
      count -= count > 0 ? 1 : 0;
    } else {
      ++count;
    }
  }
  void operator()(const NextLesson&) {
    const auto next = lesson_after(state_);
    if (next) (*this)(OpenFile{state_.lessons[*next].path});
  }

  void operator()(const SaveReport&) {
    const lesson::Player* player = state_.document->player();
    if (player == nullptr) return;
    if (player->is_branch()) {
      state_.message = Said("messages.report_of_branch");
      return;
    }
    const Report report = report_of(*player, state_.hands, state_.view.language);
    state_.saves.push_back({"report-lesson-" + std::to_string(report.number) + ".md",
                            print_markdown(report, words())});
  }
  void operator()(const ResetProgress& reset) {
    state_.progress.forget(reset.lesson);
    const bool is_open = reset.lesson.empty() || reset.lesson == file_of(state_.file);
    if (!is_open || state_.document->player() == nullptr || state_.file.empty()) return;
    const bool on_start = state_.start.shown;
    const bool in_list = state_.view.lessons;
    (*this)(OpenFile{state_.file});
    state_.start.shown = on_start;  // the viewer stays where he asked for it
    state_.view.lessons = in_list;
  }

  // ---- the document ----
  void operator()(const SendConsole& send) {
    const std::size_t moments = presentation().moments_until(state_.head);
    if (const auto sent = state_.document->send(send.connection, send.text, state_.head); !sent) {
      state_.message = sent.error();
      return;
    }
    const bool something_moves = moments < recording().timeline.moments().size();
    state_.head = something_moves ? presentation().at(moments) : recording().end();
    state_.playing = true;
    follow_the_wire();
    // In a branch the step may be an earlier one, which speaks of another client.
    (*this)(SelectClient{send.connection});
  }
  void operator()(const NewSession& wish) { obey_session(wish, state_, files_); }
  void operator()(const MailArrives& wish) { obey_session(wish, state_, files_); }
  void operator()(const CutLine& wish) { obey_session(wish, state_, files_); }
  void operator()(const ClientConnects& wish) { obey_session(wish, state_, files_); }
  void operator()(const SetNetwork& wish) { obey_session(wish, state_, files_); }
  void operator()(const UndoInput& wish) { obey_session(wish, state_, files_); }
  void operator()(const ResetSession& wish) { obey_session(wish, state_, files_); }
  void operator()(const SaveSession& wish) { obey_session(wish, state_, files_); }
  void operator()(const WishConsole& wish) {
    state_.view.console_height = wish.height;
    state_.view.literal_draft = wish.draft;
  }
  void operator()(const ChooseBranch& choose) {
    // Back where a branch was left, it goes on from there.
    const bool goes_back = recording().parent == choose.branch;
    const Instant wire = goes_back ? recording().forked_at : presentation().wire_time(state_.head);
    state_.document->choose_branch(choose.branch);
    stand_at_wire(wire);
  }
  void operator()(const RenameBranch& rename) {
    state_.document->rename_branch(rename.branch, rename.name);
  }
  void operator()(const RemoveBranch& remove) {
    const bool was_here = remove.branch == state_.document->branch();
    const Instant wire = was_here ? recording().forked_at : presentation().wire_time(state_.head);
    state_.document->remove_branch(remove.branch);
    stand_at_wire(wire);
  }
  void operator()(const ShowStart& start) {
    if (start.shown) return show_start(state_, files_);
    state_.start.shown = state_.document->source() == Source::nothing;
  }
  void operator()(const ShowFiles& show) {
    if (show.shown) return list_files(state_, files_, state_.start.folder);
    state_.start.files.reset();
  }
  void operator()(const ListFolder& folder) { list_files(state_, files_, folder.path); }
  void operator()(const OpenFile& open) {
    if (auto opened = open_file(state_, files_, open.path); !opened) {
      state_.message = opened.error();
    }
  }

 private:
  [[nodiscard]] words::Words words() const { return words::Words(state_.view.language); }
  [[nodiscard]] const Recording& recording() const { return state_.document->current(); }
  [[nodiscard]] const observer::Presentation& presentation() const {
    return recording().presentation;
  }
  [[nodiscard]] const std::vector<ShownTime>& stops(StepBy by) const {
    return by == StepBy::line ? presentation().line_stops() : presentation().exchange_stops();
  }
  [[nodiscard]] bool is_at_end() const { return state_.head >= recording().end(); }
  /// The step at the play head, from 0.
  [[nodiscard]] std::size_t step_here() const {
    const auto rest = recording().rest_at(state_.head);
    return rest ? recording().rests[*rest].step : 0;
  }
  /// A question says once that it has to be answered first.
  void nudge() { state_.nudge = is_blocked() && state_.nudged.insert(step_here()).second; }
  /// At the end of what may be shown: a task that was solved once lets the viewer through.
  void go_on_or_nudge() {
    if (open_task() != nullptr && open_task()->fewest) return (*this)(LeaveTask{});
    nudge();
  }
  /// A solved task was seen already; what comes after it was not.
  void go_on_behind(std::size_t step) {
    stand_at_rest(step, lesson::RestKind::turned_out);
    stand_at(recording().next_halt(state_.head));
  }
  void stand_at_rest(std::size_t step, lesson::RestKind kind) {
    if (const auto rest = recording().rest_of(step, kind)) stand_at(recording().place_of(*rest));
  }
  [[nodiscard]] bool is_blocked() const {
    return open_question() != nullptr || open_task() != nullptr;
  }
  [[nodiscard]] const lesson::Ask* open_question() const { return state_.document->question(); }
  [[nodiscard]] const lesson::TaskRun* open_task() const { return state_.document->task(); }
  [[nodiscard]] bool has_draft() const {
    return state_.draft.option.has_value() || !state_.draft.typed.empty();
  }
  void stand_at_wire(Instant wire) {
    state_.playing = false;
    follow_the_wire();
    seek(state_, wire);
  }
  void stand_at(ShownTime time) {
    state_.head = time;
    state_.playing = false;
    state_.nudge = false;
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
  for (const Intent& intent : intents) {
    // The viewer goes on; a pane that grows does not.
    if (!std::holds_alternative<WishConsole>(intent)) state.note = {};
    std::visit(Obeying(state, files), intent);
  }
}

}  // namespace imapscope::gui
