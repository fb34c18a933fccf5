// Every example of the base standards, and of extensions that are spoken, parses, once unwrapped.
// What is not expected to parse says why, in rfc_examples.txt.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/wire/framing.h"
#include "tests/wire/reading.h"

using namespace imapscope::wire;

namespace {

struct Example {
  std::string section;  ///< "3501 §6.1.1"
  Writer writer = Writer::client;
  std::string line;
  std::string exception;  ///< why it is not expected to parse; empty: it is
};

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::vector<Example> read_examples() {
  std::vector<Example> examples;
  Example next;
  for (const std::string& line :
       lines_of(content_of(IMAPSCOPE_SOURCE_DIR "/tests/wire/rfc_examples.txt"))) {
    const std::string_view section_mark = "§ ";
    if (line.starts_with(section_mark)) next.section = line.substr(section_mark.size());
    if (line.starts_with("! ")) next.exception = line.substr(2);
    if (!line.starts_with("C:") && !line.starts_with("S:")) continue;
    next.writer = line.front() == 'C' ? Writer::client : Writer::server;
    next.line = line.size() > 3 ? line.substr(3) : "";
    examples.push_back(next);
    next.exception.clear();
  }
  return examples;
}

/// Nothing where the frame parses.
std::string fault_of(Writer writer, std::string_view frame) {
  if (writer == Writer::client) {
    const auto parsed = parse_command(frame, Arguments::any);
    return parsed ? "" : message_of(parsed.error().error);
  }
  const auto parsed = parse_response(frame);
  if (!parsed) return message_of(parsed.error());
  for (const Quirk& quirk : parsed->quirks) {
    if (quirk.kind == QuirkKind::odd_code) return std::string(name_of(quirk.kind));
  }
  return "";
}

/// Feeds examples in their order and parses what they frame to.
class Reader {
 public:
  void feed(const Example& example) {
    Framer& framer = example.writer == Writer::client ? client_ : server_;
    if (framer.pending().empty()) first_ = example;
    framer.feed(example.line + "\r\n");
    for (FramerStep step = framer.next(); !std::holds_alternative<Incomplete>(step);
         step = framer.next()) {
      if (const auto* frame = std::get_if<Frame>(&step)) check(example.writer, frame->bytes);
      if (const auto* ahead = std::get_if<LiteralAhead>(&step)) decide(framer, *ahead);
    }
  }

  [[nodiscard]] bool is_between_frames() const {
    return client_.pending().empty() && server_.pending().empty();
  }

 private:
  // The only literal that large is there to be refused.
  static void decide(Framer& framer, const LiteralAhead& ahead) {
    if (ahead.octets < 1000) return framer.accept_literal();
    framer.refuse_literal();
  }

  void check(Writer writer, std::string_view frame) const {
    CAPTURE(first_.section);
    CAPTURE(std::string(frame));
    CAPTURE(first_.exception);
    const std::string fault = fault_of(writer, frame);
    if (first_.exception.empty()) {
      CHECK(fault == "");
    } else {
      CHECK(fault != "");
    }
  }

  Framer client_{Writer::client};
  Framer server_{Writer::server};
  Example first_;
};

std::string without_white_space(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\f'; });
  return text;
}

bool is_page_break(const std::string& line) {
  return line.find("[Page ") != std::string::npos || line.starts_with("RFC 3501  ");
}

bool is_example_line(std::string line) {
  line.erase(0, line.find_first_not_of(' '));
  for (const std::string_view word : {"Example:", "Examples:"}) {
    if (line.starts_with(word)) line.erase(0, line.find_first_not_of(' ', word.size()));
  }
  return line.starts_with("C: ") || line.starts_with("S: ") || line == "C:" || line == "S:";
}

}  // namespace

TEST_CASE("the examples of RFC 3501 and RFC 9051 parse, but for those that say why not") {
  Reader reader;
  std::string section;
  for (const Example& example : read_examples()) {
    if (example.section != section) CHECK(reader.is_between_frames());
    section = example.section;
    reader.feed(example);
  }
}

TEST_CASE("the examples are many") {
  CHECK(read_examples().size() > 1000);
}

TEST_CASE("the examples are those of the standards, and all of them") {
  const char* const folder = std::getenv("IMAPSCOPE_RFC_FOLDER");
  if (folder == nullptr) {
    MESSAGE("skipped: set IMAPSCOPE_RFC_FOLDER to a folder with rfc3501.txt and rfc9051.txt");
    return;
  }
  const std::vector<Example> examples = read_examples();
  for (const std::string number : {"3501", "9051"}) {
    const std::filesystem::path path = std::filesystem::path(folder) / ("rfc" + number + ".txt");
    REQUIRE(std::filesystem::exists(path));
    std::string text;
    std::ptrdiff_t in_standard = 0;
    for (const std::string& line : lines_of(content_of(path))) {
      if (is_page_break(line)) continue;
      text += line;
      if (is_example_line(line)) ++in_standard;
    }
    text = without_white_space(text);
    std::ptrdiff_t here = 0;
    for (const Example& example : examples) {
      if (!example.section.starts_with(number)) continue;
      ++here;
      CAPTURE(example.line);
      const std::string prefix = example.writer == Writer::client ? "C:" : "S:";
      CHECK(text.find(prefix + without_white_space(example.line)) != std::string::npos);
    }
    CHECK(here == in_standard);
  }
}
