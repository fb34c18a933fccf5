// Files: where octets come from, by name. All that opens something takes one as a parameter, so
// that nothing but the edges knows of a file system (sim/disk/), and a page or a test can bring
// its own.
//
// Parts of a name are separated by '/', whatever the system. An error is a sentence that names the
// file.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.h"
#include "sim/base/said.h"

namespace imapscope {

class Files {
 public:
  struct Entry {
    std::string name;  ///< within its folder
    bool is_folder = false;

    bool operator==(const Entry&) const = default;
  };

  virtual ~Files() = default;

  /// At most `most` octets of a file from `offset` on. An empty file is no error; one that is
  /// shorter than `offset` is, and so is one that has too many octets to be held.
  [[nodiscard]] virtual Result<std::string, Said> read_part(const std::string& name,
                                                            std::uint64_t offset,
                                                            std::uint64_t most) const = 0;
  /// What lies in a folder, in the order of the names. The folder "" is where names begin.
  [[nodiscard]] virtual Result<std::vector<Entry>, Said> list(const std::string& folder) const = 0;

  [[nodiscard]] Result<std::string, Said> read(const std::string& name) const {
    return read_from(name, 0);
  }
  /// All octets from `offset` on.
  [[nodiscard]] Result<std::string, Said> read_from(const std::string& name,
                                                    std::uint64_t offset) const {
    return read_part(name, offset, std::numeric_limits<std::uint64_t>::max());
  }
  /// Enough of its beginning to tell what a file is.
  [[nodiscard]] Result<std::string, Said> beginning_of(const std::string& name) const {
    return read_part(name, 0, 1U << 16U);
  }
};

/// What may be wrong with a file: the keys of the errors.
namespace file_fault {
inline constexpr const char* no_such_file = "files.no_such_file";
inline constexpr const char* is_a_folder = "files.is_a_folder";
inline constexpr const char* no_such_folder = "files.no_such_folder";
inline constexpr const char* too_large = "files.too_large";
inline constexpr const char* shorter = "files.shorter";
inline constexpr const char* torn = "files.torn";
}  // namespace file_fault
[[nodiscard]] Said file_error(const char* fault, const std::string& name);

// ---- names ----

/// "lessons/001_hello.json" -> "001_hello.json"
[[nodiscard]] std::string file_of(std::string_view name);
/// "lessons/001_hello.json" -> "lessons"; "/etc" -> "/"; "001_hello.json" -> ""
[[nodiscard]] std::string folder_of(std::string_view name);
/// "lessons", "001_hello.json" -> "lessons/001_hello.json"
[[nodiscard]] std::string joined(std::string_view folder, std::string_view name);

/// A folder, and the files that its name belongs to.
struct Folder {
  const Files& files;
  std::string name;

  [[nodiscard]] std::string operator/(std::string_view file) const { return joined(name, file); }
};

/// Files in memory: of a test, or of a page. With none, nothing can be opened.
class MemoryFiles : public Files {
 public:
  MemoryFiles() = default;
  explicit MemoryFiles(std::map<std::string, std::string> octets) : octets_(std::move(octets)) {}

  /// The file of that name, made where there was none.
  std::string& operator[](const std::string& name) { return octets_[name]; }
  void remove(const std::string& name) { octets_.erase(name); }

  [[nodiscard]] Result<std::string, Said> read_part(const std::string& name, std::uint64_t offset,
                                                    std::uint64_t most) const override;
  [[nodiscard]] Result<std::vector<Entry>, Said> list(const std::string& folder) const override;

 private:
  std::map<std::string, std::string> octets_;
};

}  // namespace imapscope
