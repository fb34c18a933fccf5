#include <CLI/CLI.hpp>
#include <iostream>

#include "sim/cli/subcommands.h"
#include "sim/disk/disk_files.h"
#include "sim/lesson/check/check.h"

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

std::string first_question(const lesson::CheckReport& report) {
  if (!report.first_question) return "";
  return ", first question after " +
         std::to_string((report.first_question->us + 500000) / 1000000) + " s";
}

/// What a translation lacks: nothing that stops a lesson, and what its author wants to know.
void tell(const lesson::HalfTranslated& half) {
  for (const std::string& each : half.gaps.missing) {
    std::cout << "  " << half.file << ": not translated: " << each << "\n";
  }
  for (const lesson::Translated& each : half.gaps.outdated) {
    std::cout << "  " << half.file << ":" << each.place.line
              << ": the lesson does not say this, or no longer: " << each.english << "\n";
  }
}

int check(const std::string& path) {
  const disk::DiskFiles files;
  const std::vector<std::string> lessons = lessons_in(files, path);
  if (lessons.empty()) {
    std::cerr << path << ": There is no lesson in this folder.\n";
    return fault;
  }
  for (const std::string& each : lessons) {
    const auto report = lesson::check_file(files, each);
    if (!report) {
      std::cerr << report.error().to_string() << "\n";
      return fault;
    }
    std::cout << each << ": fine (" << report->steps << " steps, " << report->questions
              << " questions, " << report->tasks << " tasks, " << report->expectations
              << " expectations, " << report->events << " events" << first_question(*report)
              << ")\n";
    for (const lesson::HalfTranslated& half : report->half_translated) tell(half);
  }
  return fine;
}

}  // namespace

void add_check(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand(
      "check", "Validates lessons, plays them and verifies every expectation and every grade.");
  const auto path = std::make_shared<std::string>();
  command->add_option("LESSON|FOLDER", *path, "A lesson, or a folder of lessons")->required();
  command->callback([path, &exit_code] { exit_code = check(*path); });
}

}  // namespace imapscope::cli
