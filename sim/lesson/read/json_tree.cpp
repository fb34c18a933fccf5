#include "sim/lesson/read/json_tree.h"

#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/utf.h"

namespace imapscope::lesson {
namespace {

constexpr std::size_t deepest = 32;
constexpr std::string_view blanks = " \t\r\n";

/// Reads the text for the JSON library, and tells everybody how far the library has come.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** reached) : at_(at), reached_(reached) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    *reached_ = ++at_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) {
    return a.at_ == b.at_;
  }

 private:
  const char* at_;
  const char** reached_;
};

/// Says in our own words where a text stops being JSON: the library's differ by version.
/// `end_of_last` is where the last token that it took ends, and `reached` how far it has read.
class Fault {
 public:
  Fault(std::string_view text, std::size_t end_of_last, std::size_t reached)
      : text_(text), at_(text.find_first_not_of(blanks, end_of_last)), reached_(reached) {
    if (at_ == std::string_view::npos) at_ = text.size();
  }

  /// The separator that comes before what is wanted next; its absence is a fault, too.
  [[nodiscard]] bool skip(char separator) {
    if (at_ == text_.size() || text_[at_] != separator) return false;
    at_ = std::min(text_.find_first_not_of(blanks, at_ + 1), text_.size());
    return true;
  }

  [[nodiscard]] JsonError missing(const char* what) const {
    const bool ends = at_ == text_.size();
    return fault(Said(ends ? "lesson.json.ends" : "lesson.json.missing",
                      {{"what", Said("lesson.json." + std::string(what))}}),
                 at_);
  }
  [[nodiscard]] JsonError in_value(bool is_too_large) const {
    if (is_too_large) return fault("large_number", at_);
    if (begins_with('"')) return in_string();
    if (begins_with('-') || (at_ < text_.size() && ascii::is_digit(text_[at_]))) {
      return fault("number", at_);
    }
    return missing("value");
  }
  [[nodiscard]] JsonError in_key() const { return begins_with('"') ? in_string() : missing("key"); }
  [[nodiscard]] JsonError behind_the_end() const { return fault("behind_the_end", at_); }

 private:
  static JsonError fault(const char* what, std::size_t offset) {
    return fault(Said("lesson.json." + std::string(what)), offset);
  }
  static JsonError fault(Said what, std::size_t offset) {
    return {Said("lesson.fault.not_json", {{"what", std::move(what)}}), offset};
  }
  [[nodiscard]] bool begins_with(char c) const { return at_ < text_.size() && text_[at_] == c; }

  /// Whatever is wrong with a string is the first thing in it that no string holds, or the escape
  /// at which the library gave up.
  [[nodiscard]] JsonError in_string() const {
    for (std::size_t i = at_ + 1; i < text_.size();) {
      const bool is_code = text_.substr(i).starts_with("\\u");
      const std::size_t told_within = is_code ? 12 : 2;  // half of a pair is missed behind it
      if (text_[i] == '\\' && reached_ <= i + told_within) {
        return fault(is_code ? "code" : "escape", i);
      }
      if (static_cast<unsigned char>(text_[i]) < 0x20) {
        return fault("line_end", i);
      }
      const std::size_t octets = text_[i] == '\\' ? 2 : utf8_length(text_.substr(i));
      if (octets == 0) return fault("no_utf8", i);
      i += octets;
    }
    return fault("in_quotes", text_.size());
  }

  std::string_view text_;
  std::size_t at_;  // what follows the last token, and the separators that were skipped
  std::size_t reached_;
};

/// Builds the tree. The library does not say where a token begins; but it has read no further than
/// its end, so it begins at the first octet behind the token before that is no separator.
class Builder {
 public:
  explicit Builder(std::string_view text) : text_(text), reached_(text.data()) {}

  const char** reached() { return &reached_; }
  Json take() { return std::move(root_); }
  JsonError& error() { return error_; }

