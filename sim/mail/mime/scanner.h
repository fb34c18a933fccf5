// Scanner: reads the words of a structured header value (RFC 2822 §3.2, RFC 2045 §5.1), leniently:
// where a value is broken, what was read before the break is kept, as Dovecot keeps it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace imapscope::mail {

class Scanner {
 public:
  /// What stands behind that which was read, past white space and comments.
  enum class Rest { broken, nothing, something };

  /// `text` is unfolded and must outlive the scanner.
  explicit Scanner(std::string_view text) : text_(text) {}

  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  /// The next octet; NUL at the end.
  [[nodiscard]] char peek() const { return at_end() ? '\0' : text_[at_]; }
  /// Whether the next octet is `c`, which it then passes over.
  bool take(char c);
  void skip_octet() { ++at_; }

  [[nodiscard]] std::size_t position() const { return at_; }
  void return_to(std::size_t position) { at_ = position; }

  /// White space and comments.
  Rest skip_blank();
  /// The text of the comment passed over last; empty where there was none.
  [[nodiscard]] const std::string& last_comment() const { return last_comment_; }
  void forget_comment() { last_comment_.clear(); }

  // Each appends to `out` and then skips blanks.
  Rest atom(std::string& out);
  Rest dot_atom(std::string& out);       ///< also with blanks around the dots
  Rest dotted(std::string& out);         ///< atoms and dots in any order, up to an `@`
  Rest token(std::string& out);          ///< of MIME; may be empty
  Rest quoted_string(std::string& out);  ///< at a `"`; without the quotes
  Rest phrase(std::string& out);         ///< words, joined by one space
  Rest domain(std::string& out);         ///< behind its `@`

 private:
  [[nodiscard]] Rest rest() const { return at_end() ? Rest::nothing : Rest::something; }
  Rest skip_comment();
  Rest domain_literal(std::string& out);
  template <class IsPart>
  void append_while(IsPart is_part, std::string& out);

  std::string_view text_;
  std::size_t at_ = 0;
  std::string last_comment_;
};

/// RFC 2822 §3.2.4, and all 8-bit octets.
[[nodiscard]] bool is_atext(char c);

}  // namespace imapscope::mail
