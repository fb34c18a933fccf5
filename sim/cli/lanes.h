// Lines of the wire as text: number or time, the client's lane, the direction, the line.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/belief/line.h"
#include "sim/cli/style.h"
#include "sim/observer/timeline.h"
#include "sim/words/words.h"

namespace imapscope::cli {

/// Seconds of the trace, "12.345".
[[nodiscard]] std::string seconds_text(Instant t);

class Lanes {
 public:
  Lanes(const trace::Trace& trace, const words::Words& words, Style style);

  /// "laptop → a1 NOOP", "laptop ← * 3 EXPUNGE", "laptop · connected".
  [[nodiscard]] std::string text(const observer::Line& line) const;
  /// A `^` below each character of `text` that a finding is about; empty: they are about the whole
  /// line, or about what is folded.
  [[nodiscard]] std::string mark(const observer::Line& line) const;

 private:
  words::Words words_;
  Style style_;
  std::string nameless_;  // a client whose name is not known
  std::map<trace::ConnectionId, std::string> names_;
  std::size_t width_ = 0;  // of the longest name
};

/// What is wrong or odd about the line, one sentence each: "server: … (RFC 3501 §7.4.1)".
[[nodiscard]] std::vector<std::string> complaints(const observer::Line& line,
                                                  const words::Words& words, const Style& style);

}  // namespace imapscope::cli
