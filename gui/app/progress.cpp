#include "gui/app/progress.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

namespace imapscope::gui {
namespace {

using lesson::Grade;
using nlohmann::json;

constexpr int version = 1;
constexpr std::array<std::string_view, 3> grade_words{"happened", "legal", "illegal"};

// ---- as JSON ----

json json_of(const Answered& answered) {
  json answer{{"first", grade_words[static_cast<std::size_t>(answered.first)]},
              {"last", grade_words[static_cast<std::size_t>(answered.last)]}};
  if (const auto* option = std::get_if<std::size_t>(&answered.prediction)) {
    answer["option"] = *option;
  } else {
    answer["line"] = std::get<std::string>(answered.prediction);
  }
  return answer;
}

json json_of(const LessonProgress& lesson) {
  json answers = json::object();
  for (const auto& [step, answered] : lesson.answers) {
    answers[std::to_string(step)] = json_of(answered);
  }
  json tasks = json::object();
  for (const auto& [step, commands] : lesson.tasks) tasks[std::to_string(step)] = commands;
  return {{"step", lesson.step}, {"done", lesson.done}, {"answers", answers}, {"tasks", tasks}};
}

// ---- and back: nothing where it is not what it should be ----

std::optional<std::size_t> number(const json& value) {
  if (!value.is_number_unsigned()) return std::nullopt;
  return value.get<std::size_t>();
}

std::optional<std::size_t> step_of(const std::string& key) {
  const bool digits =
      !key.empty() && key.size() < 6 && key.find_first_not_of("0123456789") == std::string::npos;
  return digits ? std::optional<std::size_t>(std::stoul(key)) : std::nullopt;
}

const json* member(const json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() ? nullptr : &*found;
}

std::optional<Grade> grade_of(const json* word) {
  if (word == nullptr || !word->is_string()) return std::nullopt;
  const auto found =
      std::find(grade_words.begin(), grade_words.end(), word->get_ref<const std::string&>());
  if (found == grade_words.end()) return std::nullopt;
  return static_cast<Grade>(found - grade_words.begin());
}

std::optional<lesson::Prediction> prediction_of(const json& answer) {
  if (const json* option = member(answer, "option")) {
    if (const auto value = number(*option)) return *value;
    return std::nullopt;
  }
  const json* line = member(answer, "line");
  if (line == nullptr || !line->is_string()) return std::nullopt;
  return line->get<std::string>();
}

std::optional<Answered> answered_of(const json& answer) {
  if (!answer.is_object()) return std::nullopt;
  const auto first = grade_of(member(answer, "first"));
  const auto last = grade_of(member(answer, "last"));
  const auto prediction = prediction_of(answer);
  if (!first || !last || !prediction) return std::nullopt;
  return Answered{*first, *last, *prediction};
}

/// Each member of an object by its step. False where one of them is not what it should be.
template <class T, class Read>
bool read_steps(const json* object, std::map<std::size_t, T>& steps, const Read& read) {
  if (object == nullptr || !object->is_object()) return false;
  for (const auto& [key, value] : object->items()) {
    const auto step = step_of(key);
    const auto read_value = read(value);
    if (!step || !read_value) return false;
    steps.emplace(*step, *read_value);
  }
  return true;
}

std::optional<LessonProgress> lesson_of(const json& object) {
  if (!object.is_object()) return std::nullopt;
  LessonProgress lesson;
  const json* step = member(object, "step");
  const json* done = member(object, "done");
  if (step == nullptr || !number(*step) || done == nullptr || !done->is_boolean() ||
      !read_steps(member(object, "answers"), lesson.answers, answered_of) ||
      !read_steps(member(object, "tasks"), lesson.tasks, number)) {
    return std::nullopt;
  }
  lesson.step = *number(*step);
  lesson.done = done->get<bool>();
  return lesson;
}

}  // namespace

std::size_t LessonProgress::right() const {
  return static_cast<std::size_t>(
      std::count_if(answers.begin(), answers.end(),
                    [](const auto& answer) { return answer.second.first == Grade::happened; }));
}

const LessonProgress* Progress::find(const std::string& lesson) const {
  const auto found = lessons_.find(lesson);
  return found == lessons_.end() ? nullptr : &found->second;
}

void Progress::answered(const std::string& lesson, std::size_t step, const lesson::Answer& answer) {
  auto& answers = lessons_[lesson].answers;
  const auto entry =
      answers.try_emplace(step, Answered{answer.grade, answer.grade, answer.prediction}).first;
  entry->second.last = answer.grade;
  entry->second.prediction = answer.prediction;
}

void Progress::task_done(const std::string& lesson, std::size_t step, std::size_t commands) {
  const auto entry = lessons_[lesson].tasks.try_emplace(step, commands).first;
  entry->second = std::min(entry->second, commands);
}

void Progress::reached(const std::string& lesson, std::size_t step, bool is_end) {
  LessonProgress& progress = lessons_[lesson];
  progress.step = std::max(progress.step, step);
  progress.done = progress.done || is_end;
}

void Progress::forget(const std::string& lesson) {
  if (lesson.empty()) {
    lessons_.clear();
  } else {
    lessons_.erase(lesson);
  }
}

std::string print_progress(const Progress& progress) {
  json lessons = json::object();
  for (const auto& [name, lesson] : progress.lessons_) lessons[name] = json_of(lesson);
  const json all{{"imapscope", "progress"}, {"version", version}, {"lessons", lessons}};
  return all.dump(1, ' ', false, json::error_handler_t::replace) + '\n';
}

Result<Progress, std::string> read_progress(std::string_view text) {
  const json all = json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!all.is_object()) return fail(std::string("is no JSON object"));
  const json* kind = member(all, "imapscope");
  const json* lessons = member(all, "lessons");
  if (kind == nullptr || *kind != "progress" || lessons == nullptr || !lessons->is_object()) {
    return fail(std::string("holds no progress"));
  }
  const json* written = member(all, "version");
  if (written == nullptr || *written != version) {
    return fail(std::string("was written by another version of imapscope"));
  }
  Progress progress;
  for (const auto& [name, object] : lessons->items()) {
    auto lesson = lesson_of(object);
    if (!lesson) return fail("is damaged where it speaks of " + name);
    progress.lessons_.emplace(name, std::move(*lesson));
  }
  return progress;
}

}  // namespace imapscope::gui
