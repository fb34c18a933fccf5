// traces/golden holds each example in the native format; UPDATE_GOLDEN=1 rewrites it.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "sim/disk/disk_files.h"
#include "sim/trace/jsonl.h"

namespace imapscope::trace {
namespace {

const std::filesystem::path traces = IMAPSCOPE_SOURCE_DIR "/traces";

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST_CASE("the examples read as their golden files say") {
  std::set<std::filesystem::path> read;
  for (const auto& entry : std::filesystem::directory_iterator(traces / "examples")) {
    CAPTURE(entry.path());
    read.insert(entry.path().stem());
    const auto golden = traces / "golden" / entry.path().filename().replace_extension("jsonl");
    const auto trace = read_file(disk::DiskFiles(), entry.path().string());
    REQUIRE(trace);
    const std::string printed = print_jsonl(*trace);
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
      std::ofstream(golden, std::ios::binary) << printed;
    }
    CHECK(printed == content_of(golden));
  }
  for (const auto& entry : std::filesystem::directory_iterator(traces / "golden")) {
    CHECK_MESSAGE(read.erase(entry.path().stem()) == 1, entry.path(), " has no example");
  }
  CHECK(read.empty());
}

}  // namespace
}  // namespace imapscope::trace
