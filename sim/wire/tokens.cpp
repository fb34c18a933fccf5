#include "sim/wire/tokens.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/line_end.h"
#include "sim/imap/condition.h"
#include "sim/imap/literal_header.h"
#include "sim/wire/chars.h"

namespace imapscope::wire {
namespace {

constexpr std::array<std::string_view, 5> sectioned{"BODY", "BODY.PEEK", "BINARY", "BINARY.PEEK",
                                                    "BINARY.SIZE"};

template <class Words>
bool is_one_of(const Words& words, std::string_view word) {
  return std::any_of(words.begin(), words.end(), [word](std::string_view candidate) {
    return ascii::equal_ignoring_case(candidate, word);
  });
}

/// A character that goes on a word once it has begun.
bool continues_word(char c) {
  return chars::is(c, chars::loose) || chars::is_eight_bit(c);
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view frame) : frame_(frame) {}

  std::vector<Token> run() && {
    first_word();
    if (line_has_text()) status_text();
    while (at_ < frame_.size()) next();
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] char here() const { return frame_[at_]; }
  [[nodiscard]] bool at_line_end() const {
    return at_ == frame_.size() || here() == '\n' || frame_.substr(at_, 2) == "\r\n";
  }

  void add(TokenKind kind, std::size_t size) {
    size = std::min(size, frame_.size() - at_);
    if (size == 0) return;
    tokens_.push_back({kind, at_, size, depth_});
    at_ += size;
  }

  void open(TokenKind kind) {
    add(kind, 1);
    ++depth_;
  }

  void close(TokenKind kind) {
    depth_ = std::max(0, depth_ - 1);
    add(kind, 1);
  }

  void skip_spaces() {
    while (at_ < frame_.size() && here() == ' ') ++at_;
  }

  [[nodiscard]] std::size_t word_size() const {
    std::size_t end = at_;
    while (end < frame_.size() && continues_word(frame_[end])) ++end;
    return end - at_;
  }

  [[nodiscard]] std::size_t size_to_line_end() const {
    std::size_t end = frame_.find('\n', at_);
    if (end == std::string_view::npos) end = frame_.size();
    if (end > at_ && end < frame_.size() && frame_[end - 1] == '\r') --end;
    return end - at_;
  }

  // A word that has the line for itself is no tag: DONE, or base64 of a dialogue.
  void first_word() {
    skip_spaces();
    if (at_ == frame_.size()) return;
    const std::size_t size = word_size();
    if (here() == '+' && size == 1) return add(TokenKind::continuation, 1);
    if (here() == '*' && size == 1) return add(TokenKind::untagged, 1);
    const bool alone = size == size_to_line_end();
    add(alone ? TokenKind::text : TokenKind::tag, size);
  }

  /// Status responses and `+` end in text, where brackets and braces mean nothing.
  bool line_has_text() {
    skip_spaces();
    if (tokens_.empty()) return false;
    if (tokens_.front().kind == TokenKind::continuation) return true;
    if (tokens_.front().kind == TokenKind::untagged && at_ < frame_.size() && here() == '[') {
      return true;  // its condition was forgotten
    }
    if (!find_condition(frame_.substr(at_, word_size()))) return false;
    add(TokenKind::atom, word_size());
    skip_spaces();
    return true;
  }

  void status_text() {
    const std::string_view line = frame_.substr(at_, size_to_line_end());
    if (line.starts_with('[') && line.find(']') != std::string_view::npos) code();
    skip_spaces();
    add(TokenKind::text, size_to_line_end());
  }

  void code() {
    open(TokenKind::code_open);
    while (!at_line_end() && here() != ']') {
      if (here() == ' ') {
        ++at_;
      } else {
        next_inside_brackets();
      }
    }
    if (!at_line_end()) close(TokenKind::code_close);
  }

  void next_inside_brackets() {
    std::size_t size = word_size();
    const auto bracket = frame_.substr(at_, size).find(']');
    if (bracket != std::string_view::npos) size = bracket;
    if (size == 0) return next();
    word(size);
  }

  void next() {
    if (here() == ' ') return skip_spaces();
    if (at_line_end()) return line_end();
    if (here() == '(') return open(TokenKind::list_open);
    if (here() == ')') return close(TokenKind::list_close);
    if (here() == '"') return quoted();
    if (here() == ']' && in_section_ > 0) return close_section();
    if (here() == '<' && follows_section()) return partial();
    if (const auto header = literal_header()) return literal(*header);
    if (in_section_ > 0) return next_in_section();
    const std::size_t size = word_size();
    if (size == 0) return add(TokenKind::garbage, 1);
    word_or_section(size);
  }

  void next_in_section() {
    std::size_t size = word_size();
    size = std::min(size, frame_.substr(at_, size).find(']'));
    if (size == 0) return add(TokenKind::garbage, 1);
    word(size);
  }

  void line_end() {
    depth_ = 0;  // lists that were never closed end here
    add(TokenKind::line_end, here() == '\n' ? 1 : 2);
  }

  void quoted() {
    std::size_t end = at_ + 1;
    while (end < frame_.size() && frame_[end] != '"' && frame_[end] != '\n') {
      end += frame_[end] == '\\' && end + 1 < frame_.size() ? 2 : 1;
    }
    if (end < frame_.size() && frame_[end] == '"') return add(TokenKind::quoted, end + 1 - at_);
    add(TokenKind::garbage, 1);  // never closed: only the quote itself is wrong
  }

  void word_or_section(std::size_t size) {
    const std::string_view text = frame_.substr(at_, size);
    const auto bracket = text.find('[');
    if (bracket == std::string_view::npos || !is_one_of(sectioned, text.substr(0, bracket))) {
      return word(size);
    }
    add(TokenKind::atom, bracket);
    open(TokenKind::section_open);
    ++in_section_;
  }

  void word(std::size_t size) {
    const std::string_view text = frame_.substr(at_, size);
    const bool digits = std::all_of(text.begin(), text.end(), ascii::is_digit);
    add(text.front() == '\\' ? TokenKind::flag
        : digits             ? TokenKind::number
                             : TokenKind::atom,
        size);
  }

  void close_section() {
    --in_section_;
    close(TokenKind::section_close);
  }

  [[nodiscard]] bool follows_section() const {
    return !tokens_.empty() && tokens_.back().kind == TokenKind::section_close &&
           tokens_.back().offset + 1 == at_;
  }

  void partial() {
    const auto end = frame_.substr(at_, word_size()).find('>');
    if (end == std::string_view::npos) return word(word_size());
    add(TokenKind::partial, end + 1);
  }

  /// Of the line that ends behind a literal's header, if that stands at the cursor.
  [[nodiscard]] std::optional<LiteralHeader> literal_header() const {
    if (frame_[at_] != '{' && frame_[at_] != '~') return std::nullopt;
    std::string_view rest = frame_.substr(at_, longest_literal_header);
    const std::string_view line = take_line(rest);
    const auto header = line.ends_with('\n') ? literal_header_of(line) : std::nullopt;
    return header && header->offset == 0 ? header : std::nullopt;
  }

  void literal(const LiteralHeader& header) {
    add(TokenKind::literal_header, frame_.find('\n', at_) + 1 - at_);
    add(TokenKind::literal_body,
        static_cast<std::size_t>(std::min<std::uint64_t>(header.octets, frame_.size())));
  }

  std::string_view frame_;
  std::size_t at_ = 0;
  int depth_ = 0;
  int in_section_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokens(std::string_view frame) {
  return Tokenizer(frame).run();
}

}  // namespace imapscope::wire
