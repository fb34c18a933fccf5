#include "sim/redact/secret_scanner.h"

#include <algorithm>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/imap/command.h"
#include "sim/imap/literal_header.h"
#include "sim/redact/verb_words.h"
#include "sim/wire/chars.h"

namespace imapscope::redact {
namespace {

// What the line announces; 0 where it announces nothing.
std::uint64_t literal_at_end(std::string_view line) {
  const auto header = literal_header_of(line);
  return header ? header->octets : 0;
}

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

bool is_tag(std::string_view word) {
  return wire::chars::all_are(word, wire::chars::tag);
}

/// Until the line end; whether that is known.
std::string_view line_in(std::string_view octets, bool& ended) {
  const auto end = octets.find_first_of("\r\n");
  ended = end != std::string_view::npos;
  return octets.substr(0, end);
}

std::string_view without_blanks(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  return first == std::string_view::npos ? std::string_view{} : text.substr(first);
}

/// Whether a command begins there, and not a literal of so many octets that was refused.
bool is_command(std::string_view octets, std::uint64_t literal) {
  const std::string_view line = octets.substr(0, octets.find_first_of("\r\n"));
  const bool whole = line.size() < octets.size();
  if (whole && line.size() == literal) return false;
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos || !is_tag(line.substr(0, space))) return false;
  const std::string_view rest = line.substr(space + 1);
  const std::string_view verb = rest.substr(0, rest.find(' '));
  return (whole || verb.size() < rest.size()) && is_verb(verb);
}

}  // namespace

