#include "gui/app/make/make_task.h"

#include <algorithm>

namespace imapscope::gui {
namespace {

/// Those that the viewer asked for.
void add_hints(Task& task, const std::vector<lesson::Text>& hints, std::size_t shown,
               const std::string& language) {
  for (std::size_t i = 0; i < hints.size() && i < shown; ++i) {
    task.hints.push_back(lesson::in_language(hints[i], language));
  }
  task.more_hints = hints.size() - task.hints.size();
}

}  // namespace

Task task_of(const WindowState& state, std::size_t step, const lesson::Progress& progress) {
  const lesson::TaskRun& run = *state.document->player()->steps()[step].task;
  const std::string& language = state.view.language;
  Task task;
  task.title = lesson::in_language(run.task.title, language);
  task.text = lesson::in_language(run.task.text, language);
  task.clients = run.task.clients;
  for (const lesson::PartState& part : progress.parts) {
    task.parts.push_back({lesson::in_language(part.words, language), part.holds});
  }
  // The number of commands, where it counts, is the last part; it is drawn in a way of its own.
  if (run.task.most) task.parts.pop_back();
  task.commands = progress.commands;
  task.most = run.task.most;
  task.par = run.task.par;
  const auto hints = state.hints.find(step);
  add_hints(task, run.task.hints, hints == state.hints.end() ? 0 : hints->second, language);
  task.tries = run.tries;
  task.solved = progress.reached();
  task.fewest = run.fewest;
  task.open = state.document->task() != nullptr && !run.left;
  task.nudge = task.open && state.nudge;
  return task;
}

}  // namespace imapscope::gui
