#include "sim/lesson/read/fields.h"

#include <algorithm>

#include "sim/base/ascii.h"

namespace imapscope::lesson {
namespace {

bool is_language(std::string_view code) {
  return code.size() >= 2 && ascii::is_alpha(code[0]) && ascii::is_alpha(code[1]) &&
         (code.size() == 2 || code[2] == '-');
}

/// A string, or a list of paragraphs.
std::string paragraphs_of(Faults& faults, const Json& json) {
  if (const auto* whole = std::get_if<std::string>(&json.value)) return *whole;
  std::string text;
  for (const std::string& paragraph : strings_of(faults, json)) {
    if (!text.empty()) text += "\n\n";
    text += paragraph;
  }
  return text;
}

}  // namespace

Said fault(const char* name, std::vector<Argument> arguments) {
  return {"lesson.fault." + std::string(name), std::move(arguments)};
}

void Faults::add(std::size_t offset, const char* name, std::vector<Argument> arguments) {
  add(offset, fault(name, std::move(arguments)));
}

void Faults::add(std::size_t offset, Said message) {
  add(offset, ReadError{std::move(message), place(offset), file_});
}

void Faults::add(std::size_t offset, ReadError elsewhere) {
  if (first_ && first_offset_ <= offset) return;
  first_offset_ = offset;
  first_ = std::move(elsewhere);
}

Fields::Fields(Faults& faults, const Json& json, const Shape& shape)
    : faults_(faults), json_(json) {
  const auto* object = std::get_if<Json::Object>(&json.value);
  if (object == nullptr) {
    faults.add(json.offset, "no_object", {{"key", in_quotes(shape.name)}});
    return;
  }
  std::vector<std::string_view> known;
  for (const Key& key : shape.keys) {
    known.push_back(key.name);
    if (key.required && find(key.name) == nullptr) {
      faults.add(json.offset, "needs",
                 {{"object", in_quotes(shape.name)}, {"key", in_quotes(key.name)}});
    }
  }
  std::vector<std::string_view> seen;
  for (const Member& each : *object) {
    if (std::find(known.begin(), known.end(), each.key) == known.end()) {
      const Said unknown =
          fault("no_key", {{"object", in_quotes(shape.name)}, {"key", in_quotes(each.key)}});
      faults.add(each.key_offset, hinted(unknown, each.key, known));
    }
    if (std::find(seen.begin(), seen.end(), each.key) != seen.end()) {
      faults.add(each.key_offset, "twice", {{"key", in_quotes(each.key)}});
    }
    seen.push_back(each.key);
  }
}

std::size_t Fields::offset_of(std::string_view key) const {
  const Json* json = find(key);
  return json == nullptr ? json_.offset : json->offset;
}

std::string Fields::string(std::string_view key, std::string fallback) const {
  const Json* json = find(key);
  if (json == nullptr) return fallback;
  if (const auto* text = std::get_if<std::string>(&json->value)) return *text;
  faults_.add(json->offset, "no_string", {{"key", in_quotes(key)}});
  return fallback;
}

bool Fields::boolean(std::string_view key, bool fallback) const {
  const Json* json = find(key);
  if (json == nullptr) return fallback;
  if (const auto* value = std::get_if<bool>(&json->value)) return *value;
  faults_.add(json->offset, "no_boolean", {{"key", in_quotes(key)}});
  return fallback;
}

std::int64_t Fields::number(std::string_view key, std::int64_t least, std::int64_t most,
                            std::int64_t fallback) const {
  const Json* json = find(key);
  if (json == nullptr) return fallback;
  const auto* value = std::get_if<std::int64_t>(&json->value);
  if (value != nullptr && *value >= least && *value <= most) return *value;
  faults_.add(json->offset, "no_number",
              {{"key", in_quotes(key)}, {"least", least}, {"most", most}});
  return fallback;
}

Text Fields::text(std::string_view key) const {
  const Json* json = find(key);
  return json == nullptr ? Text{} : text_of(faults_, key, *json);
}

std::vector<Text> Fields::texts(std::string_view key) const {
  std::vector<Text> texts;
  for (const Json& each : array(key)) texts.push_back(text_of(faults_, key, each));
  return texts;
}

const Json::Array& Fields::array(std::string_view key) const {
  static const Json::Array nothing;
  const Json* json = find(key);
  if (json == nullptr) return nothing;
  if (const auto* array = std::get_if<Json::Array>(&json->value)) return *array;
  faults_.add(json->offset, "no_list", {{"key", in_quotes(key)}});
  return nothing;
}

std::vector<std::string> Fields::strings(std::string_view key) const {
  const Json* json = find(key);
  return json == nullptr ? std::vector<std::string>{} : strings_of(faults_, *json);
}

std::string Fields::one_of(std::string_view key, std::span<const std::string_view> words) const {
  std::string written = string(key);
  if (find(key) != nullptr && std::find(words.begin(), words.end(), written) == words.end()) {
    reject_word(key, written, {words.begin(), words.end()});
  }
  return written;
}

void Fields::reject_word(std::string_view key, const std::string& written,
                         const std::vector<std::string_view>& words) const {
  const Said fault_here =
      fault("no_such_word", {{"key", in_quotes(key)}, {"word", in_quotes(written)}});
  faults_.add(offset_of(key), hinted(fault_here, written, words));
}

Text text_of(Faults& faults, std::string_view name, const Json& json) {
  const auto* object = std::get_if<Json::Object>(&json.value);
  if (object == nullptr) {
    faults.add(json.offset, "no_text", {{"key", in_quotes(name)}});
    return {};
  }
  Text text;
  for (const Member& each : *object) {
    if (!is_language(each.key)) {
      faults.add(each.key_offset, "no_language", {{"key", in_quotes(each.key)}});
    }
    text[each.key] = paragraphs_of(faults, each.value);
    if (text[each.key].empty()) faults.add(each.value.offset, "empty_text");
  }
  if (!text.contains("en")) {
    faults.add(json.offset, "no_english", {{"key", in_quotes(name)}});
  }
  return text;
}

std::vector<std::string> strings_of(Faults& faults, const Json& json) {
  const auto* array = std::get_if<Json::Array>(&json.value);
  if (array == nullptr) {
    faults.add(json.offset, "no_strings");
    return {};
  }
  std::vector<std::string> strings;
  for (const Json& each : *array) {
    if (const auto* text = std::get_if<std::string>(&each.value)) {
      strings.push_back(*text);
    } else {
      faults.add(each.offset, "element_no_string");
    }
  }
  return strings;
}

}  // namespace imapscope::lesson
