#include "sim/wire/cursor.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/utf.h"
#include "sim/wire/chars.h"

namespace imapscope::wire {

// ---- failing, and not failing ----

void Cursor::fail_at(std::size_t offset, Expected expected, std::string_view rfc) {
  if (error_) return;
  error_ = SyntaxError{offset, expected, rfc};
  at_ = frame_.size();  // so that every test and every read ends here
}

bool Cursor::tolerate(QuirkKind kind, std::size_t offset, Expected otherwise_expected) {
  if (!ok()) return false;
  if (writer_ == Writer::client && !is_tolerated_from_client(kind)) {
    fail_at(offset, otherwise_expected);
    return false;
  }
  quirks_.push_back({kind, offset});
  return true;
}

bool Cursor::extension_at(std::size_t offset, Expected expected, std::string_view rfc) {
  if (arguments_ == Arguments::spoken) fail_at(offset, expected, rfc);
  if (!ok()) return false;
  if (!extension_) extension_ = SyntaxError{offset, expected, rfc};
  return true;
}

// ---- looking ahead ----

bool Cursor::at_word(std::string_view word) const {
  const std::string_view here = rest();
  if (!ascii::starts_with_ignoring_case(here, word)) return false;
  return here.size() == word.size() || !chars::is(here[word.size()], chars::atom);
}

std::string_view Cursor::word_here() const {
  const std::string_view here = rest();
  std::size_t end = 0;
  while (end < here.size() && chars::is(here[end], chars::atom)) ++end;
  return here.substr(0, end);
}

bool Cursor::at_digit() const {
  return at_ < frame_.size() && ascii::is_digit(frame_[at_]);
}

bool Cursor::at_string() const {
  return at('"') || at_literal();
}

bool Cursor::at_literal() const {
  return at('{') || rest().substr(0, 2) == "~{";
}

bool Cursor::at_line_end() const {
  return at('\n') || (at('\r') && at_ + 1 < frame_.size() && frame_[at_ + 1] == '\n');
}

bool Cursor::at_space_then(char c) const {
  return at(' ') && at_ + 1 < frame_.size() && frame_[at_ + 1] == c;
}

bool Cursor::at_response_code() const {
  if (!at('[') || at_ + 1 >= frame_.size()) return false;
  return chars::is(frame_[at_ + 1], chars::name) && rest().find(']') != std::string_view::npos;
}

// ---- single characters ----

bool Cursor::accept(char c) {
  if (!at(c)) return false;
  ++at_;
  return true;
}

bool Cursor::accept_word(std::string_view word) {
  if (!at_word(word)) return false;
  at_ += word.size();
  return true;
}

bool Cursor::accept_prefix(std::string_view letters) {
  if (!ascii::starts_with_ignoring_case(rest(), letters)) return false;
  at_ += letters.size();
  return true;
}

int Cursor::digit() {
  return at_digit() ? frame_[at_++] - '0' : -1;
}

void Cursor::expect(char c, Expected expected) {
  if (!accept(c)) fail(expected);
}

void Cursor::space() {
  expect(' ', "space");
  if (at(' ') && tolerate(QuirkKind::double_space, at_, "one_space")) {
    while (accept(' ')) {
    }
  }
}

bool Cursor::another() {
  if (!at(' ')) return false;
  const std::size_t begin = at_;
  std::size_t end = begin;
  while (end < frame_.size() && frame_[end] == ' ') ++end;
  at_ = end;
  if (at_line_end()) {
    at_ = begin;  // left for end_of_line
    return false;
  }
  if (at(')')) {
    tolerate(QuirkKind::stray_space, begin, "no_space_before_list_end");
    return false;
  }
  if (end - begin > 1) tolerate(QuirkKind::double_space, begin + 1, "one_space");
  return ok();
}

void Cursor::stray_spaces(Expected otherwise_expected) {
  if (at(' ')) tolerate(QuirkKind::stray_space, at_, otherwise_expected);
  while (accept(' ')) {
  }
}

void Cursor::end_of_line() {
  const std::size_t begin = at_;
  while (accept(' ')) {
  }
  if (!at_line_end()) {
    at_ = begin;
    return fail("line_end");
  }
  if (at_ > begin) tolerate(QuirkKind::trailing_space, begin, "line_end");
  if (!accept('\r')) tolerate(QuirkKind::bare_line_feed, at_, "crlf");
  accept('\n');
  if (at_ < frame_.size()) fail("nothing_after_line_end");
}

// ---- strings ----

std::string_view Cursor::take(std::size_t size) {
  const std::string_view taken = frame_.substr(at_, size);
  at_ += size;
  return taken;
}

std::string_view Cursor::run(unsigned classes, Expected expected) {
  std::size_t end = at_;
  bool eight_bit = false;
  for (; end < frame_.size(); ++end) {
    if (chars::is(frame_[end], classes)) continue;
    if (!chars::is_eight_bit(frame_[end])) break;
    eight_bit = true;
  }
  if (end == at_) fail(expected);
  if (eight_bit) tolerate(QuirkKind::eight_bit_text, at_, expected);
  return ok() ? take(end - at_) : std::string_view();
}

std::string_view Cursor::loose_run(unsigned classes, Expected expected) {
  const std::size_t begin = at_;
  const auto at_class = [this](unsigned wanted) {
    return at_ < frame_.size() && chars::is(frame_[at_], wanted);
  };
  const bool goes_on_loosely = writer_ == Writer::server && at_class(chars::loose);
  if (at_class(classes) || !goes_on_loosely) run(classes, expected);
  const std::size_t strict_end = at_;
  if (writer_ == Writer::server) {
    while (at_class(chars::loose)) ++at_;
  }
  if (at_ > strict_end) tolerate(QuirkKind::unquoted_special, strict_end, expected);
  return ok() ? frame_.substr(begin, at_ - begin) : std::string_view();
}

// tag = 1*<any ASTRING-CHAR except "+">
std::string_view Cursor::tag() {
  return run(chars::tag, "tag");
}

// atom = 1*ATOM-CHAR
std::string_view Cursor::atom(Expected expected) {
  return run(chars::atom, expected);
}

std::string_view Cursor::name(Expected expected) {
  return run(chars::name, expected);
}

// astring = 1*ASTRING-CHAR / string
std::string Cursor::astring(Expected expected) {
  return at_string() ? string(expected) : std::string(loose_run(chars::astring, expected));
}

// string = quoted / literal
std::string Cursor::string(Expected expected) {
  if (at('"')) return quoted(expected);
  if (at_literal()) return literal(expected);
  const std::size_t begin = at_;
  if (at_nil() && tolerate(QuirkKind::nil_for_string, begin, expected)) {
    accept_word("NIL");
    return {};
  }
  if (at_ < frame_.size() && chars::is(frame_[at_], chars::atom) &&
      tolerate(QuirkKind::atom_for_string, begin, expected)) {
    return std::string(atom(expected));
  }
  fail(expected);
  return {};
}

// nstring = string / nil
NString Cursor::nstring(Expected expected) {
  if (accept_word("NIL")) return std::nullopt;
  return string(expected);
}

bool Cursor::may_hold(std::string_view text) const {
  return texts_ == Texts::utf8 && is_utf8(text);
}

// quoted = DQUOTE *QUOTED-CHAR DQUOTE; QUOTED-CHAR = TEXT-CHAR but quoted-specials / "\" specials
std::string Cursor::quoted(Expected expected) {
  const std::size_t begin = at_;
  expect('"', expected);
  std::string content;
  bool eight_bit = false;
  while (at_ < frame_.size() && !at('"')) {
    if (accept('\\') && !at('"') && !at('\\')) fail("quote_or_backslash");
    if (!ok()) return {};
    const char c = frame_[at_];
    if (chars::is_eight_bit(c)) {
      eight_bit = true;
    } else if (!chars::is(c, chars::quotable)) {
      fail("quote_before_line_end");
      return {};
    }
    content += c;
    ++at_;
  }
  if (eight_bit && !may_hold(content)) tolerate(QuirkKind::eight_bit_text, begin, expected);
  expect('"', "closing_quote");
  return content;
}

std::string Cursor::literal(Expected expected) {
  return std::string(literal_octets(expected));
}

// literal = "{" number ["+"] "}" CRLF *CHAR8; literal8 = "~{" number ["+"] "}" CRLF *OCTET
std::string_view Cursor::literal_octets(Expected expected) {
  const bool any_octet = accept('~');
  expect('{', expected);
  const std::uint64_t octets = number64("literal_size");
  accept('+');
  expect('}', "literal_brace");
  if (!accept('\r')) tolerate(QuirkKind::bare_line_feed, at_, "crlf");
  expect('\n', "line_end_after_literal");
  if (ok() && frame_.size() - at_ < octets) fail("announced_octets");
  if (!ok()) return {};
  const std::size_t nul = frame_.substr(at_, octets).find('\0');
  if (!any_octet && nul != std::string_view::npos) {
    tolerate(QuirkKind::nul_in_literal, at_ + nul, "octet_not_nul");
  }
  return ok() ? take(octets) : std::string_view();
}

// text = 1*TEXT-CHAR
std::string Cursor::text() {
  const std::size_t begin = at_;
  std::optional<std::size_t> control;
  bool eight_bit = false;
  for (; at_ < frame_.size() && !at_line_end(); ++at_) {
    if (chars::is_eight_bit(frame_[at_])) {
      eight_bit = true;
    } else if (!control && !chars::is(frame_[at_], chars::quotable)) {
      control = at_;
    }
  }
  const std::string_view text = frame_.substr(begin, at_ - begin);
  if (control) tolerate(QuirkKind::control_in_text, *control, "text_without_nul_and_cr");
  if (eight_bit && !may_hold(text)) tolerate(QuirkKind::eight_bit_text, begin, "text");
  return std::string(text);
}

std::string_view Cursor::value(Expected expected) {
  const std::size_t begin = at_;
  const Deeper deeper(*this);
  if (accept('(')) {
    while (ok() && !at(')') && !at_line_end()) {
      if (!accept(' ')) value("value_or_list_end");
    }
    expect(')', "list_end");
  } else if (at_string()) {
    string(expected);
  } else {
    run(chars::loose, expected);
  }
  return ok() ? frame_.substr(begin, at_ - begin) : std::string_view();
}

std::string_view Cursor::until(char end, Expected expected) {
  const std::size_t begin = at_;
  while (at_ < frame_.size() && !at(end) && !at_line_end()) ++at_;
  if (!at(end)) fail(expected);
  return ok() ? frame_.substr(begin, at_ - begin) : std::string_view();
}

std::string_view Cursor::bracketed() {
  const std::size_t begin = at_;
  if (!accept('[')) return {};
  until(']', "closing_bracket");
  accept(']');
  while (at('<') || at('>') || at('.') || at_digit()) ++at_;
  return ok() ? frame_.substr(begin, at_ - begin) : std::string_view();
}

std::string_view Cursor::rest_of_line() {
  const std::size_t begin = at_;
  const std::size_t line_end = frame_.ends_with("\r\n") ? 2 : frame_.ends_with('\n') ? 1 : 0;
  at_ = std::max(begin, frame_.size() - line_end);
  return frame_.substr(begin, at_ - begin);
}

// ---- flags and mailboxes ----

// flag = "\" atom / atom; a client cannot name \Recent
Flag Cursor::flag() {
  const std::size_t begin = at_;
  accept('\\');
  loose_run(chars::atom, "flag");
  if (!ok()) return {};
  Flag flag{std::string(frame_.substr(begin, at_ - begin))};
  if (writer_ == Writer::client && flag == flags::recent) {
    fail_at(begin, "settable_flag", "3501 §2.3.2");
  }
  return flag;
}

// flag-list = "(" [flag *(SP flag)] ")"
FlagSet Cursor::flag_list() {
  FlagSet flags;
  list("flag_list", [&] { flags.add(flag()); });
  return flags;
}

// mailbox = "INBOX" / astring, in modified UTF-7 (RFC 3501 §5.1.3) or UTF-8 (RFC 9051 §5.1);
// list-mailbox may hold wildcards
std::string Cursor::mailbox_text(Expected expected, bool wildcards) {
  const std::size_t begin = at_;
  const unsigned classes = wildcards ? chars::list : chars::astring;
  std::string written = at_string() ? string(expected) : std::string(loose_run(classes, expected));
  if (may_hold(written)) return written;
  auto utf8 = texts_ == Texts::utf8 ? std::nullopt : decode_modified_utf7(written);
  if (utf8) return std::move(*utf8);
  tolerate(QuirkKind::bad_mailbox_encoding, begin, expected);
  return to_utf8(code_points_of(written));
}

// ---- recursion ----

Cursor::Deeper::Deeper(Cursor& cursor) : cursor_(cursor) {
  if (++cursor_.depth_ > depth_limit) cursor_.fail("no_deeper_nesting");
}

}  // namespace imapscope::wire
