#include <CLI/CLI.hpp>
#include <iostream>

#include "sim/cli/subcommands.h"
#include "sim/disk/disk_files.h"
#include "sim/lesson/check/check.h"
#include "sim/terminal/command_line.h"

namespace imapscope::cli {
namespace {

/// The lessons of a folder, in the order of their names; a file stands for itself.
std::vector<std::string> lessons_in(const Files& files, const std::string& path) {
  const auto entries = files.list(path);
  if (!entries) return {path};
  std::vector<std::string> lessons;
  for (const Files::Entry& entry : *entries) {
    const bool is_lesson = entry.name.ends_with(".json") && entry.name != "schema.json";
    if (is_lesson && !entry.is_folder) lessons.push_back(joined(path, entry.name));
  }
  return lessons;
}

Said counted(const std::string& what, std::size_t count) {
  return {"check." + what, {{"count", count}}};
}

/// "lessons/001_hello.json: fine (5 steps, …".
Said fine_lesson(const std::string& lesson, const lesson::CheckReport& report) {
  Said said("check.fine", {{"lesson", lesson},
                           {"steps", counted("steps", report.steps)},
                           {"questions", counted("questions", report.questions)},
                           {"tasks", counted("tasks", report.tasks)},
                           {"expectations", counted("expectations", report.expectations)},
                           {"events", counted("events", report.events)}});
  if (report.first_question) {
    said.key = "check.fine_and_asks";
    said.arguments.emplace_back("seconds", (report.first_question->us + 500000) / 1000000);
  }
  return said;
}

/// What a translation lacks: nothing that stops a lesson, and what its author wants to know.
void tell(const lesson::HalfTranslated& half, const words::Words& words) {
  const auto say = [&words](const Said& said) { std::cout << "  " << words(said) << "\n"; };
  for (const std::string& each : half.gaps.missing) {
    say({"check.not_translated", {{"file", half.file}, {"text", each}}});
  }
  for (const lesson::Translated& each : half.gaps.outdated) {
    say({"check.outdated",
         {{"file", half.file}, {"line", each.place.line}, {"text", each.english}}});
  }
}

int check(const std::string& path, const words::Words& words) {
  const auto complain = [&words](const Said& said) {
    std::cerr << words(said) << "\n";
    return fault;
  };
  const disk::DiskFiles files;
  const std::vector<std::string> lessons = lessons_in(files, path);
  if (lessons.empty()) return complain({"check.no_lesson", {{"folder", path}}});
  for (const std::string& each : lessons) {
    const auto report = lesson::check_file(files, each);
    if (!report) return complain(report.error().said());
    std::cout << words(fine_lesson(each, *report)) << "\n";
    for (const lesson::HalfTranslated& half : report->half_translated) tell(half, words);
  }
  return fine;
}

}  // namespace

void add_check(Tool& tool) {
  CLI::App* command = tool.app.add_subcommand("check", tool.words("help.check.about"));
  const auto path = std::make_shared<std::string>();
  command->add_option("LESSON|FOLDER", *path, tool.words("help.check.lesson"))->required();
  terminal::add_language(*command, tool.words);
  command->callback([path, &tool] { tool.exit_code = check(*path, tool.words); });
}

}  // namespace imapscope::cli