  // ---- what the library calls ----
  bool null() { return add(nullptr); }
  bool boolean(bool value) { return add(value); }
  bool number_integer(std::int64_t value) { return add_number(value); }
  bool number_unsigned(std::uint64_t value) {
    if (std::in_range<std::int64_t>(value)) return add_number(static_cast<std::int64_t>(value));
    return add_number(static_cast<double>(value));
  }
  bool number_float(double value, const std::string& /*written*/) { return add_number(value); }
  bool string(std::string& value) { return add(std::move(value)); }
  bool binary(nlohmann::json::binary_t& /*value*/) { return false; }
  bool start_object(std::size_t /*size*/) { return open(Json::Object{}); }
  bool start_array(std::size_t /*size*/) { return open(Json::Array{}); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(std::string& key) {
    std::get<Json::Object>(path_.back()->value).push_back({std::move(key), begin_of_token(), {}});
    last_ = Last::key;
    return true;
  }
  bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                   const nlohmann::detail::exception& why) {
    constexpr int number_overflow = 406;
    const Fault fault(text_, end_of_last_, static_cast<std::size_t>(reached_ - text_.data()));
    error_ = error_of(fault, why.id == number_overflow);
    return false;
  }

 private:
  enum class Last { nothing, opening, key, value };

  /// What was due next, and is not there.
  JsonError error_of(Fault fault, bool is_too_large) const {
    const bool in_object =
        !path_.empty() && std::holds_alternative<Json::Object>(path_.back()->value);
    switch (last_) {
      case Last::nothing:
        break;
      case Last::opening:
        if (in_object) return fault.in_key();
        break;
      case Last::key:
        if (!fault.skip(':')) return fault.missing("colon");
        break;
      case Last::value:
        if (path_.empty()) return fault.behind_the_end();
        if (!fault.skip(',')) {
          return fault.missing(in_object ? "comma_or_brace" : "comma_or_bracket");
        }
        if (in_object) return fault.in_key();
        break;
    }
    return fault.in_value(is_too_large);
  }

  std::size_t begin_of_token() {
    const std::size_t begin = text_.find_first_not_of(" \t\r\n,:", end_of_last_);
    end_of_last_ = static_cast<std::size_t>(reached_ - text_.data());
    return begin;
  }

  Json& place_for_next() {
    if (path_.empty()) return root_;
    Json& parent = *path_.back();
    if (auto* object = std::get_if<Json::Object>(&parent.value)) return object->back().value;
    return std::get<Json::Array>(parent.value).emplace_back();
  }

  template <class T>
  bool add(T value) {
    Json& json = place_for_next();
    json.offset = begin_ = begin_of_token();
    json.value = std::move(value);
    last_ = Last::value;
    return true;
  }

  /// The library has read the octet behind a number, too, unless the text ends there.
  template <class T>
  bool add_number(T value) {
    (void)add(value);
    const bool ends_text = text_.find_first_not_of("+-.0123456789Ee", begin_) == text_.npos;
    end_of_last_ = ends_text ? text_.size() : end_of_last_ - 1;
    return true;
  }

  template <class T>
  bool open(T empty) {
    Json& json = place_for_next();
    json.offset = begin_of_token();
    json.value = std::move(empty);
    path_.push_back(&json);
    last_ = Last::opening;
    if (path_.size() <= deepest) return true;
    error_ = {Said("lesson.fault.deep"), json.offset};
    return false;
  }

  bool close() {
    path_.pop_back();
    last_ = Last::value;
    end_of_last_ = static_cast<std::size_t>(reached_ - text_.data());
    return true;
  }

  std::string_view text_;
  const char* reached_;
  std::size_t begin_ = 0;  // of the last value
  std::size_t end_of_last_ = 0;
  Last last_ = Last::nothing;
  Json root_;
  std::vector<Json*> path_;  // the open ones; only the innermost grows, so the others stay put
  JsonError error_;
};

}  // namespace

Result<Json, JsonError> parse_json(std::string_view text) {
  Builder builder(text);
  const CountingIterator begin(text.data(), builder.reached());
  const CountingIterator end(text.data() + text.size(), builder.reached());
  if (!nlohmann::json::sax_parse(begin, end, &builder)) return fail(builder.error());
  return builder.take();
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
    if (c == '\n') {
      ++place.line;
      place.column = 1;
    } else if (!continues_character(c)) {
      ++place.column;
    }
  }
  return place;
}

}  // namespace imapscope::lesson
