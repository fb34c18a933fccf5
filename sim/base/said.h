// Said: what a person is to be told, as a value: the key of a message and its arguments. Whoever
// makes it speaks no language; where somebody reads it, sim/words says it in his.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace imapscope {

struct Argument;

struct Said {
  std::string key;  ///< of a message in sim/words; what has none there, text of data, is said as is
  std::vector<Argument> arguments;

  Said();
  explicit Said(std::string its_key);
  Said(std::string its_key, std::vector<Argument> its_arguments);

  /// Nothing is to be told.
  [[nodiscard]] bool empty() const { return key.empty(); }
};

/// `{name}` in a message stands for its value. One that is called `count` chooses the plural form.
struct Argument {
  std::string_view name;
  std::variant<std::int64_t, std::string, Said> value;

  template <std::integral Number>
  Argument(std::string_view its_name, Number number)
      : name(its_name), value(static_cast<std::int64_t>(number)) {}
  Argument(std::string_view its_name, std::string text) : name(its_name), value(std::move(text)) {}
  /// It is said in the same language.
  Argument(std::string_view its_name, Said said) : name(its_name), value(std::move(said)) {}
};

inline Said::Said() = default;
inline Said::Said(std::string its_key) : key(std::move(its_key)) {}
inline Said::Said(std::string its_key, std::vector<Argument> its_arguments)
    : key(std::move(its_key)), arguments(std::move(its_arguments)) {}

inline bool operator==(const Argument& a, const Argument& b);
inline bool operator==(const Said& a, const Said& b) {
  return a.key == b.key && a.arguments == b.arguments;
}
inline bool operator==(const Argument& a, const Argument& b) {
  return a.name == b.name && a.value == b.value;
}

}  // namespace imapscope
