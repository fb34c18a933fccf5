#include "sim/trace/read.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <set>
#include <string>

#include "sim/trace/jsonl.h"

namespace imapscope::trace {
namespace {

const std::filesystem::path traces = IMAPSCOPE_SOURCE_DIR "/traces";

struct Broken {
  const char* file;
  const char* sentence;  ///< of the error, or of the only warning that names the damage
};

const Broken broken_files[] = {
    {"empty.jsonl", "empty.jsonl is empty."},
    {"other.json",
     "other.json, line 1: this is no header of an imapscope trace, a JSON object that holds "
     "\"imapscope\": \"trace\"."},
    {"future_version.jsonl",
     "future_version.jsonl, line 1: this is written in version 99 of the trace format, and only "
     "version 1 is understood."},
    {"torn.jsonl",
     "torn.jsonl, line 3: the last line is torn, as if its writer was stopped in the middle; it is "
     "left out."},
    {"bad_event.jsonl",
     "bad_event.jsonl, line 3: this line has the unknown kind \"song\"; the trace is read up to "
     "there."},
    {"compressed.gz", "compressed.gz is compressed (gzip): unpack it first."},
    {"picture.png",
     "picture.png is no trace that can be read: it is neither imapscope's own JSON Lines, pcap, "
     "pcapng, or a transcript with C: and S: before its lines."},
    {"unmarked.txt",
     "unmarked.txt, line 2: this line has neither C: nor S: before it and is left out."},
};

std::string first_sentence(const Result<Trace, ReadError>& trace) {
  if (!trace) return trace.error().message;
  return trace->warnings.empty() ? "" : trace->warnings.front();
}

TEST_CASE("each damaged file gets its one clear sentence") {
  for (const Broken& row : broken_files) {
    CAPTURE(row.file);
    CHECK(first_sentence(read_file(traces / "broken" / row.file)) == row.sentence);
  }
}

TEST_CASE("every file of traces/broken is in the table above") {
  std::set<std::string> known;
  for (const Broken& row : broken_files) known.insert(row.file);
  for (const auto& entry : std::filesystem::directory_iterator(traces / "broken")) {
    CHECK_MESSAGE(known.count(entry.path().filename().string()) == 1, entry.path());
  }
}

TEST_CASE("a missing file and a folder are told apart") {
  CHECK(read_file("no/such/file").error().message == "no/such/file cannot be opened.");
  CHECK(read_file(traces).error().message == traces.string() + " is a folder, not a trace.");
}

TEST_CASE("whatever can be read converts to JSON Lines and back without a difference") {
  for (const char* folder : {"examples", "broken"}) {
    for (const auto& entry : std::filesystem::directory_iterator(traces / folder)) {
      CAPTURE(entry.path());
      const auto trace = read_file(entry.path());
      if (!trace) continue;
      const auto reread = read(print_jsonl(*trace), "converted.jsonl");
      REQUIRE(reread);
      CHECK(reread->header == trace->header);
      CHECK(reread->events == trace->events);
    }
  }
}

}  // namespace
}  // namespace imapscope::trace
