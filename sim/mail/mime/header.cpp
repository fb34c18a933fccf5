#include "sim/mail/mime/header.h"

#include <algorithm>

#include "sim/base/ascii.h"
#include "sim/base/line_end.h"

namespace imapscope::mail {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

/// Takes a line from the front of `text`, with its line end.
HeaderField field_of(std::string_view whole) {
  const std::string_view content = without_line_end(whole);
  const auto colon = content.find(':');
  const auto first_end = content.find('\n');
  if (colon == std::string_view::npos || colon > first_end) return {{}, content, whole};
  std::string_view name = content.substr(0, colon);
  while (!name.empty() && is_blank(name.back())) name.remove_suffix(1);
  return {name, content.substr(colon + 1), whole};
}

}  // namespace

std::vector<HeaderField> parse_header(std::string_view header) {
  std::vector<HeaderField> fields;
  while (!header.empty()) {
    std::string_view rest = header;
    if (without_line_end(take_line(rest)).empty()) break;
    while (!rest.empty() && is_blank(rest.front())) take_line(rest);
    fields.push_back(field_of(header.substr(0, header.size() - rest.size())));
    header = rest;
  }
  return fields;
}

bool has_stray_lines(std::string_view header) {
  const std::vector<HeaderField> fields = parse_header(header);
  return std::any_of(fields.begin(), fields.end(),
                     [](const HeaderField& field) { return field.name.empty(); });
}

const HeaderField* find_field(const std::vector<HeaderField>& fields, std::string_view name) {
  const auto found = std::find_if(fields.begin(), fields.end(), [name](const HeaderField& field) {
    return ascii::equal_ignoring_case(field.name, name);
  });
  return found == fields.end() ? nullptr : &*found;
}

std::string unfold(std::string_view value) {
  const std::string_view first_line = value.substr(0, value.find_first_of("\r\n"));
  const auto word = first_line.find_first_not_of(" \t");
  const bool has_word = word != std::string_view::npos;
  value.remove_prefix(has_word ? word : std::min<std::size_t>(first_line.size(), 1));
  std::string line;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const bool ends_line = value[i] == '\n' || (value[i] == '\r' && value.substr(i, 2) == "\r\n");
    if (!ends_line) line += value[i];
  }
  return line;
}

}  // namespace imapscope::mail
