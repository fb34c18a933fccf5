#include "tests/tidy/sizes.h"

#include <algorithm>
#include <set>
#include <string>

#include "tests/tidy/outline.h"

namespace imapscope::tidy {
namespace {

class SizeCheck {
 public:
  explicit SizeCheck(std::span<const Exception> exceptions) : exceptions_(exceptions) {}

  void check(const Source& source) {
    const auto newlines = std::count(source.text.begin(), source.text.end(), '\n');
    const int lines = static_cast<int>(newlines);
    if (lines > longest_file && !excepted(source.path, "")) {
      report(source.path, 0, "the file", lines, "lines", longest_file, "split it by subject");
    }
    for (const Function& function : outline_of(source.code).functions) {
      if (function.lines() > longest_function && !excepted(source.path, function.name)) {
        report(source.path, function.first_line, function.name, function.lines(), "lines",
               longest_function, "give its parts names of their own");
      }
    }
    check_lines(source);
  }

  Findings finish() {
    for (std::size_t i = 0; i < exceptions_.size(); ++i) {
      if (used_.contains(i)) continue;
      findings_.push_back({std::string(exceptions_[i].path), 0,
                           "is short enough now: take it from the list of exceptions"});
    }
    return std::move(findings_);
  }

 private:
  bool excepted(std::string_view path, std::string_view function) {
    for (std::size_t i = 0; i < exceptions_.size(); ++i) {
      if (exceptions_[i].path != path || exceptions_[i].function != function) continue;
      used_.insert(i);
      return true;
    }
    return false;
  }

  void check_lines(const Source& source) {
    int line = 1;
    int columns = 0;
    for (const char c : source.text) {
      if (c == '\n') {
        if (columns > longest_line) {
          report(source.path, line, "the line", columns, "columns", longest_line, "break it");
        }
        ++line;
        columns = 0;
      } else if ((c & 0xC0) != 0x80) {  // a UTF-8 character counts once
        ++columns;
      }
    }
  }

  void report(const std::string& path, int line, const std::string& what, int is,
              const std::string& unit, int limit, const std::string& advice) {
    findings_.push_back({path, line,
                         what + " has " + std::to_string(is) + " " + unit + ", more than " +
                             std::to_string(limit) + ": " + advice});
  }

  std::span<const Exception> exceptions_;
  std::set<std::size_t> used_;
  Findings findings_;
};

}  // namespace

Findings check_sizes(std::span<const Source> sources, std::span<const Exception> exceptions) {
  SizeCheck check(exceptions);
  for (const Source& source : sources) check.check(source);
  return check.finish();
}

}  // namespace imapscope::tidy
