// A file for one test, of a name that no other test has, removed at the end.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace imapscope::test {

class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view name)
      : path_(std::filesystem::temp_directory_path() / ("imapscope_test_" + std::string(name))) {
    std::filesystem::remove(path_);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  void append(std::string_view bytes) const {
    std::ofstream(path_, std::ios::binary | std::ios::app) << bytes;
  }

 private:
  std::filesystem::path path_;
};

}  // namespace imapscope::test
