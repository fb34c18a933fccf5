// The verdict on clients that were served: which rules each kept and broke, and how it coped with
// the faults that it was given on request. Made at the end, of what crossed the wire.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/time.h"
#include "sim/server/server.h"
#include "sim/trace/trace.h"
#include "sim/words/words.h"

namespace imapscope::net {

/// What a client did after a fault.
enum class Coping {
  went_on,      ///< it said more on the same connection
  reconnected,  ///< that connection ended, and another one came
  gave_up,      ///< it closed the connection, or the fault did, and none came
  hung,         ///< it said nothing more, and held on
};
[[nodiscard]] std::string_view key_of(Coping coping);

struct FaultVerdict {
  std::string fault;    ///< its key in the table of kinds
  std::string command;  ///< "a3 FETCH"; empty: it came by itself
  Instant at;
  Coping coping = Coping::went_on;
};

/// A rule that a client broke, and how often.
struct BrokenRule {
  std::string id;
  std::size_t times = 0;
  std::string first;  ///< the line that broke it first, without its line end
};

struct ClientVerdict {
  std::uint32_t connection = 0;  ///< the nth
  std::string client;            ///< its address
  std::string name;              ///< as it says in ID; empty: it does not
  std::size_t commands = 0;
  std::vector<BrokenRule> broken;
  std::vector<FaultVerdict> faults;
};

struct Verdict {
  std::size_t rules = 0;  ///< that there are for a client of IMAP
  std::vector<ClientVerdict> clients;

  /// No client broke a rule or hung.
  [[nodiscard]] bool passes() const;
};

/// `trace`: whole, its connections numbered as the server's sessions.
[[nodiscard]] Verdict verdict_of(trace::Trace trace, const std::vector<server::FaultDone>& faults);

/// Lines for a person.
[[nodiscard]] std::string text_of(const Verdict& verdict, const words::Words& words);
/// For a program; the same keys in any language.
[[nodiscard]] std::string json_of(const Verdict& verdict);

}  // namespace imapscope::net
