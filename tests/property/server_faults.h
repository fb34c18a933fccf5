// What an observer has against a server: with ours, nothing, whatever clients do.
#pragma once

#include <rapidcheck.h>

#include <string>

#include "sim/observer/timeline.h"

namespace imapscope::observer {

inline std::string text_of(const Line& line) {
  return std::to_string(line.id.value) + ' ' +
         (line.direction == trace::Direction::to_server ? "C: " : "S: ") + line.bytes;
}

/// For the report of a property that fails.
inline std::string rows_of(const Timeline& timeline, trace::ConnectionId id) {
  std::string rows;
  for (const Line& row : timeline.lines()) {
    if (row.connection == id) rows += text_of(row);
  }
  return rows;
}

inline void require_no_server_fault(const Timeline& timeline) {
  for (const Line& line : timeline.lines()) {
    for (const Finding& finding : line.findings) {
      if (!finding.is_violation() || finding.rule->whose != Fault::server) continue;
      RC_FAIL(text_of(line) + rules::sentence(words::Words(), finding) + '\n' +
              rows_of(timeline, line.connection));
    }
  }
}

}  // namespace imapscope::observer
