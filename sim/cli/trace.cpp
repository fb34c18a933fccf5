#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "sim/cli/lanes.h"
#include "sim/cli/subcommands.h"
#include "sim/disk/disk_files.h"
#include "sim/explain/explain.h"
#include "sim/inflate/inflate.h"
#include "sim/lesson/read/read.h"
#include "sim/observer/row.h"
#include "sim/redact/redact.h"
#include "sim/terminal/columns.h"
#include "sim/terminal/command_line.h"
#include "sim/trace/formats.h"
#include "sim/trace/read.h"

namespace imapscope::cli {
namespace {

struct TraceOptions {
  std::string in;
  std::string out;
  bool explain = false;
  bool secrets = false;
};

bool is_lesson(const std::string& name) {
  const auto content = disk::DiskFiles().beginning_of(name);
  return content && lesson::is_lesson(*content);
}

int complain(const words::Words& words, const Said& said) {
  std::cerr << words(said) << "\n";
  return fault;
}

std::optional<trace::Trace> read_trace(const TraceOptions& options, const words::Words& words) {
  auto trace = trace::read_file(disk::DiskFiles(), options.in);
  if (!trace) {
    const bool lesson = is_lesson(options.in);
    complain(words,
             lesson ? Said("trace.is_lesson", {{"file", options.in}}) : trace.error().message);
    return std::nullopt;
  }
  for (const Said& warning : trace->warnings) {
    complain(words, Said("trace.warning", {{"what", warning}}));
  }
  trace::Trace said = inflate::inflate(std::move(*trace));
  return options.secrets ? std::move(said) : redact::redact(std::move(said));
}

std::string right_aligned(const std::string& text, std::size_t width) {
  return std::string(width - std::min(width, text.size()), ' ') + text;
}

/// People count lines from 1.
std::string number_of(observer::LineId line) {
  return std::to_string(line.value + 1);
}

void show_explanation(const observer::Timeline& timeline, const observer::Line& line,
                      const words::Words& words, const Style& style) {
  constexpr std::size_t width = 84;
  const std::string indent(29, ' ');
  const explain::Explanation explanation = explain::explain(timeline, line.id, words);
  const std::string why =
      explanation.why + (explanation.rfc.empty() ? "" : " · RFC " + explanation.rfc);
  std::cout << style.rich(terminal::wrapped(why, width, indent));
  for (const explain::ExplainedToken& token : explanation.tokens) {
    if (token.dim) continue;
    std::string text = "`" + token.shown + "` **" + token.term + "**";
    if (!token.meaning.empty()) text += ": " + token.meaning;
    if (!token.rfc.empty()) text += " · RFC " + token.rfc;
    std::cout << style.rich(terminal::wrapped("• " + text, width, indent));
  }
}

/// The head of the columns.
std::string columns_of(const words::Words& words) {
  const auto column = [&](const char* key, std::size_t width) {
    const std::string word = words(key);
    return std::string(width - std::min(width, terminal::columns(word)), ' ') + word;
  };
  return column("trace.column.line", 6) + column("trace.column.time", 11) +
         column("trace.column.command", 6) + "  " + words("trace.column.what");
}

int show(const TraceOptions& options, const words::Words& words) {
  auto trace = read_trace(options, words);
  if (!trace) return fault;
  const Style style = Style::of_output();
  const observer::Timeline timeline(std::move(*trace));
  const Lanes lanes(timeline.trace(), words, style);
  const trace::Header& header = timeline.trace().header;
  const std::string source = words.name("trace.source.", header.source);
  std::cout << style.strong(header.title.empty() ? options.in : header.title) << " · " << source
            << (source.empty() ? "" : " · ")
            << words("trace.lines", {{"count", timeline.lines().size()}}) << "\n"
            << style.dim(columns_of(words)) << "\n";
  for (const observer::Line& line : timeline.lines()) {
    std::cout << right_aligned(number_of(line.id), 6) << "  "
              << style.dim(right_aligned(seconds_text(observer::row_time(timeline, line)), 9))
              << "  " << style.dim(right_aligned(line.command ? number_of(*line.command) : "", 4))
              << "  " << lanes.text(line) << "\n";
    if (const std::string mark = lanes.mark(line); !mark.empty()) {
      std::cout << std::string(25, ' ') << style.bad(mark) << "\n";
    }
    for (const std::string& sentence : complaints(line, words, style)) {
      std::cout << std::string(25, ' ') << "! " << sentence << "\n";
    }
    if (options.explain) show_explanation(timeline, line, words, style);
  }
  return fine;
}

int convert(const TraceOptions& options, const words::Words& words) {
  std::error_code nothing_there;
  if (std::filesystem::equivalent(options.in, options.out, nothing_there)) {
    return complain(words, Said("trace.same_file", {{"file", options.out}}));
  }
  const auto trace = read_trace(options, words);
  if (!trace) return fault;
  const trace::FormatInfo* format = trace::format_written_to(options.out);
  if (format == nullptr) {
    return complain(words, Said("trace.not_written_as",
                                {{"file", options.out}, {"endings", trace::writable_endings()}}));
  }
  std::ofstream file(options.out, std::ios::binary);
  file << format->write(*trace);
  file.close();
  if (!file) {
    return complain(words, Said("trace.not_written", {{"file", options.out}}));
  }
  return fine;
}

void add_common(CLI::App* command, const std::shared_ptr<TraceOptions>& options,
                const words::Words& words) {
  command->add_option("FILE", options->in, words(trace::readable_formats()))->required();
  command->add_flag("--secrets", options->secrets, words("help.trace.secrets"));
  terminal::add_language(*command, words);
}

}  // namespace

void add_trace(Tool& tool) {
  const words::Words& words = tool.words;
  CLI::App* trace = tool.app.add_subcommand("trace", words("help.trace.about"));
  trace->require_subcommand(1);
  terminal::add_language(*trace, words);
  const auto options = std::make_shared<TraceOptions>();

  CLI::App* shows = trace->add_subcommand("show", words("help.trace.show"));
  add_common(shows, options, words);
  shows->add_flag("--explain", options->explain, words("help.trace.explain"));
  shows->callback([options, &tool] { tool.exit_code = show(*options, tool.words); });

  CLI::App* converts = trace->add_subcommand("convert", words("help.trace.convert"));
  add_common(converts, options, words);
  const std::string endings = trace::writable_endings();
  converts->add_option("OUT", options->out, words("help.trace.out", {{"endings", endings}}))
      ->required();
  converts->callback([options, &tool] { tool.exit_code = convert(*options, tool.words); });
}

}  // namespace imapscope::cli
