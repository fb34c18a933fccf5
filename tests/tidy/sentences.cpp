#include "tests/tidy/sentences.h"

#include <algorithm>
#include <array>
#include <regex>
#include <string_view>

namespace imapscope::tidy {
namespace {

/// Each with the reason why English stands there.
constexpr std::array<std::string_view, 9> excepted{
    "sim/server/",                 // wire text
    "sim/imap/command.h",          // what commands take, by the grammar's names
    "sim/sasl/",                   // the same
    "sim/mail/account.cpp",        // wire text of refusals
    "sim/mail/trouble.h",          // the same
    "sim/lesson/read/vocabulary",  // the words of lessons' files
    "sim/words/catalogue.cpp",     // about the words themselves
    "gui/app/new_session.cpp",     // sample mail
    "gui/layout/octets.cpp",       // sample mail
};

bool is_looked_at(std::string_view path) {
  return (path.starts_with("sim/") || path.starts_with("gui/")) &&
         std::none_of(excepted.begin(), excepted.end(),
                      [&](std::string_view place) { return path.starts_with(place); });
}

bool is_sentence(const std::string& literal) {
  static const std::regex three("[A-Za-z][a-z']+[,;:]? [a-z']+[,;:]? [a-z']+");
  return std::regex_search(literal, three);
}

/// What sim/net has a server of ours say as it ends a session.
bool is_wire_text(std::string_view line) {
  return line.find("server_.end(") != std::string_view::npos ||
         line.find("server_.shut_down(") != std::string_view::npos;
}

/// What speaks to programmers only.
bool is_for_programmers(std::string_view line) {
  return line.find("assert(") != std::string_view::npos ||
         line.find("throw ") != std::string_view::npos || line.starts_with("#");
}

std::string_view line_around(std::string_view text, std::size_t at) {
  const std::size_t begin = text.rfind('\n', at) + 1;  // npos + 1 is 0
  return text.substr(begin, text.find('\n', at) - begin);
}

}  // namespace

Findings check_sentences(std::span<const Source> sources) {
  Findings findings;
  for (const Source& source : sources) {
    if (!is_looked_at(source.path)) continue;
    // In `code` the insides of literals are blanks, so that the next quote ends one.
    for (std::size_t at = source.code.find('"'); at != std::string::npos;) {
      const std::size_t end = std::min(source.code.find('"', at + 1), source.code.size());
      const std::string literal = source.text.substr(at + 1, end - at - 1);
      const std::string_view line = line_around(source.text, at);
      if (is_sentence(literal) && !is_for_programmers(line) && !is_wire_text(line)) {
        findings.push_back({source.path, line_of(source.code, at),
                            "\"" + literal +
                                "\" is read in one language: make it a message "
                                "(sim/words)"});
      }
      at = source.code.find('"', end + 1);
    }
  }
  return findings;
}

}  // namespace imapscope::tidy
