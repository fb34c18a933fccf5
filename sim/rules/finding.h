// Finding: a rule, what happened in its terms, and where. The sentence is made only where somebody
// reads it, in the reader's language.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sim/rules/rules.h"
#include "sim/words/words.h"

namespace imapscope::rules {

/// Octets of the line on which a finding hangs.
struct Place {
  std::size_t offset = 0;
  std::size_t octets = 0;  ///< 0: the whole line
  friend bool operator==(const Place&, const Place&) = default;
};

struct Finding {
  const Rule* rule = nullptr;              ///< a row of the table, never null
  std::vector<words::Argument> arguments;  ///< that its sentence names
  Place place{};
  std::string_view rfc{};  ///< where the case has a section of its own

  [[nodiscard]] std::string_view id() const { return rule->id; }
  [[nodiscard]] bool is_violation() const { return rule->kind == Kind::violation; }
  /// "3501 §7.4.1".
  [[nodiscard]] std::string_view source() const { return rfc.empty() ? rule->rev1 : rfc; }
};

/// What happened, and what the rule is.
[[nodiscard]] Said said(const Finding& finding);
/// The same as a sentence.
[[nodiscard]] std::string sentence(const words::Words& words, const Finding& finding);

/// The same, with "violation by the server: " before it and its source behind it.
[[nodiscard]] std::string labelled(const words::Words& words, const Finding& finding);

/// Help on a rule: what it demands, why it matters, how to mend what breaks it.
struct Help {
  std::string what;
  std::string why;
  std::string mend;
  std::string_view example;  ///< a transcript that breaks it; `^` stands below the place
};
[[nodiscard]] Help help(const words::Words& words, const Rule& rule);

}  // namespace imapscope::rules
