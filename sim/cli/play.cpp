#include <CLI/CLI.hpp>
#include <iostream>

#include "sim/cli/subcommands.h"
#include "sim/cli/transcript.h"
#include "sim/disk/disk_files.h"
#include "sim/lesson/player.h"
#include "sim/lesson/read/read.h"
#include "sim/terminal/command_line.h"
#include "sim/trace/jsonl.h"

namespace imapscope::cli {
namespace {

struct PlayOptions {
  std::string lesson;
  std::string format = "text";
};

int play(const PlayOptions& options, const words::Words& words) {
  auto lesson = lesson::read_file(disk::DiskFiles(), options.lesson);
  if (!lesson) {
    std::cerr << words(lesson.error().said()) << "\n";
    return fault;
  }
  lesson::Player player(std::move(*lesson));
  while (player.pass()) {
  }
  if (options.format == "jsonl") {
    std::cout << trace::print_jsonl(player.trace());
  } else {
    std::cout << transcript(player, words, Style::of_output());
  }
  return fine;
}

}  // namespace

void add_play(Tool& tool) {
  const words::Words& words = tool.words;
  CLI::App* command = tool.app.add_subcommand("play", words("help.play.about"));
  const auto options = std::make_shared<PlayOptions>();
  command->add_option("LESSON", options->lesson, words("help.lesson"))->required();
  terminal::add_language(*command, words);
  CLI::Option* format = command->add_option("--format", options->format, words("help.play.format"));
  terminal::takes_one_of(format, {"text", "jsonl"}, words);
  format->capture_default_str();
  command->callback([options, &tool] { tool.exit_code = play(*options, tool.words); });
}

}  // namespace imapscope::cli
