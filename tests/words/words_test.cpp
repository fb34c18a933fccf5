// Every message is translated, used, and has the same arguments in each language.
#include "sim/words/words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "sim/words/catalogue.h"
#include "sim/words/plural.h"

using namespace imapscope::words;

namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

std::string all_sources() {
  std::string text;
  for (const char* folder : {"/sim", "/gui"}) {
    for (const auto& entry :
         fs::recursive_directory_iterator(IMAPSCOPE_SOURCE_DIR + std::string(folder))) {
      const fs::path extension = entry.path().extension();
      if (extension == ".cpp" || extension == ".h") text += content_of(entry.path());
    }
  }
  return text;
}

/// The key without its plural form.
std::string plain(const std::string& key) {
  for (const char* form : {"_one", "_few", "_many", "_other"}) {
    if (key.ends_with(form)) return key.substr(0, key.size() - std::string(form).size());
  }
  return key;
}

bool is_plural(const std::string& key) {
  return plain(key) != key;
}

std::set<std::string> keys_of(const std::string& language) {
  std::set<std::string> keys;
  for (const auto& [key, message] : catalogue_of(language)->messages()) keys.insert(plain(key));
  return keys;
}

std::set<std::string> arguments_in(const std::string& message) {
  static const std::regex argument("\\{([a-z_]+)\\}");
  std::set<std::string> names;
  for (std::sregex_iterator it(message.begin(), message.end(), argument), end; it != end; ++it) {
    names.insert((*it)[1]);
  }
  return names;
}

/// As a literal, or a dotted beginning of it: `words("group." + lesson.group)`.
bool is_used(const std::string& key, const std::string& sources) {
  if (sources.find('"' + key + '"') != std::string::npos) return true;
  for (std::size_t dot = key.find('.'); dot != std::string::npos; dot = key.find('.', dot + 1)) {
    if (sources.find('"' + key.substr(0, dot + 1) + '"') != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("every message stands in every language") {
  for (const std::string& language : languages()) {
    INFO(language);
    CHECK(catalogue_of(language)->language() == language);
    CHECK(keys_of(language) == keys_of("en"));
  }
}

TEST_CASE("a plural has all the forms of its language, and no others") {
  for (const std::string& language : languages()) {
    for (const auto& [key, message] : catalogue_of(language)->messages()) {
      if (!is_plural(key)) continue;
      INFO(language, ": ", key);
      const std::vector<std::string_view>& forms = plural_forms(language);
      const std::string form = key.substr(plain(key).size() + 1);
      CHECK(std::find(forms.begin(), forms.end(), form) != forms.end());
      for (const std::string_view each : forms) {
        CHECK(catalogue_of(language)->find(plain(key) + "_" + std::string(each)) != nullptr);
      }
    }
  }
}

TEST_CASE("a message has the same arguments in every language and every form") {
  std::map<std::string, std::set<std::string>> english;
  for (const auto& [key, message] : catalogue_of("en")->messages()) {
    const auto [it, first] = english.emplace(plain(key), arguments_in(message));
    INFO(key);
    if (!first) CHECK(it->second == arguments_in(message));
  }
  for (const std::string& language : languages()) {
    for (const auto& [key, message] : catalogue_of(language)->messages()) {
      INFO(language, ": ", key);
      CHECK(english[plain(key)] == arguments_in(message));
      CHECK_FALSE(message.empty());
    }
  }
}

TEST_CASE("every message is used, and every key that is used has a message") {
  const std::string sources = all_sources();
  for (const std::string& key : keys_of("en")) CHECK_MESSAGE(is_used(key, sources), key);
  static const std::regex call("\\bwords_?\\(\"([a-z_. ]+[a-z])\"");
  const std::set<std::string> keys = keys_of("en");
  std::size_t calls = 0;
  for (std::sregex_iterator it(sources.begin(), sources.end(), call), end; it != end; ++it) {
    CHECK_MESSAGE(keys.contains((*it)[1]), (*it)[1].str());
    ++calls;
  }
  CHECK(calls > 0);
}

TEST_CASE("arguments are filled in by name, and a count chooses its form") {
  struct Row {
    const char* language;
    int count;
    const char* said;
  };
  const Row rows[] = {
      {"en", 0, "0 minutes"},  {"en", 1, "1 minute"},   {"en", 2, "2 minutes"},
      {"ru", 0, "0 минут"},    {"ru", 1, "1 минута"},   {"ru", 3, "3 минуты"},
      {"ru", 5, "5 минут"},    {"ru", 11, "11 минут"},  {"ru", 12, "12 минут"},
      {"ru", 21, "21 минута"}, {"ru", 24, "24 минуты"}, {"ru", 111, "111 минут"},
  };
  for (const Row& row : rows) {
    CHECK(Words(row.language)("play.minutes", {{"count", row.count}}) == row.said);
  }
  CHECK(Words("ru")("play.commands", {{"count", 2}, {"par", 3}}) == "2 команды, достаточно 3");
}

TEST_CASE("braces in an argument are text") {
  CHECK(Words("en")("play.set_up", {{"what", std::string("{350}")}}) == "Set-up: {350}.");
}

TEST_CASE("an unknown language is English") {
  CHECK(Words("xx").language() == "en");
}

TEST_CASE("a catalogue that is none is refused in one sentence") {
  CHECK(read_catalogue("ru", "{").error() == "The words in 'ru' are no JSON object.");
  CHECK(read_catalogue("ru", "{\"a\": {\"b\": 1}}").error() ==
        "The words in 'ru' hold something that is neither text nor group.");
}
