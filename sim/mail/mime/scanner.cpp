#include "sim/mail/mime/scanner.h"

namespace imapscope::mail {
namespace {

bool is_one_of(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

/// RFC 2045 §5.1; a dot counts as well.
bool is_token_octet(char c) {
  return c == '.' || (is_atext(c) && !is_one_of(c, "/?="));
}

}  // namespace

bool is_atext(char c) {
  const auto octet = static_cast<unsigned char>(c);
  return octet > ' ' && octet != 0x7f && !is_one_of(c, "()<>[]:;@\\,.\"");
}

bool Scanner::take(char c) {
  if (at_end() || text_[at_] != c) return false;
  ++at_;
  return true;
}

template <class IsPart>
void Scanner::append_while(IsPart is_part, std::string& out) {
  while (!at_end() && is_part(text_[at_])) out += text_[at_++];
}

/// Comments nest (RFC 2822 §3.2.3).
Scanner::Rest Scanner::skip_comment() {
  last_comment_.clear();
  std::size_t kept = 0;  // where the comment is never closed
  int depth = 1;
  for (++at_; !at_end(); ++at_) {
    if (text_[at_] == '\\') {
      kept = last_comment_.size();
      if (++at_ >= text_.size()) return Rest::broken;
    } else if (text_[at_] == '(') {
      ++depth;
    } else if (text_[at_] == ')' && --depth == 0) {
      ++at_;
      return rest();
    }
    last_comment_ += text_[at_];
  }
  last_comment_.resize(kept);
  return Rest::broken;
}

Scanner::Rest Scanner::skip_blank() {
  while (!at_end()) {
    if (is_one_of(peek(), " \t\r\n")) {
      ++at_;
    } else if (peek() != '(') {
      break;
    } else if (skip_comment() == Rest::broken) {
      return Rest::broken;
    }
  }
  return rest();
}

Scanner::Rest Scanner::atom(std::string& out) {
  if (!is_atext(peek())) return Rest::broken;
  append_while(is_atext, out);
  return skip_blank();
}

Scanner::Rest Scanner::dot_atom(std::string& out) {
  if (!is_atext(peek())) return Rest::broken;
  for (;;) {
    append_while(is_atext, out);
    if (const Rest behind = skip_blank(); behind != Rest::something) return behind;
    if (!take('.')) return Rest::something;
    out += '.';
    if (skip_blank() != Rest::something || !is_atext(peek())) return Rest::broken;
  }
}

Scanner::Rest Scanner::dotted(std::string& out) {
  Rest behind = Rest::broken;
  do {
    while (take('.')) {
      out += '.';
      behind = rest();
    }
    if (at_end() || peek() == '@') return behind;
    behind = atom(out);
  } while (behind == Rest::something && peek() == '.');
  return behind;
}

Scanner::Rest Scanner::token(std::string& out) {
  append_while(is_token_octet, out);
  return skip_blank();
}

Scanner::Rest Scanner::quoted_string(std::string& out) {
  std::size_t kept = out.size();  // where the string is never closed
  for (++at_; !at_end(); ++at_) {
    if (take('"')) return skip_blank();
    if (peek() == '\\') {
      if (++at_ >= text_.size()) break;
      kept = out.size();
    }
    out += peek();
  }
  out.resize(kept);
  return Rest::broken;
}

Scanner::Rest Scanner::phrase(std::string& out) {
  if (at_end()) return Rest::nothing;
  if (peek() == '.') return Rest::broken;
  const auto is_atext_or_dot = [](char c) { return is_atext(c) || c == '.'; };
  for (;;) {
    Rest behind = Rest::nothing;
    if (peek() == '"') {
      behind = quoted_string(out);
    } else {
      append_while(is_atext_or_dot, out);
      behind = skip_blank();
    }
    if (behind != Rest::something) return behind;
    if (!is_atext_or_dot(peek()) && peek() != '"') return Rest::something;
    out += ' ';
  }
}

Scanner::Rest Scanner::domain_literal(std::string& out) {
  out += text_[at_++];
  for (; !at_end() && peek() != '['; ++at_) {
    out += peek();
    if (take(']')) return skip_blank();
    if (peek() == '\\' && at_ + 1 < text_.size()) out += text_[++at_];
  }
  return Rest::broken;
}

Scanner::Rest Scanner::domain(std::string& out) {
  if (skip_blank() != Rest::something) return Rest::broken;
  return peek() == '[' ? domain_literal(out) : dot_atom(out);
}

}  // namespace imapscope::mail
