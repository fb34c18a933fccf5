// Tokens: the lexical pieces of one frame, with their places. For pictures and explanations: what
// is no IMAP has tokens too, so that every octet but single spaces can be pointed at. Meaning is
// the parser's business, not this one's.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace imapscope::wire {

enum class TokenKind {
  tag,             ///< the first word of a command or a tagged response
  untagged,        ///< `*` at the beginning
  continuation,    ///< `+` at the beginning
  atom,            ///< a word: verb, item name, NIL, mailbox, set, date
  number,          ///< digits only
  flag,            ///< `\Seen`, `\*`
  quoted,          ///< with its quotes
  literal_header,  ///< `{5}`, with its CRLF
  literal_body,    ///< the octets that it announced
  list_open,       ///< `(`
  list_close,      ///< `)`
  section_open,    ///< the `[` of `BODY[`
  section_close,   ///< its `]`
  partial,         ///< `<0.100>`
  code_open,       ///< the `[` of a response code
  code_close,      ///< its `]`
  text,            ///< the text for people, or a whole line without structure (DONE, base64)
  garbage,         ///< an octet that fits nowhere
  line_end,        ///< CRLF, or the bare LF of a careless sender
};

struct Token {
  TokenKind kind;
  std::size_t offset = 0;  ///< into the frame
  std::size_t size = 0;
  int depth = 0;  ///< lists and sections around it; an opening and its closing have the same
  friend bool operator==(const Token&, const Token&) = default;
};

/// In order, without overlaps; only spaces lie between them. Never fails.
[[nodiscard]] std::vector<Token> tokens(std::string_view frame);

[[nodiscard]] inline std::string_view text_of(std::string_view frame, const Token& token) {
  return frame.substr(token.offset, token.size);
}

}  // namespace imapscope::wire