bool SecretScanner::take(std::string_view octets) {
  if (refused_left_ > 0) meet_refused(octets);
  if (innocent_left_ > 0) --innocent_left_;
  const bool is_secret = take_part(octets);
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

bool SecretScanner::take_part(std::string_view octets) {
  const char c = octets.front();
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
  if (part_ == Part::verb && word_.empty() && !is_blank(c)) forgot_tag(octets);
  if (part_ == Part::secret) return take_secret(c);
  return part_ == Part::user ? take_user(octets) : take_word(octets);
}

// Quotes, and the header of a literal, are no secret: without them the line could not be read.
bool SecretScanner::take_secret(char c) {
  const bool between_words = is_blank(c) && !authenticating_;
  if (between_words && in_doubt_ && (secret_ == Secret::plain || secret_ == Secret::literal_header))
    secret_ = Secret::beginning;
  switch (secret_) {
    case Secret::beginning:
      word_.clear();
      if (between_words) return false;
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

bool SecretScanner::take_word(std::string_view octets) {
  const char c = octets.front();
  if (part_ == Part::rest) {
    keep_tail(c);
    return false;
  }
  if (is_blank(c)) {  // a tab, or two of them, are wrong there, and easily typed all the same
    if (!word_.empty()) end_word();
    return false;
  }
  if (decided_ == 0) decide(octets);
  --decided_;
  word_.push_back(c);
  return hidden_;
}

// Whether the word at work may be a password, as far as it and what follows are known.
void SecretScanner::decide(std::string_view octets) {
  bool ended = false;
  const std::string_view line = line_in(octets, ended);
  const std::size_t more = std::min(line.find_first_of(" \t"), line.size());
  decided_ = std::max<std::size_t>(more, 1);
  hidden_ = false;
  if (authenticated_ || part_ == Part::mechanism || innocent_left_ > 0) return;
  const std::string known = word_ + std::string(line) + (ended ? "\n" : "");
  const std::size_t end = word_.size() + more;
  hidden_ = part_ == Part::tag ? hides_tag(known, end) : hides_verb(known, end);
}

bool SecretScanner::hides_tag(std::string_view known, std::size_t end) const {
  const std::string_view word = known.substr(0, end);
  const std::string_view next = without_blanks(known.substr(end));
  if (next.empty()) return false;  // perhaps a verb follows
  if (next == "\n") return !stands_alone(verb_in(word));
  if (looks_like_tag(word) || is_verb(word)) return false;
  const auto end_of_next = next.find_first_of(" \t\n");
  return end_of_next == std::string_view::npos ? !begins_verb(next)
                                               : !looks_like_verb(next.substr(0, end_of_next));
}

bool SecretScanner::hides_verb(std::string_view known, std::size_t end) const {
  const std::string_view word = known.substr(0, end);
  return end == known.size() ? !begins_verb(word) : !looks_like_verb(word);
}

// Where a verb stands in the place of the tag, its arguments follow, unless it is a tag.
void SecretScanner::forgot_tag(std::string_view octets) {
  if (!is_verb(tag_)) return;
  bool ended = false;
  const std::string_view line = line_in(octets, ended);
  const auto end = line.find_first_of(" \t");
  const std::string_view word = line.substr(0, end);
  const bool whole = ended || end != std::string_view::npos;
  if (whole ? is_verb(word) : begins_verb(word)) return;
  take_verb(verb_in(tag_));
  authenticating_tag_.clear();
  verbs_[tag_] = ascii::to_upper(verb_in(tag_));
}

void SecretScanner::keep_tail(char c) {
  word_.push_back(c);
  if (word_.size() > 2 * longest_literal_header)
    word_.erase(0, word_.size() - longest_literal_header);
}

// A user name may hold no password: `ada,secret` and `"ada secret` are mistyped.
bool SecretScanner::take_user(std::string_view octets) {
  const char c = octets.front();
  if (is_blank(c) && !quoted_) {
    if (!word_.empty()) end_word();
    return false;
  }
  bool is_secret = hidden_;
  if (escaped_) {
    escaped_ = false;
  } else if (quoted_ && c == '\\') {
    escaped_ = true;
  } else if (c == '"' && (quoted_ || word_.empty())) {
    is_secret = false;
    hidden_ = quoted_;  // what stands at once behind a closing quote has no place there
    quoted_ = !quoted_;
  } else if (quoted_ && is_blank(c)) {
    bool ended = false;
    const std::string_view line = line_in(octets, ended);
    const auto close = line.find('"');
    hidden_ = hidden_ || close == std::string_view::npos || close + 1 == line.size() ||
              !is_blank(line[close + 1]);
  } else if (!quoted_ && !word_.empty() && (c == ',' || c == ';' || c == ':')) {
    hidden_ = true;
  }
  word_.push_back(c);
  return is_secret;
}

void SecretScanner::take_verb(std::string_view verb) {
  using ascii::equal_ignoring_case;
  constexpr std::size_t most_in_progress = 1024;
  if (verbs_.size() >= most_in_progress) verbs_.clear();
  verbs_[tag_] = ascii::to_upper(verb);
  part_ = Part::rest;
  quoted_ = escaped_ = hidden_ = in_doubt_ = false;
  if (equal_ignoring_case(verb, "LOGIN")) {
    part_ = Part::user;
  } else if (equal_ignoring_case(verb, "AUTHENTICATE")) {
    part_ = Part::mechanism;
    authenticating_tag_ = tag_;
  } else if (!authenticated_ && !is_verb(verb)) {
    part_ = Part::secret;
    secret_ = Secret::beginning;
    in_doubt_ = true;
  }
}

void SecretScanner::end_word() {
  switch (part_) {
    case Part::tag:
      tag_ = word_;
      part_ = Part::verb;
      break;
    case Part::verb:
      if (!ascii::equal_ignoring_case(word_, "UID")) take_verb(verb_in(word_));
      break;
    case Part::mechanism:
    case Part::user:
      part_ = Part::secret;
      secret_ = Secret::beginning;
      in_doubt_ = false;
      break;
    case Part::secret:
    case Part::rest:
      break;
  }
  word_.clear();
  decided_ = 0;
}

void SecretScanner::begin_literal() {
  literal_left_ = literal_at_end(word_);
  literal_refusable_ = !word_.ends_with("+}");
  if (part_ == Part::user) word_ = "}";  // it ends with the next space
  if (part_ == Part::secret) secret_ = Secret::plain;
  if (part_ == Part::rest) word_.clear();
}

void SecretScanner::end_line() {
  if (part_ == Part::verb && !word_.empty()) take_verb(verb_in(word_));
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
  in_doubt_ = hidden_ = false;
  decided_ = 0;
  word_.clear();
}

void SecretScanner::refused_untagged() {
  if (!is_tag(tag_)) refuse_literal();
}

void SecretScanner::refuse_literal() {
  if (literal_left_ == 0 || !literal_refusable_) return;
  (part_ == Part::rest ? innocent_left_ : refused_left_) = literal_left_;
  literal_left_ = 0;
  part_ = Part::tag;
  word_.clear();
}

void SecretScanner::completed(std::string_view tag, bool ok) {
  if (tag == tag_) refuse_literal();
  if (const auto found = verbs_.find(tag); found != verbs_.end()) {
    const CommandInfo* info = find_command(found->second);
    const std::optional<Passage> passage = journey_of(found->second).ok;
    const bool is_inside = info != nullptr && !info->legal_in.contains(State::not_authenticated);
    if (ok && (passage == Passage::login || is_inside)) authenticated_ = true;
    if (ok && passage == Passage::unauthenticate) authenticated_ = false;
    verbs_.erase(found);
  }
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
  in_doubt_ = hidden_ = false;
  decided_ = 0;
}

}  // namespace imapscope::redact
