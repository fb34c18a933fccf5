// Misbehaviour: faults on request, for those who write clients. A script of faults; each says what
// goes wrong, and when. The table of kinds says what a bystander finds of each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/time.h"

namespace imapscope::server {

enum class FaultKind {
  say,             ///< a reply of one's own in place of the answer
  no,              ///< NO, and nothing is done
  bad,             ///< BAD, and nothing is done
  bye,             ///< BYE, and the end of the connection
  delay,           ///< the answer comes late
  silence,         ///< nothing is said any more
  cut,             ///< the connection breaks, in place of the answer
  cut_line,        ///< the connection breaks in the midst of the answer's last line
  no_completion,   ///< all of the answer but the line that completes it
  wrong_tag,       ///< the line that completes it has another tag
  literal_count,   ///< a literal is announced with another number of octets
  expunge_number,  ///< EXPUNGE of a message that there is not
  fetch_number,    ///< FETCH of a message that there is not
  exists_falls,    ///< EXISTS counts fewer messages than there were
  uid_validity,    ///< UIDVALIDITY is another
  flood,           ///< the same line again and again
  body_structure,  ///< a BODYSTRUCTURE that lacks some of its fields
};

struct FaultInfo {
  FaultKind kind;
  std::string_view key;   ///< in a script; what it is, is said under `faults.KEY`
  bool at_a_time;         ///< it needs no command
  bool instead;           ///< the command is not carried out
  std::string_view rule;  ///< that a bystander finds broken or bent; empty: it is lawful, or the
                          ///< script's own words
};

[[nodiscard]] std::span<const FaultInfo> fault_table();
[[nodiscard]] const FaultInfo& info_of(FaultKind kind);
/// Null where there is none.
[[nodiscard]] const FaultInfo* find_fault(std::string_view key);

struct Fault {
  FaultKind kind = FaultKind::no;
  // ---- when ----
  std::string verb{};            ///< "FETCH", "UID FETCH"; empty: any command
  std::uint32_t nth = 0;         ///< the nth of these in a connection; 0: each
  std::uint32_t connection = 0;  ///< in the nth connection; 0: in each
  std::optional<Duration> at{};  ///< so long after the connection was made, without a command
  // ---- what, where the kind wants it ----
  std::string text{};                ///< of no, bad, bye; empty: the server's own
  std::vector<std::string> lines{};  ///< of say; `{tag}` stands for the command's
  Duration time{};                   ///< of delay
  std::int64_t by = 0;  ///< how much a number is changed, how many lines; 0: as is usual
};

struct Misbehaviour {
  std::vector<Fault> faults;
};

}  // namespace imapscope::server
