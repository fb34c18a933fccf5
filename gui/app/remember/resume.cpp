#include "gui/app/remember/resume.h"

namespace imapscope::gui {
namespace {

/// False: there is no answer to this question, or it fits no more.
bool answer_again(Document& document, std::size_t step, const LessonProgress& kept) {
  const auto found = kept.answers.find(step);
  if (found == kept.answers.end()) return false;
  const Answered& answered = found->second;
  if (!document.answer(answered.tried)) return false;
  if (answered.tried == answered.prediction || !document.retry(step)) return true;
  return document.answer(answered.prediction).has_value();
}

/// Passwords are not kept: the one of the user whom the lesson knows stands in for the stars.
world::Send with_password(world::Send line, const mail::Accounts& accounts) {
  std::string& text = line.text;
  const std::size_t end = text.find_last_not_of("\r\n") + 1;
  const std::size_t stars = text.find_last_not_of('*', end - 1) + 1;
  if (end == 0 || stars == end) return line;
  for (const auto& [user, account] : accounts.all()) {
    const std::string& password = account.password();
    const bool named = text.find(" " + user + " ") != std::string::npos;
    if (named && password.size() == end - stars) text.replace(stars, end - stars, password);
  }
  return line;
}

/// False: the learner is still at this task.
bool solve_again(Document& document, std::size_t step, const LessonProgress& kept) {
  const auto found = kept.tasks.find(step);
  if (found != kept.tasks.end()) {
    for (const world::Send& line : found->second.lines) {
      const auto& accounts = document.player()->lesson().setup.accounts;
      if (!document.act(with_password(line, accounts), document.current().end())) break;
    }
  }
  const bool went_on = kept.done || kept.step > step + 1;
  return went_on && document.leave_task().has_value();
}

}  // namespace

void answer_as_before(Document& document, const LessonProgress& kept) {
  bool goes_on = document.player() != nullptr;
  while (goes_on) {
    const std::size_t step = document.player()->steps().size() - 1;
    const bool asks = document.question() != nullptr;
    const bool is_open = asks || document.task() != nullptr;
    goes_on =
        is_open && (asks ? answer_again(document, step, kept) : solve_again(document, step, kept));
  }
}

observer::ShownTime place_before(const Document& document, const LessonProgress& kept) {
  const Recording& recording = document.current();
  if (kept.done || kept.step <= 1) return recording.start();
  const std::size_t step = kept.step - 1;
  using lesson::RestKind;
  const auto kind = kept.answers.count(step) > 0 ? RestKind::turned_out : RestKind::told;
  const auto rest = recording.rest_of(step, kind);
  return rest ? recording.place_of(*rest) : recording.start();
}

Said resumed(const Document& document, const LessonProgress& kept) {
  if (document.player() == nullptr) return {};
  if (kept.done) return Said("messages.lesson_done");
  if (kept.step <= 1) return {};
  return {"messages.resumed", {{"step", kept.step}, {"steps", document.player()->step_count()}}};
}

}  // namespace imapscope::gui
