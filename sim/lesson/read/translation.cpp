#include "sim/lesson/read/translation.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"
#include "sim/lesson/read/json_tree.h"

namespace imapscope::lesson {
namespace {

constexpr std::string_view between_paragraphs = "\n\n";

std::vector<std::string> cut_into_paragraphs(std::string_view text) {
  std::vector<std::string> paragraphs;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(between_paragraphs), text.size());
    paragraphs.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + between_paragraphs.size(), text.size()));
  }
  return paragraphs;
}

/// Calls `visit` with every text of the verb, in the order of the file.
template <class Verb, class Visit>
void visit_verb(Verb& verb, const Visit& visit) {
  std::visit(overloaded{
                 [&](auto& say) -> decltype(void(say.set_up)) {
                   for (auto* text : {&say.title, &say.set_up, &say.note, &say.text}) visit(*text);
                 },
                 [&](auto& ask) -> decltype(void(ask.question)) {
                   visit(ask.question);
                   for (auto& hint : ask.hints) visit(hint);
                   for (auto& option : ask.options) {
                     visit(option.words);
                     visit(option.why);
                   }
                   visit(ask.rule);
                 },
                 [&](auto& task) -> decltype(void(task.near_misses)) {
                   visit(task.title);
                   visit(task.text);
                   for (auto& part : task.goal) {
                     if (part.has_own_words) visit(part.words);
                   }
                   for (auto& hint : task.hints) visit(hint);
                 },
                 [](const Connect&) {},
                 [](const Send&) {},
                 [](const Deliver&) {},
                 [](const Wait&) {},
                 [](const Expect&) {},
                 [](const Highlight&) {},
                 [](const Disconnect&) {},
                 [](const Network&) {},
             },
             verb);
}

template <class AnyLesson, class Visit>
void visit_texts(AnyLesson& lesson, const Visit& visit) {
  for (auto* text : {&lesson.title, &lesson.goal, &lesson.learned}) visit(*text);
  for (auto& instruction : lesson.script) visit_verb(instruction.verb, visit);
}

using Words = std::map<std::string, std::string, std::less<>>;

Words words_of(const Translation& translation) {
  Words words;
  for (const Translated& each : translation.paragraphs) {
    if (!each.words.empty()) words.emplace(each.english, each.words);
  }
  return words;
}

/// Nothing where a paragraph is not translated.
std::optional<std::string> translated(const std::string& english, const Words& words) {
  std::string text;
  for (const std::string& paragraph : cut_into_paragraphs(english)) {
    const auto found = words.find(paragraph);
    if (found == words.end()) return std::nullopt;
    if (!text.empty()) text += between_paragraphs;
    text += found->second;
  }
  return text;
}

bool is_language(const Files::Entry& entry) {
  return entry.is_folder && entry.name.size() == 2 && ascii::is_alpha(entry.name[0]) &&
         ascii::is_alpha(entry.name[1]);
}

bool holds(const std::vector<std::string>& texts, const std::string& text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

}  // namespace

Result<Translation, ReadError> read_translation(std::string_view json, const std::string& language,
                                                const std::string& file) {
  const auto error_at = [&](std::size_t offset, Said message) {
    return fail(ReadError{std::move(message), place_of(json, offset), file});
  };
  const auto tree = parse_json(json);
  if (!tree) return error_at(tree.error().offset, tree.error().message);
  const auto* object = std::get_if<Json::Object>(&tree->value);
  if (object == nullptr) {
    return error_at(tree->offset, Said("lesson.fault.translation_object"));
  }
  Translation translation{language, file, {}};
  for (const Member& each : *object) {
    const auto* words = std::get_if<std::string>(&each.value.value);
    if (words == nullptr)
      return error_at(each.value.offset, Said("lesson.fault.translation_string"));
    translation.paragraphs.push_back({each.key, *words, place_of(json, each.key_offset)});
  }
  return translation;
}

Result<std::vector<Translation>, ReadError> translations_of(const Folder& folder,
                                                            const std::string& name) {
  std::vector<Translation> translations;
  const auto entries = folder.files.list(folder.name);
  if (!entries) return translations;
  for (const Files::Entry& entry : *entries) {
    const std::string file = joined(folder / entry.name, file_of(name));
    if (!is_language(entry)) continue;
    const auto content = folder.files.read(file);
    if (!content) continue;  // not every lesson speaks every language
    auto translation = read_translation(*content, entry.name, file);
    if (!translation) return fail(translation.error());
    translations.push_back(std::move(*translation));
  }
  return translations;
}

void translate(Lesson& lesson, const Translation& translation) {
  const Words words = words_of(translation);
  visit_texts(lesson, [&](Text& text) {
    const auto english = text.find("en");
    if (english == text.end()) return;
    if (auto here = translated(english->second, words)) {
      text.emplace(translation.language, std::move(*here));
    }
  });
}

std::vector<std::string> paragraphs_of(const Lesson& lesson) {
  std::vector<std::string> paragraphs;
  visit_texts(lesson, [&](const Text& text) {
    for (std::string& each : cut_into_paragraphs(in_language(text, "en"))) {
      if (!holds(paragraphs, each)) paragraphs.push_back(std::move(each));
    }
  });
  return paragraphs;
}

Gaps gaps(const Lesson& lesson, const Translation& translation) {
  Gaps gaps;
  const Words words = words_of(translation);
  const std::vector<std::string> paragraphs = paragraphs_of(lesson);
  for (const std::string& each : paragraphs) {
    if (!words.contains(each)) gaps.missing.push_back(each);
  }
  for (const Translated& each : translation.paragraphs) {
    if (!holds(paragraphs, each.english)) gaps.outdated.push_back(each);
  }
  return gaps;
}

std::string write_translation(const Lesson& lesson, const Translation& translation) {
  const Words words = words_of(translation);
  nlohmann::ordered_json file = nlohmann::ordered_json::object();
  for (const std::string& each : paragraphs_of(lesson)) {
    const auto found = words.find(each);
    file[each] = found == words.end() ? std::string() : found->second;
  }
  for (const Translated& each : gaps(lesson, translation).outdated) file[each.english] = each.words;
  return file.dump(2) + "\n";
}

}  // namespace imapscope::lesson
