#include "sim/lesson/check/check.h"

#include <algorithm>
#include <tuple>

#include "sim/lesson/check/check_task.h"
#include "sim/lesson/check/check_telling.h"
#include "sim/lesson/check/possible.h"
#include "sim/lesson/grade.h"
#include "sim/lesson/hint.h"

namespace imapscope::lesson {
namespace {

template <class V>
std::size_t count(const Lesson& lesson) {
  return static_cast<std::size_t>(
      std::count_if(lesson.script.begin(), lesson.script.end(),
                    [](const Instruction& each) { return std::holds_alternative<V>(each.verb); }));
}

std::string_view grade_name(Grade grade) {
  switch (grade) {
    case Grade::happened:
      return "happened";
    case Grade::legal:
      return "legal";
    case Grade::illegal:
      return "illegal";
  }
  return "";
}

/// What happened is verified for all questions but those for words; the other grades, as far as
/// the observer and the tables decide them.
void check_option(const Ask& ask, const Option& option, const Evidence& evidence,
                  std::vector<Unmet>& unmet) {
  if (option.grade == Grade::happened) {
    const std::string came = happened(ask, evidence);
    if (came == option.line) return;
    unmet.push_back(
        {option.place,
         {"lesson.check.happens", {{"came", in_quotes(came)}, {"line", in_quotes(option.line)}}}});
    return;
  }
  const auto verdict = verdict_on(ask, option, evidence);
  if (!verdict || verdict->grade == option.grade) return;
  unmet.push_back({option.place,
                   {"lesson.check.grade",
                    {{"line", in_quotes(option.line)},
                     {"grade", std::string(grade_name(option.grade))},
                     {"right", std::string(grade_name(verdict->grade))},
                     {"why", verdict->why}}}});
}

void sort_by_place(std::vector<Unmet>& unmet) {
  std::stable_sort(unmet.begin(), unmet.end(), [](const Unmet& a, const Unmet& b) {
    return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
  });
}

Result<std::vector<HalfTranslated>, ReadError> half_translated(const Files& files,
                                                               const std::string& name,
                                                               const Lesson& lesson) {
  const auto translations = translations_of({files, folder_of(name)}, name);
  if (!translations) return fail(translations.error());
  std::vector<HalfTranslated> half;
  for (const Translation& each : *translations) {
    Gaps found = gaps(lesson, each);
    if (found.missing.empty() && found.outdated.empty()) continue;
    half.push_back({each.file, std::move(found)});
  }
  return half;
}

}  // namespace

std::vector<Unmet> unmet_promises(const Player& player) {
  std::vector<Unmet> unmet = player.unmet();
  for (std::size_t i = 0; i < player.steps().size(); ++i) {
    const Step& step = player.steps()[i];
    if (!step.answer) continue;
    const Evidence evidence(player.trace(), step.ask->client, *step.asked_at,
                            player.end_of_step(i));
    for (const Option& option : step.ask->options) check_option(*step.ask, option, evidence, unmet);
  }
  for (const std::vector<Unmet>& more : {unmet_pace(player), unmet_highlights(player)}) {
    unmet.insert(unmet.end(), more.begin(), more.end());
  }
  sort_by_place(unmet);
  return unmet;
}

Result<CheckReport, ReadError> check_file(const Files& files, const std::string& name) {
  auto lesson = read_file(files, name);
  if (!lesson) return fail(lesson.error());
  Player player(std::move(*lesson));
  std::vector<Unmet> samples;
  do {
    const std::vector<Unmet> found = unmet_samples(player);
    samples.insert(samples.end(), found.begin(), found.end());
  } while (player.pass());
  std::vector<Unmet> unmet = unmet_promises(player);
  unmet.insert(unmet.end(), samples.begin(), samples.end());
  sort_by_place(unmet);
  if (!unmet.empty()) {
    return fail(ReadError{unmet.front().message, unmet.front().place, name});
  }
  auto half = half_translated(files, name, player.lesson());
  if (!half) return fail(half.error());
  return CheckReport{player.steps().size(),
                     count<Ask>(player.lesson()),
                     count<Task>(player.lesson()),
                     count<Expect>(player.lesson()),
                     player.trace().events.size(),
                     first_question_after(player),
                     std::move(*half)};
}

}  // namespace imapscope::lesson
