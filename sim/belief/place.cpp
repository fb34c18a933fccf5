#include "sim/belief/place.h"

#include <algorithm>
#include <string>
#include <vector>

#include "sim/base/ascii.h"
#include "sim/base/line_end.h"
#include "sim/wire/chars.h"
#include "sim/wire/tokens.h"

namespace imapscope::observer {
namespace {

using rules::Place;
using wire::Token;
using wire::TokenKind;

std::size_t end_of(const Token& token) {
  return token.offset + token.size;
}

/// A letter of another script, or a word; of anything else one octet.
std::size_t end_in_text(std::string_view text, std::size_t at) {
  const auto run = [&](auto f) {
    const auto from = text.begin() + static_cast<std::ptrdiff_t>(at);
    const auto end = std::find_if_not(from, text.end(), f);
    return static_cast<std::size_t>(end - text.begin());
  };
  if (wire::chars::is_eight_bit(text[at])) return run(wire::chars::is_eight_bit);
  const std::size_t end = run([](char c) { return wire::chars::is(c, wire::chars::loose); });
  return std::max(end, at + 1);
}

std::size_t end_within(std::string_view bytes, const Token& token, std::size_t offset) {
  switch (token.kind) {
    case TokenKind::text:
      return end_in_text(bytes.substr(0, end_of(token)), offset);
    case TokenKind::literal_body:
      return offset + 1;
    case TokenKind::literal_header:
      return token.offset + without_line_ends(wire::text_of(bytes, token)).size();
    case TokenKind::quoted:
      return offset == token.offset ? end_of(token) : std::max(offset + 1, end_of(token) - 1);
    default:
      return end_of(token);
  }
}

/// The number that begins there, among other things than letters; 0 octets: none does.
std::size_t digits_at(std::string_view text, std::size_t at) {
  const bool begins = at == 0 || (!ascii::is_alpha(text[at - 1]) && !ascii::is_digit(text[at - 1]));
  std::size_t end = at;
  while (begins && end < text.size() && ascii::is_digit(text[end])) ++end;
  return end < text.size() && ascii::is_alpha(text[end]) ? 0 : end - at;
}

std::size_t find_number(std::string_view text, std::string_view digits) {
  for (std::size_t at = text.find(digits); at != text.npos; at = text.find(digits, at + 1)) {
    if (digits_at(text, at) == digits.size()) return at;
  }
  return text.npos;
}

}  // namespace

Place place_at(std::string_view bytes, std::size_t offset) {
  const std::vector<Token> tokens = wire::tokens(bytes);
  const auto token = std::find_if(tokens.begin(), tokens.end(),
                                  [&](const Token& t) { return offset < end_of(t); });
  if (token == tokens.end())
    return {offset, std::max<std::size_t>(bytes.size(), offset + 1) - offset};
  const std::size_t begin = std::max(offset, token->offset);
  return {offset, end_within(bytes, *token, begin) - offset};
}

Place place_of_tag(std::string_view bytes) {
  const std::size_t begin = std::min(bytes.find_first_not_of(' '), bytes.size());
  return {begin, std::min(bytes.find_first_of(" \r\n", begin), bytes.size()) - begin};
}

Place place_of_name(const Line& line) {
  const std::string_view name = line.name;
  const std::size_t space = std::min(name.find(' '), name.size());
  Place place = place_of_word(line.bytes, name.substr(0, space));
  if (space == name.size() || place.octets == 0) return place;
  const std::size_t second = line.bytes.find_first_not_of(' ', place.offset + place.octets);
  place.octets = second + (name.size() - space - 1) - place.offset;
  return place;
}

Place place_behind_name(const Line& line) {
  const Place name = place_of_name(line);
  const std::size_t next = line.bytes.find_first_not_of(' ', name.offset + name.octets);
  return name.octets == 0 || next == std::string::npos ? name : place_at(line.bytes, next);
}

Place place_of_word(std::string_view bytes, std::string_view word) {
  const std::vector<Token> tokens = wire::tokens(bytes);
  const auto found = std::find_if(tokens.begin(), tokens.end(), [&](const Token& token) {
    return token.kind != TokenKind::tag &&
           ascii::equal_ignoring_case(wire::text_of(bytes, token), word);
  });
  return found == tokens.end() ? Place{} : Place{found->offset, found->size};
}

Place place_of_number(std::string_view bytes, std::uint64_t number, std::size_t from) {
  const std::string digits = std::to_string(number);
  for (const Token& token : wire::tokens(bytes)) {
    if (token.kind != TokenKind::number && token.kind != TokenKind::atom) continue;
    const std::size_t at = find_number(wire::text_of(bytes, token), digits);
    if (token.offset >= from && at != std::string_view::npos) {
      return {token.offset + at, digits.size()};
    }
  }
  return {};
}

Place place_of_uid(std::string_view bytes, Uid uid) {
  return place_of_number(bytes, uid.value, place_of_word(bytes, "UID").offset);
}

}  // namespace imapscope::observer
