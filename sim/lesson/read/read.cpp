#include "sim/lesson/read/read.h"

#include "sim/base/ascii.h"
#include "sim/imap/command.h"
#include "sim/lesson/read/read_parts.h"
#include "sim/lesson/read/translation.h"
#include "sim/neighbour/pop3.h"
#include "sim/neighbour/smtp.h"
#include "sim/trace/formats.h"
#include "sim/trace/read.h"
#include "sim/words/words.h"

namespace imapscope::lesson {
namespace {

/// What IMAP's table has, and its neighbours'.
std::vector<std::string_view> all_verbs() {
  std::vector<std::string_view> verbs;
  for (const CommandInfo& each : command_table()) verbs.push_back(each.verb);
  for (const auto& each : pop3::command_rows) verbs.push_back(each.verb);
  for (const auto& each : smtp::command_rows) verbs.push_back(each.verb);
  return verbs;
}

bool is_of_neighbour(std::string_view name) {
  return pop3::find_command(name) != nullptr || smtp::find_command(name) != nullptr;
}

/// Commands are rows of the command tables; "UID FETCH" is a form of FETCH.
void check_command(Faults& faults, std::size_t offset, std::string_view name) {
  const bool uid_form = name.starts_with("UID ");
  const CommandInfo* info = find_command(uid_form ? name.substr(4) : name);
  if (info == nullptr && is_of_neighbour(name)) return;
  if (info == nullptr) {
    faults.add(offset, hinted(fault("no_command", {{"name", in_quotes(name)}}), name, all_verbs()));
  } else if (uid_form && info->uid_form == Numbers::none) {
    faults.add(offset, "no_uid_form", {{"name", std::string(info->verb)}});
  }
}

std::vector<std::string> read_commands(Faults& faults, const Fields& fields) {
  for (const Json& each : fields.array("commands")) {
    const auto* name = std::get_if<std::string>(&each.value);
    if (name != nullptr) check_command(faults, each.offset, *name);
  }
  return fields.strings("commands");
}

Lesson read_lesson(Faults& faults, const Json& json, const Folder& folder) {
  const Fields fields(faults, json, lesson_shape);
  Lesson lesson;
  lesson.number = static_cast<int>(fields.number("number", 0, 999, 0));
  lesson.title = fields.text("title");
  lesson.goal = fields.text("goal");
  lesson.level = fields.one_of("level", level_words);
  lesson.minutes = static_cast<int>(fields.number("minutes", 1, 90, 10));
  lesson.group = fields.one_of("group", group_words);
  lesson.learned = fields.text("learned");
  lesson.commands = read_commands(faults, fields);
  lesson.setup = read_setup(faults, fields, folder);
  lesson.setup.title = in_language(lesson.title, "en");
  lesson.script = read_script(faults, fields, lesson.setup);
  return lesson;
}

/// What a file is that cannot have been meant as a lesson; nothing: it may be one.
Said other_than_a_lesson(std::string_view content) {
  if (content.empty()) return Said("lesson.file.empty");
  const trace::FormatInfo* format = trace::find_format(content);
  if (format == nullptr) return {};
  const bool is_json = content.starts_with('{');
  if (is_json && !trace::read(content.substr(0, content.find('\n')), {})) return {};
  return {"lesson.file.is_trace", {{"kind", trace::kind_of(*format)}}};
}

}  // namespace

Said ReadError::said() const {
  if (file.empty()) return message;
  std::string at = file;
  if (place.line > 0) at += ":" + std::to_string(place.line);
  if (place.line > 0 && place.column > 0) at += ":" + std::to_string(place.column);
  return {"files.at", {{"place", at}, {"what", message}}};
}

std::string ReadError::to_string() const {
  return words::Words()(said());
}

Result<Lesson, ReadError> read(std::string_view json, const std::string& name,
                               const Folder& folder) {
  const auto tree = parse_json(json);
  if (!tree) {
    return fail(ReadError{tree.error().message, place_of(json, tree.error().offset), name});
  }
  Faults faults(json, name);
  Lesson lesson = read_lesson(faults, *tree, folder);
  if (faults.first()) return fail(*faults.first());
  const auto translations = translations_of(folder, name);
  if (!translations) return fail(translations.error());
  for (const Translation& each : *translations) translate(lesson, each);
  return lesson;
}

Result<Lesson, ReadError> read_file(const Files& files, const std::string& name) {
  const auto content = files.read(name);
  if (!content) return fail(ReadError{content.error(), {}, {}});
  if (Said other = other_than_a_lesson(*content); !other.empty()) {
    return fail(ReadError{std::move(other), {}, name});
  }
  return read(*content, name, {files, folder_of(name)});
}

bool is_lesson(std::string_view content) {
  // Only the outermost keys count, and a lesson that is broken further down is a lesson still. So
  // this follows strings and brackets, and stops where the first object ends.
  int depth = 0;
  for (std::size_t i = content.find_first_not_of(" \t\r\n"); i < content.size(); ++i) {
    const char c = content[i];
    if (depth == 0 && c != '{') return false;
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && --depth == 0) return false;
    if (c != '"') continue;
    const std::size_t begin = ++i;
    while (i < content.size() && content[i] != '"') i += content[i] == '\\' ? 2 : 1;
    const std::size_t next = content.find_first_not_of(" \t\r\n", i + 1);
    const bool is_key = next < content.size() && content[next] == ':';
    if (depth == 1 && is_key && content.substr(begin, i - begin) == "steps") return true;
  }
  return false;
}

}  // namespace imapscope::lesson
