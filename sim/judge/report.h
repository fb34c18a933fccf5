// How the rules say what they found: on the line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "sim/belief/line.h"

namespace imapscope::judge {

using namespace observer;  // whose things are judged

/// `offset`: into the line.
inline void report(Line& line, Fault fault, std::string message, std::string_view rfc,
                   std::uint64_t offset = 0) {
  line.violations.push_back({fault, line.stream_offset + offset, std::move(message), rfc});
}

inline void remark(Line& line, Finding::Kind kind, std::string message, std::string_view rfc,
                   std::uint64_t offset = 0) {
  line.findings.push_back({kind, line.stream_offset + offset, std::move(message), rfc});
}

}  // namespace imapscope::judge
