// DiskFiles: the files of the system, and how they are written. The command line and the window's
// program use it; everything else takes a Files.
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "sim/base/files.h"

namespace imapscope::disk {

class DiskFiles : public Files {
 public:
  [[nodiscard]] Result<std::string, Said> read_part(const std::string& name, std::uint64_t offset,
                                                    std::uint64_t most) const override;
  [[nodiscard]] Result<std::vector<Entry>, Said> list(const std::string& folder) const override;
};

/// The name of `path` as Files takes it.
[[nodiscard]] std::string name_of(const std::filesystem::path& path);

/// Writes a file so that there is either what was there before or all of `octets`, whatever
/// happens: into a file beside it first, which then takes its name. Missing folders are made.
[[nodiscard]] Result<void, Said> write_whole(const std::string& name, std::string_view octets);

/// The same under this name, or one like it that no other file has, which is returned:
/// "session.json", "session-2.json" …
[[nodiscard]] Result<std::string, Said> write_new(const std::string& name, std::string_view octets);

/// Gives a file that cannot be used a name of its own, which is returned: "progress.damaged.json",
/// "progress.damaged-2.json" …
[[nodiscard]] Result<std::string, Said> put_aside(const std::string& name);

/// Where this user's programs keep what they remember; nothing where the system names no place.
[[nodiscard]] std::optional<std::string> settings_folder();

/// The locale that the system speaks to this user in: "ru_RU.UTF-8"; empty where it names none.
/// POSIX's order: LC_ALL, LC_MESSAGES, LANG.
[[nodiscard]] std::string system_locale();

/// A file that grows by whole lines. Each is handed to the system at once, so that a crash of this
/// program loses nothing that was appended.
class GrowingFile {
 public:
  /// Replaces a file of that name. An error is one sentence that names the file.
  [[nodiscard]] static Result<GrowingFile, Said> create(const std::string& name);
  [[nodiscard]] Result<void, Said> append(std::string_view line);

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  GrowingFile(std::FILE* file, std::string name) : file_(file), name_(std::move(name)) {}

  std::unique_ptr<std::FILE, Close> file_;
  std::string name_;
};

}  // namespace imapscope::disk
