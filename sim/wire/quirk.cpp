#include "sim/wire/quirk.h"

namespace imapscope::wire {

std::string_view describe(QuirkKind kind) {
  switch (kind) {
    case QuirkKind::bare_line_feed:
      return "The line ends with LF alone; IMAP's line end is CRLF.";
    case QuirkKind::trailing_space:
      return "A space stands before the line end.";
    case QuirkKind::double_space:
      return "Two spaces stand where the grammar has one.";
    case QuirkKind::stray_space:
      return "A space stands where the grammar has none.";
    case QuirkKind::empty_text:
      return "The response has no text for people.";
    case QuirkKind::missing_text_space:
      return "No space stands between the response code and the text.";
    case QuirkKind::eight_bit_text:
      return "Octets above 127 stand outside a literal.";
    case QuirkKind::nul_in_literal:
      return "The literal holds a NUL, which only a literal8 may.";
    case QuirkKind::unquoted_special:
      return "The atom holds a character that needs quotes.";
    case QuirkKind::atom_for_string:
      return "An atom stands where a quoted string or a literal must.";
    case QuirkKind::nil_for_string:
      return "NIL stands where a string must.";
    case QuirkKind::nil_for_list:
      return "NIL stands where a list must, or an empty list where NIL must.";
    case QuirkKind::empty_list:
      return "The list is empty, and the grammar wants at least one element.";
    case QuirkKind::zero_number:
      return "The number is 0, and the grammar begins with 1.";
    case QuirkKind::short_day:
      return "The day has one digit and no space before it.";
    case QuirkKind::bad_mailbox_encoding:
      return "The mailbox name is not modified UTF-7.";
    case QuirkKind::odd_tag:
      return "The word that stands for the tag holds what no tag may.";
    case QuirkKind::missing_condition:
      return "A response code stands without OK, NO or BAD before it.";
    case QuirkKind::odd_code:
      return "The response code's arguments have not the form that the standard gives them.";
    case QuirkKind::control_in_text:
      return "The text holds a NUL, or a CR of its own.";
  }
  return "";
}

bool is_tolerated_from_client(QuirkKind kind) {
  return kind == QuirkKind::bare_line_feed || kind == QuirkKind::trailing_space ||
         kind == QuirkKind::eight_bit_text || kind == QuirkKind::short_day ||
         kind == QuirkKind::bad_mailbox_encoding;
}

}  // namespace imapscope::wire
