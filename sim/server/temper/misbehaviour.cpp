#include "sim/server/temper/misbehaviour.h"

#include <algorithm>
#include <array>

namespace imapscope::server {
namespace {

// clang-format off
constexpr std::array fault_rows{
    // kind                     key               at a time  instead  what is found
    FaultInfo{FaultKind::say,            "say",            true,  true,  ""},
    FaultInfo{FaultKind::no,             "no",             true,  true,  ""},
    FaultInfo{FaultKind::bad,            "bad",            true,  true,  "lawful_command_refused"},
    FaultInfo{FaultKind::bye,            "bye",            true,  true,  ""},
    FaultInfo{FaultKind::delay,          "delay",          false, false, "answer_overdue"},
    FaultInfo{FaultKind::silence,        "silence",        true,  true,  "answer_overdue"},
    FaultInfo{FaultKind::cut,            "cut",            true,  true,  "closed_without_bye"},
    FaultInfo{FaultKind::cut_line,       "cut_line",       false, false, "line_cut_off"},
    FaultInfo{FaultKind::no_completion,  "no_completion",  false, false, "completion_missing"},
    FaultInfo{FaultKind::wrong_tag,      "wrong_tag",      false, false, "tag_unknown"},
    FaultInfo{FaultKind::literal_count,  "literal_count",  false, false, "literal_miscounted"},
    FaultInfo{FaultKind::expunge_number, "expunge_number", true,  false, "expunge_beyond_exists"},
    FaultInfo{FaultKind::fetch_number,   "fetch_number",   true,  false, "fetch_beyond_exists"},
    FaultInfo{FaultKind::exists_falls,   "exists_falls",   true,  false, "exists_fell"},
    FaultInfo{FaultKind::uid_validity,   "uid_validity",   true,  false, "uidvalidity_changed"},
    FaultInfo{FaultKind::flood,          "flood",          true,  false, "unasked_flood"},
    FaultInfo{FaultKind::body_structure, "body_structure", false, false, "response_grammar"},
};
// clang-format on

}  // namespace

std::span<const FaultInfo> fault_table() {
  return fault_rows;
}

const FaultInfo& info_of(FaultKind kind) {
  return fault_rows[static_cast<std::size_t>(kind)];
}

const FaultInfo* find_fault(std::string_view key) {
  const auto found = std::find_if(fault_rows.begin(), fault_rows.end(),
                                  [&](const FaultInfo& row) { return row.key == key; });
  return found == fault_rows.end() ? nullptr : &*found;
}

}  // namespace imapscope::server
