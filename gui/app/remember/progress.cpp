#include "gui/app/remember/progress.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/redact/redact.h"

namespace imapscope::gui {
namespace {

using lesson::Grade;
using nlohmann::json;

constexpr int version = 1;
constexpr std::array<std::string_view, 3> grade_words{"happened", "legal", "illegal"};

// ---- as JSON ----

json json_of(const lesson::Prediction& prediction) {
  if (const auto* option = std::get_if<std::size_t>(&prediction)) return {{"option", *option}};
  return {{"line", std::get<std::string>(prediction)}};
}

json json_of(const Answered& answered) {
  json answer = json_of(answered.prediction);
  answer["first"] = grade_words[static_cast<std::size_t>(answered.first)];
  answer["last"] = grade_words[static_cast<std::size_t>(answered.last)];
  if (answered.tried != answered.prediction) answer["tried"] = json_of(answered.tried);
  return answer;
}

/// The lines with every secret masked, as in a trace that is kept.
std::vector<world::Send> without_secrets(std::vector<world::Send> lines) {
  trace::Trace typed;
  std::map<std::string, std::uint32_t> connections;
  for (const world::Send& line : lines) {
    const auto next = static_cast<std::uint32_t>(connections.size() + 1);
    const auto connection = connections.try_emplace(line.client, next).first->second;
    const std::string end = line.text.ends_with('\n') ? "" : "\r\n";
    typed.events.push_back({{connection},
                            trace::Direction::to_server,
                            {},
                            {},
                            trace::Payload{line.text + end, {}, {}}});
  }
  typed = redact::redact(std::move(typed));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto& payload = std::get<trace::Payload>(typed.events[i].what);
    lines[i].text = payload.bytes.substr(0, lines[i].text.size());
  }
  return lines;
}

json json_of(const Solved& solved) {
  json lines = json::array();
  for (const world::Send& each : without_secrets(solved.lines)) {
    lines.push_back({{"client", each.client}, {"line", each.text}});
  }
  return {{"commands", solved.commands}, {"lines", lines}};
}

json json_of(const LessonProgress& lesson) {
  json answers = json::object();
  for (const auto& [step, answered] : lesson.answers) {
    answers[std::to_string(step)] = json_of(answered);
  }
  json tasks = json::object();
  for (const auto& [step, solved] : lesson.tasks) tasks[std::to_string(step)] = json_of(solved);
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

std::optional<std::string> text(const json* value) {
  if (value == nullptr || !value->is_string()) return std::nullopt;
  return value->get<std::string>();
}

std::optional<lesson::Prediction> prediction_of(const json& answer) {
  if (const json* option = member(answer, "option")) {
    if (const auto value = number(*option)) return *value;
    return std::nullopt;
  }
  return text(member(answer, "line"));
}

std::optional<Answered> answered_of(const json& answer) {
  if (!answer.is_object()) return std::nullopt;
  const auto first = grade_of(member(answer, "first"));
  const auto last = grade_of(member(answer, "last"));
  const auto prediction = prediction_of(answer);
  const json* other = member(answer, "tried");
  if (other != nullptr && !other->is_object()) return std::nullopt;
  const auto tried = other == nullptr ? prediction : prediction_of(*other);
  if (!first || !last || !prediction || !tried) return std::nullopt;
  return Answered{*first, *last, *tried, *prediction};
}

std::optional<world::Send> line_of(const json& line) {
  if (!line.is_object()) return std::nullopt;
  auto client = text(member(line, "client"));
  auto typed = text(member(line, "line"));
  if (!client || !typed) return std::nullopt;
  return world::Send{std::move(*client), std::move(*typed)};
}

std::optional<Solved> solved_of(const json& task) {
  // A number alone was written before the lines were kept.
  if (const auto commands = number(task)) return Solved{*commands};
  if (!task.is_object()) return std::nullopt;
  const json* commands = member(task, "commands");
  const json* lines = member(task, "lines");
  if (commands == nullptr || !number(*commands) || lines == nullptr || !lines->is_array()) {
    return std::nullopt;
  }
  Solved solved{*number(*commands)};
  for (const json& each : *lines) {
    auto line = line_of(each);
    if (!line) return std::nullopt;
    solved.lines.push_back(std::move(*line));
  }
  return solved;
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
      !read_steps(member(object, "tasks"), lesson.tasks, solved_of)) {
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
  const auto entry = answers
                         .try_emplace(step, Answered{answer.grade, answer.grade, answer.prediction,
                                                     answer.prediction})
                         .first;
  entry->second.last = answer.grade;
  entry->second.prediction = answer.prediction;
}

void Progress::task_done(const std::string& lesson, std::size_t step, const Solved& solved) {
  const auto entry = lessons_[lesson].tasks.try_emplace(step, solved).first;
  if (solved.commands < entry->second.commands) entry->second = solved;
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

Result<Progress, Said> read_progress(std::string_view text) {
  const json all = json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!all.is_object()) return fail(Said("messages.damaged.no_json"));
  const json* kind = member(all, "imapscope");
  const json* lessons = member(all, "lessons");
  if (kind == nullptr || *kind != "progress" || lessons == nullptr || !lessons->is_object()) {
    return fail(Said("messages.damaged.no_progress"));
  }
  const json* written = member(all, "version");
  if (written == nullptr || *written != version) {
    return fail(Said("messages.damaged.version"));
  }
  Progress progress;
  for (const auto& [name, object] : lessons->items()) {
    auto lesson = lesson_of(object);
    if (!lesson) return fail(Said("messages.damaged.lesson", {{"file", name}}));
    progress.lessons_.emplace(name, std::move(*lesson));
  }
  return progress;
}

}  // namespace imapscope::gui
