#include "sim/base/files.h"

#include <doctest/doctest.h>

namespace imapscope {
namespace {

TEST_CASE("a name is a folder and a file") {
  struct Row {
    const char* name;
    const char* folder;
    const char* file;
  };
  constexpr Row rows[] = {
      {"lessons/001_hello.json", "lessons", "001_hello.json"},
      {"001_hello.json", "", "001_hello.json"},
      {"/etc/passwd", "/etc", "passwd"},
      {"/etc", "/", "etc"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(folder_of(row.name) == row.folder);
    CHECK(file_of(row.name) == row.file);
    CHECK(joined(row.folder, row.file) == row.name);
  }
}

TEST_CASE("files in memory are read and listed as those of a disk") {
  MemoryFiles files({{"b.txt", "012"}, {"a/one.txt", "1"}, {"a/two/three.txt", "3"}});
  CHECK(files.read("b.txt") == "012");
  CHECK(files.read_from("b.txt", 2) == "2");
  CHECK(files.read_part("b.txt", 0, 2) == "01");
  CHECK(files.read_from("b.txt", 4).error().key == file_fault::shorter);
  CHECK(files.read("c.txt").error().key == file_fault::no_such_file);
  CHECK(files.read("a").error().key == file_fault::is_a_folder);
  CHECK(files.list("") == std::vector<Files::Entry>{{"a", true}, {"b.txt", false}});
  CHECK(files.list("a") == std::vector<Files::Entry>{{"one.txt", false}, {"two", true}});
  CHECK(files.list("c").error().key == file_fault::no_such_folder);
}

}  // namespace
}  // namespace imapscope
