#include "gui/layout/completion.h"

#include <algorithm>

#include "sim/base/ascii.h"
#include "sim/belief/neighbour/neighbour.h"
#include "sim/imap/command.h"
#include "sim/wire/chars.h"

namespace imapscope::gui {
namespace {

struct Verb {
  std::string name;  // "UID FETCH"
  const CommandInfo* info;
  bool uid;
};

std::vector<Verb> all_verbs() {
  std::vector<Verb> verbs;
  for (const CommandInfo& info : command_table()) {
    verbs.push_back({std::string(info.verb), &info, false});
    if (info.uid_form != Numbers::none) {
      verbs.push_back({"UID " + std::string(info.verb), &info, true});
    }
  }
  return verbs;
}

bool is_verb(std::string_view word) {
  return find_command(word) != nullptr || ascii::equal_ignoring_case(word, "UID");
}

/// a9, A0042: what a tag looks like where nothing else tells.
bool looks_like_tag(std::string_view word) {
  const auto digit = std::find_if(word.begin(), word.end(), ascii::is_digit);
  return digit != word.end() && std::all_of(digit, word.end(), ascii::is_digit) &&
         std::all_of(word.begin(), digit, ascii::is_alpha);
}

std::string arguments_of(const Verb& verb, const words::Words& words) {
  std::string text;
  for (const Slot& slot : slots_of(*verb.info, verb.uid)) {
    const std::string name = shown(slot, words);
    text += (text.empty() ? "" : " ") + (slot.optional ? "[" + name + "]" : name);
  }
  return text;
}

std::string hint_for(const Verb& verb, State state, const words::Words& words) {
  const std::string arguments = arguments_of(verb, words);
  const std::string line = verb.name + (arguments.empty() ? "" : " " + arguments);
  if (verb.info->legal_in.contains(state)) {
    return words("console.legal_in", {{"line", line}, {"state", std::string(name_of(state))}});
  }
  return words("console.legal_only_in",
               {{"line", line}, {"states", names_of(verb.info->legal_in, ", ")}});
}

std::string source_of(const CommandInfo& info) {
  const std::string rfc = "RFC " + std::string(info.standard.rev1);
  return info.capability.empty() ? rfc : std::string(info.capability) + " · " + rfc;
}

Candidate candidate_of(const Verb& verb, const words::Words& words) {
  const std::string purpose = words("commands.purpose." + std::string(verb.info->verb));
  return {verb.name, arguments_of(verb, words), purpose, source_of(*verb.info)};
}

bool is_whole(std::string_view typed, const Verb& verb) {
  return ascii::starts_with_ignoring_case(typed, verb.name) && typed.size() > verb.name.size() &&
         typed[verb.name.size()] == ' ';
}

/// The first part of an optional slot may be passed over: what comes behind it is offered, too.
void add_values(Completion& completion, std::string_view word, const Known& known) {
  for (std::size_t i = *completion.slot; i < completion.slots.size(); ++i) {
    for (std::string& value : values_for(completion.slots[i], known)) {
      if (value.size() > word.size() && ascii::starts_with_ignoring_case(value, word)) {
        completion.candidates.push_back({std::move(value), {}, {}, {}});
      }
    }
    if (!completion.slots[i].optional) break;
  }
}

Completion complete_arguments(std::string_view line, std::string_view typed, const Verb& verb,
                              const Known& known, const words::Words& words) {
  Completion completion;
  completion.verb = verb.name;
  completion.legal = verb.info->legal_in.contains(known.state);
  completion.hint = hint_for(verb, known.state, words);
  completion.slots = slots_of(*verb.info, verb.uid);
  std::vector<std::string_view> before = words_of(typed.substr(verb.name.size()));
  std::string_view word;
  const bool within = !before.empty() && !typed.ends_with(' ');
  if (within) {
    word = before.back();
    before.pop_back();
  }
  completion.from = line.size() - word.size();
  const std::size_t slot = slot_of(word, before, completion.slots);
  if (slot == completion.slots.size()) return completion;
  completion.slot = slot;
  completion.about = about(completion.slots[slot], known, words);
  add_values(completion, word, known);
  return completion;
}

Completion complete_verb(std::string_view line, std::string_view typed, const Known& known,
                         const words::Words& words) {
  Completion completion;
  completion.from = line.size() - typed.size();
  const Verb* first = nullptr;
  const std::vector<Verb> verbs = all_verbs();
  for (const Verb& verb : verbs) {
    if (!ascii::starts_with_ignoring_case(verb.name, typed)) continue;
    const bool is_legal = verb.info->legal_in.contains(known.state);
    if (typed.size() == verb.name.size()) completion.legal = is_legal;
    if (!is_legal && typed.size() != verb.name.size()) continue;
    if (first == nullptr) first = &verb;
    if (is_legal) completion.candidates.push_back(candidate_of(verb, words));
  }
  if (first != nullptr) {
    if (!typed.empty()) completion.hint = hint_for(*first, known.state, words);
  } else if (!typed.empty()) {
    completion.hint = words("console.no_command");
    completion.legal = false;
  }
  return completion;
}

Completion complete_imap(std::string_view line, const Known& known, const words::Words& words) {
  const std::string_view typed = typed_line(line).command;
  const std::vector<Verb> verbs = all_verbs();
  const auto whole = std::find_if(verbs.begin(), verbs.end(),
                                  [&](const Verb& verb) { return is_whole(typed, verb); });
  return whole == verbs.end() ? complete_verb(line, typed, known, words)
                              : complete_arguments(line, typed, *whole, known, words);
}

// ---- POP3 and SMTP: a verb, and one argument ----

std::string line_of(const neighbour::CommandInfo& info) {
  return std::string(info.verb) + (info.arguments.empty() ? "" : " " + std::string(info.arguments));
}

std::string purpose_of(const neighbour::CommandInfo& info, Protocol protocol,
                       const words::Words& words) {
  return words((protocol == Protocol::pop3 ? "pop3.purpose." : "smtp.purpose.") +
               std::string(info.verb));
}

std::string hint_for(const neighbour::CommandInfo& info, State state, const words::Words& words) {
  if (info.legal_in.contains(state)) {
    return words("console.legal_in",
                 {{"line", line_of(info)}, {"state", std::string(name_of(state))}});
  }
  return words("console.legal_only_in",
               {{"line", line_of(info)}, {"states", names_of(info.legal_in, ", ")}});
}

Completion complete_neighbour(std::string_view line, const Known& known,
                              const words::Words& words) {
  const neighbour::Commands commands = observer::dialect_of(known.protocol)->commands;
  Completion completion;
  const std::string_view verb = neighbour::words_of(line).verb;
  if (const neighbour::CommandInfo* whole = neighbour::find(commands, verb);
      whole != nullptr && verb.size() < line.size()) {
    completion.from = line.size();
    completion.verb = whole->verb;
    completion.legal = whole->legal_in.contains(known.state);
    completion.hint = hint_for(*whole, known.state, words);
    return completion;
  }
  for (const neighbour::CommandInfo& info : commands) {
    const bool offered = info.is_served && info.legal_in.contains(known.state);
    if (!offered || !ascii::starts_with_ignoring_case(info.verb, line)) continue;
    completion.candidates.push_back({std::string(info.verb), std::string(info.arguments),
                                     purpose_of(info, known.protocol, words),
                                     "RFC " + std::string(info.standard)});
    if (completion.hint.empty() && !line.empty()) {
      completion.hint = hint_for(info, known.state, words);
    }
  }
  completion.legal = line.empty() || !completion.candidates.empty();
  if (!completion.legal) completion.hint = words("console.no_command");
  return completion;
}

}  // namespace

TypedLine typed_line(std::string_view line) {
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos || space == 0) return {{}, line};
  const std::string_view first = line.substr(0, space);
  const std::string_view rest = line.substr(space + 1);
  const bool may_be_tag = wire::chars::all_are(first, wire::chars::tag) && !is_verb(first);
  const bool is_tag =
      may_be_tag && (looks_like_tag(first) || is_verb(rest.substr(0, rest.find(' '))));
  return is_tag ? TypedLine{first, rest} : TypedLine{{}, line};
}

Completion complete(std::string_view line, const Known& known, const words::Words& words) {
  Completion completion = known.protocol == Protocol::imap ? complete_imap(line, known, words)
                                                           : complete_neighbour(line, known, words);
  const std::size_t word = line.size() - completion.from;
  if (word > 0 && !completion.candidates.empty()) {
    completion.rest = completion.candidates.front().text.substr(word);
  }
  return completion;
}

std::string completed(std::string_view line, const Completion& completion, std::size_t index) {
  return std::string(line.substr(0, completion.from)) + completion.candidates[index].text;
}

}  // namespace imapscope::gui
