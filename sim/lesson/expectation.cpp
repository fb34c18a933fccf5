#include "sim/lesson/expectation.h"

#include <algorithm>

#include "sim/lesson/hint.h"
#include "sim/wire/line_text.h"

namespace imapscope::lesson {
namespace {

std::string came_instead(const std::vector<std::string>& lines, std::size_t from) {
  if (from >= lines.size()) return "nothing came";
  std::string text = "what came is ";
  constexpr std::size_t most = 3;
  for (std::size_t i = from; i < lines.size() && i < from + most; ++i) {
    text += (i > from ? ", " : "") + in_quotes(lines[i]);
  }
  return lines.size() > from + most ? text + ", …" : text;
}

}  // namespace

bool matches(std::string_view pattern, std::string_view line) {
  if (pattern.empty() || pattern.back() != '*') return pattern == line;
  return line.starts_with(pattern.substr(0, pattern.size() - 1));
}

std::optional<std::string> unmet_by(const Expect& expect, const Evidence& evidence,
                                    std::size_t& passed) {
  std::vector<std::string> lines;
  for (const observer::Line* line : evidence.landed())
    lines.push_back(wire::line_text(line->bytes).head);
  const auto begin = lines.begin() + (expect.absent ? 0 : static_cast<std::ptrdiff_t>(passed));
  const auto found = std::find_if(
      begin, lines.end(), [&](const std::string& line) { return matches(expect.line, line); });
  if (expect.absent) {
    if (found == lines.end()) return std::nullopt;
    return expect.client + " should not receive " + in_quotes(expect.line) + " in this step, but " +
           in_quotes(*found) + " came.";
  }
  if (found == lines.end()) {
    return expect.client + " should receive " + in_quotes(expect.line) + " here, but " +
           came_instead(lines, passed) + ".";
  }
  passed = static_cast<std::size_t>(found - lines.begin()) + 1;
  return std::nullopt;
}

}  // namespace imapscope::lesson
