#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>

#include "sim/cli/subcommands.h"
#include "sim/lesson/check.h"

namespace imapscope::cli {
namespace {

namespace fs = std::filesystem;

/// The lessons of a folder, in the order of their names; a file stands for itself.
std::vector<fs::path> lessons_in(const fs::path& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) return {path};
  std::vector<fs::path> lessons;
  for (const fs::directory_entry& entry : fs::directory_iterator(path, error)) {
    const bool is_lesson =
        entry.path().extension() == ".json" && entry.path().filename() != "schema.json";
    if (is_lesson) lessons.push_back(entry.path());
  }
  std::sort(lessons.begin(), lessons.end());
  return lessons;
}

int check(const std::string& path) {
  const std::vector<fs::path> lessons = lessons_in(path);
  if (lessons.empty()) {
    std::cerr << path << ": There is no lesson in this folder.\n";
    return fault;
  }
  for (const fs::path& each : lessons) {
    const auto report = lesson::check_file(each);
    if (!report) {
      std::cerr << report.error().to_string() << "\n";
      return fault;
    }
    std::cout << each.string() << ": fine (" << report->steps << " steps, " << report->questions
              << " questions, " << report->expectations << " expectations, " << report->events
              << " events)\n";
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
