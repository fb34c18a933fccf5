// Words: every sentence that a person reads, by its key, in each language (README.md here). Code
// names a message and gives its arguments; what is said, in which order and in which plural form,
// stands in en/ and ru/.
#pragma once

#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/said.h"

namespace imapscope::words {

using imapscope::Argument;
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

  /// The message of that key, with its arguments. What is not translated is said in English.
  [[nodiscard]] std::string operator()(std::string_view key, Arguments arguments = {}) const;
  [[nodiscard]] std::string operator()(const Said& said) const;
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
