#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>

#include "sim/cli/subcommands.h"
#include "sim/lesson/check.h"

namespace imapscope::cli {
namespace {

namespace fs = std::filesystem;

/// The lessons of a folder, in the order of their names; a file stands for itself.
std::vector<fs::path> lessons_in(const fs::path& path, std::error_code& error) {
  std::error_code no_folder;
  if (!fs::is_directory(path, no_folder)) return {path};
  std::vector<fs::path> lessons;
  for (fs::directory_iterator each(path, error), end; !error && each != end;
       each.increment(error)) {
    const fs::path& file = each->path();
    if (file.extension() == ".json" && file.filename() != "schema.json") lessons.push_back(file);
  }
  std::sort(lessons.begin(), lessons.end());
  return lessons;
}

int check(const std::string& path) {
  std::error_code error;
  const std::vector<fs::path> lessons = lessons_in(path, error);
  if (error) {
    std::cerr << path << ": This folder cannot be read.\n";
    return fault;
  }
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
