#include "sim/words/catalogue.h"

#include <nlohmann/json.hpp>
#include <span>
#include <utility>

#include "embedded/words_en.h"
#include "embedded/words_ru.h"

namespace imapscope::words {
namespace {

using nlohmann::json;

/// False where a leaf is no string.
bool collect(const json& tree, const std::string& prefix, Catalogue::Messages& messages) {
  for (const auto& [key, value] : tree.items()) {
    const std::string name = prefix.empty() ? key : prefix + "." + key;
    if (value.is_object() && !collect(value, name, messages)) return false;
    if (value.is_object()) continue;
    if (!value.is_string()) return false;
    messages.emplace(name, value.get<std::string>());
  }
  return true;
}

std::shared_ptr<const Catalogue> embedded(std::string language,
                                          std::span<const unsigned char> bytes) {
  // The program's own files are right: the tests read them.
  auto catalogue = read_catalogue(std::move(language),
                                  {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  return std::make_shared<const Catalogue>(std::move(catalogue).value());
}

}  // namespace

const std::string* Catalogue::find(std::string_view key) const {
  const auto found = messages_.find(key);
  return found == messages_.end() ? nullptr : &found->second;
}

Result<Catalogue, std::string> read_catalogue(std::string language, std::string_view text) {
  const json tree = json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!tree.is_object()) return fail("The words in '" + language + "' are no JSON object.");
  Catalogue::Messages messages;
  if (!collect(tree, "", messages)) {
    return fail("The words in '" + language + "' hold something that is neither text nor group.");
  }
  return Catalogue(std::move(language), std::move(messages));
}

std::shared_ptr<const Catalogue> catalogue_of(std::string_view language) {
  static const std::shared_ptr<const Catalogue> english = embedded("en", embedded::words_en());
  static const std::shared_ptr<const Catalogue> russian = embedded("ru", embedded::words_ru());
  return language == "ru" ? russian : english;
}

}  // namespace imapscope::words
