#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>

#include "sim/cli/subcommands.h"
#include "sim/disk/disk_files.h"
#include "sim/lesson/read/translation.h"

namespace imapscope::cli {
namespace {

struct TextsOptions {
  std::string lesson;
  std::string language;
};

int complain(const lesson::ReadError& error) {
  std::cerr << error.to_string() << "\n";
  return fault;
}

int texts(const TextsOptions& options) {
  const disk::DiskFiles files;
  const auto lesson = lesson::read_file(files, options.lesson);
  if (!lesson) return complain(lesson.error());
  const auto all = lesson::translations_of({files, folder_of(options.lesson)}, options.lesson);
  if (!all) return complain(all.error());
  const auto here = std::find_if(all->begin(), all->end(), [&](const lesson::Translation& each) {
    return each.language == options.language;
  });
  std::cout << lesson::write_translation(*lesson,
                                         here == all->end() ? lesson::Translation() : *here);
  return fine;
}

}  // namespace

void add_texts(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand(
      "texts",
      "Writes the file in which a lesson is translated: every paragraph, and its "
      "words where it has them. It belongs into lessons/ru/ for Russian.");
  const auto options = std::make_shared<TextsOptions>();
  command->add_option("LESSON", options->lesson, "The lesson: lessons/001_hello.json")->required();
  command->add_option("--lang", options->language, "The language to translate into: ru")
      ->required();
  command->callback([options, &exit_code] { exit_code = texts(*options); });
}

}  // namespace imapscope::cli
