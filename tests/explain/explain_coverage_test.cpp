// Every token of every line of the project's transcripts and of the standards' examples: what it
// is by its place, never by its form alone. What is not explained so is listed here, with a reason.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sim/disk/disk_files.h"
#include "sim/observer/row.h"
#include "sim/trace/read.h"
#include "tests/observer/trace_builder.h"

namespace imapscope::explain {
namespace {

namespace fs = std::filesystem;

struct Exception {
  std::string_view words;  ///< that the line holds; what comes before them has no exception
  std::string_view reason;
};
constexpr std::array exceptions{
    Exception{"RETURN (SAVE) CHARSET KOI8-R", "its literal is refused, so it is no whole command"},
    Exception{"CHARSET KOI8-R (OR $", "its literal is refused, so it is no whole command"},
    Exception{"XPIG-LATIN", "an extension that RFC 3501 and RFC 9051 invent for an example"},
    Exception{"X-GOOD-IDEA", "an extension that RFC 5161 and RFC 9051 invent for an example"},
    Exception{"\"X-PARAM\"", "a namespace extension that RFC 2342 invents for an example"},
    Exception{"(tablecloth", "an item of LIST that RFC 9051 invents for an example"},
};

bool is_exception(const Line& line, const ExplainedToken& token) {
  return std::any_of(exceptions.begin(), exceptions.end(), [&](const Exception& exception) {
    return line.bytes.find(exception.words) <= token.offset;
  });
}

void check_places(const Line& line, const Explanation& explanation) {
  for (const ExplainedToken& token : explanation.tokens) {
    const std::string text(row_bytes(line).substr(token.offset, token.octets));
    const bool vague = token.by_form || token.meaning.find("does not know") != std::string::npos;
    CHECK_MESSAGE((!vague || is_exception(line, token)),
                  "in " << line.bytes << " the token " << text << ": " << token.meaning);
  }
}

// Spaces and line ends stand between tokens; all else is part of one.
void check_covered(const Line& line, const Explanation& explanation) {
  std::string left(row_bytes(line));
  for (const ExplainedToken& token : explanation.tokens) {
    left.replace(token.offset, token.octets, token.octets, ' ');
  }
  CHECK_MESSAGE(left.find_first_not_of(" \r\n") == std::string::npos, line.bytes);
}

/// `skipped`: beginnings of lines that are no IMAP, and known to be none.
std::size_t check_every_line(const Timeline& timeline,
                             const std::vector<std::string>& skipped = {}) {
  std::size_t lines = 0;
  for (const Line& line : timeline.lines()) {
    const Explanation explanation = explain(timeline, line.id);
    check_covered(line, explanation);
    if (line.kind == LineKind::unreadable) continue;  // nothing in it has a place
    const bool skips = std::any_of(skipped.begin(), skipped.end(), [&](const std::string& text) {
      return line.bytes.starts_with(text);
    });
    if (skips) continue;
    check_places(line, explanation);
    lines += line.bytes.empty() ? 0U : 1U;
  }
  return lines;
}

std::vector<std::string> lines_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

const fs::path source = IMAPSCOPE_SOURCE_DIR;

TEST_CASE("every token of our captures and transcripts is explained by its place") {
  std::size_t lines = 0;
  for (const char* folder : {"captures", "examples", "golden"}) {
    for (const auto& entry : fs::directory_iterator(source / "traces" / folder)) {
      const auto trace = trace::read_file(disk::DiskFiles(), entry.path().string());
      if (trace) lines += check_every_line(Timeline(*trace));
    }
  }
  CHECK(lines > 300);
}

// "     0.141  laptop → a1 SELECT INBOX": as `imapsim play` prints it.
struct Played {
  std::string client;
  bool to_server = false;
  std::string line;
};

std::vector<Played> played_in(const fs::path& transcript) {
  std::vector<Played> played;
  for (const std::string& text : lines_of(transcript)) {
    for (const std::string_view arrow : {" → ", " ← "}) {
      const std::size_t at = text.find(arrow);
      const std::size_t time = text.find_first_not_of(' ');
      const bool timed = time != std::string::npos && text[time] >= '0' && text[time] <= '9';
      if (at == std::string::npos || !timed) continue;
      const std::size_t name = text.find_first_not_of(' ', text.find(' ', time));
      const std::string client = text.substr(name, text.find(' ', name) - name);
      std::string line = text.substr(at + arrow.size());
      if (line.starts_with('{')) line = std::string(std::stoul(line.substr(1)), 'x');  // folded
      if (line.find("…") == std::string::npos) played.push_back({client, arrow == " → ", line});
    }
  }
  return played;
}

TEST_CASE("every token of the lessons' transcripts is explained by its place") {
  std::size_t lines = 0;
  for (const auto& entry : fs::directory_iterator(source / "tests/lesson/golden")) {
    TraceBuilder builder;
    std::map<std::string, std::uint32_t> connections;
    for (const Played& played : played_in(entry.path())) {
      const auto [at, added] = connections.try_emplace(played.client, connections.size() + 2);
      builder.on(at->second);
      // The server speaks first, whatever it is.
      const auto protocol = protocol_of_server(played.line);
      if (added) builder.opened(played.client, protocol.value_or(Protocol::imap));
      played.to_server ? builder.client(played.line) : builder.server(played.line);
    }
    lines += check_every_line(builder.timeline());
  }
  CHECK(lines > 150);
}

// "§" begins a section, "!" says why the next line does not parse by itself.
TEST_CASE("every token of the standards' examples is explained by its place") {
  std::size_t lines = 0;
  TraceBuilder builder;
  std::vector<std::string> skipped;
  bool skips = false;
  std::vector<std::string> examples = lines_of(source / "tests/wire/rfc_examples.txt");
  examples.push_back("§ end");
  for (const std::string& example : examples) {
    if (example.starts_with("§ ")) {
      lines += check_every_line(builder.timeline(), skipped);
      builder = TraceBuilder();
      builder.server("* OK ready");
      skipped.clear();
    }
    if (example.starts_with("! ")) skips = example.find("of a dialogue") == std::string::npos;
    if (!example.starts_with("C:") && !example.starts_with("S:")) continue;
    const std::string line = example.size() > 3 ? example.substr(3) : "";
    example.front() == 'C' ? builder.client(line) : builder.server(line);
    if (skips) skipped.push_back(line);
    skips = false;
  }
  CHECK(lines > 900);
}

}  // namespace
}  // namespace imapscope::explain
