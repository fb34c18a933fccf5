// The page about a rule: what it demands, why that matters, an example that breaks it, and how to
// mend that. `imapsim rules ID` prints it, and the window shows it.
#pragma once

#include <string>
#include <vector>

#include "sim/rules/rules.h"
#include "sim/words/words.h"

namespace imapscope::explain {

struct RulePage {
  struct Part {
    std::string heading;
    std::string text;
    bool is_wire = false;  ///< lines of an example; `^` stands below the place
  };
  std::string id;
  std::string about;  ///< "server · violation · RFC 3501 §7.4.1, 9051 §7.5.1"
  std::vector<Part> parts;
};
[[nodiscard]] RulePage rule_page(const words::Words& words, const rules::Rule& rule);

/// Whose fault it is.
[[nodiscard]] std::string whose(const words::Words& words, const rules::Rule& rule);
/// "violation", "quirk" …
[[nodiscard]] std::string kind(const words::Words& words, const rules::Rule& rule);

}  // namespace imapscope::explain
