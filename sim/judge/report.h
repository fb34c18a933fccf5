// What both judges report alike.
#pragma once

#include <algorithm>
#include <string_view>

#include "sim/belief/line.h"
#include "sim/belief/place.h"
#include "sim/imap/capability.h"
#include "sim/wire/quirk.h"

namespace imapscope::judge {

/// Spaces that are too many, a character that needs quotes, or what stands there.
inline rules::Place place_of(const wire::Quirk& quirk, std::string_view bytes) {
  const std::size_t end = std::min(bytes.find_first_not_of(' ', quirk.offset), bytes.size());
  if (quirk.offset < end) return {quirk.offset, end - quirk.offset};
  if (quirk.kind == wire::QuirkKind::unquoted_special) return {quirk.offset, 1};
  return observer::place_at(bytes, quirk.offset);
}

/// What was read past.
inline void report(observer::Line& line, const wire::Quirk& quirk) {
  line.report(rules::Named(*rules::find_rule(wire::name_of(quirk.kind))), {},
              place_of(quirk, line.bytes));
}

/// Where RFC 9051 has what the grammar's sections of IMAP4rev1 say.
struct Moved {
  std::string_view rev1;
  std::string_view rev2;
};
inline constexpr Moved moved[] = {
    {"3501 §9", "9051 §9"},         {"3501 §2.2.1", "9051 §2.2.1"}, {"3501 §2.3.2", "9051 §2.3.2"},
    {"3501 §6", "9051 §6"},         {"3501 §6.4.4", "9051 §6.4.4"}, {"3501 §6.4.5", "9051 §6.4.5"},
    {"3501 §6.4.6", "9051 §6.4.6"}, {"3501 §6.4.8", "9051 §6.4.9"}, {"3501 §7", "9051 §7"},
    {"3501 §7.1", "9051 §7.1"},     {"3501 §7.2.2", "9051 §7.3.1"}, {"3501 §7.4", "9051 §7.5"},
    {"4731 §3.1", "9051 §6.4.4"},   {"4959 §3", "9051 §6.2.2"},     {"5161 §4", "9051 §6.3.1"},
};

/// Cites the session's own standard, also where the case has a section of its own.
inline void cite(observer::Line& line, const Extensions& extensions) {
  if (line.findings.empty() || !extensions.rev2()) return;
  for (observer::Finding& finding : line.findings) {
    if (finding.rfc.empty()) finding.rfc = finding.rule->rev2;
    for (const Moved& section : moved) {
      if (finding.rfc == section.rev1) finding.rfc = section.rev2;
    }
  }
}

/// RFC 3501 §5.1.3: one run of encoded characters right behind another.
inline void report_superfluous_shift(observer::Line& line) {
  const std::string_view bytes = line.bytes;
  for (std::size_t at = bytes.find("-&"); at != bytes.npos; at = bytes.find("-&", at + 1)) {
    const std::size_t run = bytes.find_last_not_of(
        "+,0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        "abcdefghijklmnopqrstuvwxyz",
        at - 1);
    const bool shifted = run != bytes.npos && bytes[run] == '&' && run + 1 < at;
    const bool again = at + 2 < bytes.size() && bytes[at + 2] != '-';
    if (!shifted || !again) continue;
    const std::size_t end = std::min(bytes.find('-', at + 1), bytes.size() - 1);
    return line.report("superfluous_shift", {}, {at + 1, end - at});
  }
}

}  // namespace imapscope::judge
