#include "gui/app/report.h"

#include <algorithm>

#include "gui/scene/lesson_text.h"
#include "sim/lesson/judge.h"

namespace imapscope::gui {
namespace {

using lesson::Grade;
using lesson::in_language;

// ---- the rows ----

/// A line of the wire; one that holds a backtick stands between two.
std::string code(const std::string& line) {
  const bool has_tick = line.find('`') != std::string::npos;
  return has_tick ? "`` " + line + " ``" : "`" + line + "`";
}

std::string text_of(const lesson::Option& option, const std::string& language) {
  if (!option.words.empty()) return in_language(option.words, language);
  const bool is_nothing = option.line == lesson::nothing;
  return is_nothing ? words::Words(language)("lesson.nothing") : code(option.line);
}

std::string text_of(const lesson::Ask& ask, const lesson::Prediction& prediction,
                    const std::string& language) {
  const auto* option = std::get_if<std::size_t>(&prediction);
  if (option == nullptr) return code(std::get<std::string>(prediction));
  return text_of(ask.options[*option], language);
}

/// In the words of the option that happened, where there is one.
std::string happened_of(const lesson::Ask& ask, const lesson::Answer& answer,
                        const std::string& language) {
  const auto right = std::find_if(ask.options.begin(), ask.options.end(),
                                  [](const auto& each) { return each.grade == Grade::happened; });
  const bool is_line = ask.predict == lesson::Predict::line;
  if (is_line || right == ask.options.end()) return code(answer.happened);
  return text_of(*right, language);
}

ReportQuestion question_of(const lesson::Step& step, const Hands& hands,
                           const std::string& language) {
  const lesson::Ask& ask = *step.ask;
  ReportQuestion question;
  question.heading = in_language(step.say.title, language);
  question.text = in_language(ask.question, language);
  for (std::size_t i = 0; i < ask.options.size(); ++i) {
    question.options.push_back(
        {text_of(ask.options[i], language), ask.options[i].grade, hands.of(i)});
  }
  question.hands = hands.total();
  if (!step.answer) return question;
  const auto tried = [&](const lesson::Answer& answer) {
    return ReportTry{text_of(ask, answer.prediction, language), answer.grade};
  };
  question.first = tried(*step.first_answer);
  if (step.first_answer->prediction != step.answer->prediction) question.last = tried(*step.answer);
  question.happened = happened_of(ask, *step.answer, language);
  return question;
}

ReportTask task_of(const lesson::TaskRun& run, const std::string& language) {
  ReportTask task;
  task.title = in_language(run.task.title, language);
  task.tries = run.tries;
  task.commands = run.fewest;
  task.par = run.task.par;
  return task;
}

// ---- as Markdown ----

/// In a table a line break and a bar would end the cell.
std::string cell(const std::string& text) {
  std::string cell;
  for (const char c : text) {
    if (c == '|') cell += '\\';
    cell += c == '\n' || c == '\r' ? ' ' : c;
  }
  return cell;
}

std::string print(const ReportTry& tried, const words::Words& words) {
  return tried.prediction + " (" + words(outcome_key(tried.grade)) + ")";
}

/// The columns that say something: hands where some were counted, outcomes once there are some.
std::string options_table(const ReportQuestion& question, const words::Words& words) {
  const bool hands = question.hands > 0;
  const bool graded = question.first.has_value();
  std::string table = "| | " + words("lesson.report.prediction") + " |";
  std::string rule = "| --- | --- |";
  const auto column = [&](const std::string& name, const char* line) {
    table += " " + name + " |";
    rule += line;
  };
  if (hands) column(words("lesson.report.hands"), " ---: |");
  if (graded) column(words("lesson.report.outcome"), " --- |");
  table += "\n" + rule + "\n";
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    const ReportOption& option = question.options[i];
    table += "| " + std::to_string(i + 1) + " | " + cell(option.text) + " |";
    if (hands) table += " " + std::to_string(option.hands) + " |";
    if (graded) table += " " + words(outcome_key(option.grade)) + " |";
    table += "\n";
  }
  return table;
}

std::string heading(std::size_t step, const std::string& title, const words::Words& words) {
  return "\n## " + words("lesson.report.step", {{"step", step}, {"title", title}}) + "\n\n";
}

std::string print(const ReportQuestion& question, const words::Words& words) {
  std::string text = heading(question.step, question.heading, words) + question.text + "\n\n" +
                     options_table(question, words) + "\n";
  const auto fact = [&](std::string_view key, const std::string& what) {
    text += "- " + words(key, {{"what", what}}) + "\n";
  };
  if (!question.first) return text + words("lesson.report.not_answered") + "\n";
  fact("lesson.report.first_try", print(*question.first, words));
  if (question.last) fact("lesson.report.last_try", print(*question.last, words));
  fact("lesson.report.happened", question.happened);
  return text;
}

std::string print(const ReportTask& task, const words::Words& words) {
  const std::string text = heading(task.step, task.title, words);
  const std::string tries = words("lesson.report.tries", {{"count", task.tries}});
  if (!task.commands) return text + words("lesson.report.unsolved", {{"tries", tries}}) + "\n";
  return text +
         words("lesson.report.solved",
               {{"count", *task.commands}, {"par", task.par}, {"tries", tries}}) +
         "\n";
}

}  // namespace

Report report_of(const lesson::Player& player, const std::map<std::size_t, Hands>& hands,
                 const std::string& language) {
  Report report;
  report.number = player.lesson().number;
  report.title = in_language(player.lesson().title, language);
  for (std::size_t i = 0; i < player.steps().size(); ++i) {
    const lesson::Step& step = player.steps()[i];
    if (step.ask) {
      const auto counted_here = hands.find(i);
      report.questions.push_back(question_of(
          step, counted_here == hands.end() ? Hands() : counted_here->second, language));
      report.questions.back().step = i + 1;
      const bool right = step.first_answer && step.first_answer->grade == Grade::happened;
      report.right += right ? 1 : 0;
    }
    if (!step.task) continue;
    report.tasks.push_back(task_of(*step.task, language));
    report.tasks.back().step = i + 1;
  }
  return report;
}

std::string print_markdown(const Report& report, const words::Words& words) {
  std::string text =
      "# " + words("lesson.report.lesson", {{"number", report.number}, {"title", report.title}}) +
      "\n\n" +
      words("lesson.report.right", {{"right", report.right}, {"count", report.questions.size()}}) +
      "\n";
  for (const ReportQuestion& each : report.questions) text += print(each, words);
  for (const ReportTask& each : report.tasks) text += print(each, words);
  return text;
}

}  // namespace imapscope::gui
