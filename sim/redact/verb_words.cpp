#include "sim/redact/verb_words.h"

#include <algorithm>
#include <array>

#include "sim/base/ascii.h"
#include "sim/imap/command.h"
#include "sim/imap/extension_commands.h"

namespace imapscope::redact {
namespace {

using ascii::equal_ignoring_case;

// What people type who take the server for another one.
constexpr std::array<std::string_view, 6> lone_words{"DONE", "QUIT", "EXIT", "BYE", "HELP", "*"};

/// True where `f` is true of any verb that there is.
template <class F>
bool any_verb(F f) {
  return f(std::string_view("UID")) ||
         std::any_of(command_table().begin(), command_table().end(),
                     [&](const CommandInfo& info) { return f(info.verb); }) ||
         std::any_of(extension_commands.begin(), extension_commands.end(),
                     [&](const ExtensionCommand& command) { return f(command.verb); });
}

/// Whether one letter is wrong, missing or too many, or two have changed places.
bool is_misspelt(std::string_view word, std::string_view verb) {
  std::size_t same = 0;
  while (same < word.size() && same < verb.size() &&
         ascii::upper(word[same]) == ascii::upper(verb[same])) {
    ++same;
  }
  word.remove_prefix(same);
  verb.remove_prefix(same);
  const auto equal_from = [&](std::size_t of_word, std::size_t of_verb) {
    return word.size() >= of_word && verb.size() >= of_verb &&
           equal_ignoring_case(word.substr(of_word), verb.substr(of_verb));
  };
  const bool swapped = word.size() >= 2 && verb.size() >= 2 &&
                       ascii::upper(word[0]) == ascii::upper(verb[1]) &&
                       ascii::upper(word[1]) == ascii::upper(verb[0]);
  return equal_from(1, 1) || equal_from(1, 0) || equal_from(0, 1) || (swapped && equal_from(2, 2));
}

}  // namespace

std::string_view verb_in(std::string_view word) {
  while (!word.empty() && std::string_view(":;,.").find(word.back()) != std::string_view::npos)
    word.remove_suffix(1);
  return word;
}

bool is_verb(std::string_view word) {
  word = verb_in(word);
  return any_verb([&](std::string_view verb) { return equal_ignoring_case(word, verb); });
}

bool looks_like_verb(std::string_view word) {
  if (word.size() > 1 && ascii::upper(word[0]) == 'X') return true;
  constexpr std::size_t short_verb = 3;  // of which any other word may be a misspelling
  return is_verb(word) || any_verb([&](std::string_view verb) {
           return verb.size() > short_verb && is_misspelt(verb_in(word), verb);
         });
}

bool begins_verb(std::string_view part) {
  return any_verb([&](std::string_view verb) {
    return part.size() <= verb.size() && equal_ignoring_case(part, verb.substr(0, part.size()));
  });
}

bool looks_like_tag(std::string_view word) {
  constexpr std::size_t longest_name = 4;
  constexpr std::size_t most_digits = 8;
  if (word.size() <= longest_name) return true;
  const auto digits = static_cast<std::size_t>(
      std::find_if(word.begin(), word.end(), ascii::is_digit) - word.begin());
  return digits <= longest_name && word.size() - digits <= most_digits &&
         std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(digits),
                     ascii::is_alpha) &&
         std::all_of(word.begin() + static_cast<std::ptrdiff_t>(digits), word.end(),
                     ascii::is_digit);
}

bool stands_alone(std::string_view word) {
  return is_verb(word) ||
         std::any_of(lone_words.begin(), lone_words.end(),
                     [&](std::string_view lone) { return equal_ignoring_case(word, lone); });
}

}  // namespace imapscope::redact
