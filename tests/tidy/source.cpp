#include "tests/tidy/source.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace imapscope::tidy {
namespace {

// Walks over source text once and blanks what is not code.
class Blanker {
 public:
  explicit Blanker(std::string_view text) : text_(text), out_(text) {}

  std::string run() {
    while (at_ < text_.size()) step();
    return std::move(out_);
  }

 private:
  void step() {
    const char c = text_[at_];
    if (starts("//")) {
      blank_until(text_.find('\n', at_));
    } else if (starts("/*")) {
      blank_through("*/");
    } else if (c == '"') {
      is_raw() ? blank_raw() : blank_quoted('"');
    } else if (c == '\'' && !is_digit_separator()) {
      blank_quoted('\'');
    } else {
      ++at_;
    }
  }

  bool starts(std::string_view what) const { return text_.substr(at_).starts_with(what); }

  // R"( … )", with any prefix before the R.
  bool is_raw() const {
    return at_ > 0 && text_[at_ - 1] == 'R' &&
           (at_ == 1 || !is_name_char(text_[at_ - 2]) || text_[at_ - 2] == '8');
  }

  // 1'000: the word that the quote continues begins with a digit.
  bool is_digit_separator() const {
    std::size_t begin = at_;
    while (begin > 0 && (is_name_char(text_[begin - 1]) || text_[begin - 1] == '\'')) --begin;
    return begin < at_ && text_[begin] >= '0' && text_[begin] <= '9';
  }

  void blank_until(std::size_t end) {
    end = std::min(end, text_.size());
    for (; at_ < end; ++at_) {
      if (text_[at_] != '\n') out_[at_] = ' ';
    }
  }

  void blank_through(std::string_view closing) {
    const std::size_t end = text_.find(closing, at_);
    blank_until(end == std::string_view::npos ? end : end + closing.size());
  }

  void blank_raw() {
    const std::size_t open = text_.find('(', at_);
    if (open == std::string_view::npos) return blank_until(text_.size());
    blank_through(")" + std::string(text_.substr(at_ + 1, open - at_ - 1)) + "\"");
  }

  // The quotes themselves stay, so that extern "C" and operator""_x keep their shape.
  void blank_quoted(char quote) {
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != quote && text_[end] != '\n') {
      end += text_[end] == '\\' ? 2 : 1;
    }
    ++at_;
    blank_until(end);
    if (at_ < text_.size()) ++at_;
  }

  std::string_view text_;
  std::string out_;
  std::size_t at_ = 0;
};

std::size_t end_of_line(std::string_view text, std::size_t from) {
  return std::min(text.find('\n', from), text.size());
}

std::vector<Include> includes_of(std::string_view text, std::string_view code) {
  std::vector<Include> includes;
  int line = 1;
  for (std::size_t begin = 0; begin < text.size(); ++line) {
    const std::size_t end = end_of_line(text, begin);
    const std::string_view raw = text.substr(begin, end - begin);
    const std::size_t word = raw.find("#include");
    const bool is_code = word != std::string_view::npos && code[begin + word] == '#';
    const std::size_t open = is_code ? raw.find_first_of("<\"") : std::string_view::npos;
    if (open != std::string_view::npos) {
      const std::size_t close = raw.find_first_of(">\"", open + 1);
      includes.push_back({std::string(raw.substr(open + 1, close - open - 1)), line});
    }
    begin = end + 1;
  }
  return includes;
}

// Blanks lines that begin with '#', and what a backslash continues.
void blank_directives(std::string& code) {
  for (std::size_t begin = 0; begin < code.size();) {
    const std::size_t first = code.find_first_not_of(" \t", begin);
    std::size_t end = end_of_line(code, begin);
    if (first < end && code[first] == '#') {
      while (end < code.size() && code[end - 1] == '\\') end = end_of_line(code, end + 1);
      std::replace_if(
          code.begin() + static_cast<std::ptrdiff_t>(begin),
          code.begin() + static_cast<std::ptrdiff_t>(end), [](char c) { return c != '\n'; }, ' ');
    }
    begin = end + 1;
  }
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::string blank_comments_and_literals(std::string_view code) {
  return Blanker(code).run();
}

Source read_source(std::string path, std::string text) {
  Source source{std::move(path), std::move(text), {}, {}};
  source.code = blank_comments_and_literals(source.text);
  source.includes = includes_of(source.text, source.code);
  blank_directives(source.code);
  return source;
}

std::vector<Source> read_tree(const std::filesystem::path& root) {
  std::vector<Source> sources;
  for (const char* folder : {"sim", "gui", "tests"}) {
    if (!std::filesystem::exists(root / folder)) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
      const auto extension = entry.path().extension();
      if (extension != ".h" && extension != ".cpp") continue;
      sources.push_back(read_source(entry.path().lexically_relative(root).generic_string(),
                                    read_file(entry.path())));
    }
  }
  std::sort(sources.begin(), sources.end(),
            [](const Source& a, const Source& b) { return a.path < b.path; });
  return sources;
}

int line_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  return 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
}

std::size_t find_word(std::string_view code, std::string_view word, std::size_t from) {
  for (std::size_t at = code.find(word, from); at != std::string_view::npos;
       at = code.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !is_name_char(code[at - 1]);
    const bool ends = end == code.size() || !is_name_char(code[end]);
    if (begins && ends) return at;
  }
  return std::string_view::npos;
}

std::string to_text(const Findings& findings) {
  std::string text;
  for (const Finding& finding : findings) {
    text += finding.path;
    if (finding.line > 0) text += ":" + std::to_string(finding.line);
    text += ": " + finding.sentence + "\n";
  }
  return text;
}

}  // namespace imapscope::tidy
