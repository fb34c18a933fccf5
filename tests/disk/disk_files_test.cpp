// The system's files: read by name, listed in order, written whole or not at all.
#include "sim/disk/disk_files.h"
#include "tests/in_english.h"

#include <doctest/doctest.h>

#include "tests/temporary.h"

namespace imapscope::disk {
namespace {

TEST_CASE("a file is read from any place on, and one that has become shorter says so") {
  const test::TemporaryFolder folder;
  const std::string name = name_of(folder.write("a.txt", "012345"));
  const DiskFiles files;
  CHECK(files.read(name) == "012345");
  CHECK(files.read_from(name, 4) == "45");
  CHECK(files.read_from(name, 6) == "");
  CHECK(files.read_from(name, 7).error().key == file_fault::shorter);
  CHECK(files.read_part(name, 1, 3) == "123");
  CHECK(files.read_part(name, 4, 9) == "45");
  CHECK(files.read(name + "x").error().key == file_fault::no_such_file);
  CHECK(files.read(name_of(folder.path())).error().key == file_fault::is_a_folder);
}

TEST_CASE("a file with more than can be held is refused at once, and its beginning is there") {
  const test::TemporaryFolder folder;
  const std::string name = name_of(folder.write("large.pcap", "begins"));
  std::filesystem::resize_file(name, std::uint64_t{1} << 31U);
  const DiskFiles files;
  CHECK(files.read(name).error().key == file_fault::too_large);
  CHECK(files.beginning_of(name)->starts_with("begins"));
}

TEST_CASE("a folder is listed in the order of the names") {
  const test::TemporaryFolder folder;
  folder.write("b.txt", "");
  folder.write("a.txt", "");
  folder.write("c/d.txt", "");
  const std::string name = name_of(folder.path());
  const std::vector<Files::Entry> all{{"a.txt", false}, {"b.txt", false}, {"c", true}};
  CHECK(DiskFiles().list(name) == all);
  CHECK(DiskFiles().list(joined(name, "none")).error().key == file_fault::no_such_folder);
}

TEST_CASE("a file is written whole, in a folder that is made for it, and nothing stays beside it") {
  const test::TemporaryFolder folder;
  const std::string name = joined(name_of(folder.path()), "new/settings.json");
  REQUIRE(write_whole(name, "first, and longer"));
  REQUIRE(write_whole(name, "second"));
  CHECK(DiskFiles().read(name) == "second");
  CHECK(DiskFiles().list(folder_of(name))->size() == 1);
}

TEST_CASE("what cannot be written is named, and what was there stays") {
  const test::TemporaryFolder folder;
  const std::string name = name_of(folder.write("taken/file.txt", "kept"));
  const auto written = write_whole(folder_of(name), "not over a folder");
  REQUIRE(!written);
  CHECK(in_english(written.error()).starts_with(folder_of(name) + " cannot be written: "));
  CHECK(DiskFiles().read(name) == "kept");
}

TEST_CASE("damaged files are put aside one beside the other") {
  const test::TemporaryFolder folder;
  const std::string name = joined(name_of(folder.path()), "progress.json");
  REQUIRE(write_whole(name, "one"));
  CHECK(put_aside(name) == joined(folder_of(name), "progress.damaged.json"));
  REQUIRE(write_whole(name, "two"));
  CHECK(put_aside(name) == joined(folder_of(name), "progress.damaged-2.json"));
  CHECK(DiskFiles().read(joined(folder_of(name), "progress.damaged.json")) == "one");
  CHECK(!put_aside(name));
}

TEST_CASE("a new file takes the place of none") {
  const test::TemporaryFolder folder;
  const std::string name = joined(name_of(folder.path()), "session.json");
  CHECK(write_new(name, "one") == name);
  CHECK(write_new(name, "two") == joined(folder_of(name), "session-2.json"));
  CHECK(DiskFiles().read(name) == "one");
}

TEST_CASE("a growing file can be read at any moment") {
  const test::TemporaryFolder folder;
  const std::string name = joined(name_of(folder.path()), "live.jsonl");
  auto file = GrowingFile::create(name);
  REQUIRE(file);
  REQUIRE(file->append("one\n"));
  CHECK(DiskFiles().read(name) == "one\n");
  REQUIRE(file->append("two\n"));
  CHECK(DiskFiles().read(name) == "one\ntwo\n");
}

TEST_CASE("a growing file says when it cannot be written") {
  const auto file = GrowingFile::create("no/such/folder/trace.jsonl");
  REQUIRE(!file);
  CHECK(in_english(file.error()) ==
        "no/such/folder/trace.jsonl cannot be written: No such file or directory.");
}

}  // namespace
}  // namespace imapscope::disk
