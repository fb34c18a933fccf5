// Every message is translated, used, and has the same arguments in each language.
#include "sim/words/words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "sim/imap/capability.h"
#include "sim/imap/command.h"
#include "sim/imap/extension_arguments.h"
#include "sim/imap/extension_commands.h"
#include "sim/imap/response.h"
#include "sim/server/temper/misbehaviour.h"
#include "sim/server/temper/profiles.h"
#include "sim/server/temper/temper.h"
#include "sim/words/catalogue.h"
#include "sim/words/plural.h"

using namespace imapscope;
using namespace imapscope::words;

namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

std::string sources_in(const std::string& folder) {
  std::string text;
  for (const auto& entry : fs::recursive_directory_iterator(IMAPSCOPE_SOURCE_DIR + folder)) {
    const fs::path extension = entry.path().extension();
    if (extension == ".cpp" || extension == ".h") text += content_of(entry.path());
  }
  return text;
}

std::string all_sources() {
  return sources_in("/sim") + sources_in("/gui");
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

/// What stands between each `before` and the next `after`.
std::vector<std::string> all_between(std::string_view text, std::string_view before,
                                     std::string_view after) {
  std::vector<std::string> found;
  for (std::size_t at = text.find(before); at != std::string_view::npos;
       at = text.find(before, at)) {
    at += before.size();
    found.emplace_back(text.substr(at, text.find(after, at) - at));
  }
  return found;
}

std::set<std::string> arguments_in(const std::string& message) {
  std::set<std::string> names;
  for (const std::string& name : all_between(message, "{", "}")) {
    // `{11}` is wire text.
    const bool is_name = name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == name.npos;
    if (is_name && !name.empty()) names.insert(name);
  }
  return names;
}

/// A word of small letters outside of arguments and wire text: `UID {uid}` has none.
bool has_prose(const std::string& message) {
  std::string rest;
  bool apart = false;
  for (const char c : message) {
    if (c == '`') apart = !apart;
    if (c == '{') apart = true;
    if (!apart) rest += c;
    if (c == '}') apart = false;
  }
  std::istringstream in(rest);
  for (std::string word; in >> word;) {
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    if (word.size() > 1 && std::all_of(word.begin(), word.end(), is_small)) return true;
  }
  return false;
}

/// Of `words("room.message")` and `words_("room.message")`; with a dot at its end it is the
/// beginning of keys, and without any it is text for another function of that name.
std::vector<std::string> keys_used_in(const std::string& sources) {
  std::vector<std::string> keys;
  for (const char* call : {"words(\"", "words_(\""}) {
    for (const std::string& key : all_between(sources, call, "\"")) {
      if (key.find('.') != std::string::npos) keys.push_back(key);
    }
  }
  return keys;
}

/// As a literal, or a dotted beginning of it: `words("play." + name)`.
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
    for (const auto& entry : catalogue_of(language)->messages()) {
      const std::string& key = entry.first;
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
  for (const auto& entry : catalogue_of("en")->messages()) {
    const std::string& key = entry.first;
    const std::string& message = entry.second;
    const auto [it, first] = english.emplace(plain(key), arguments_in(message));
    INFO(key);
    if (!first) CHECK(it->second == arguments_in(message));
  }
  for (const std::string& language : languages()) {
    for (const auto& entry : catalogue_of(language)->messages()) {
      const std::string& key = entry.first;
      const std::string& message = entry.second;
      INFO(language, ": ", key);
      CHECK(english[plain(key)] == arguments_in(message));
      CHECK_FALSE(message.empty());
    }
  }
}

TEST_CASE("a Russian message is in Russian, unless it is made of names") {
  for (const auto& entry : catalogue_of("ru")->messages()) {
    const std::string& key = entry.first;
    const std::string& message = entry.second;
    const std::string* english = catalogue_of("en")->find(key);
    if (english == nullptr || !has_prose(*english)) continue;
    INFO(key, ": ", message);
    // A Cyrillic letter begins with 0xD0 or 0xD1 in UTF-8.
    CHECK(message.find_first_of("\xD0\xD1") != std::string::npos);
  }
}

TEST_CASE("every message is used, and every key that is used has a message") {
  const std::string sources = all_sources();
  for (const std::string& key : keys_of("en")) CHECK_MESSAGE(is_used(key, sources), key);
  const std::set<std::string> keys = keys_of("en");
  const std::vector<std::string> used = keys_used_in(sources);
  for (const std::string& key : used) {
    const auto at = keys.lower_bound(key);
    const bool is_beginning = key.ends_with('.') && at != keys.end() && at->starts_with(key);
    CHECK_MESSAGE((is_beginning || keys.contains(key)), key);
  }
  CHECK_FALSE(used.empty());
}

TEST_CASE("every row of a table of IMAP has a message") {
  std::vector<std::string> needed;
  for (const CommandInfo& row : command_table()) {
    needed.push_back("commands.purpose." + std::string(row.verb));
  }
  for (const ExtensionCommand& row : extension_commands) {
    needed.push_back("commands.purpose." + std::string(row.verb));
  }
  for (const CapabilityInfo& row : capabilities) {
    needed.push_back("explain.capability.name." + std::string(row.name));
  }
  for (const CapabilityInfo& row : foreign_capabilities) {
    needed.push_back("explain.capability.name." + std::string(row.name));
  }
  for (const ExtensionArgument& row : extension_arguments) {
    needed.push_back("arguments.meaning." + std::string(row.slot) + "." + std::string(row.name));
  }
  for (const DataInfo& row : data_table()) {
    needed.push_back("responses.purpose." + std::string(row.name));
  }
  for (const CodeInfo& row : code_table()) {
    needed.push_back("codes.meaning." + std::string(row.name));
  }
  for (const server::Profile& row : server::profiles()) {
    needed.push_back("profiles.name." + std::string(row.id));
  }
  for (const server::Choice& row : server::choices()) {
    for (const std::string_view value : row.values) {
      needed.push_back("profiles.choice." + std::string(row.key) + "." + std::string(value));
    }
  }
  for (const server::FaultInfo& row : server::fault_table()) {
    needed.push_back("faults.kind." + std::string(row.key));
  }
  const std::set<std::string> keys = keys_of("en");
  for (const std::string& key : needed) CHECK_MESSAGE(keys.contains(key), key);
}

TEST_CASE("every key that stands in a table or in what is said as a value has a message") {
  struct Row {
    const char* sources;
    std::vector<std::string> rooms;
  };
  const Row rows[] = {
      {"/gui", {"keys.", "legend.", "messages."}},
      {"/gui/layout", {"console.slot."}},
      {"/gui/app", {"start.files."}},
      {"/sim", {"files.", "lesson.", "note.", "trace.", "world."}},
  };
  const std::set<std::string> keys = keys_of("en");
  for (const Row& row : rows) {
    const std::string sources = sources_in(row.sources);
    for (const std::string& room : row.rooms) {
      const std::vector<std::string> names = all_between(sources, '"' + room, "\"");
      CHECK_FALSE(names.empty());
      for (const std::string& name : names) {
        const bool is_beginning = name.empty() || name.ends_with('.');
        CHECK_MESSAGE((is_beginning || keys.contains(room + name)), room, name);
      }
    }
  }
}

// `e.say("tag", …)` says the term `explain.term.tag`.
TEST_CASE("every term that an explanation says has a message, and every term is said") {
  const std::string sources = sources_in("/sim/explain");
  const std::regex call(
      R"re((?:say|pass)(?:_\w+)?\(\s*(?:[\w.]+ \? )?"(\w*[^\W_])"(?:\s*: "(\w+)")?)re");
  const std::set<std::string> keys = keys_of("en");
  std::size_t found = 0;
  for (std::sregex_iterator at(sources.begin(), sources.end(), call), end; at != end; ++at) {
    for (const std::size_t group : {1U, 2U}) {
      if (!(*at)[group].matched) continue;
      CHECK_MESSAGE(keys.contains("explain.term." + (*at)[group].str()), (*at)[group].str());
      ++found;
    }
  }
  CHECK(found > 50);
  const std::string room = "explain.term.";
  for (const std::string& key : keys) {
    if (!key.starts_with(room) || key.starts_with(room + "namespaces_")) continue;
    CHECK_MESSAGE(sources.find('"' + key.substr(room.size()) + '"') != sources.npos, key);
  }
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

TEST_CASE("what is said as a value may hold what is said") {
  const Said minutes("play.minutes", {{"count", 2}});
  const Said whole("play.set_up", {{"what", minutes}});
  CHECK(Words("en")(whole) == "Set-up: 2 minutes.");
  CHECK(Words("ru")(whole) == Words("ru")("play.set_up", {{"what", std::string("2 минуты")}}));
  CHECK(whole == Said("play.set_up", {{"what", minutes}}));
  CHECK_FALSE(whole == Said("play.set_up", {{"what", Said("play.minutes", {{"count", 3}})}}));
  CHECK(Words("ru")(Said("Tea at {3}?")) == "Tea at {3}?");
  CHECK(Said().empty());
}

TEST_CASE("braces in an argument are text") {
  CHECK(Words("en")("play.set_up", {{"what", std::string("{350}")}}) == "Set-up: {350}.");
}

TEST_CASE("the system's locale names a language, and English is meant where it names none") {
  for (const char* locale : {"ru", "ru_RU", "ru_RU.UTF-8", "ru.KOI8-R"}) {
    CHECK(language_of_locale(locale) == "ru");
  }
  for (const char* locale : {"", "C", "POSIX", "C.UTF-8", "en_GB.UTF-8", "rue", "de_DE@euro"}) {
    CHECK(language_of_locale(locale) == "en");
  }
}

TEST_CASE("an unknown language is English") {
  CHECK(Words("xx").language() == "en");
}

TEST_CASE("a name that data brings is said as it is where nobody has translated it") {
  CHECK(Words("ru").name("lesson.group.", "practice") == "практика");
  CHECK(Words("ru").name("lesson.group.", "extensions of 2031") == "extensions of 2031");
}

TEST_CASE("a file of words that is none is refused in one sentence") {
  CHECK(read_messages("play", "{").error() == "The words of 'play' are no JSON object.");
  CHECK(read_messages("play", "{\"a\": {\"b\": 1}}").error() ==
        "The words of 'play' hold something that is neither text nor group.");
  CHECK(read_messages("play", "{\"a\": {\"b\": \"c\"}}")->at("play.a.b") == "c");
}

TEST_CASE("each language has the same files, and each of them holds words") {
  const fs::path folder = IMAPSCOPE_SOURCE_DIR "/sim/words";
  for (const std::string& language : languages()) {
    std::size_t messages = 0;
    for (const auto& entry : fs::directory_iterator(folder / language)) {
      const fs::path name = entry.path().filename();
      INFO(language, "/", name.string());
      for (const std::string& other : languages()) CHECK(fs::exists(folder / other / name));
      const auto read = read_messages(name.stem().string(), content_of(entry.path()));
      REQUIRE(read.has_value());
      CHECK_FALSE(read->empty());
      messages += read->size();
    }
    CHECK(catalogue_of(language)->messages().size() == messages);
  }
}
