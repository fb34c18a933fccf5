#include "sim/wire/section.h"

#include <array>
#include <utility>

namespace imapscope::wire {
namespace {

using Text = Section::Text;

// Longer names first, since each is a prefix of the next.
constexpr std::array<std::pair<std::string_view, Text>, 5> texts{{
    {"HEADER.FIELDS.NOT", Text::header_fields_not},
    {"HEADER.FIELDS", Text::header_fields},
    {"HEADER", Text::header},
    {"TEXT", Text::text},
    {"MIME", Text::mime},
}};

bool has_fields(Text text) {
  return text == Text::header_fields || text == Text::header_fields_not;
}

// section-text = section-msgtext / "MIME"
Text parse_text(Cursor& in, bool inside_part) {
  for (const auto& [name, text] : texts) {
    if (text == Text::mime && !inside_part) continue;
    if (in.accept_word(name)) return text;
  }
  in.fail("section", "3501 §6.4.5");
  return Text::all;
}

// header-list = "(" header-fld-name *(SP header-fld-name) ")"
void parse_fields(Cursor& in, Section& section) {
  in.space();
  in.list_of_some("header_field_list",
                  [&] { section.fields.push_back(in.astring("header_field_name")); });
}

}  // namespace

// section = "[" [section-spec] "]"
// section-spec = section-msgtext / (section-part ["." section-text])
// section-part = nz-number *("." nz-number)
Section parse_section(Cursor& in) {
  Section section;
  in.expect('[', "bracketed_section");
  bool text_follows = !in.at(']');
  while (text_follows && in.at_digit()) {
    section.path.push_back(in.nz_number("part_number"));
    text_follows = in.accept('.');
  }
  if (text_follows) section.text = parse_text(in, !section.path.empty());
  if (has_fields(section.text)) parse_fields(in, section);
  in.expect(']', "section_bracket");
  return section;
}

void print_section(Printer& out, const Section& section) {
  out.raw("[");
  for (std::size_t i = 0; i < section.path.size(); ++i) {
    if (i > 0) out.raw(".");
    out.number(section.path[i]);
  }
  for (const auto& [name, text] : texts) {
    if (text != section.text) continue;
    if (!section.path.empty()) out.raw(".");
    out.raw(name);
  }
  if (has_fields(section.text)) {
    out.space();
    out.list(section.fields, [&out](const std::string& field) { out.astring(field); });
  }
  out.raw("]");
}

// "<" number64 "." nz-number64 ">"
std::optional<Partial> parse_partial(Cursor& in) {
  if (!in.accept('<')) return std::nullopt;
  Partial partial;
  partial.first = in.number64("first_octet");
  in.expect('.', "dot_before_count");
  partial.count = in.nz_number64("octet_count");
  in.expect('>', "closing_angle");
  return partial;
}

}  // namespace imapscope::wire
