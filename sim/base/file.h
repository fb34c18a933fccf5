// Files: all the octets of one.
#pragma once

#include <filesystem>
#include <string>

#include "sim/base/result.h"

namespace imapscope {

/// The error is what to say behind the file's name: "is a folder, not a file.", "cannot be opened:
/// no such file, or no right to." An empty file is no error.
[[nodiscard]] Result<std::string, std::string> octets_of_file(const std::filesystem::path& path);

}  // namespace imapscope
