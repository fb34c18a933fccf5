#include <algorithm>
#include <cstdint>

#include "gui/app/keys.h"

namespace imapscope::gui {
namespace {

constexpr bool repeats = true;

Wish speed(double factor) {
  return [factor](const Scene& scene, Intents& intents) {
    intents.push_back(SetSpeed{scene.head.speed * factor});
  };
}

Wish zoom(int steps) {
  return [steps](const Scene& scene, Intents& intents) {
    intents.push_back(Zoom{zoom_step(static_cast<float>(scene.view.zoom), steps)});
  };
}

/// Walks the lines that have departed, for the inspector.
void line_above(const Scene& scene, Intents& intents) {
  if (!scene.explained || scene.explained->value == 0) return;
  intents.push_back(SelectLine{observer::LineId{scene.explained->value - 1}});
}
void line_below(const Scene& scene, Intents& intents) {
  const auto newest = newest_line(scene);
  if (!scene.explained || !newest || *newest <= *scene.explained) return;
  intents.push_back(SelectLine{observer::LineId{scene.explained->value + 1}});
}

void next_client(const Scene& scene, Intents& intents) {
  if (scene.lanes.empty()) return;
  const Lane* lane = find_lane(scene, scene.client);
  const Lane& next = lane == nullptr ? scene.lanes.front() : next_lane(scene, *lane);
  intents.push_back(SelectClient{next.connection});
}

bool has_branches(const Scene& scene) {
  return scene.branches.size() > 1;
}
/// From a branch back to what it left; from the first history to the newest branch.
void back_or_forth(const Scene& scene, Intents& intents) {
  const auto parent = scene.branches[scene.branch].parent;
  intents.push_back(ChooseBranch{parent.value_or(scene.branches.size() - 1)});
}
bool is_branch(const Scene& scene) {
  return scene.branch > 0;
}
void remove_branch(const Scene& scene, Intents& intents) {
  intents.push_back(RemoveBranch{scene.branch});
}

void next_row_mode(const Scene& scene, Intents& intents) {
  const int next = (static_cast<int>(scene.view.rows) + 1) % 3;
  intents.push_back(SetRowMode{static_cast<RowMode>(next)});
}

bool has_languages(const Scene& scene) {
  return scene.languages.size() > 1;
}
void next_language(const Scene& scene, Intents& intents) {
  const auto& all = scene.languages;
  const auto here = std::find(all.begin(), all.end(), scene.view.language);
  const bool last = here == all.end() || here + 1 == all.end();
  intents.push_back(SetLanguage{last ? all.front() : *(here + 1)});
}

void toggle_help(const Scene& scene, Intents& intents) {
  intents.push_back(ShowHelp{!scene.view.help});
}
void toggle_marks(const Scene& scene, Intents& intents) {
  intents.push_back(ShowMarks{!scene.view.marks});
}
/// The rules of the explained line one after the other, then none.
void next_rule(const Scene& scene, Intents& intents) {
  const rules::Rule* next = nullptr;
  bool is_behind = scene.view.rule == nullptr;
  for (const rules::Finding* finding : findings(scene)) {
    if (is_behind && next == nullptr && finding->rule != scene.view.rule) next = finding->rule;
    is_behind = is_behind || finding->rule == scene.view.rule;
  }
  intents.push_back(ShowRule{next});
}
bool has_rule(const Scene& scene) {
  return holds(Context::window, scene) && !findings(scene).empty();
}
void toggle_lessons(const Scene& scene, Intents& intents) {
  intents.push_back(ShowLessons{!scene.view.lessons});
}

/// A pane that this form of the window leaves out.
Wish want(Part part, bool Wanted::*is_wanted) {
  return [part, is_wanted](const Scene& scene, Intents& intents) {
    intents.push_back(Want{part, !(scene.view.wanted.*is_wanted)});
  };
}

/// Alt and a digit: in the order of the tabs (layout/window_layout.h).
std::vector<Stroke> choose_panes() {
  std::vector<Stroke> strokes;
  int n = 0;
  for (const Part part :
       {Part::state, Part::mailbox, Part::inspector, Part::traffic, Part::lesson}) {
    strokes.push_back({digit(++n),
                       [part](const Scene& scene, Intents& intents) {
                         intents.push_back(ChoosePane{part, scene.lesson ? scene.lesson->step : 0});
                       },
                       Held::alt});
  }
  return strokes;
}
bool has_lesson(const Scene& scene) {
  return scene.lesson.has_value();
}
void toggle_menu(const Scene& scene, Intents& intents) {
  intents.push_back(ShowMenu{!scene.view.menu});
}

bool is_beside_start(const Scene& scene) {
  return !scene.start;
}
void toggle_files(const Scene& scene, Intents& intents) {
  intents.push_back(ShowFiles{!scene.files});
}

// ---- a session of one's own ----

void cut_line(const Scene& scene, Intents& intents) {
  if (!scene.session->cut.empty()) intents.push_back(CutLine{scene.session->cut});
}
/// The network gets slower, or faster, by what a slider's step is.
Wish latency(std::int64_t by_ms) {
  return [by_ms](const Scene& scene, Intents& intents) {
    intents.push_back(SetNetwork{scene.session->latency_ms + by_ms, scene.session->jitter_ms});
  };
}

void leave(const Scene& scene, Intents& intents) {
  if (scene.view.menu) intents.push_back(ShowMenu{false});
  if (scene.view.wanted.console) intents.push_back(Want{Part::console, false});
  if (scene.view.help) intents.push_back(ShowHelp{false});
  if (scene.view.marks) intents.push_back(ShowMarks{false});
  if (scene.view.rule != nullptr) intents.push_back(ShowRule{});
  if (!scene.message.empty() || !scene.note.empty()) intents.push_back(DismissMessage{});
  if (scene.view.selected_line) intents.push_back(SelectLine{std::nullopt});
}

/// Of the question on the screen.
bool has_options(const Scene& scene) {
  return scene.lesson && scene.lesson->question && !scene.lesson->question->options.empty();
}
bool digits_choose(const Scene& scene) {
  return !scene.view.counting_hands;
}
bool digits_count(const Scene& scene) {
  return scene.view.counting_hands && has_options(scene);
}
void toggle_hands(const Scene& scene, Intents& intents) {
  intents.push_back(CountHands{!scene.view.counting_hands});
}
std::vector<Stroke> count_hands(Held held) {
  std::vector<Stroke> strokes;
  for (int n = 1; n <= 9; ++n) {
    const RaiseHand hand{static_cast<std::size_t>(n - 1), held == Held::shift};
    strokes.push_back({digit(n), always(hand), held});
  }
  return strokes;
}

bool has_hint(const Scene& scene) {
  return scene.lesson && scene.lesson->question && scene.lesson->question->more_hints > 0;
}
bool task_has_hint(const Scene& scene) {
  return scene.lesson->task->more_hints > 0;
}
bool is_unsolved(const Scene& scene) {
  return !scene.lesson->task->solved;
}
bool can_set_back(const Scene& scene) {
  return scene.lesson && scene.lesson->question && scene.lesson->question->can_try_again;
}
bool lesson_is_over(const Scene& scene) {
  return scene.lesson && scene.lesson->finished && scene.lesson->next_lesson;
}

std::vector<Stroke> choose_options() {
  std::vector<Stroke> strokes;
  for (int n = 1; n <= 9; ++n) {
    const auto option = static_cast<std::size_t>(n - 1);
    strokes.push_back({digit(n), [option](const Scene& scene, Intents& intents) {
                         if (option >= scene.lesson->question->options.size()) return;
                         intents.push_back(ChooseOption{option});
                       }});
  }
  return strokes;
}

std::vector<KeyRow> session_rows() {
  using enum Context;
  using enum Held;
  return {
      {sandbox, "keys.mail", {{letter('a'), always(MailArrives{})}}},
      {sandbox, "keys.cut", {{letter('x'), cut_line}}},
      {sandbox, "keys.connect", {{letter('j'), always(ClientConnects{})}}},
      {sandbox,
       "keys.network",
       {{Key::comma, latency(-latency_step_ms), nothing, repeats},
        {Key::period, latency(latency_step_ms), nothing, repeats}}},
      {sandbox, "keys.undo", {{letter('z'), always(UndoInput{}), ctrl}}},
      {sandbox, "keys.reset_session", {{letter('z'), always(ResetSession{}), alt}}},
      {sandbox, "keys.save_lesson", {{letter('s'), always(SaveSession{SaveAs::lesson}), ctrl}}},
      {sandbox, "keys.save_trace", {{letter('s'), always(SaveSession{SaveAs::trace}), alt}}},
  };
}

std::vector<KeyRow> play_head_rows() {
  using enum Context;
  using enum Held;
  const Wish play = always(PlayPause{});
  return {
      {window, "keys.play", {{Key::space, play}}},
      {window,
       "keys.line",
       {{Key::left, always(StepBack{StepBy::line}), nothing, repeats},
        {Key::right, always(StepForward{StepBy::line}), nothing, repeats}}},
      {window,
       "keys.exchange",
       {{Key::left, always(StepBack{StepBy::exchange}), shift, repeats},
        {Key::right, always(StepForward{StepBy::exchange}), shift, repeats}}},
      {window,
       "keys.rest",
       {{Key::page_up, always(PreviousRest{}), nothing, repeats},
        {Key::page_down, always(NextRest{}), nothing, repeats}}},
      {window, "keys.ends", {{Key::home, always(JumpToStart{})}, {Key::end, always(JumpToEnd{})}}},
      {window,
       "keys.speed",
       {{Key::equal, speed(2)},
        {Key::keypad_plus, speed(2)},
        {Key::minus, speed(0.5)},
        {Key::keypad_minus, speed(0.5)}}},
      {window,
       "keys.explain",
       {{Key::up, line_above, nothing, repeats}, {Key::down, line_below, nothing, repeats}}},
  };
}

std::vector<KeyRow> lesson_rows() {
  using enum Context;
  using enum Held;
  const Wish lock_in = always(LockIn{});
  return {
      {question, "keys.choose", choose_options(), digits_choose},
      {question, "keys.lock_in", {{Key::enter, lock_in}, {Key::keypad_enter, lock_in}}},
      {question, "keys.hint", {{letter('a'), always(ShowHint{})}}, has_hint},
      {window, "keys.try_again", {{letter('r'), always(TryAgain{}), shift}}, can_set_back},
      {task, "keys.task_hint", {{letter('a'), always(ShowHint{})}}, task_has_hint},
      {task, "keys.reset_task", {{letter('r'), always(ResetTask{}), shift}}},
      {task, "keys.show_how", {{letter('w'), always(LeaveTask{})}}, is_unsolved},
      {window, "keys.report", {{letter('r'), always(SaveReport{}), ctrl}}, has_lesson},
      {window, "keys.next_lesson", {{Key::enter, always(NextLesson{})}}, lesson_is_over},
      {present, "keys.hands", {{letter('v'), toggle_hands}}, has_options},
      {present, "keys.hand_more", count_hands(nothing), digits_count},
      {present, "keys.hand_less", count_hands(shift), digits_count},
  };
}

std::vector<KeyRow> picture_rows() {
  using enum Context;
  using enum Held;
  return {
      {window, "keys.console", {{Key::slash, always(Want{Part::console})}}},
      {window, "keys.next_client", {{letter('c'), next_client}}},
      {window, "keys.branch", {{letter('b'), back_or_forth}}, has_branches},
      {window, "keys.rename_branch", {{letter('b'), {}, shift}}, is_branch},
      {window, "keys.remove_branch", {{Key::del, remove_branch}}, is_branch},
      {window, "keys.rows", {{letter('r'), next_row_mode}}},
      {anywhere, "keys.lessons", {{letter('o'), toggle_lessons}}, is_beside_start},
      {anywhere, "keys.files", {{letter('o'), toggle_files, ctrl}}},
      {window, "keys.present", {{letter('p'), always(TogglePresenter{})}}},
      {window, "keys.why", {{letter('i'), want(Part::inspector, &Wanted::inspector)}}},
      {window, "keys.timeline", {{letter('g'), want(Part::timeline, &Wanted::timeline)}}},
      {window, "keys.notes", {{letter('n'), want(Part::notes, &Wanted::notes)}}, has_lesson},
      {window, "keys.spotlight", {{spotlight_key}}},
      {window, "keys.panes", choose_panes()},
  };
}

std::vector<KeyRow> page_rows() {
  using enum Context;
  using enum Held;
  return {
      {anywhere, "keys.menu", {{Key::f10, toggle_menu}}},
      {anywhere, "keys.full_screen", {{Key::f11, always(ToggleFullScreen{})}}},
      {anywhere,
       "keys.zoom",
       {{Key::equal, zoom(+1), ctrl, repeats},
        {Key::keypad_plus, zoom(+1), ctrl, repeats},
        {Key::minus, zoom(-1), ctrl, repeats},
        {Key::keypad_minus, zoom(-1), ctrl, repeats},
        {Key::digit_0, always(Zoom{1}), ctrl}}},
      {anywhere, "keys.theme", {{letter('t'), always(ToggleTheme{})}}},
      {anywhere, "keys.motion", {{letter('m'), always(ToggleMotion{})}}},
      {anywhere, "keys.language", {{letter('l'), next_language}}, has_languages},
      {anywhere, "keys.marks", {{letter('k'), toggle_marks}}},
      {anywhere, "keys.rule", {{letter('e'), next_rule}}, has_rule},
      {anywhere, "keys.help", {{letter('h'), toggle_help}, {Key::f1, toggle_help}}},
      {anywhere, "keys.leave", {{Key::escape, leave}}},
  };
}

std::vector<KeyRow> make_rows() {
  std::vector<KeyRow> all;
  for (const auto& some :
       {play_head_rows(), lesson_rows(), picture_rows(), session_rows(), page_rows()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

}  // namespace

const std::vector<KeyRow>& key_rows() {
  static const std::vector<KeyRow> rows = make_rows();
  return rows;
}

}  // namespace imapscope::gui
