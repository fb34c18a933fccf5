#include "sim/words/catalogue.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "embedded/words_files.h"

namespace imapscope::words {
namespace {

using nlohmann::json;

/// False where a leaf is no string.
bool collect(const json& tree, const std::string& prefix, Catalogue::Messages& messages) {
  for (const auto& [key, value] : tree.items()) {
    const std::string name = prefix + "." + key;
    if (value.is_object() && !collect(value, name, messages)) return false;
    if (value.is_object()) continue;
    if (!value.is_string()) return false;
    messages.emplace(name, value.get<std::string>());
  }
  return true;
}

/// Of all files en/*.json, if that is the language.
std::shared_ptr<const Catalogue> embedded_in(const std::string& language) {
  Catalogue::Messages messages;
  for (const embedded::File& file : embedded::words_files()) {
    const std::size_t slash = file.path.find('/');
    if (file.path.substr(0, slash) != language) continue;
    const std::string_view name = file.path.substr(slash + 1);
    const std::string room(name.substr(0, name.find('.')));
    // The program's own files are right: the tests read them.
    messages.merge(*read_messages(
        room, {reinterpret_cast<const char*>(file.bytes.data()), file.bytes.size()}));
  }
  return std::make_shared<const Catalogue>(language, std::move(messages));
}

}  // namespace

const std::string* Catalogue::find(std::string_view key) const {
  const auto found = messages_.find(key);
  return found == messages_.end() ? nullptr : &found->second;
}

Result<Catalogue::Messages, std::string> read_messages(const std::string& room,
                                                       std::string_view text) {
  const json tree = json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!tree.is_object()) return fail("The words of '" + room + "' are no JSON object.");
  Catalogue::Messages messages;
  if (!collect(tree, room, messages)) {
    return fail("The words of '" + room + "' hold something that is neither text nor group.");
  }
  return messages;
}

std::shared_ptr<const Catalogue> catalogue_of(std::string_view language) {
  static const std::shared_ptr<const Catalogue> english = embedded_in("en");
  static const std::shared_ptr<const Catalogue> russian = embedded_in("ru");
  return language == "ru" ? russian : english;
}

}  // namespace imapscope::words
