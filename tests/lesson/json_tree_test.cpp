// What counts as JSON, and what is said of a text that is none.
#include "sim/lesson/read/json_tree.h"

#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "tests/in_english.h"

namespace imapscope::lesson {
namespace {

struct Broken {
  const char* what;
  std::string json;  // `^` stands where the fault is told
  const char* why;
};

/// The tree as the JSON library would have built it.
nlohmann::json as_library(const Json& json) {
  if (const auto* array = std::get_if<Json::Array>(&json.value)) {
    auto all = nlohmann::json::array();
    for (const Json& each : *array) all.push_back(as_library(each));
    return all;
  }
  if (const auto* object = std::get_if<Json::Object>(&json.value)) {
    auto all = nlohmann::json::object();
    for (const Member& each : *object) all[each.key] = as_library(each.value);
    return all;
  }
  if (const auto* text = std::get_if<std::string>(&json.value)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&json.value)) return *whole;
  if (const auto* real = std::get_if<double>(&json.value)) return *real;
  if (const auto* truth = std::get_if<bool>(&json.value)) return *truth;
  return nullptr;
}

void check_like_library(const std::string& text) {
  INFO(text);
  const auto tree = parse_json(text);
  const auto library = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
  REQUIRE(tree.has_value() == !library.is_discarded());
  if (tree) CHECK(as_library(*tree) == library);
}

}  // namespace

TEST_CASE("a text that is no JSON is refused where it goes wrong") {
  const Broken all[] = {
      {"blanks alone", " \n^", "it ends where a value is missing"},
      {"two commas", "[1,^,2]", "a value is missing before this"},
      {"a comma too many", "{\"a\": 1,^}", "a key in quotes is missing before this"},
      {"a list left open", "[1 ^", "it ends where a comma or \"]\" is missing"},
      {"the wrong bracket", "[1^}", "a comma or \"]\" is missing before this"},
      {"no colon", "{\"a\" ^1}", "a colon is missing before this"},
      {"single quotes", "{^'a': 1}", "a key in quotes is missing before this"},
      {"a comment", "^// no", "a value is missing before this"},
      {"a bare word", "[^yes]", "a value is missing before this"},
      {"a second value", "1 ^2", "its value ends before this"},
      {"quotes left open", "\"abc^", "it ends within quotes"},
      {"a line break", "\"a^\nb\"", "within quotes a line break is written as \\n, a tab as \\t"},
      {"an unknown escape", "\"a^\\q\"", "there is no such escape"},
      {"too few digits", "\"^\\u12g4\"", "\\u and its four digits name no character"},
      {"half a pair", "\"^\\ud800x\"", "\\u and its four digits name no character"},
      {"Latin-1", "\"a^\xe9\"", "this is no UTF-8"},
      {"no digit", "[^-]", "this is not how JSON writes a number"},
      {"no fraction", "[^1.]", "this is not how JSON writes a number"},
      {"no exponent", "[^1e]", "this is not how JSON writes a number"},
      {"a leading zero", "[0^1]", "a comma or \"]\" is missing before this"},
      {"beyond any number", "[^1e999]", "this number is too large"},
  };
  for (const Broken& broken : all) {
    INFO(std::string(broken.what));
    std::string json = broken.json;
    const std::size_t offset = json.find('^');
    const auto tree = parse_json(json.erase(offset, 1));
    REQUIRE(!tree.has_value());
    CHECK(in_english(tree.error().message) == std::string("This is not JSON: ") + broken.why + ".");
    CHECK(tree.error().offset == offset);
  }
}

TEST_CASE("values, escapes and numbers are read as the JSON library reads them") {
  for (const char* text : {"null",
                           " true ",
                           "[false]",
                           "{}",
                           "[]",
                           "-0",
                           "0.5",
                           "-12e-3",
                           "1E+2",
                           "9223372036854775807",
                           "-9223372036854775808",
                           "1e400",
                           "-",
                           "+1",
                           ".5",
                           "01",
                           "\"\"",
                           "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
                           "\"\\u0000\\u00e9\\u20ac\\ud83d\\ude00\"",
                           "\"\\udc00\"",
                           "\"\\ud83d\\u0041\"",
                           "\"\xc3\xa9\xe2\x82\xac\"",
                           "\"\xc0\x80\"",
                           "\"\xed\xa0\x80\"",
                           "\xef\xbb\xbf[1]",
                           "nul",
                           "[[],{},[{\"a\":[]}]]",
                           "{\"a\":{\"b\":[1,\"x\"]}}",
                           "{\"a\":1,}",
                           "{1:2}",
                           "[1] x",
                           "\x01"}) {
    check_like_library(text);
  }
}

TEST_CASE(
    "a shipped lesson that lost, gained or changed any one octet is judged as by the library") {
  std::ifstream file(std::string(IMAPSCOPE_SOURCE_DIR) + "/lessons/001_hello.json");
  std::ostringstream content;
  content << file.rdbuf();
  const std::string lesson = content.str();
  REQUIRE(!lesson.empty());
  check_like_library(lesson);
  for (std::size_t i = 0; i < lesson.size(); i += 7) {
    const char octet = "\"{}[],:\\ue0-\n\xc3"[i % 14];
    std::string changed = lesson;
    changed[i] = octet;
    check_like_library(changed);
    check_like_library(lesson.substr(0, i) + octet + lesson.substr(i));
    check_like_library(lesson.substr(0, i) + lesson.substr(i + 1));
  }
}

}  // namespace imapscope::lesson
