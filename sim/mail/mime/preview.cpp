#include "sim/mail/mime/preview.h"

#include <array>
#include <string_view>

#include "sim/base/ascii.h"
#include "sim/mail/mime/address.h"
#include "sim/mail/mime/content.h"
#include "sim/mail/mime/header.h"
#include "sim/mail/mime/part_text.h"

namespace imapscope::mail {
namespace {

constexpr std::size_t most_characters = 200;    // RFC 8970 §3.3
constexpr std::size_t most_octets = 1U << 16U;  // that are looked at, markup and all

ContentType type_of(const Part& part, std::string_view octets) {
  const auto fields = parse_header(part.header.of(octets));
  const HeaderField* field = part.is_mime ? find_field(fields, "Content-Type") : nullptr;
  if (field == nullptr) return {"text", "plain", {}};
  return parse_content_type(unfold(field->value));
}

/// The first text part, and none of an enclosed message's; null: there is none.
const Part* find_text(const Part& part) {
  if (part.kind == Part::Kind::text) return &part;
  if (part.kind != Part::Kind::multipart) return nullptr;
  for (const Part& child : part.children) {
    if (const Part* found = find_text(child)) return found;
  }
  return nullptr;
}

struct Entity {
  std::string_view name;
  std::string_view text;
};
constexpr std::array entities{Entity{"&lt;", "<"},   Entity{"&gt;", ">"},  Entity{"&quot;", "\""},
                              Entity{"&nbsp;", " "}, Entity{"&#39;", "'"}, Entity{"&amp;", "&"}};

/// What stands at `at`, a character reference read; goes behind it.
std::string_view take_text(std::string_view html, std::size_t& at) {
  for (const Entity& entity : entities) {
    if (!html.substr(at).starts_with(entity.name)) continue;
    at += entity.name.size();
    return entity.text;
  }
  return html.substr(at++, 1);
}

/// Behind the tag that begins at `at`; an element that is no text goes with all it holds.
std::size_t behind_tag(std::string_view html, std::size_t at) {
  for (const std::string_view name : {"style", "script", "head", "title"}) {
    if (!ascii::starts_with_ignoring_case(html.substr(at + 1), name)) continue;
    for (std::size_t end = at; (end = html.find("</", end)) != html.npos; end += 2) {
      if (ascii::starts_with_ignoring_case(html.substr(end + 2), name)) {
        at = end;
        break;
      }
    }
  }
  const std::size_t end = html.find('>', at);
  return end == html.npos ? html.size() : end + 1;
}

std::string without_markup(std::string_view html) {
  std::string text;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] == '<') {
      at = behind_tag(html, at);
      text += ' ';
    } else {
      text += take_text(html, at);
    }
  }
  return text;
}

std::string first_characters(const std::string& utf8) {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const bool goes_on = (static_cast<unsigned char>(utf8[i]) & 0xC0U) == 0x80U;
    if (!goes_on && ++characters > most_characters) return utf8.substr(0, i);
  }
  return utf8;
}

}  // namespace

std::string preview_of(const Message& message) {
  const Part* part = find_text(message.root());
  if (part == nullptr) return {};
  const std::string text = decoded_text(*part, message.octets()).substr(0, most_octets);
  const bool is_html = type_of(*part, message.octets()).is("text", "html");
  return tidy_blanks(first_characters(tidy_blanks(is_html ? without_markup(text) : text)));
}

}  // namespace imapscope::mail
