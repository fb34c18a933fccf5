#include "sim/mail/mime/content.h"

#include <algorithm>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/mail/mime/scanner.h"

namespace imapscope::mail {
namespace {

using Rest = Scanner::Rest;

/// A piece of a parameter that RFC 2231 §3 and §4 spread over several: `name*2*=value`.
struct Piece {
  std::string name;
  unsigned index = 0;
  bool is_extended = false;
  std::string value;
};

/// Nothing where the attribute is none of RFC 2231's forms: `name*`, `name*0`, `name*0*`.
std::optional<Piece> piece_of(const std::string& attribute, const std::string& value) {
  const auto star = attribute.find('*');
  if (star == std::string::npos) return std::nullopt;
  Piece piece{attribute.substr(0, star), 0, false, value};
  std::string_view rest = std::string_view(attribute).substr(star);
  if (rest != "*") rest.remove_prefix(1);
  while (!rest.empty() && ascii::is_digit(rest.front())) {
    piece.index = piece.index * 10 + static_cast<unsigned>(rest.front() - '0');
    rest.remove_prefix(1);
  }
  piece.is_extended = rest == "*";
  return rest.empty() || rest == "*" ? std::optional(piece) : std::nullopt;
}

std::string escape_percent(const std::string& value) {
  std::string escaped;
  for (const char c : value) escaped += c == '%' ? std::string("%25") : std::string(1, c);
  return escaped;
}

using Pieces = std::vector<Piece>::const_iterator;

bool are_complete(Pieces first, Pieces last) {
  unsigned expected = 0;
  return std::all_of(first, last, [&](const Piece& piece) { return piece.index == expected++; });
}

/// One parameter out of all its pieces. Where one of them is extended, all have to be.
std::pair<std::string, std::string> joined_pieces(Pieces first, Pieces last) {
  const bool any_extended =
      std::any_of(first, last, [](const Piece& piece) { return piece.is_extended; });
  std::pair<std::string, std::string> parameter{first->name, ""};
  if (any_extended) parameter.first += '*';
  if (any_extended && !first->is_extended) parameter.second = "''";
  for (; first != last; ++first) {
    const bool is_plain = any_extended && !first->is_extended;
    parameter.second += is_plain ? escape_percent(first->value) : first->value;
  }
  return parameter;
}

/// Pieces that lack one stay as they came.
void add_pieces(std::vector<Piece> pieces, BodyParameters& parameters) {
  std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
    return a.name != b.name ? a.name < b.name : a.index < b.index;
  });
  for (auto first = pieces.cbegin(); first != pieces.cend();) {
    const auto last = std::find_if(first, pieces.cend(), [&](const Piece& piece) {
      return !ascii::equal_ignoring_case(piece.name, first->name);
    });
    if (are_complete(first, last)) {
      parameters.push_back(joined_pieces(first, last));
    } else {
      for (; first != last; ++first) {
        const std::string index = "*" + std::to_string(first->index);
        parameters.emplace_back(first->name + index + (first->is_extended ? "*" : ""),
                                first->value);
      }
    }
    first = last;
  }
}

/// Mailers forget the quotes of encoded words: `name==?utf-8?q?x?=`.
void unquoted_encoded_word(Scanner& scanner, std::string& value) {
  while (!scanner.at_end() &&
         std::string_view("; \t\r\n").find(scanner.peek()) == std::string_view::npos) {
    value += scanner.peek();
    scanner.skip_octet();
  }
}

/// `;attribute=value`; false where it is broken.
bool take_parameter(Scanner& scanner, std::string& attribute, std::string& value) {
  if (!scanner.take(';') || scanner.skip_blank() != Rest::something) return false;
  if (scanner.token(attribute) != Rest::something || !scanner.take('=')) return false;
  Rest behind = scanner.skip_blank();
  if (behind != Rest::something) return behind != Rest::broken;
  if (scanner.peek() == '"') return scanner.quoted_string(value) != Rest::broken;
  if (scanner.peek() == '=') {
    unquoted_encoded_word(scanner, value);
    return true;
  }
  return scanner.token(value) != Rest::broken;
}

/// What is no parameter is passed over.
BodyParameters take_parameters(Scanner& scanner) {
  BodyParameters parameters;
  std::vector<Piece> pieces;
  while (!scanner.at_end()) {
    std::string attribute;
    std::string value;
    if (!take_parameter(scanner, attribute, value)) {
      scanner.skip_octet();
    } else if (auto piece = piece_of(attribute, value)) {
      pieces.push_back(std::move(*piece));
    } else {
      parameters.emplace_back(std::move(attribute), std::move(value));
    }
  }
  add_pieces(std::move(pieces), parameters);
  return parameters;
}

/// Whether parameters may follow here.
bool ends_value(const Scanner& scanner, Rest behind) {
  return behind == Rest::nothing || (behind == Rest::something && scanner.peek() == ';');
}

/// `type/subtype`, or a type without anything behind it; false where it is broken.
bool take_type(Scanner& scanner, ContentType& content_type) {
  scanner.skip_blank();
  const Rest behind_type = scanner.token(content_type.type);
  if (content_type.type.empty()) return false;
  if (behind_type == Rest::nothing) return true;
  if (!scanner.take('/') || scanner.skip_blank() != Rest::something) return false;
  content_type.subtype.emplace();
  const Rest behind_subtype = scanner.token(*content_type.subtype);
  return !content_type.subtype->empty() && ends_value(scanner, behind_subtype);
}

}  // namespace

bool ContentType::is(std::string_view wanted_type, std::string_view wanted_subtype) const {
  return ascii::equal_ignoring_case(type, wanted_type) &&
         (wanted_subtype.empty() ||
          (subtype && ascii::equal_ignoring_case(*subtype, wanted_subtype)));
}

const std::string* ContentType::parameter(std::string_view name) const {
  for (const auto& [attribute, value] : parameters) {
    if (ascii::equal_ignoring_case(attribute, name)) return &value;
  }
  return nullptr;
}

ContentType parse_content_type(std::string_view value) {
  ContentType content_type;
  Scanner scanner(value);
  if (!take_type(scanner, content_type)) return {};
  content_type.parameters = take_parameters(scanner);
  return content_type;
}

std::optional<BodyDisposition> parse_disposition(std::string_view value) {
  Scanner scanner(value);
  BodyDisposition disposition;
  scanner.skip_blank();
  if (scanner.token(disposition.type) == Rest::broken) return std::nullopt;
  disposition.parameters = take_parameters(scanner);
  return disposition;
}

NString parse_transfer_encoding(std::string_view value) {
  Scanner scanner(value);
  std::string encoding;
  scanner.skip_blank();
  const bool is_one_token = scanner.token(encoding) == Rest::nothing && !encoding.empty();
  return is_one_token ? NString(encoding) : std::nullopt;
}

std::vector<std::string> parse_languages(std::string_view value) {
  Scanner scanner(value);
  std::vector<std::string> languages;
  std::string language;
  scanner.skip_blank();
  while (scanner.atom(language) != Rest::broken) {
    languages.push_back(std::exchange(language, {}));
    if (!scanner.take(',')) break;
    scanner.skip_blank();
  }
  return languages;
}

}  // namespace imapscope::mail
