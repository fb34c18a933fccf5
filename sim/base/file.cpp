#include "sim/base/file.h"

#include <array>
#include <fstream>

namespace imapscope {

Result<std::string, std::string> octets_of_file(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    return fail(std::string("is a folder, not a file."));
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) return fail(std::string("cannot be opened: no such file, or no right to."));
  std::string octets;
  std::array<char, 1U << 16U> part{};
  while (file) {
    file.read(part.data(), part.size());
    octets.append(part.data(), static_cast<std::size_t>(file.gcount()));
  }
  if (file.bad()) return fail(std::string("cannot be read to its end."));
  return octets;
}

}  // namespace imapscope
