// Fields: one object of a lesson file, read key by key. Faults do not stop the reading: everything
// is looked at, and the fault that stands first in the file is the one that is reported.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/lesson/hint.h"
#include "sim/lesson/read/json_tree.h"
#include "sim/lesson/read/read.h"
#include "sim/lesson/read/vocabulary.h"

namespace imapscope::lesson {

/// The fault of that name, lesson.fault.NAME in words.
[[nodiscard]] Said fault(const char* name, std::vector<Argument> arguments = {});

/// Collects faults, and keeps the first by its place.
class Faults {
 public:
  Faults(std::string_view text, std::string file) : text_(text), file_(std::move(file)) {}

  void add(std::size_t offset, const char* name, std::vector<Argument> arguments = {});
  void add(std::size_t offset, Said message);
  /// A fault in a file that the lesson names at `offset`.
  void add(std::size_t offset, ReadError elsewhere);

  [[nodiscard]] const std::optional<ReadError>& first() const { return first_; }
  [[nodiscard]] Place place(std::size_t offset) const { return place_of(text_, offset); }

 private:
  std::string_view text_;
  std::string file_;
  std::size_t first_offset_ = 0;
  std::optional<ReadError> first_;
};

class Fields {
 public:
  /// Reports a value that is no object, keys that `shape` does not have or that stand twice, and
  /// required keys that are missing.
  Fields(Faults& faults, const Json& json, const Shape& shape);

  [[nodiscard]] std::size_t offset() const { return json_.offset; }
  [[nodiscard]] const Json* find(std::string_view key) const { return member(json_, key); }
  [[nodiscard]] std::size_t offset_of(std::string_view key) const;

  // ---- a value of one type; `fallback` where the key is missing or its value is faulty ----
  [[nodiscard]] std::string string(std::string_view key, std::string fallback = {}) const;
  [[nodiscard]] bool boolean(std::string_view key, bool fallback) const;
  [[nodiscard]] std::int64_t number(std::string_view key, std::int64_t least, std::int64_t most,
                                    std::int64_t fallback) const;
  /// By language; each a string, or a list of paragraphs. "en" must be there.
  [[nodiscard]] Text text(std::string_view key) const;
  /// A list of such texts.
  [[nodiscard]] std::vector<Text> texts(std::string_view key) const;
  /// Empty where the key is missing.
  [[nodiscard]] const Json::Array& array(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> strings(std::string_view key) const;

  template <class E, std::size_t n>
  [[nodiscard]] E word(std::string_view key, const std::array<Word<E>, n>& words,
                       E fallback) const {
    if (find(key) == nullptr) return fallback;
    const std::string written = string(key);
    std::vector<std::string_view> names;
    for (const auto& [name, value] : words) {
      if (written == name) return value;
      names.push_back(name);
    }
    reject_word(key, written, names);
    return fallback;
  }
  [[nodiscard]] std::string one_of(std::string_view key,
                                   std::span<const std::string_view> words) const;

 private:
  void reject_word(std::string_view key, const std::string& written,
                   const std::vector<std::string_view>& words) const;

  Faults& faults_;
  const Json& json_;
};

/// A text by language; `name` is what messages call it.
[[nodiscard]] Text text_of(Faults& faults, std::string_view name, const Json& json);

/// The strings of a list; a fault for each element that is none.
[[nodiscard]] std::vector<std::string> strings_of(Faults& faults, const Json& json);

}  // namespace imapscope::lesson
