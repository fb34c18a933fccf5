#include "sim/trace/formats.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "sim/disk/disk_files.h"

namespace imapscope::trace {

TEST_CASE("every row of the table of formats is complete") {
  std::set<std::string_view> names;
  for (const FormatInfo& format : formats) {
    CAPTURE(std::string(format.name));
    CHECK(names.insert(format.name).second);
    CHECK_FALSE(format.kind.empty());
    CHECK_FALSE(format.told_by.empty());
    CHECK_FALSE(format.since.empty());
    CHECK_FALSE(format.cannot_know.empty());
    const bool is_written = format.write != nullptr;
    CHECK(format.ending.empty() != is_written);
  }
}

TEST_CASE("traces/README.md shows the table of formats as it is") {
  const auto readme = disk::DiskFiles().read(IMAPSCOPE_SOURCE_DIR "/traces/README.md");
  REQUIRE(readme);
  std::string table = "| Format | Told by | What it cannot know |\n|---|---|---|\n";
  for (const FormatInfo& format : formats) {
    table += "| " + std::string(format.name) + " | " + std::string(format.told_by) + " | " +
             std::string(format.cannot_know) + " |\n";
  }
  CHECK_MESSAGE(readme->find(table + "\n") != std::string::npos,
                "this must stand in traces/README.md:\n", table);
}

TEST_CASE("a format is told by its content, with or without a byte order mark") {
  CHECK(find_format("\x0a\x0d\x0d\x0a")->name == "pcap, pcapng");
  CHECK(find_format("\xef\xbb\xbf{\"imapscope\":\"trace\"}\n")->ending == ".jsonl");
  CHECK(find_format("C: a NOOP\nS: a OK done\n")->kind == "a transcript");
  CHECK(find_format("Dear Ada,\n") == nullptr);
}

TEST_CASE("a format that is written is told by the file's ending") {
  CHECK(format_written_to("a.jsonl") == find_format("{\"imapscope\":\"trace\"}\n"));
  CHECK(format_written_to("a.pcap") == nullptr);
  CHECK(writable_endings() == ".jsonl");
}

}  // namespace imapscope::trace
