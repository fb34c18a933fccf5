// Files: where octets come from, by name. All that opens something takes one as a parameter, so
// that nothing but the edges knows of a file system (sim/disk/), and a page or a test can bring
// its own.
//
// Parts of a name are separated by '/', whatever the system. A sentence in an error is what to say
// behind the name: "is a folder, not a file."
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.h"

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
  [[nodiscard]] virtual Result<std::string, std::string> read_part(const std::string& name,
                                                                   std::uint64_t offset,
                                                                   std::uint64_t most) const = 0;
  /// What lies in a folder, in the order of the names. The folder "" is where names begin.
  [[nodiscard]] virtual Result<std::vector<Entry>, std::string> list(
      const std::string& folder) const = 0;

  [[nodiscard]] Result<std::string, std::string> read(const std::string& name) const {
    return read_from(name, 0);
  }
  /// All octets from `offset` on.
  [[nodiscard]] Result<std::string, std::string> read_from(const std::string& name,
                                                           std::uint64_t offset) const {
    return read_part(name, offset, std::numeric_limits<std::uint64_t>::max());
  }
  /// Enough of its beginning to tell what a file is.
  [[nodiscard]] Result<std::string, std::string> beginning_of(const std::string& name) const {
    return read_part(name, 0, 1U << 16U);
  }
};

namespace sentences {
inline constexpr std::string_view no_such_file = "cannot be opened: no such file, or no right to.";
inline constexpr std::string_view is_a_folder = "is a folder, not a file.";
inline constexpr std::string_view no_such_folder =
    "cannot be read: no such folder, or no right to.";
inline constexpr std::string_view too_large =
    "has more than a gigabyte: that is more than imapscope can hold. Cut out what matters first.";
inline constexpr std::string_view shorter = "became shorter: it was replaced while followed.";
}  // namespace sentences

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

  [[nodiscard]] Result<std::string, std::string> read_part(const std::string& name,
                                                           std::uint64_t offset,
                                                           std::uint64_t most) const override;
  [[nodiscard]] Result<std::vector<Entry>, std::string> list(
      const std::string& folder) const override;

 private:
  std::map<std::string, std::string> octets_;
};

}  // namespace imapscope
