#include "gui/layout/arguments.h"

#include <algorithm>
#include <array>

#include "sim/base/ascii.h"
#include "sim/base/line_end.h"
#include "sim/wire/printer.h"

namespace imapscope::gui {
namespace {

constexpr std::string_view ellipsis = "…";
/// More numbers are not offered one by one.
constexpr std::size_t most_numbers = 30;

/// How an argument is written, and what of it is always there.
struct Kind {
  std::string_view slot;
  std::string_view name;  ///< under which its words stand in console.slot and console.placeholder
  std::array<std::string_view, 12> values;
};

constexpr Kind kinds[] = {
    {"mailbox", "mailbox", {}},
    {"new-name", "new_name", {}},
    {"set", "set", {}},
    {"uids", "uids", {}},
    {"items",
     "items",
     {"FLAGS", "(UID FLAGS)", "ENVELOPE", "BODY.PEEK[HEADER]", "BODY.PEEK[TEXT]", "BODY[]",
      "BODYSTRUCTURE", "RFC822.SIZE", "INTERNALDATE", "UID", "FAST", "ALL"}},
    {"[+|-]FLAGS[.SILENT]",
     "change",
     {"+FLAGS", "-FLAGS", "FLAGS", "+FLAGS.SILENT", "-FLAGS.SILENT", "FLAGS.SILENT"}},
    {"(flags)", "flags", {}},
    {"\"date\"", "date", {}},
    {"{literal}", "literal", {}},
    {"(item …)",
     "status",
     {"(MESSAGES UNSEEN)", "(MESSAGES)", "(UIDNEXT UIDVALIDITY)", "(RECENT)"}},
    {"mechanism", "mechanism", {"PLAIN"}},
    {"initial-response", "initial_response", {"="}},
    {"user", "user", {}},
    {"password", "password", {}},
    {"reference", "reference", {"\"\""}},
    {"pattern", "pattern", {"*", "%"}},
    {"CHARSET name", "charset", {"CHARSET UTF-8"}},
    {"key …",
     "key",
     {"UNSEEN", "SEEN", "FLAGGED", "DELETED", "ALL", "FROM", "SUBJECT", "TEXT", "SINCE", "LARGER",
      "NOT", "OR"}},
    {"capability …", "capability", {}},
    {"NIL or (field value …)", "id", {"NIL", "(\"name\" \"imapscope\")"}},
};

const Kind* kind_of(std::string_view slot) {
  for (const Kind& kind : kinds) {
    if (kind.slot == slot) return &kind;
  }
  return nullptr;
}

std::size_t end_of_quoted(std::string_view text, std::size_t at) {
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '\\')
      ++i;
    else if (text[i] == '"')
      return i + 1;
  }
  return text.size();
}

/// Where the word that begins at `at` ends.
std::size_t end_of_word(std::string_view text, std::size_t at) {
  int depth = 0;
  for (std::size_t i = at; i < text.size();) {
    const char c = text[i];
    if (c == '"') {
      i = end_of_quoted(text, i);
      continue;
    }
    if (c == ' ' && depth == 0) return i;
    if (c == '(' || c == '[') ++depth;
    if ((c == ')' || c == ']') && depth > 0) --depth;
    ++i;
  }
  return text.size();
}

/// The `arguments` of the table, cut where an argument ends.
std::vector<std::string> written_slots(std::string_view arguments) {
  if (arguments.starts_with("NIL or")) return {std::string(arguments)};
  std::vector<std::string> slots;
  for (const std::string_view word : words_of(arguments)) {
    if (word == ellipsis) {
      slots.back() += " " + std::string(word);
    } else {
      slots.emplace_back(word);
    }
  }
  return slots;
}

bool fills(const Slot& slot, std::string_view word) {
  if (!slot.optional) return true;
  const char first = slot.name.front();
  if (first == '(' || first == '"') return word.front() == first;
  return slot.name != "CHARSET name" || ascii::equal_ignoring_case(word, "CHARSET");
}

/// As it is written in a command: in quotes where it is no atom.
std::string as_astring(const std::string& name) {
  wire::Printer printer(wire::Writer::client, {.texts = Texts::utf8});
  printer.astring(name);
  return std::string(without_line_ends(std::move(printer).finish().front()));
}

std::vector<std::string> mailboxes(const Known& known) {
  std::vector<std::string> names = known.mailboxes;
  if (std::find(names.begin(), names.end(), "INBOX") == names.end()) {
    names.insert(names.begin(), "INBOX");
  }
  for (std::string& name : names) name = as_astring(name);
  return names;
}

