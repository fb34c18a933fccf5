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

int texts(const TextsOptions& options, const words::Words& words) {
  const auto complain = [&words](const lesson::ReadError& error) {
    std::cerr << words(error.said()) << "\n";
    return fault;
  };
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

void add_texts(Tool& tool) {
  const words::Words& words = tool.words;
  CLI::App* command = tool.app.add_subcommand("texts", words("help.texts.about"));
  const auto options = std::make_shared<TextsOptions>();
  command->add_option("LESSON", options->lesson, words("help.lesson"))->required();
  command->add_option("--lang", options->language, words("help.texts.language"))
      ->type_name("LANGUAGE")
      ->required();
  command->callback([options, &tool] { tool.exit_code = texts(*options, tool.words); });
}

}  // namespace imapscope::cli
