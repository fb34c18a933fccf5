#include "sim/wire/quirk.h"

namespace imapscope::wire {

std::string_view name_of(QuirkKind kind) {
  switch (kind) {
    case QuirkKind::bare_line_feed:
      return "bare_line_feed";
    case QuirkKind::trailing_space:
      return "trailing_space";
    case QuirkKind::double_space:
      return "double_space";
    case QuirkKind::stray_space:
      return "stray_space";
    case QuirkKind::empty_text:
      return "empty_text";
    case QuirkKind::missing_text_space:
      return "missing_text_space";
    case QuirkKind::eight_bit_text:
      return "eight_bit_text";
    case QuirkKind::nul_in_literal:
      return "nul_in_literal";
    case QuirkKind::unquoted_special:
      return "unquoted_special";
    case QuirkKind::atom_for_string:
      return "atom_for_string";
    case QuirkKind::nil_for_string:
      return "nil_for_string";
    case QuirkKind::nil_for_list:
      return "nil_for_list";
    case QuirkKind::empty_list:
      return "empty_list";
    case QuirkKind::zero_number:
      return "zero_number";
    case QuirkKind::short_day:
      return "short_day";
    case QuirkKind::bad_mailbox_encoding:
      return "bad_mailbox_encoding";
    case QuirkKind::odd_tag:
      return "odd_tag";
    case QuirkKind::bare_star:
      return "bare_star";
    case QuirkKind::missing_condition:
      return "missing_condition";
    case QuirkKind::odd_code:
      return "odd_code";
    case QuirkKind::control_in_text:
      return "control_in_text";
  }
  return "";
}

bool is_tolerated_from_client(QuirkKind kind) {
  return kind == QuirkKind::bare_line_feed || kind == QuirkKind::trailing_space ||
         kind == QuirkKind::eight_bit_text || kind == QuirkKind::short_day ||
         kind == QuirkKind::bad_mailbox_encoding;
}

}  // namespace imapscope::wire
