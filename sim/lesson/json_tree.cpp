#include "sim/lesson/json_tree.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/utf.h"

namespace imapscope::lesson {
namespace {

constexpr std::size_t deepest = 32;
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
constexpr std::string_view blanks = " \t\r\n";

/// A backslash and its second octet, and what they stand for; `\u` is apart.
constexpr std::string_view escapes = "\"\\/bfnrt";
constexpr std::string_view escaped = "\"\\/\b\f\n\r\t";

/// Reads RFC 8259 by recursive descent. A function that gives back false has told why in `error_`.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Result<Json, JsonError> document() {
    if (text_.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
    Json root;
    if (!value(root)) return fail(error_);
    skip_blanks();
    if (at_ == text_.size()) return root;
    (void)refuse(at_, "its value ends before this");
    return fail(error_);
  }

 private:
  // ---- faults ----

  bool refuse(std::size_t offset, const std::string& why) {
    error_ = {"This is not JSON: " + why + ".", offset};
    return false;
  }

  bool expect(const std::string& what) {
    if (at_ == text_.size()) return refuse(at_, "it ends where " + what + " is missing");
    return refuse(at_, what + " is missing before this");
  }

  // ---- octets ----

  [[nodiscard]] char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skip_blanks() { at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size()); }

  bool take(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  // ---- values ----

  bool value(Json& into) {
    skip_blanks();
    into.offset = at_;
    if (next() == '{') return nested<Json::Object>(into, "}", &Reader::member);
    if (next() == '[') return nested<Json::Array>(into, "]", &Reader::element);
    if (next() == '"') return string(into.value.emplace<std::string>());
    if (next() == '-' || ascii::is_digit(next())) return number(into);
    return word(into);
  }

  bool word(Json& into) {
    if (take("null")) {
      into.value = nullptr;
    } else if (take("true")) {
      into.value = true;
    } else if (take("false")) {
      into.value = false;
    } else {
      return expect("a value");
    }
    return true;
  }

  // ---- objects and arrays ----

  /// What `one` reads, with commas between, up to `end`.
  template <class Container>
  bool nested(Json& into, std::string_view end, bool (Reader::*one)(Container&)) {
    if (++depth_ > deepest) {
      error_ = {"This nests deeper than any lesson does.", into.offset};
      return false;
    }
    ++at_;
    Container& inside = into.value.emplace<Container>();
    skip_blanks();
    if (!take(end)) {
      do {
        if (!(this->*one)(inside)) return false;
        skip_blanks();
      } while (take(","));
      if (!take(end)) return expect("a comma or \"" + std::string(end) + "\"");
    }
    --depth_;
    return true;
  }

  bool element(Json::Array& array) { return value(array.emplace_back()); }

  bool member(Json::Object& object) {
    skip_blanks();
    if (next() != '"') return expect("a key in quotes");
    Member& member = object.emplace_back();
    member.key_offset = at_;
    if (!string(member.key)) return false;
    skip_blanks();
    return take(":") ? value(member.value) : expect("a colon");
  }

  // ---- strings ----

  bool string(std::string& into) {
    ++at_;
    while (!take("\"")) {
      if (!(next() == '\\' ? escape(into) : character(into))) return false;
    }
    return true;
  }

  bool character(std::string& into) {
    if (at_ == text_.size()) return refuse(at_, "it ends within quotes");
    if (static_cast<unsigned char>(next()) < 0x20) {
      return refuse(at_, "within quotes a line break is written as \\n, a tab as \\t");
    }
    const std::size_t octets = utf8_length(text_.substr(at_));
    if (octets == 0) return refuse(at_, "this is no UTF-8");
    into += text_.substr(at_, octets);
    at_ += octets;
    return true;
  }

  bool escape(std::string& into) {
    const std::size_t begin = at_++;
    if (const std::size_t which = escapes.find(next()); which != std::string_view::npos) {
      into += escaped[which];
      ++at_;
      return true;
    }
    if (!take("u")) return refuse(begin, "there is no such escape");
    const auto code_point = code_point_of_hex();
    if (!code_point) return refuse(begin, "\\u and its four digits name no character");
    into += to_utf8(std::u32string_view(&*code_point, 1));
    return true;
  }

  /// One UTF-16 code unit, or the two of a surrogate pair.
  std::optional<char32_t> code_point_of_hex() {
    const auto first = code_unit();
    if (!first || (*first & 0xf800U) != 0xd800) return first;
    if (*first >= 0xdc00 || !take("\\u")) return std::nullopt;
    const auto second = code_unit();
    if (!second || (*second & 0xfc00U) != 0xdc00) return std::nullopt;
    return 0x10000 + ((*first & 0x3ffU) << 10U) + (*second & 0x3ffU);
  }

  std::optional<char32_t> code_unit() {
    const std::string_view digits = text_.substr(at_, 4);
    if (digits.size() < 4) return std::nullopt;
    const auto high = ascii::octet_of_hex(digits);
    const auto low = ascii::octet_of_hex(digits.substr(2));
    if (!high || !low) return std::nullopt;
    at_ += digits.size();
    return static_cast<char32_t>(static_cast<unsigned char>(*high)) << 8U |
           static_cast<unsigned char>(*low);
  }

  // ---- numbers ----

  bool number(Json& into) {
    const std::size_t begin = at_;
    (void)take("-");
    bool well_formed = take("0") || digits();
    const std::size_t end_of_whole = at_;
    if (take(".")) well_formed = digits() && well_formed;
    if (take("e") || take("E")) {
      (void)(take("+") || take("-"));
      well_formed = digits() && well_formed;
    }
    if (!well_formed) return refuse(begin, "this is not how JSON writes a number");
    const std::string written(text_.substr(begin, at_ - begin));
    std::int64_t whole = 0;
    const auto read = std::from_chars(written.data(), written.data() + written.size(), whole);
    if (at_ == end_of_whole && read.ec == std::errc{}) {
      into.value = whole;
      return true;
    }
    const double real = std::strtod(written.c_str(), nullptr);
    into.value = real;
    return std::isfinite(real) || refuse(begin, "this number is too large");
  }

  bool digits() {
    const std::size_t begin = at_;
    while (ascii::is_digit(next())) ++at_;
    return at_ > begin;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  JsonError error_;
};

}  // namespace

Result<Json, JsonError> parse_json(std::string_view text) {
  return Reader(text).document();
}

const Json* member(const Json& json, std::string_view key) {
  const auto* object = std::get_if<Json::Object>(&json.value);
  if (object == nullptr) return nullptr;
  for (const Member& each : *object) {
    if (each.key == key) return &each.value;
  }
  return nullptr;
}

Place place_of(std::string_view text, std::size_t offset) {
  Place place{1, 1};
  for (const char c : text.substr(0, offset)) {
    const bool continues_a_character = (static_cast<unsigned char>(c) & 0xC0U) == 0x80;
    if (c == '\n') {
      ++place.line;
      place.column = 1;
    } else if (!continues_a_character) {
      ++place.column;
    }
  }
  return place;
}

}  // namespace imapscope::lesson
