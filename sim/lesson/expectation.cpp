#include "sim/lesson/expectation.h"

#include <algorithm>

#include "sim/lesson/hint.h"
#include "sim/wire/line_text.h"

namespace imapscope::lesson {
namespace {

/// The lines that came instead, as far as they help.
std::string came_instead(const std::vector<std::string>& lines, std::size_t from) {
  constexpr std::size_t most = 3;
  std::string text;
  for (std::size_t i = from; i < lines.size() && i < from + most; ++i) {
    text += (i > from ? ", " : "") + in_quotes(lines[i]);
  }
  return lines.size() > from + most ? text + ", …" : text;
}

Said not_received(const Expect& expect, const std::vector<std::string>& lines, std::size_t from) {
  Said said("lesson.check.nothing_came",
            {{"client", expect.client}, {"line", in_quotes(expect.line)}});
  if (from < lines.size()) {
    said.key = "lesson.check.other_came";
    said.arguments.emplace_back("came", came_instead(lines, from));
  }
  return said;
}

}  // namespace

bool matches(std::string_view pattern, std::string_view line) {
  if (pattern.empty() || pattern.back() != '*') return pattern == line;
  return line.starts_with(pattern.substr(0, pattern.size() - 1));
}

std::optional<Said> unmet_by(const Expect& expect, const Evidence& evidence, std::size_t& passed) {
  std::vector<std::string> lines;
  for (const observer::Line* line : evidence.landed())
    lines.push_back(wire::line_text(line->bytes).head);
  const auto begin = lines.begin() + (expect.absent ? 0 : static_cast<std::ptrdiff_t>(passed));
  const auto found = std::find_if(
      begin, lines.end(), [&](const std::string& line) { return matches(expect.line, line); });
  if (expect.absent) {
    if (found == lines.end()) return std::nullopt;
    return Said(
        "lesson.check.absent_came",
        {{"client", expect.client}, {"line", in_quotes(expect.line)}, {"came", in_quotes(*found)}});
  }
  if (found == lines.end()) return not_received(expect, lines, passed);
  passed = static_cast<std::size_t>(found - lines.begin()) + 1;
  return std::nullopt;
}

}  // namespace imapscope::lesson
