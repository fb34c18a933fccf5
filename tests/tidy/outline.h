// The outline of a source file: which lines are functions, which statements are declarations. A
// heuristic for code that clang-format has laid out, not a C++ parser.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace imapscope::tidy {

/// A function definition, from the first word of its head to its closing brace.
struct Function {
  std::string name;  ///< the name before the parameter list, or the macro's: "TEST_CASE"
  int first_line = 0;
  int last_line = 0;
  std::string body;

  int lines() const { return last_line - first_line + 1; }
};

/// A statement that stands outside all functions.
struct Declaration {
  std::string text;
  int line = 0;
  bool in_record = false;  ///< a member of a class, not of a namespace
};

struct Outline {
  std::vector<Function> functions;
  std::vector<Declaration> declarations;
};

/// Takes Source::code.
Outline outline_of(std::string_view code);

}  // namespace imapscope::tidy
