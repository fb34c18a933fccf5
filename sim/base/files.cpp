#include "sim/base/files.h"

namespace imapscope {

Said file_error(const char* fault, const std::string& name) {
  return {fault, {{"file", name}}};
}

std::string file_of(std::string_view name) {
  const auto slash = name.rfind('/');
  return std::string(slash == std::string_view::npos ? name : name.substr(slash + 1));
}

std::string folder_of(std::string_view name) {
  const auto slash = name.rfind('/');
  if (slash == std::string_view::npos) return {};
  return std::string(name.substr(0, slash == 0 ? 1 : slash));
}

std::string joined(std::string_view folder, std::string_view name) {
  std::string all(folder);
  if (!all.empty() && all.back() != '/') all += '/';
  return all.append(name);
}

Result<std::string, Said> MemoryFiles::read_part(const std::string& name, std::uint64_t offset,
                                                 std::uint64_t most) const {
  const auto file = octets_.find(name);
  if (file == octets_.end()) {
    return fail(file_error(list(name) ? file_fault::is_a_folder : file_fault::no_such_file, name));
  }
  if (file->second.size() < offset) return fail(file_error(file_fault::shorter, name));
  return file->second.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(most));
}

Result<std::vector<Files::Entry>, Said> MemoryFiles::list(const std::string& folder) const {
  const std::string prefix = folder.empty() ? folder : joined(folder, "");
  std::map<std::string, bool> entries;  // whether it is a folder
  for (const auto& [name, octets] : octets_) {
    if (!name.starts_with(prefix)) continue;
    const std::string below = name.substr(prefix.size());
    const auto slash = below.find('/');
    entries[below.substr(0, slash)] = slash != std::string::npos;
  }
  if (entries.empty() && !folder.empty()) {
    return fail(file_error(file_fault::no_such_folder, folder));
  }
  std::vector<Entry> all;
  all.reserve(entries.size());
  for (const auto& [name, is_folder] : entries) all.push_back({name, is_folder});
  return all;
}

}  // namespace imapscope
