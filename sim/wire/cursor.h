// Cursor: reads the grammar's small pieces from one frame, left to right.
//
// Failing is sticky. The first piece that does not fit is remembered with its offset; from then on
// every read answers with an empty value at once and every test with false. So a parser is
// straight-line code that mirrors its ABNF, loops end by themselves, and only the caller who holds
// the cursor asks `ok()`. Rule names are those of RFC 3501 §9.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/imap/envelope.h"
#include "sim/imap/flag.h"
#include "sim/imap/mailbox_name.h"
#include "sim/imap/numbers.h"
#include "sim/wire/expected.h"
#include "sim/wire/form.h"
#include "sim/wire/framer.h"
#include "sim/wire/parse.h"
#include "sim/wire/quirk.h"

namespace imapscope::wire {

class Cursor {
 public:
  /// Lists, conditions and body parts may nest this deep.
  static constexpr int depth_limit = 64;

  explicit Cursor(std::string_view frame, Writer writer, Arguments arguments = Arguments::spoken,
                  Texts texts = Texts::ascii)
      : frame_(frame), writer_(writer), arguments_(arguments), texts_(texts) {}

  [[nodiscard]] bool ok() const { return !error_.has_value(); }
  [[nodiscard]] const SyntaxError& error() const { return *error_; }  ///< where not `ok()`
  [[nodiscard]] const std::vector<Quirk>& quirks() const { return quirks_; }
  [[nodiscard]] const std::optional<SyntaxError>& extension() const { return extension_; }
  [[nodiscard]] std::size_t offset() const { return at_; }
  [[nodiscard]] Writer writer() const { return writer_; }

  // ---- failing, and not failing ----

  void fail(Expected expected, std::string_view rfc = "3501 §9") { fail_at(at_, expected, rfc); }
  void fail_at(std::size_t offset, Expected expected, std::string_view rfc = "3501 §9");
  /// Notes the quirk and answers true, or fails where it is not tolerated from this writer.
  bool tolerate(QuirkKind kind, std::size_t offset, Expected otherwise_expected);

  /// An argument of an extension stands at `offset`: notes it and answers true, or fails where only
  /// those that are spoken may stand.
  bool extension_at(std::size_t offset, Expected expected, std::string_view rfc = "3501 §9");

  // ---- looking ahead ----

  [[nodiscard]] bool at(char c) const { return at_ < frame_.size() && frame_[at_] == c; }
  [[nodiscard]] bool at_word(std::string_view word) const;  ///< a whole atom, in any case
  [[nodiscard]] std::string_view word_here() const;         ///< the atom; empty: there is none
  [[nodiscard]] bool at_nil() const { return at_word("NIL"); }
  [[nodiscard]] bool at_digit() const;
  [[nodiscard]] bool at_string() const;
  [[nodiscard]] bool at_literal() const;
  [[nodiscard]] bool at_line_end() const;
  [[nodiscard]] bool at_space_then(char c) const;

  [[nodiscard]] bool at_response_code() const;  ///< `[`, a name, and `]` on this line

  // ---- single characters ----

  bool accept(char c);
  bool accept_word(std::string_view word);
  bool accept_prefix(std::string_view letters);  ///< in any case, whatever follows
  int digit();                                   ///< takes one; -1 where none stands here
  void expect(char c, Expected expected);
  void space();
  /// Between the elements of a list: takes the space and answers true where another one follows.
  bool another();
  /// Takes spaces where the grammar has none.
  void stray_spaces(Expected otherwise_expected);
  void end_of_line();

  // ---- strings ----

