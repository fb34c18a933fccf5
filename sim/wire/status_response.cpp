#include "sim/wire/status_response.h"

#include "sim/wire/response_code.h"

namespace imapscope::wire {
namespace {

// resp-text = ["[" resp-text-code "]" SP] text
void parse_text(Cursor& in, StatusResponse& status) {
  status.code = parse_response_code(in);
  if (status.code && !in.accept(' ') && !in.at_line_end()) {
    in.tolerate(QuirkKind::missing_text_space, in.offset(), "space_after_code");
  }
  if (in.at_line_end()) in.tolerate(QuirkKind::empty_text, in.offset(), "text");
  status.text = in.text();
}

}  // namespace

std::optional<Condition> condition_at(const Cursor& in) {
  for (const ConditionInfo& info : conditions) {
    if (in.at_word(info.name)) return info.condition;
  }
  return std::nullopt;
}

// resp-cond-state = ("OK" / "NO" / "BAD") SP resp-text
StatusResponse parse_status_response(Cursor& in) {
  StatusResponse status;
  status.condition = condition_at(in).value_or(Condition::bad);
  in.accept_word(name_of(status.condition));
  in.accept(' ');
  parse_text(in, status);
  return status;
}

StatusResponse parse_without_condition(Cursor& in) {
  in.tolerate(QuirkKind::missing_condition, in.offset(), "condition");
  StatusResponse status;
  parse_text(in, status);
  return status;
}

void print_status_response(Printer& out, const StatusResponse& status) {
  out.raw(name_of(status.condition));
  out.space();
  if (status.code) {
    print_response_code(out, *status.code);
    out.space();
  }
  out.raw(status.text);
}

}  // namespace imapscope::wire
