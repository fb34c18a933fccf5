// BODY[section]<partial> (RFC 3501 §6.4.5).
#include <algorithm>

#include "sim/base/ascii.h"
#include "sim/mail/message.h"
#include "sim/mail/mime/content.h"
#include "sim/mail/mime/transfer_encoding.h"

namespace imapscope::mail {
namespace {

/// The parts that a part number counts: of a multipart its parts; of a message those of its body;
/// of anything else itself, as number 1. Null where there is none of that number.
const Part* numbered(const Part& message_or_multipart, std::uint32_t number) {
  const Part& part = message_or_multipart;
  if (part.kind == Part::Kind::multipart) {
    return number <= part.children.size() ? &part.children[number - 1] : nullptr;
  }
  return number == 1 ? &part : nullptr;
}

/// Null where the message has no such part.
const Part* find_part(const Part& root, const std::vector<std::uint32_t>& path) {
  const Part* part = &root;
  bool is_message = true;  // `part` is a message, whose parts are counted
  for (const std::uint32_t number : path) {
    if (number == 0) return nullptr;
    if (!is_message && part->kind == Part::Kind::message) {
      part = &part->children.front();
      is_message = true;
    }
    if (!is_message && part->kind != Part::Kind::multipart) return nullptr;
    part = numbered(*part, number);
    if (part == nullptr) return nullptr;
    is_message = false;
  }
  return part;
}

/// HEADER and TEXT belong to a message: the whole one, or the one in a message/rfc822.
const Part* message_at(const Part& root, const std::vector<std::uint32_t>& path) {
  if (path.empty()) return &root;
  const Part* part = find_part(root, path);
  return part != nullptr && part->kind == Part::Kind::message ? &part->children.front() : nullptr;
}

/// The fields asked for, in the header's order, and the empty line, if the header has one.
std::string chosen_fields(std::string_view header, const Section& section) {
  const bool wants_named = section.text == Section::Text::header_fields;
  std::string chosen;
  for (const HeaderField& field : parse_header(header)) {
    const bool is_named = std::any_of(
        section.fields.begin(), section.fields.end(),
        [&](const std::string& name) { return ascii::equal_ignoring_case(name, field.name); });
    if (is_named == wants_named) chosen += field.whole;
    header.remove_prefix(field.whole.size());
  }
  return chosen + std::string(header);
}

std::string encoding_of(const Part& part, std::string_view octets) {
  const auto fields = parse_header(part.header.of(octets));
  const HeaderField* field = find_field(fields, "Content-Transfer-Encoding");
  if (field == nullptr) return "7bit";
  return parse_transfer_encoding(unfold(field->value)).value_or("");
}

std::string cut(std::string_view octets, const std::optional<Partial>& partial) {
  if (!partial) return std::string(octets);
  if (partial->first >= octets.size()) return "";
  return std::string(octets.substr(partial->first, partial->count));
}

}  // namespace

NString Message::section(const Section& section, const std::optional<Partial>& partial) const {
  using Text = Section::Text;
  const bool is_of_message = section.text != Text::all && section.text != Text::mime;
  const Part* part =
      is_of_message ? message_at(root_, section.path) : find_part(root_, section.path);
  if (part == nullptr) return std::nullopt;
  switch (section.text) {
    case Text::all:
      return cut(section.path.empty() ? std::string_view(octets_) : part->body.of(octets_),
                 partial);
    case Text::header:
    case Text::mime:
      return cut(part->header.of(octets_), partial);
    case Text::text:
      return cut(part->body.of(octets_), partial);
    case Text::header_fields:
    case Text::header_fields_not:
      return cut(chosen_fields(part->header.of(octets_), section), partial);
  }
  return std::nullopt;
}

const Part* Message::part_at(const std::vector<std::uint32_t>& path) const {
  return find_part(root_, path);
}

Message::Decoded Message::decoded(const std::vector<std::uint32_t>& path,
                                  const std::optional<Partial>& partial) const {
  if (path.empty()) return {true, cut(octets_, partial)};
  const Part* part = find_part(root_, path);
  if (part == nullptr) return {};
  const bool holds_others =
      part->kind == Part::Kind::multipart || part->kind == Part::Kind::message;
  const std::string encoding = holds_others ? "7bit" : encoding_of(*part, octets_);
  if (!is_known_encoding(encoding)) return {false, std::nullopt};
  return {true, cut(decode_transfer(part->body.of(octets_), encoding), partial)};
}

}  // namespace imapscope::mail
