#include "gui/layout/completion.h"

#include "sim/base/ascii.h"
#include "sim/imap/command.h"

namespace imapscope::gui {
namespace {

struct Verb {
  std::string name;  // "UID FETCH"
  const CommandInfo* info;
};

std::vector<Verb> all_verbs() {
  std::vector<Verb> verbs;
  for (const CommandInfo& info : command_table()) {
    verbs.push_back({std::string(info.verb), &info});
    if (info.uid_form != Numbers::none) verbs.push_back({"UID " + std::string(info.verb), &info});
  }
  return verbs;
}

std::string hint_for(const Verb& verb, State state) {
  std::string hint = verb.name;
  if (!verb.info->arguments.empty()) hint += " " + std::string(verb.info->arguments);
  if (verb.info->legal_in.contains(state))
    return hint + " · legal in " + std::string(name_of(state));
  return hint + " · legal only in " + names_of(verb.info->legal_in, ", ");
}

/// What follows the tag; empty where there is no tag yet.
std::string_view behind_tag(std::string_view line) {
  const auto space = line.find(' ');
  return space == std::string_view::npos ? std::string_view{} : line.substr(space + 1);
}

}  // namespace

Completion complete(std::string_view line, State state) {
  const std::string_view typed = behind_tag(line);
  Completion completion;
  for (const Verb& verb : all_verbs()) {
    const bool is_legal = verb.info->legal_in.contains(state);
    const bool whole = ascii::starts_with_ignoring_case(typed, verb.name) &&
                       (typed.size() == verb.name.size() || typed[verb.name.size()] == ' ');
    if (whole) return {{}, {verb.name}, hint_for(verb, state), is_legal};
    if (is_legal && ascii::starts_with_ignoring_case(verb.name, typed)) {
      completion.verbs.push_back(verb.name);
    }
  }
  if (completion.verbs.empty()) {
    completion.hint =
        typed.empty() ? "" : "no command that is legal here; it can be sent all the same";
    completion.legal = typed.empty();
  } else if (!typed.empty()) {
    completion.rest = completion.verbs.front().substr(typed.size());
    const Verb first{completion.verbs.front(),
                     find_command(ascii::starts_with_ignoring_case(completion.verbs.front(), "UID ")
                                      ? completion.verbs.front().substr(4)
                                      : completion.verbs.front())};
    completion.hint = hint_for(first, state);
  }
  return completion;
}

}  // namespace imapscope::gui
