// A source file as the tidy checks see it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace imapscope::tidy {

/// One `#include`, by the path between its brackets or quotes.
struct Include {
  std::string path;
  int line = 0;
};

struct Source {
  std::string path;  ///< from the repository's root: "sim/wire/framer.h"
  std::string text;  ///< as written
  std::string code;  ///< as long as text; comments, literals and # lines are blanks
  std::vector<Include> includes;
};

/// A broken rule: where, and one sentence that says what to do about it.
struct Finding {
  std::string path;
  int line = 0;  ///< from 1; 0: the file as a whole
  std::string sentence;

  friend bool operator==(const Finding&, const Finding&) = default;
};

using Findings = std::vector<Finding>;

Source read_source(std::string path, std::string text);

/// All .h and .cpp files below root/{sim,gui,tests}, ordered by path.
std::vector<Source> read_tree(const std::filesystem::path& root);

/// `code` with comments and the insides of literals turned into blanks; lines stay where they are.
std::string blank_comments_and_literals(std::string_view code);

/// The line, from 1, that holds text[offset].
int line_of(std::string_view text, std::size_t offset);

/// Whether a name may go on with this character: a letter, a digit or an underscore.
bool is_name_char(char c);

/// The offset of the next whole word `word` at or after `from`, or npos.
std::size_t find_word(std::string_view code, std::string_view word, std::size_t from = 0);

/// "path:line: sentence", one finding a line.
std::string to_text(const Findings& findings);

}  // namespace imapscope::tidy
