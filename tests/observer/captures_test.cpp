// Real traffic, and the standard's own sample: nothing in them may be called a fault.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/disk/disk_files.h"
#include "sim/observer/timeline.h"
#include "sim/trace/read.h"
#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

const std::filesystem::path source = IMAPSCOPE_SOURCE_DIR;

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  if (!std::filesystem::exists(folder)) return files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().extension().string();
    if (name == ".pcap" || name == ".pcapng" || name == ".txt" || name == ".jsonl") {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

void check_faultless(const std::filesystem::path& file) {
  const auto trace = trace::read_file(disk::DiskFiles(), file.string());
  REQUIRE_MESSAGE(trace.has_value(), file.filename().string());
  const Timeline timeline(*trace);
  for (const Line& line : timeline.lines()) {
    for (const Finding& finding : line.findings) {
      if (!finding.is_violation()) continue;
      FAIL_CHECK(file.filename().string() << ": " << line.bytes << finding.id());
    }
  }
  CHECK(timeline.lines().size() > 3);
}

TEST_CASE("the shipped captures of Dovecot and real clients hold no fault") {
  const auto files = files_in(source / "traces" / "captures");
  CHECK(files.size() >= 6);
  for (const auto& file : files) check_faultless(file);
}

TEST_CASE("the sample connection of RFC 3501 has the quirks it has, and no fault") {
  const std::filesystem::path file = source / "traces" / "examples" / "rfc3501_section_8.txt";
  check_faultless(file);
  const Timeline timeline(*trace::read_file(disk::DiskFiles(), file.string()));
  CHECK(remarks(timeline) ==
        std::vector<std::string>{"opened_without_code", "opened_without_code"});
  const Line& ok = line_of(timeline, "a002 OK");
  const std::size_t moment = *timeline.moment_of(ok.id, Moment::Kind::lands) + 1;
  const SessionBelief belief = timeline.beliefs_after(moment)->begin()->second;
  CHECK(belief.state == State::selected);
  REQUIRE(belief.mailbox);
  CHECK(belief.mailbox->exists == 18);
  CHECK(belief.mailbox->recent == 2);
  CHECK(belief.mailbox->first_unseen == SeqNum{17});
  CHECK(belief.mailbox->uid_validity == UidValidity{3857529045});
  CHECK(timeline.bands().back().state == State::logout);
}

}  // namespace
}  // namespace imapscope::observer
