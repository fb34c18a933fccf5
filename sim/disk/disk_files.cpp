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

/// In the system's own words.
Said reason() {
  return Said(errno == 0 ? "files.no_reason" : std::strerror(errno));
}

Said cannot_write(const std::string& name, Said reason) {
  return {"files.not_written", {{"file", name}, {"reason", std::move(reason)}}};
}

/// At most so many octets of an open file from where it stands.
Result<std::string, Said> octets_of(std::ifstream& file, const std::string& name,
                                    std::uint64_t most) {
  std::string octets;
  std::array<char, 1U << 16U> part{};
  while (file && octets.size() < most) {
    const auto wanted = std::min<std::uint64_t>(part.size(), most - octets.size());
    file.read(part.data(), static_cast<std::streamsize>(wanted));
    octets.append(part.data(), static_cast<std::size_t>(file.gcount()));
    if (octets.size() > can_be_held) return fail(file_error(file_fault::too_large, name));
  }
  if (file.bad()) return fail(file_error(file_fault::torn, name));
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

Result<std::string, Said> DiskFiles::read_part(const std::string& name, std::uint64_t offset,
                                               std::uint64_t most) const {
  std::error_code error;
  if (fs::is_directory(name, error)) return fail(file_error(file_fault::is_a_folder, name));
  std::ifstream file(name, std::ios::binary);
  if (!file) return fail(file_error(file_fault::no_such_file, name));
  if (most > can_be_held && is_too_large(name, offset)) {
    return fail(file_error(file_fault::too_large, name));
  }
  if (offset > 0) {
    if (!has(file, offset)) return fail(file_error(file_fault::shorter, name));
    file.seekg(static_cast<std::streamoff>(offset));
  }
  return octets_of(file, name, most);
}

Result<std::vector<Files::Entry>, Said> DiskFiles::list(const std::string& folder) const {
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
  if (error) return fail(file_error(file_fault::no_such_folder, folder));
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.name < b.name; });
  return entries;
}

Result<void, Said> write_whole(const std::string& name, std::string_view octets) {
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
    if (!file) return fail(cannot_write(name, reason()));
  }
  fs::rename(beside, name, error);
  if (error) return fail(cannot_write(name, Said(error.message())));
  return {};
}

Result<std::string, Said> write_new(const std::string& name, std::string_view octets) {
  const std::string unused = unused_name(name, "");
  if (auto written = write_whole(unused, octets); !written) return fail(written.error());
  return unused;
}

Result<std::string, Said> put_aside(const std::string& name) {
  const std::string aside = unused_name(name, ".damaged");
  std::error_code error;
  fs::rename(name, aside, error);
  if (error) {
    return fail(Said("files.not_put_aside", {{"file", name}, {"reason", error.message()}}));
  }
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

Result<GrowingFile, Said> GrowingFile::create(const std::string& name) {
  errno = 0;
  std::FILE* file = std::fopen(name.c_str(), "wb");
  if (file == nullptr) return fail(cannot_write(name, reason()));
  std::setvbuf(file, nullptr, _IONBF, 0);  // each line is one write, whole
  return GrowingFile(file, name);
}

Result<void, Said> GrowingFile::append(std::string_view line) {
  errno = 0;
  if (std::fwrite(line.data(), 1, line.size(), file_.get()) != line.size()) {
    return fail(Said("files.not_written_further", {{"file", name_}, {"reason", reason()}}));
  }
  return {};
}

}  // namespace imapscope::disk
