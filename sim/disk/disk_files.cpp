#include "sim/disk/disk_files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>

namespace imapscope::disk {
namespace {

namespace fs = std::filesystem;

// A trace takes several times its octets in memory.
constexpr std::uint64_t can_be_held = std::uint64_t{1} << 30U;

std::string reason() {
  return errno == 0 ? "the system gives no reason" : std::strerror(errno);
}

std::string cannot_write(const std::string& name) {
  return name + " cannot be written: " + reason() + ".";
}

/// At most so many octets of an open file from where it stands.
Result<std::string, std::string> octets_of(std::ifstream& file, std::uint64_t most) {
  std::string octets;
  std::array<char, 1U << 16U> part{};
  while (file && octets.size() < most) {
    const auto wanted = std::min<std::uint64_t>(part.size(), most - octets.size());
    file.read(part.data(), static_cast<std::streamsize>(wanted));
    octets.append(part.data(), static_cast<std::size_t>(file.gcount()));
    if (octets.size() > can_be_held) return fail(std::string(sentences::too_large));
  }
  if (file.bad()) return fail(std::string("cannot be read to its end."));
  return octets;
}

/// Whether the file is as long as that. A pipe has no length, and is.
bool has(std::ifstream& file, std::uint64_t octets) {
  file.seekg(0, std::ios::end);
  const auto end = file.tellg();
  return end < 0 || static_cast<std::uint64_t>(end) >= octets;
}

/// Whether more octets lie behind `offset` than can be held, as far as the system tells: a pipe has
/// no size.
bool is_too_large(const std::string& name, std::uint64_t offset) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(name, error);
  return !error && size > offset && size - offset > can_be_held;
}

/// "a.json", ".damaged" -> "a.damaged.json", or with "-2" and so on behind the mark, so that no
/// other file has that name.
std::string unused_name(const std::string& name, const std::string& mark) {
  const fs::path path(name);
  const std::string stem = path.stem().string() + mark;
  std::error_code error;
  fs::path unused = path.parent_path() / (stem + path.extension().string());
  for (int number = 2; fs::exists(unused, error); ++number) {
    unused = path.parent_path() / (stem + "-" + std::to_string(number) + path.extension().string());
  }
  return name_of(unused);
}

}  // namespace

std::string name_of(const fs::path& path) {
  return path.generic_string();
}

Result<std::string, std::string> DiskFiles::read_part(const std::string& name, std::uint64_t offset,
                                                      std::uint64_t most) const {
  std::error_code error;
  if (fs::is_directory(name, error)) return fail(std::string(sentences::is_a_folder));
  std::ifstream file(name, std::ios::binary);
  if (!file) return fail(std::string(sentences::no_such_file));
  if (most > can_be_held && is_too_large(name, offset)) {
    return fail(std::string(sentences::too_large));
  }
  if (offset > 0) {
    if (!has(file, offset)) return fail(std::string(sentences::shorter));
    file.seekg(static_cast<std::streamoff>(offset));
  }
  return octets_of(file, most);
}

Result<std::vector<Files::Entry>, std::string> DiskFiles::list(const std::string& folder) const {
  std::error_code error;
  std::vector<Entry> entries;
  for (fs::directory_iterator each(folder.empty() ? "." : folder, error), end;
       !error && each != end; each.increment(error)) {
    std::error_code unknown;
    const bool is_folder = each->is_directory(unknown);
    // Reading from a pipe may last for ever.
    if (!is_folder && !each->is_regular_file(unknown)) continue;
    entries.push_back({name_of(each->path().filename()), is_folder});
  }
  if (error) return fail(std::string(sentences::no_such_folder));
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.name < b.name; });
  return entries;
}

Result<void, std::string> write_whole(const std::string& name, std::string_view octets) {
  std::error_code error;
  if (const std::string folder = folder_of(name); !folder.empty()) {
    fs::create_directories(folder, error);
  }
  const std::string beside = name + ".new";
  errno = 0;
  {
    std::ofstream file(beside, std::ios::binary | std::ios::trunc);
    file.write(octets.data(), static_cast<std::streamsize>(octets.size()));
    file.flush();
    if (!file) return fail(cannot_write(name));
  }
  fs::rename(beside, name, error);
  if (error) return fail(name + " cannot be written: " + error.message() + ".");
  return {};
}

Result<std::string, std::string> write_new(const std::string& name, std::string_view octets) {
  const std::string unused = unused_name(name, "");
  if (auto written = write_whole(unused, octets); !written) return fail(written.error());
  return unused;
}

Result<std::string, std::string> put_aside(const std::string& name) {
  const std::string aside = unused_name(name, ".damaged");
  std::error_code error;
  fs::rename(name, aside, error);
  if (error) return fail(name + " cannot be put aside: " + error.message() + ".");
  return aside;
}

std::optional<std::string> settings_folder() {
  for (const char* variable : {"XDG_CONFIG_HOME", "APPDATA"}) {
    const char* folder = std::getenv(variable);
    if (folder != nullptr && *folder != '\0') return joined(name_of(folder), "imapscope");
  }
  const char* home = std::getenv("HOME");
  if (home == nullptr || *home == '\0') return std::nullopt;
  return joined(name_of(home), ".config/imapscope");
}

std::string system_locale() {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* locale = std::getenv(variable);
    if (locale != nullptr && *locale != '\0') return locale;
  }
  return {};
}

Result<GrowingFile, std::string> GrowingFile::create(const std::string& name) {
  errno = 0;
  std::FILE* file = std::fopen(name.c_str(), "wb");
  if (file == nullptr) return fail(cannot_write(name));
  std::setvbuf(file, nullptr, _IONBF, 0);  // each line is one write, whole
  return GrowingFile(file, name);
}

Result<void, std::string> GrowingFile::append(std::string_view line) {
  errno = 0;
  if (std::fwrite(line.data(), 1, line.size(), file_.get()) != line.size()) {
    return fail(name_ + " cannot be written any further: " + reason() + ".");
  }
  return {};
}

}  // namespace imapscope::disk
