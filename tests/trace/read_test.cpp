#include "sim/trace/read.h"
#include "sim/disk/disk_files.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <set>
#include <string>

#include "sim/trace/jsonl.h"
#include "sim/trace/pcap/pcap.h"
#include "tests/in_english.h"

namespace imapscope::trace {
namespace {

const std::filesystem::path traces = IMAPSCOPE_SOURCE_DIR "/traces";

struct Broken {
  const char* file;
  std::string sentence;  ///< of the error or the first warning; libpcap's own words are left off
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
     "pcapng, what curl -v says, or a transcript with C: and S: before its lines."},
    {"cut_short.pcap", "cut_short.pcap cannot be read from packet 5 on ("},
    {"header_only.pcapng", "header_only.pcapng cannot be read as a packet capture ("},
    {"no_mail.pcap",
     "no_mail.pcap holds no IMAP, POP3 or SMTP: 1 TCP connection, none with their lines or ports."},
    {"no_packets.pcap", "no_packets.pcap holds no packets."},
    {"snapped.pcap",
     "snapped.pcap holds 2 packets only in part (at most 46 octets of each); what is missing is "
     "shown as gaps."},
    {"unknown_link.pcap",
     "unknown_link.pcap was captured on a link that is not understood (type 105, "},
    {"unmarked.txt",
     "unmarked.txt, line 2: this line has neither C: nor S: before it and is left out."},
};

std::string first_sentence(const Result<Trace, ReadError>& trace) {
  if (!trace) return in_english(trace.error().message);
  return trace->warnings.empty() ? "" : in_english(trace->warnings.front());
}

TEST_CASE("each damaged file gets its one clear sentence") {
  for (const Broken& row : broken_files) {
    CAPTURE(row.file);
    const auto trace = read_file(disk::DiskFiles(), (traces / "broken" / row.file).string());
    if (!can_read_pcap() && std::string_view(row.file).find(".pcap") != std::string_view::npos) {
      CHECK(first_sentence(trace).find("built without libtins") != std::string::npos);
    } else {
      CHECK(first_sentence(trace).substr(0, row.sentence.size()) == row.sentence);
      CHECK(first_sentence(trace).find_last_of(".)") + 1 == first_sentence(trace).size());
    }
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
  CHECK(in_english(read_file(disk::DiskFiles(), "no/such/file").error().message) ==
        "no/such/file cannot be opened: no such file, or no right to.");
  CHECK(in_english(read_file(disk::DiskFiles(), traces.string()).error().message) ==
        traces.string() + " is a folder, not a file.");
}

TEST_CASE("whatever can be read converts to JSON Lines and back without a difference") {
  for (const std::string folder : {"examples", "captures", "broken"}) {
    for (const auto& entry : std::filesystem::directory_iterator(traces / folder)) {
      CAPTURE(entry.path());
      const auto trace = read_file(disk::DiskFiles(), entry.path().string());
      if (!trace && folder == "broken") continue;
      REQUIRE(trace);
      const auto reread = read(print_jsonl(*trace), "converted.jsonl");
      REQUIRE(reread);
      CHECK(reread->header == trace->header);
      CHECK(reread->events == trace->events);
    }
  }
}

}  // namespace
}  // namespace imapscope::trace