std::vector<std::string> numbers(const Known& known) {
  std::vector<std::string> values;
  for (std::uint32_t n = 1; n <= known.messages && n <= most_numbers; ++n) {
    values.push_back(std::to_string(n));
  }
  for (const char* all : {"1:*", "*"}) values.emplace_back(all);
  return values;
}

std::vector<std::string> uids(const Known& known) {
  std::vector<std::string> values;
  for (const std::uint32_t uid : known.uids) {
    if (values.size() < most_numbers) values.push_back(std::to_string(uid));
  }
  for (const char* all : {"1:*", "*"}) values.emplace_back(all);
  return values;
}

std::vector<std::string> flag_lists(const Known& known) {
  std::vector<std::string> values;
  for (const std::string& flag : known.flags) values.push_back("(" + flag + ")");
  if (values.empty())
    values = {"(\\Seen)", "(\\Flagged)", "(\\Deleted)", "(\\Answered)", "(\\Draft)"};
  return values;
}

std::string joined(const std::vector<std::string>& words, std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < std::min(words.size(), most); ++i) {
    text += (i == 0 ? "`" : ", `") + words[i] + "`";
  }
  return words.size() > most ? text + " " + std::string(ellipsis) : text;
}

std::string known_of(const Slot& slot, const Known& known, const words::Words& words) {
  const std::string who = known.client.empty() ? words("window.client") : known.client;
  if (slot.name == "uids") {
    std::vector<std::string> told;
    for (const std::uint32_t uid : known.uids) told.push_back(std::to_string(uid));
    if (told.empty()) return words("console.known.no_uid", {{"client", who}});
    return words("console.known.uids",
                 {{"client", who}, {"count", told.size()}, {"uids", joined(told, 6)}});
  }
  if (slot.name == "set") {
    return words("console.known.messages", {{"client", who}, {"count", known.messages}});
  }
  if (slot.name == "mailbox" && !known.mailboxes.empty()) {
    return words("console.known.mailboxes",
                 {{"client", who}, {"mailboxes", joined(known.mailboxes, 4)}});
  }
  return {};
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    const std::size_t end = end_of_word(text, at);
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

std::string shown(const Slot& slot, const words::Words& words) {
  const Kind* kind = kind_of(slot.name);
  const std::string key = "console.placeholder." + std::string(kind == nullptr ? "" : kind->name);
  return words.has(key) ? words(key) : slot.name;  // what is written as it stands has none
}

std::vector<Slot> slots_of(const CommandInfo& info, bool uid) {
  std::vector<Slot> slots;
  for (std::string& name : written_slots(info.arguments)) {
    // `[+|-]FLAGS[.SILENT]` has brackets inside, and is not optional itself.
    const bool optional = name.front() == '[' && name.find(']') == name.size() - 1;
    Slot slot{optional ? name.substr(1, name.size() - 2) : name, optional};
    if (uid && slot.name == "set") slot = {"uids", false};
    slots.push_back(std::move(slot));
  }
  return slots;
}

std::size_t slot_of(std::string_view word, const std::vector<std::string_view>& words,
                    const std::vector<Slot>& slots) {
  std::size_t slot = 0;
  const auto pass_over = [&](std::string_view next) {
    while (slot < slots.size() && !fills(slots[slot], next)) ++slot;
  };
  for (std::size_t i = 0; i < words.size() && slot < slots.size(); ++i) {
    pass_over(words[i]);
    if (slot == slots.size()) break;
    if (slots[slot].name == "CHARSET name" && i + 1 < words.size()) ++i;
    if (!slots[slot].name.ends_with(ellipsis)) ++slot;
  }
  if (!word.empty()) pass_over(word);
  return slot;
}

std::vector<std::string> values_for(const Slot& slot, const Known& known) {
  if (slot.name == "mailbox") return mailboxes(known);
  if (slot.name == "set") return numbers(known);
  if (slot.name == "uids") return uids(known);
  if (slot.name == "(flags)") return flag_lists(known);
  if (slot.name == "capability …") return known.capabilities;
  std::vector<std::string> values;
  if (const Kind* kind = kind_of(slot.name)) {
    for (const std::string_view value : kind->values) {
      if (!value.empty()) values.emplace_back(value);
    }
  }
  return values;
}

std::vector<std::string> about(const Slot& slot, const Known& known, const words::Words& words) {
  std::vector<std::string> sentences;
  if (const Kind* kind = kind_of(slot.name)) {
    sentences.push_back(words("console.slot." + std::string(kind->name)));
  }
  std::string fact = known_of(slot, known, words);
  if (!fact.empty()) sentences.push_back(std::move(fact));
  return sentences;
}

}  // namespace imapscope::gui
