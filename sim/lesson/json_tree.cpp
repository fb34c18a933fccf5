#include "sim/lesson/json_tree.h"

#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

namespace imapscope::lesson {
namespace {

constexpr std::size_t deepest = 32;

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

/// The library's message without its own idea of the place: "unexpected '}'; expected …".
std::string reason_of(const std::string& what) {
  const std::size_t dash = what.find(" - ");
  const std::string reason = dash == std::string::npos ? what : what.substr(dash + 3);
  return "This is not JSON: " + reason.substr(0, reason.find("; last read")) + ".";
}

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
  bool number_integer(std::int64_t value) { return add(value); }
  bool number_unsigned(std::uint64_t value) {
    if (std::in_range<std::int64_t>(value)) return add(static_cast<std::int64_t>(value));
    return add(static_cast<double>(value));
  }
  bool number_float(double value, const std::string& /*written*/) { return add(value); }
  bool string(std::string& value) { return add(std::move(value)); }
  bool binary(nlohmann::json::binary_t& /*value*/) { return false; }
  bool start_object(std::size_t /*size*/) { return open(Json::Object{}); }
  bool start_array(std::size_t /*size*/) { return open(Json::Array{}); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(std::string& key) {
    std::get<Json::Object>(path_.back()->value).push_back({std::move(key), begin_of_token(), {}});
    return true;
  }
  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::detail::exception& why) {
    error_ = {reason_of(why.what()), position == 0 ? 0 : position - 1};
    return false;
  }

 private:
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
    json.offset = begin_of_token();
    json.value = std::move(value);
    return true;
  }

  template <class T>
  bool open(T empty) {
    Json& json = place_for_next();
    json.offset = begin_of_token();
    json.value = std::move(empty);
    path_.push_back(&json);
    if (path_.size() <= deepest) return true;
    error_ = {"This nests deeper than any lesson does.", json.offset};
    return false;
  }

  bool close() {
    path_.pop_back();
    end_of_last_ = static_cast<std::size_t>(reached_ - text_.data());
    return true;
  }

  std::string_view text_;
  const char* reached_;
  std::size_t end_of_last_ = 0;
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
