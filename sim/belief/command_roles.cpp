#include "sim/belief/command_roles.h"

#include <optional>
#include <string_view>

#include "sim/base/overloaded.h"
#include "sim/belief/ends/server_side.h"
#include "sim/belief/families.h"

namespace imapscope::observer {
namespace {

/// Nothing: the command is unknown, and may do anything.
std::optional<Numbers> numbers_of(const Nature& nature) {
  return nature.form ? std::optional(nature.form->numbers()) : std::nullopt;
}

/// A command that is given a `+` before anything behind it is read.
bool begins_dialogue(const Nature& nature, std::uint32_t continuations) {
  return continuations == 0 && nature.traits.has(Trait::dialogue);
}

Roles roles_by_kind(const Command& command) {
  Roles roles;
  const std::optional<Passage> passage = info_of(command).journey.ok;
  roles.add(Role::enters, passage == Passage::login);
  roles.add(Role::opens, passage == Passage::select);
  roles.add(Role::leaves, passage == Passage::deselect);
  roles.add(Role::ends, passage == Passage::leave);
  std::visit(overloaded{
                 [&](const Enable&) { roles.add(Role::enables); },
                 [&](const Store& c) { roles.add(Role::stores, c.silent); },
                 [&](const Fetch& c) { roles.add(Role::reads, sets_seen(c)); },
                 [](const auto&) {},
             },
             command);
  return roles;
}

}  // namespace

Roles roles_of(const InProgressAtClient& sent) {
  const Nature& nature = *sent.facts.nature;
  Roles roles = sent.command ? roles_by_kind(*sent.command) : Roles{};
  // Of an unknown command nothing is claimed.
  roles.add(Role::renumbers, numbers_of(nature) == Numbers::may_change);
  // It could not be read, so it may read: BINARY (RFC 3516 §4.2) sets \Seen too.
  roles.add(Role::reads, !sent.command && nature.traits.has(Trait::may_set_seen));
  roles.add(Role::idles, nature.traits.has(Trait::idles) && sent.answers == 0);
  roles.add(Role::secures, nature.traits.has(Trait::starts_tls));
  roles.add(Role::compresses, nature.traits.has(Trait::compresses));
  roles.add(Role::unauthenticates, nature.journey.ok == Passage::unauthenticate);
  roles.add(Role::begins_dialogue, begins_dialogue(nature, sent.continuations));
  return roles;
}

Roles roles_of(const InProgressAtServer& command) {
  const Nature& nature = *command.facts.nature;
  const Traits traits = nature.traits;
  Roles roles;
  roles.add(Role::opens, opens_mailbox(command));
  roles.add(Role::renumbers, numbers_of(nature) != Numbers::keep);
  roles.add(Role::asks, !command.whole || command.in_pieces || !command.command ||
                            (traits.has(Trait::dialogue) &&
                             (!traits.has(Trait::idles) || command.continuations == 0)));
  roles.add(Role::begins_dialogue, begins_dialogue(nature, command.continuations));
  return roles;
}

bool opens_mailbox(const InProgressAtServer& command) {
  return command.facts.nature->journey.ok == Passage::select;
}

}  // namespace imapscope::observer
