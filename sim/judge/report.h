// What both judges report alike.
#pragma once

#include <algorithm>
#include <span>
#include <string>

#include "sim/base/ascii.h"
#include "sim/belief/line.h"
#include "sim/wire/quirk.h"

namespace imapscope::judge {

[[nodiscard]] inline bool has_name(std::span<const std::string> names, std::string_view name) {
  return std::any_of(names.begin(), names.end(), [name](const std::string& each) {
    return ascii::equal_ignoring_case(each, name);
  });
}

/// Which standard binds a session, by what was announced and what was enabled in it.
struct Revision {
  bool rev2 = false;  ///< RFC 9051
  bool utf8 = false;  ///< names and texts may be UTF-8: RFC 9051, or RFC 6855 §3

  static Revision of(std::span<const std::string> announced, std::span<const std::string> enabled) {
    const bool only = has_name(announced, "IMAP4rev2") && !has_name(announced, "IMAP4rev1");
    const bool rev2 = only || has_name(enabled, "IMAP4rev2");
    return {rev2, rev2 || has_name(enabled, "UTF8=ACCEPT") || has_name(enabled, "UTF8=ONLY")};
  }
};

/// What was read past.
inline void report(observer::Line& line, const wire::Quirk& quirk, const Revision& revision) {
  const bool text = quirk.kind == wire::QuirkKind::eight_bit_text ||
                    quirk.kind == wire::QuirkKind::bad_mailbox_encoding;
  if (text && revision.utf8) return;
  line.report(rules::Named(*rules::find_rule(wire::name_of(quirk.kind))), {}, quirk.offset);
}

/// Cites the session's own standard, where the case has no section of its own.
inline void cite(observer::Line& line, const Revision& revision) {
  if (!revision.rev2) return;
  for (observer::Finding& finding : line.findings) {
    if (finding.rfc.empty()) finding.rfc = finding.rule->rev2;
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
    if (shifted && again) return line.report("superfluous_shift", {}, at + 1);
  }
}

}  // namespace imapscope::judge
