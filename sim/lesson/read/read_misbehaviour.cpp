#include "sim/base/ascii.h"
#include "sim/lesson/read/read.h"
#include "sim/lesson/read/read_parts.h"

namespace imapscope::lesson {
namespace {

using server::FaultInfo;
using server::FaultKind;

constexpr std::int64_t hour_ms = 3600000;
constexpr std::int64_t most_by = 1000000;

std::vector<std::string_view> fault_words() {
  std::vector<std::string_view> words;
  for (const FaultInfo& row : server::fault_table()) words.push_back(row.key);
  return words;
}

/// 0 where it is not there.
std::uint32_t place_in(const Fields& fields, const char* key) {
  if (fields.find(key) == nullptr) return 0;
  return static_cast<std::uint32_t>(fields.number(key, 1, largest_number, 1));
}

/// It comes with a command, or at a time.
void check_when(Faults& faults, const Fields& fields, const FaultInfo& info) {
  if (fields.find("at_ms") == nullptr) return;
  const bool has_command = fields.find("verb") != nullptr || fields.find("nth") != nullptr;
  if (has_command) faults.add(fields.offset_of("at_ms"), "fault_twice");
  if (info.at_a_time) return;
  faults.add(fields.offset_of("at_ms"), "fault_needs_command", {{"fault", in_quotes(info.key)}});
}

/// What a kind cannot do without.
void check_what(Faults& faults, const Fields& fields, const FaultInfo& info) {
  const char* wants = info.kind == FaultKind::say     ? "lines"
                      : info.kind == FaultKind::delay ? "ms"
                                                      : nullptr;
  if (wants == nullptr || fields.find(wants) != nullptr) return;
  faults.add(fields.offset_of("fault"), "fault_wants",
             {{"fault", in_quotes(info.key)}, {"key", in_quotes(wants)}});
}

server::Fault read_fault(Faults& faults, const Json& json) {
  const Fields fields(faults, json, header_shapes[5]);
  const FaultInfo* info = server::find_fault(fields.one_of("fault", fault_words()));
  server::Fault fault;
  if (info == nullptr) return fault;
  fault.kind = info->kind;
  check_when(faults, fields, *info);
  check_what(faults, fields, *info);
  fault.verb = ascii::to_upper(fields.string("verb"));
  fault.nth = place_in(fields, "nth");
  fault.connection = place_in(fields, "connection");
  if (fields.find("at_ms") != nullptr) {
    fault.at = milliseconds(fields.number("at_ms", 0, hour_ms, 0));
  }
  fault.text = fields.string("text");
  fault.lines = fields.strings("lines");
  fault.time = milliseconds(fields.number("ms", 0, hour_ms, 0));
  fault.by = fields.number("by", -most_by, most_by, 0);
  return fault;
}

}  // namespace

server::Misbehaviour read_misbehaviour(Faults& faults, const Json& list) {
  server::Misbehaviour script;
  const auto* array = std::get_if<Json::Array>(&list.value);
  if (array == nullptr) {
    faults.add(list.offset, "fault_list");
    return script;
  }
  for (const Json& each : *array) script.faults.push_back(read_fault(faults, each));
  return script;
}

Result<server::Misbehaviour, ReadError> read_misbehaviour_file(const Files& files,
                                                               const std::string& name) {
  const auto content = files.read(name);
  if (!content) return fail(ReadError{content.error(), {}, {}});
  const auto tree = parse_json(*content);
  if (!tree) {
    return fail(ReadError{tree.error().message, place_of(*content, tree.error().offset), name});
  }
  Faults faults(*content, name);
  server::Misbehaviour script = read_misbehaviour(faults, *tree);
  if (faults.first()) return fail(*faults.first());
  return script;
}

}  // namespace imapscope::lesson
