#include "gui/app/remember/note_progress.h"

namespace imapscope::gui {

void note_progress(const Scene& scene, WindowState& state) {
  const lesson::Player* player = state.document->player();
  if (player == nullptr || player->is_branch() || state.file.empty() || !scene.lesson) return;
  const std::string name = file_of(state.file);
  for (std::size_t i = 0; i < player->steps().size(); ++i) {
    const lesson::Step& step = player->steps()[i];
    if (step.answer) state.progress.answered(name, i, *step.answer);
    if (!step.task || !step.task->fewest) continue;
    state.progress.task_done(name, i, {*step.task->fewest, step.task->best});
  }
  state.progress.reached(name, scene.lesson->step, scene.lesson->finished);
}

void fill_progress(const Progress& progress, std::vector<LessonEntry>& lessons) {
  for (LessonEntry& entry : lessons) {
    const LessonProgress* reached = progress.find(file_of(entry.path));
    if (reached == nullptr) continue;
    entry.right = reached->right();
    entry.done = reached->done;
    entry.step = reached->step;
  }
}

}  // namespace imapscope::gui
