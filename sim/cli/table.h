// A table as text: the first row is the head.
#pragma once

#include <string>
#include <vector>

#include "sim/cli/style.h"

namespace imapscope::cli {

using Cells = std::vector<std::string>;

/// Each column as wide as its widest cell.
[[nodiscard]] std::string table_text(const std::vector<Cells>& table, const Style& style);

}  // namespace imapscope::cli
