#include "tests/tidy/outline.h"

#include <algorithm>
#include <array>

#include "tests/tidy/source.h"

namespace imapscope::tidy {
namespace {

enum class Kind { namespace_scope, record, enumeration, function, initializer };

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string_view first_word(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_name_char);
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

// What follows the bracket that text begins with.
std::string_view after_bracket(std::string_view text, char open, char close) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == open) ++depth;
    if (text[i] == close && --depth == 0) return text.substr(i + 1);
  }
  return {};
}

// Without what may stand before the words that tell its kind: template<…>, [[…]], public:.
std::string_view without_prefixes(std::string_view head) {
  while (true) {
    head = trimmed(head);
    const std::string_view word = first_word(head);
    const std::string_view rest = trimmed(head.substr(word.size()));
    if (word == "template") {
      head = after_bracket(rest, '<', '>');
    } else if (head.starts_with("[[")) {
      head = after_bracket(head, '[', ']');
    } else if ((word == "public" || word == "protected" || word == "private") &&
               rest.starts_with(":")) {
      head = rest.substr(1);
    } else {
      return head;
    }
  }
}

// Where an initializer's "=" stands, outside of brackets and not as part of an operator's name.
std::size_t find_assignment(std::string_view head) {
  const std::size_t end = std::min(head.find('('), head.size());
  const std::size_t at = head.find('=');
  return at < end && head.find("operator") > at ? at : std::string_view::npos;
}

Kind kind_of(std::string_view head) {
  head = without_prefixes(head);
  const std::string_view word = first_word(head);
  if (word == "namespace" || head.starts_with("inline namespace")) return Kind::namespace_scope;
  if (word == "extern" && head.find('(') == std::string_view::npos) return Kind::namespace_scope;
  if (word == "enum") return Kind::enumeration;
  if (word == "struct" || word == "class" || word == "union") return Kind::record;
  const std::size_t assignment = find_assignment(head);
  if (assignment != std::string_view::npos) {
    const bool is_lambda = trimmed(head.substr(assignment + 1)).starts_with("[");
    return is_lambda ? Kind::function : Kind::initializer;
  }
  return head.find('(') == std::string_view::npos ? Kind::initializer : Kind::function;
}

// "int Ladder::height(int rows) const" -> "Ladder::height"
std::string name_of(std::string_view head) {
  head = trimmed(without_prefixes(head).substr(0, without_prefixes(head).find('(')));
  const auto is_part = [](char c) { return is_name_char(c) || c == ':' || c == '~'; };
  const auto begin = std::find_if_not(head.rbegin(), head.rend(), is_part).base();
  return {begin, head.end()};
}

class Scanner {
 public:
  explicit Scanner(std::string_view code) : code_(code) {}

  Outline run() {
    for (; at_ < code_.size(); ++at_) step(code_[at_]);
    return std::move(outline_);
  }

 private:
  void step(char c) {
    if (c == '(') ++parentheses_;
    if (c == ')') --parentheses_;
    if (c == '{') {
      open();
    } else if (c == '}') {
      if (!scopes_.empty()) scopes_.pop_back();
      begin_head();
    } else if (c == ';' && parentheses_ == 0) {
      declare();
    }
  }

  std::string_view head() const { return code_.substr(head_, at_ - head_); }
  int head_line() const {
    return line_of(code_, std::min(code_.find_first_not_of(" \t\r\n", head_), at_));
  }
  void begin_head() { head_ = at_ + 1; }

  void open() {
    const Kind kind = parentheses_ > 0 ? Kind::initializer : kind_of(head());
    if (kind == Kind::namespace_scope || kind == Kind::record) {
      scopes_.push_back(kind);
      return begin_head();
    }
    const std::size_t body = at_;
    const std::string_view function_head = head();
    skip_block();
    if (kind != Kind::function || head_goes_on()) return;
    outline_.functions.push_back({name_of(function_head), head_line(), line_of(code_, at_),
                                  std::string(code_.substr(body, at_ + 1 - body))});
    begin_head();
  }

  // Moves to the brace that closes the one under at_.
  void skip_block() {
    int depth = 0;
    for (; at_ < code_.size(); ++at_) {
      if (code_[at_] == '{') ++depth;
      if (code_[at_] == '}' && --depth == 0) return;
    }
    at_ = code_.size() - 1;
  }

  // After a brace in a constructor's initializer list, the body is still to come.
  bool head_goes_on() const {
    const std::size_t next = code_.find_first_not_of(" \t\r\n", at_ + 1);
    return next != std::string_view::npos &&
           std::string_view(",{(.").find(code_[next]) != std::string_view::npos;
  }

  void declare() {
    const std::string_view text = without_prefixes(head());
    if (!text.empty()) {
      const bool in_record = !scopes_.empty() && scopes_.back() == Kind::record;
      outline_.declarations.push_back({std::string(text), head_line(), in_record});
    }
    begin_head();
  }

  std::string_view code_;
  std::size_t at_ = 0;
  std::size_t head_ = 0;
  int parentheses_ = 0;
  std::vector<Kind> scopes_;
  Outline outline_;
};

}  // namespace

Outline outline_of(std::string_view code) {
  return Scanner(code).run();
}

}  // namespace imapscope::tidy
