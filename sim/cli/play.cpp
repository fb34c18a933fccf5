#include <CLI/CLI.hpp>
#include <iostream>

#include "sim/cli/subcommands.h"
#include "sim/cli/transcript.h"
#include "sim/disk/disk_files.h"
#include "sim/lesson/player.h"
#include "sim/lesson/read/read.h"
#include "sim/trace/jsonl.h"

namespace imapscope::cli {
namespace {

struct PlayOptions {
  std::string lesson;
  std::string language = words::language_of_locale(disk::system_locale());
  std::string format = "text";
};

int play(const PlayOptions& options) {
  auto lesson = lesson::read_file(disk::DiskFiles(), options.lesson);
  if (!lesson) {
    std::cerr << words::Words(options.language)(lesson.error().said()) << "\n";
    return fault;
  }
  lesson::Player player(std::move(*lesson));
  while (player.pass()) {
  }
  if (options.format == "jsonl") {
    std::cout << trace::print_jsonl(player.trace());
  } else {
    std::cout << transcript(player, words::Words(options.language), Style::of_output());
  }
  return fine;
}

}  // namespace

void add_play(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("play",
                                         "Plays a lesson from its first line to its last, answers "
                                         "its questions and solves its tasks.");
  const auto options = std::make_shared<PlayOptions>();
  command->add_option("LESSON", options->lesson, "The lesson: lessons/001_hello.json")->required();
  command
      ->add_option("--lang", options->language,
                   "The language: of the lesson, where it speaks it, and of what is "
                   "said about it")
      ->check(CLI::IsMember(words::languages()))
      ->capture_default_str();
  command->add_option("--format", options->format, "text: to read; jsonl: the trace")
      ->check(CLI::IsMember({"text", "jsonl"}))
      ->capture_default_str();
  command->callback([options, &exit_code] { exit_code = play(*options); });
}

}  // namespace imapscope::cli
