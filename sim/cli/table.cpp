#include "sim/cli/table.h"
#include "sim/terminal/columns.h"

#include <algorithm>

namespace imapscope::cli {

std::string table_text(const std::vector<Cells>& table, const Style& style) {
  std::vector<std::size_t> widths(table.front().size());
  for (const Cells& cells : table) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      widths[i] = std::max(widths[i], terminal::columns(cells[i]));
  }
  std::string text;
  for (const Cells& cells : table) {
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const bool last = i + 1 == cells.size();
      row += last ? cells[i] : terminal::padded(cells[i], widths[i] + 2);
    }
    text += (&cells == &table.front() ? style.strong(row) : row) + "\n";
  }
  return text;
}

}  // namespace imapscope::cli
