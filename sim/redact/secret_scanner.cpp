#include "sim/redact/secret_scanner.h"

#include <algorithm>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/belief/reading.h"
#include "sim/imap/command.h"

namespace imapscope::redact {
namespace {

constexpr std::size_t longest_header = 24;  // `{18446744073709551615+}`

// The octets that `{n}` or `{n+}` at the end of the line announces; 0 where there is none.
std::uint64_t literal_at_end(std::string_view line) {
  if (!line.ends_with('}')) return 0;
  line.remove_suffix(1);
  if (line.ends_with('+')) line.remove_suffix(1);
  const std::size_t open = line.rfind('{');
  if (open == std::string_view::npos) return 0;
  std::uint64_t octets = 0;
  for (const char c : line.substr(open + 1)) {
    if (!ascii::is_digit(c)) return 0;
    octets = octets * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return octets;
}

bool begins_secret(std::string_view verb) {
  return ascii::equal_ignoring_case(verb, "LOGIN") ||
         ascii::equal_ignoring_case(verb, "AUTHENTICATE");
}

bool is_verb(std::string_view word) {
  return ascii::equal_ignoring_case(word, "UID") || find_command(word) != nullptr;
}

/// Whether a command begins there, and not a literal of so many octets that was refused.
bool is_command(std::string_view octets, std::uint64_t literal) {
  const std::string_view line = octets.substr(0, octets.find_first_of("\r\n"));
  const bool whole = line.size() < octets.size();
  if (whole && line.size() == literal) return false;
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos || !observer::is_tag(line.substr(0, space))) return false;
  const std::string_view rest = line.substr(space + 1);
  const std::string_view verb = rest.substr(0, rest.find(' '));
  return (whole || verb.size() < rest.size()) && is_verb(verb);
}

}  // namespace

bool SecretScanner::take(std::string_view octets) {
  if (refused_left_ > 0) meet_refused(octets);
  const bool is_secret = take_part(octets.front());
  line_begins_ = octets.front() == '\n';
  return is_secret;
}

// A client may send the literal of a LOGIN although it was refused: whatever does not begin a
// command is masked, to the line's end.
void SecretScanner::meet_refused(std::string_view octets) {
  if (line_begins_ && is_command(octets, refused_left_)) {
    refused_left_ = 0;
    return;
  }
  --refused_left_;
  if (!line_begins_ || part_ != Part::tag) return;
  part_ = Part::secret;
  secret_ = Secret::plain;
  refused_line_ = true;
}

bool SecretScanner::take_part(char c) {
  if (literal_left_ > 0) {
    --literal_left_;
    literal_refusable_ = false;
    return part_ == Part::secret;
  }
  if (c == '\r') return false;
  if (c == '\n') {
    end_line();
    return false;
  }
  if (part_ == Part::secret) return take_secret(c);
  if (part_ == Part::user) {
    take_user(c);
  } else {
    take_word(c);
  }
  return false;
}

// Quotes, and the header of a literal, are no secret: without them the line could not be read.
bool SecretScanner::take_secret(char c) {
  switch (secret_) {
    case Secret::beginning:
      word_.clear();
      if (c == '"' && !authenticating_) {
        secret_ = Secret::quoted;
        return false;
      }
      if (c == '{' && !authenticating_) {
        word_ = c;
        secret_ = Secret::literal_header;
        return false;
      }
      secret_ = Secret::plain;
      return c != '*' || !authenticating_;  // `*` alone cancels the dialogue
    case Secret::plain:
      if (refused_line_) keep_tail(c);
      return true;
    case Secret::quoted:
      if (c == '\\') secret_ = Secret::escaped;
      if (c == '"') secret_ = Secret::plain;  // whatever follows has no place here
      return c != '"';
    case Secret::escaped:
      secret_ = Secret::quoted;
      return true;
    case Secret::literal_header:
      word_.push_back(c);
      if (ascii::is_digit(c) || c == '+' || c == '}') return false;
      secret_ = Secret::plain;
      return true;
  }
  return true;
}

void SecretScanner::take_word(char c) {
  // A tab is wrong there, and easily typed all the same.
  if ((c == ' ' || c == '\t') && part_ != Part::rest) {
    end_word();
    return;
  }
  if (part_ == Part::rest) return keep_tail(c);
  word_.push_back(c);
}

void SecretScanner::keep_tail(char c) {
  word_.push_back(c);
  if (word_.size() > 2 * longest_header) word_.erase(0, word_.size() - longest_header);
}

void SecretScanner::take_user(char c) {
  if (escaped_) {
    escaped_ = false;
  } else if (quoted_ && c == '\\') {
    escaped_ = true;
  } else if (c == '"') {
    quoted_ = !quoted_;
  } else if (c == ' ' && !quoted_ && !word_.empty()) {
    end_word();
    return;
  }
  word_.push_back(c);
}

void SecretScanner::take_verb() {
  part_ = ascii::equal_ignoring_case(word_, "LOGIN")          ? Part::user
          : ascii::equal_ignoring_case(word_, "AUTHENTICATE") ? Part::mechanism
                                                              : Part::rest;
  quoted_ = escaped_ = false;
  if (part_ == Part::mechanism) authenticating_tag_ = tag_;
}

void SecretScanner::end_word() {
  switch (part_) {
    case Part::tag:
      tag_ = word_;
      part_ = Part::verb;
      if (torso_ && begins_secret(word_)) take_verb();  // its tag was missed
      torso_ = false;
      break;
    case Part::verb:
      if (begins_secret(tag_) && !is_verb(word_)) {  // typed without a tag: this is the user
        part_ = Part::secret;
        secret_ = Secret::beginning;
      } else if (!ascii::equal_ignoring_case(word_, "UID")) {
        take_verb();
      }
      break;
    case Part::mechanism:
    case Part::user:
      part_ = Part::secret;
      secret_ = Secret::beginning;
      break;
    case Part::secret:
    case Part::rest:
      break;
  }
  word_.clear();
}

void SecretScanner::begin_literal() {
  literal_left_ = literal_at_end(word_);
  literal_refusable_ = !word_.ends_with("+}");
  if (part_ == Part::user) word_ = "}";  // it ends with the next space
  if (part_ == Part::secret) secret_ = Secret::plain;
  if (part_ == Part::rest) word_.clear();
}

void SecretScanner::end_line() {
  if (std::exchange(refused_line_, false))
    refused_left_ = std::max(refused_left_, literal_at_end(word_));
  const bool may_announce =
      part_ == Part::user || part_ == Part::rest ||
      (part_ == Part::secret && secret_ == Secret::literal_header && !authenticating_);
  if (may_announce && literal_at_end(word_) > 0) {
    begin_literal();
    return;
  }
  if (!authenticating_tag_.empty()) authenticating_ = true;
  part_ = authenticating_ ? Part::secret : Part::tag;
  secret_ = Secret::beginning;
  torso_ = false;
  word_.clear();
}

void SecretScanner::refused_untagged() {
  if (!observer::is_tag(tag_)) refuse_literal();
}

void SecretScanner::refuse_literal() {
  if (literal_left_ == 0 || !literal_refusable_) return;
  if (part_ != Part::rest) refused_left_ = literal_left_;
  literal_left_ = 0;
  part_ = Part::tag;
  word_.clear();
}

void SecretScanner::completed(std::string_view tag) {
  if (tag == tag_) refuse_literal();
  if (tag == authenticating_tag_) {
    authenticating_tag_.clear();
    authenticating_ = false;
    part_ = Part::tag;
    word_.clear();
  }
}

void SecretScanner::gap() {
  literal_left_ = refused_left_ = 0;
  word_.clear();
  const bool in_doubt =
      authenticating_ || part_ == Part::user || part_ == Part::secret || part_ == Part::mechanism;
  part_ = in_doubt ? Part::secret : Part::tag;
  secret_ = Secret::plain;
  torso_ = true;
}

}  // namespace imapscope::redact
