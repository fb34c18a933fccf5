// Violations and findings: what breaks a rule, what bends it, and what this capture's order cannot
// decide.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace imapscope::observer {

enum class Fault { client, server };

/// A broken rule. Never reported where the order of a one-tap capture leaves room for a lawful
/// reading.
struct Violation {
  Fault fault;
  std::uint64_t stream_offset = 0;  ///< into the direction of the line it hangs on
  std::string message;              ///< one sentence: what happened, and what the rule is
  std::string_view rfc;             ///< "3501 §7.4.1"
};

/// Not a fault: a quirk that we read past, something that the order cannot decide, or advice (a
/// SHOULD).
struct Finding {
  enum class Kind { quirk, undecidable, advice };
  Kind kind;
  std::uint64_t stream_offset = 0;
  std::string message;
  std::string_view rfc;
};

}  // namespace imapscope::observer