  std::string_view atom(Expected expected);
  std::string_view tag();
  /// The name of an item: an atom that ends before `[`. Not upper-cased.
  std::string_view name(Expected expected);
  std::string astring(Expected expected);
  std::string string(Expected expected);
  NString nstring(Expected expected);
  std::string literal(Expected expected);
  /// `text`: all up to the line end; may be empty.
  std::string text();
  /// Any value, unread: an atom, a string or a list, as written.
  std::string_view value(Expected expected);
  /// All before `end`, on this line.
  std::string_view until(char end, Expected expected);
  /// `[…]<…>` behind an item's name, as written; empty where no bracket stands here.
  std::string_view bracketed();
  /// Like `value`, up to the line end: literals and all.
  std::string_view rest_of_line();

  // ---- numbers ----

  std::uint32_t number(Expected expected);
  std::uint32_t nz_number(Expected expected);
  std::uint64_t number64(Expected expected);  ///< of 63 bits (RFC 9051 §9)
  std::uint64_t nz_number64(Expected expected);
  template <class N>
  NumberSet<N> number_set();
  MessageSet message_set(Form form);

  // ---- flags and mailboxes ----

  Flag flag();
  FlagSet flag_list();
  MailboxName mailbox() { return MailboxName(mailbox_text("mailbox_name", false)); }
  /// UTF-8. With `wildcards` an atom may hold `*` and `%`.
  std::string mailbox_text(Expected expected, bool wildcards);

  // ---- lists ----

  /// `(` [element *(SP element)] `)`; a server's NIL is an empty list.
  template <class ReadElement>
  void list(Expected expected, ReadElement read_element);
  /// The same with one element at least.
  template <class ReadElement>
  void list_of_some(Expected expected, ReadElement read_element);

  /// Guards a recursion: fails where it goes too deep.
  class Deeper {
   public:
    explicit Deeper(Cursor& cursor);
    ~Deeper() { --cursor_.depth_; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;

   private:
    Cursor& cursor_;
  };

 private:
  std::uint64_t digits(Expected expected, std::uint64_t most, Expected too_large);
  void refuse_zero(std::size_t begin, std::uint64_t value);
  [[nodiscard]] std::string_view rest() const { return frame_.substr(at_); }
  /// 1*of the class (chars.h); octets above 127 are a quirk.
  std::string_view run(unsigned classes, Expected expected);
  /// The same; a server may go on with characters that end no atom.
  std::string_view loose_run(unsigned classes, Expected expected);
  std::string_view take(std::size_t size);
  /// Whether octets above 127 may stand in this text.
  [[nodiscard]] bool may_hold(std::string_view text) const;
  std::string quoted(Expected expected);
  std::string_view literal_octets(Expected expected);
  std::uint32_t set_bound();
  /// seq-last-command = "$" (RFC 5182 §3)
  bool at_saved();

  std::string_view frame_;
  std::size_t at_ = 0;
  Writer writer_;
  Arguments arguments_;
  Texts texts_;
  int depth_ = 0;
  std::optional<SyntaxError> error_;
  std::vector<Quirk> quirks_;
  std::optional<SyntaxError> extension_;
};

template <class N>
NumberSet<N> Cursor::number_set() {
  NumberSet<N> set;
  if (at_saved()) {
    set.saved = accept('$');
    return set;
  }
  do {
    const N first{set_bound()};
    const N last{accept(':') ? set_bound() : first.value};
    set.ranges.push_back({first, last});
  } while (accept(','));
  return set;
}

template <class ReadElement>
void Cursor::list(Expected expected, ReadElement read_element) {
  if (at_nil() && tolerate(QuirkKind::nil_for_list, at_, expected)) {
    accept_word("NIL");
    return;
  }
  expect('(', expected);
  if (at(' ')) stray_spaces("no_space_after_parenthesis");
  if (accept(')')) return;
  do {
    read_element();
  } while (another());
  expect(')', "space_or_list_end");
}

template <class ReadElement>
void Cursor::list_of_some(Expected expected, ReadElement read_element) {
  const std::size_t begin = at_;
  bool any = false;
  list(expected, [&] {
    any = true;
    read_element();
  });
  if (ok() && !any) tolerate(QuirkKind::empty_list, begin, expected);
}

}  // namespace imapscope::wire
