#include "sim/mail/fuzzy.h"

#include <algorithm>
#include <string>
#include <vector>

#include "sim/base/ascii.h"
#include "sim/base/edit_distance.h"
#include "sim/base/letter_case.h"
#include "sim/imap/encoded_word.h"
#include "sim/mail/mime/envelope.h"
#include "sim/mail/mime/header.h"
#include "sim/mail/mime/part_text.h"
#include "sim/mail/search.h"

namespace imapscope::mail {
namespace {

/// What is less like a word than this is another word.
constexpr int least_likeness = 60;

/// Words of more octets than this are compared exactly: comparing takes their product.
constexpr std::size_t longest_word = 64;

bool ends_word(char c) {
  return !ascii::is_alpha(c) && !ascii::is_digit(c) && c >= 0;
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && !ends_word(text[i])) continue;
    if (i > begin) words.push_back(text.substr(begin, i - begin));
    begin = i + 1;
  }
  return words;
}

int word_likeness(std::string_view word, std::string_view wanted) {
  if (word == wanted) return 100;
  const std::size_t longer = std::max(word.size(), wanted.size());
  if (longer > longest_word) return 0;
  const std::size_t apart = edit_distance(word, wanted);
  const int like = static_cast<int>(100 * (longer - apart) / longer);
  return like < least_likeness ? 0 : like;
}

/// Takes what is added, and keeps the best.
class Best {
 public:
  explicit Best(std::string_view phrase) : phrase_(phrase) {}
  void add(std::string_view utf8) {
    if (best_ < 100) best_ = std::max(best_, likeness(fold_case(utf8), phrase_));
  }
  [[nodiscard]] int value() const { return best_; }

 private:
  std::string_view phrase_;
  int best_ = 0;
};

void add_body(Best& best, const Part& part, std::string_view octets) {
  if (part.kind == Part::Kind::text) best.add(decoded_text(part, octets));
  for (const Part& child : part.children) add_body(best, child, octets);
}

void add_fields(Best& best, const std::vector<HeaderField>& fields, std::string_view name) {
  for (const HeaderField& field : fields) {
    const bool wanted = name.empty() || ascii::equal_ignoring_case(field.name, name);
    if (wanted) best.add(decode_encoded_words(unfold(field.value)));
  }
}

}  // namespace

int likeness(std::string_view text, std::string_view phrase) {
  if (text.find(phrase) != std::string_view::npos) return 100;
  const std::vector<std::string_view> wanted = split_words(phrase);
  const std::vector<std::string_view> there = split_words(text);
  int sum = 0;
  for (const std::string_view word : wanted) {
    int best = 0;
    for (const std::string_view other : there) best = std::max(best, word_likeness(other, word));
    if (best == 0) return 0;
    sum += best;
  }
  if (wanted.empty()) return 0;
  // The words are there, and not as one phrase.
  return std::clamp(sum / static_cast<int>(wanted.size()), 1, 99);
}

int likeness(const Message& message, const SearchText& key) {
  Best best(key.substring);
  const auto fields = parse_header(message.root().header.of(message.octets()));
  const bool in_body = key.in == SearchText::In::body || key.in == SearchText::In::text;
  if (key.in != SearchText::In::body) add_fields(best, fields, field_name(key.in));
  if (in_body) add_body(best, message.root(), message.octets());
  return best.value();
}

int likeness(const Message& message, const SearchHeader& key) {
  Best best(key.substring);
  add_fields(best, parse_header(message.root().header.of(message.octets())), key.field);
  return best.value();
}

}  // namespace imapscope::mail
