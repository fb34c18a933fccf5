// JSON as a tree in which every value and every key knows its place, so that a fault in a lesson's
// meaning is reported as exactly as one in its syntax: in our words, the same whatever JSON library
// the rest of the program was built with. The only reader of JSON in lesson/ (write.cpp writes it).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/base/result.h"
#include "sim/base/said.h"
#include "sim/lesson/model.h"

namespace imapscope::lesson {

struct Member;

struct Json {
  using Array = std::vector<Json>;
  using Object = std::vector<Member>;  ///< in the file's order; a doubled key stands twice

  std::size_t offset = 0;  ///< of its first octet, in the text
  std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object> value;
};

struct Member {
  std::string key;
  std::size_t key_offset = 0;
  Json value;
};

struct JsonError {
  Said message;
  std::size_t offset = 0;
};

/// Nothing is read of a text that is not JSON, or nests deeper than any lesson does.
[[nodiscard]] Result<Json, JsonError> parse_json(std::string_view text);

/// The member's value; null where `json` is no object or has no such key.
[[nodiscard]] const Json* member(const Json& json, std::string_view key);

/// Line and column of an offset, from 1; columns count characters, not octets.
[[nodiscard]] Place place_of(std::string_view text, std::size_t offset);

}  // namespace imapscope::lesson
