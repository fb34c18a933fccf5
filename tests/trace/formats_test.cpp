#include "sim/trace/formats.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "sim/disk/disk_files.h"
#include "tests/in_english.h"

namespace imapscope::trace {

namespace {

std::string words_of(const FormatInfo& format, const char* what) {
  return in_english(Said("trace.format." + std::string(format.id) + "." + what));
}

}  // namespace

TEST_CASE("every row of the table of formats is complete, and has its words") {
  std::set<std::string_view> ids;
  const words::Words words;
  for (const FormatInfo& format : formats) {
    CAPTURE(std::string(format.id));
    CHECK(ids.insert(format.id).second);
    for (const char* what : {"name", "kind", "since", "told_by", "cannot_know"}) {
      CHECK(words.has("trace.format." + std::string(format.id) + "." + what));
    }
    const bool is_written = format.write != nullptr;
    CHECK(format.ending.empty() != is_written);
  }
}

TEST_CASE("traces/README.md shows the table of formats as it is") {
  const auto readme = disk::DiskFiles().read(IMAPSCOPE_SOURCE_DIR "/traces/README.md");
  REQUIRE(readme);
  std::string table = "| Format | Told by | What it cannot know |\n|---|---|---|\n";
  for (const FormatInfo& format : formats) {
    table += "| " + words_of(format, "name") + " | " + words_of(format, "told_by") + " | " +
             words_of(format, "cannot_know") + " |\n";
  }
  CHECK_MESSAGE(readme->find(table + "\n") != std::string::npos,
                "this must stand in traces/README.md:\n", table);
}

TEST_CASE("a format is told by its content, with or without a byte order mark") {
  CHECK(find_format("\x0a\x0d\x0d\x0a")->id == "pcap");
  CHECK(find_format("\xef\xbb\xbf{\"imapscope\":\"trace\"}\n")->ending == ".jsonl");
  CHECK(find_format("C: a NOOP\nS: a OK done\n")->id == "transcript");
  CHECK(find_format("* Connected to mx.test port 143\n< * OK hi\n> A1 NOOP\n")->id == "curl");
  CHECK(find_format("Dear Ada,\n") == nullptr);
  CHECK(find_format("> * Connected to what you are\n< 220 words on it\n") == nullptr);
}

TEST_CASE("a format that is written is told by the file's ending") {
  CHECK(format_written_to("a.jsonl") == find_format("{\"imapscope\":\"trace\"}\n"));
  CHECK(format_written_to("a.pcap") == nullptr);
  CHECK(writable_endings() == ".jsonl");
}

}  // namespace imapscope::trace
