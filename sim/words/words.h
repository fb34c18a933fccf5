// Words: every sentence that a person reads, by its key, in each language (README.md here). Code
// names a message and gives its arguments; what is said, in which order and in which plural form,
// stands in en/ and ru/.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/base/result.h"

namespace imapscope::words {

/// `{name}` in a message stands for its value.
struct Argument {
  std::string_view name;
  std::variant<std::int64_t, std::string> value;

  template <std::integral Number>
  Argument(std::string_view its_name, Number number)
      : name(its_name), value(static_cast<std::int64_t>(number)) {}
  Argument(std::string_view its_name, std::string text) : name(its_name), value(std::move(text)) {}
  friend bool operator==(const Argument&, const Argument&) = default;
};
using Arguments = std::initializer_list<Argument>;

/// Codes of the languages that there are words in; English is the first.
[[nodiscard]] const std::vector<std::string>& languages();

/// Of a locale of the system: "ru_RU.UTF-8" is "ru". English for "C", and for what has no words.
[[nodiscard]] std::string language_of_locale(std::string_view locale);

class Catalogue;

/// A copyable value, and small: the catalogues are shared.
class Words {
 public:
  /// In English where there are no words in that language.
  explicit Words(std::string_view language = "en");

  [[nodiscard]] const std::string& language() const;

  /// The message of that key, with its arguments. An argument that is called `count` chooses the
  /// plural form. What is not translated is said in English.
  [[nodiscard]] std::string operator()(std::string_view key, Arguments arguments = {}) const;
  /// The same with arguments that were collected before.
  [[nodiscard]] std::string with(std::string_view key, std::span<const Argument> arguments) const;
  /// The same without arguments, for a name that data brings: said as it is where it has no
  /// message.
  [[nodiscard]] std::string name(std::string_view group, std::string_view name) const;
  /// Whether there is a message of that key, which data may make up: not for plurals.
  [[nodiscard]] bool has(std::string_view key) const;

 private:
  std::shared_ptr<const Catalogue> own_;
};

}  // namespace imapscope::words
