#include "sim/mail/mime/subject.h"

#include "sim/base/ascii.h"
#include "sim/imap/encoded_word.h"

namespace imapscope::mail {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

/// Step 1: one space for tabs, line ends and runs of spaces.
std::string with_single_spaces(std::string_view text) {
  std::string single;
  for (const char c : text) {
    const bool blank = is_blank(c) || c == '\r' || c == '\n';
    if (!blank) {
      single += c;
    } else if (!single.ends_with(' ')) {
      single += ' ';
    }
  }
  return single;
}

std::string_view without_blanks_in_front(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  return text;
}

/// Behind a subj-blob = "[" *BLOBCHAR "]" *WSP; null where none stands in front.
const char* behind_blob(std::string_view text) {
  if (!text.starts_with('[')) return nullptr;
  const std::size_t end = text.find_first_of("[]", 1);
  if (end == std::string_view::npos || text[end] == '[') return nullptr;
  return without_blanks_in_front(text.substr(end + 1)).data();
}

std::string_view from(const char* begin, std::string_view text) {
  return text.substr(static_cast<std::size_t>(begin - text.data()));
}

/// Takes subj-refwd = ("re" / ("fw" ["d"])) *WSP [subj-blob] ":" off, blobs before it included.
bool take_reply_mark(std::string_view& text) {
  std::string_view rest = text;
  while (const char* behind = behind_blob(rest)) rest = from(behind, rest);
  const std::string_view begin = rest;
  for (const std::string_view mark : {"re", "fwd", "fw"}) {
    if (!ascii::starts_with_ignoring_case(begin, mark)) continue;
    rest = without_blanks_in_front(begin.substr(mark.size()));
    if (const char* behind = behind_blob(rest)) rest = from(behind, rest);
    if (!rest.starts_with(':')) continue;
    text = rest.substr(1);
    return true;
  }
  return false;
}

class Extraction {
 public:
  explicit Extraction(std::string_view text) : rest_(text) {}

  BaseSubject run() {
    do {
      take_trailers();
      while (take_leader() || take_blob()) {
      }
    } while (take_forward());
    return {std::string(rest_), is_reply_or_forward_};
  }

 private:
  // Step 2: "(fwd)" and white space at the end.
  void take_trailers() {
    constexpr std::string_view mark = "(fwd)";
    for (;;) {
      if (!rest_.empty() && is_blank(rest_.back())) {
        rest_.remove_suffix(1);
      } else if (rest_.size() >= mark.size() &&
                 ascii::equal_ignoring_case(rest_.substr(rest_.size() - mark.size()), mark)) {
        rest_.remove_suffix(mark.size());
        is_reply_or_forward_ = true;
      } else {
        return;
      }
    }
  }

  // Step 3: subj-leader = (*subj-blob subj-refwd) / WSP
  bool take_leader() {
    if (!rest_.empty() && is_blank(rest_.front())) {
      rest_ = without_blanks_in_front(rest_);
      return true;
    }
    if (!take_reply_mark(rest_)) return false;
    is_reply_or_forward_ = true;
    return true;
  }

  // Step 4: a blob, where something is left behind it.
  bool take_blob() {
    const char* behind = behind_blob(rest_);
    if (behind == nullptr || from(behind, rest_).empty()) return false;
    rest_ = from(behind, rest_);
    return true;
  }

  // Step 6: "[fwd:" and its "]"
  bool take_forward() {
    constexpr std::string_view begin = "[fwd:";
    if (!ascii::starts_with_ignoring_case(rest_, begin) || !rest_.ends_with(']')) return false;
    rest_.remove_prefix(begin.size());
    rest_.remove_suffix(1);
    is_reply_or_forward_ = true;
    return true;
  }

  std::string_view rest_;
  bool is_reply_or_forward_ = false;
};

}  // namespace

BaseSubject base_subject(std::string_view subject) {
  const std::string text = with_single_spaces(decode_encoded_words(subject));
  return Extraction(text).run();
}

}  // namespace imapscope::mail
