#include "sim/imap/command.h"

#include <string>
#include <vector>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"
#include "sim/imap/extension_commands.h"
#include "sim/imap/name_index.h"

namespace imapscope {
namespace {

constexpr auto infos = infos_of(rows);

struct NamedNature {
  std::string name;  ///< "FETCH", "UID FETCH"
  Nature nature;
};

/// Of every command, in both of its forms, and then of those of extensions.
std::vector<NamedNature> named_natures() {
  std::vector<NamedNature> natures;
  for (const CommandInfo& info : infos) {
    const std::string verb(info.verb);
    natures.push_back({verb, {Form{&info, false}, info.traits, info.journey}});
    if (info.uid_form == Numbers::none) continue;
    natures.push_back({"UID " + verb, {Form{&info, true}, info.traits, info.journey}});
  }
  for (const ExtensionCommand& extension : extension_commands) {
    natures.push_back(
        {std::string(extension.verb), {std::nullopt, extension.traits, extension.journey}});
  }
  return natures;
}

template <class C>
concept NamesMessages = requires(const C& command) {
  command.messages;
};
template <class C>
concept HoldsSearch = requires(const C& command) {
  command.search;
};

}  // namespace

std::span<const CommandInfo> command_table() {
  return infos;
}

const CommandInfo& info_of(const Command& command) {
  return infos[command.index()];
}

bool is_uid_form(const Command& command) {
  return std::visit(overloaded{
                        [](const NamesMessages auto& c) { return by_uid(c.messages); },
                        [](const Search& c) { return c.uid; },
                        [](const HoldsSearch auto& c) { return c.search.uid; },
                        [](const Expunge& c) { return c.uids.has_value(); },
                        [](const auto&) { return false; },
                    },
                    command);
}

bool may_need_utf8(const CommandInfo& info) {
  const bool needs_user = !info.legal_in.contains(State::not_authenticated);
  return needs_user && info.verb != info_for<Enable>(rows).verb &&
         info.verb != info_for<Idle>(rows).verb;
}

Numbers numbers_of(const Command& command) {
  const CommandInfo& info = info_of(command);
  return is_uid_form(command) ? info.uid_form : info.plain;
}

const CommandInfo* find_command(std::string_view verb) {
  static const NameIndex<CommandInfo, &CommandInfo::verb> index(infos);
  return index.find(verb);
}

bool names_command(std::string_view word) {
  constexpr std::string_view prefix = "UID ";
  if (ascii::equal_ignoring_case(word, "UID")) return true;
  if (ascii::starts_with_ignoring_case(word, prefix)) word.remove_prefix(prefix.size());
  return find_command(word) != nullptr || find_extension_command(word) != nullptr;
}

std::optional<Form> find_form(std::string_view verb) {
  return nature_of(verb).form;
}

// It is asked several times for each line of a trace.
const Nature& nature_of(std::string_view verb) {
  static const Nature unknown;
  static const std::vector<NamedNature> all = named_natures();
  static const NameIndex<NamedNature, &NamedNature::name> index(all);
  const NamedNature* found = index.find(verb);
  return found == nullptr ? unknown : found->nature;
}

bool has(std::string_view verb, Trait trait) {
  return nature_of(verb).traits.has(trait);
}

Journey journey_of(std::string_view verb) {
  return nature_of(verb).journey;
}

}  // namespace imapscope
