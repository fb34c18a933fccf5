// The program's own pictures: the same from run to run, of the size asked for, for every lesson and
// a capture.
#include <doctest/doctest.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/temporary.h"

namespace {

namespace fs = std::filesystem;

const fs::path source = IMAPSCOPE_SOURCE_DIR;

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The bytes of the PNG that `imapscope --screenshot` writes; empty if it fails.
std::string picture(const fs::path& file, const std::string& options) {
  const imapscope::test::TemporaryFile out("picture.png");
  const std::string command = "\"" + std::string(IMAPSCOPE_BIN_DIR) +
                              "/imapscope\" --screenshot \"" + out.path().string() + "\" " +
                              options + " \"" + file.string() + "\"";
  if (std::system(command.c_str()) != 0) return {};
  return content(out.path());
}

std::uint32_t big_endian(const std::string& bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    value = value << 8U | static_cast<unsigned char>(bytes.at(i));
  }
  return value;
}

std::vector<fs::path> lessons() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(source / "lessons")) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() == ".json" && name != "schema.json") found.push_back(entry.path());
  }
  return found;
}

}  // namespace

TEST_CASE("two runs draw the same picture of every lesson and of a capture") {
  std::vector<fs::path> files = lessons();
  REQUIRE(files.size() >= 6);
  files.push_back(source / "traces" / "captures" / "two_clients.pcap");
  for (const fs::path& file : files) {
    CAPTURE(file.string());
    const std::string first = picture(file, "--at 0.5 --size 1280x800");
    CHECK_FALSE(first.empty());
    CHECK(first == picture(file, "--at 0.5 --size 1280x800"));
  }
}

TEST_CASE("a picture has the size, the theme, the moment and the zoom that were asked for") {
  const fs::path lesson = source / "lessons" / "001_hello.json";
  const std::string dark = picture(lesson, "--size 640x400 --theme dark --at 0.3");
  REQUIRE(dark.size() > 24);
  CHECK(big_endian(dark, 16) == 640);  // PNG, IHDR: width and height
  CHECK(big_endian(dark, 20) == 400);
  CHECK_FALSE(dark == picture(lesson, "--size 640x400 --theme light --at 0.3"));
  CHECK_FALSE(dark == picture(lesson, "--size 640x400 --theme dark --at END"));
  CHECK_FALSE(dark == picture(lesson, "--size 640x400 --theme dark --at 0.3 --zoom 1.5"));
}

TEST_CASE("a damaged file gives no picture") {
  CHECK(picture(source / "traces" / "broken" / "other.json", "2>/dev/null").empty());
}
