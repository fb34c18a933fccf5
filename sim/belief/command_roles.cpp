#include "sim/belief/command_roles.h"

#include <optional>
#include <string_view>

#include "sim/base/overloaded.h"
#include "sim/belief/families.h"
#include "sim/belief/server_side.h"

namespace imapscope::observer {
namespace {

/// Nothing: the command is unknown, and may do anything.
std::optional<Numbers> numbers_of_verb(std::string_view verb) {
  const bool uid = verb.starts_with("UID ");
  const CommandInfo* info = find_command(uid ? verb.substr(4) : verb);
  if (info == nullptr) return std::nullopt;
  return uid ? info->uid_form : info->plain;
}

/// A command that is given a `+` before anything behind it is read.
bool begins_dialogue(std::string_view verb, std::uint32_t continuations) {
  return continuations == 0 && (verb == "IDLE" || verb == "AUTHENTICATE");
}

Roles roles_by_kind(const Command& command) {
  Roles roles;
  std::visit(overloaded{
                 [&](const Login&) { roles.add(Role::enters); },
                 [&](const Authenticate&) { roles.add(Role::enters); },
                 [&](const Select&) { roles.add(Role::opens); },
                 [&](const Examine&) { roles.add(Role::opens); },
                 [&](const Close&) { roles.add(Role::leaves); },
                 [&](const Unselect&) { roles.add(Role::leaves); },
                 [&](const Logout&) { roles.add(Role::ends); },
                 [&](const Enable&) { roles.add(Role::enables); },
                 [&](const Store& c) { roles.add(Role::stores, c.silent); },
                 [&](const Fetch& c) { roles.add(Role::reads, sets_seen(c)); },
                 [](const auto&) {},
             },
             command);
  return roles;
}

}  // namespace

Roles roles_of(const Issued& issued) {
  Roles roles = issued.command ? roles_by_kind(*issued.command) : Roles{};
  // Of an unknown command nothing is claimed.
  roles.add(Role::renumbers, numbers_of_verb(issued.pending.verb) == Numbers::may_change);
  // It could not be read, so it may read: BINARY (RFC 3516 §4.2) sets \Seen too.
  roles.add(Role::reads, !issued.command && issued.pending.verb.ends_with("FETCH"));
  roles.add(Role::idles, issued.pending.verb == "IDLE" && issued.answers == 0);
  roles.add(Role::unauthenticates, issued.pending.verb == "UNAUTHENTICATE");
  roles.add(Role::begins_dialogue, begins_dialogue(issued.pending.verb, issued.continuations));
  return roles;
}

Roles roles_of(const InProgress& command) {
  const std::string_view verb = command.pending.verb;
  Roles roles;
  roles.add(Role::opens, opens_mailbox(command));
  roles.add(Role::renumbers, numbers_of_verb(verb) != Numbers::keep);
  roles.add(Role::asks, !command.whole || command.in_pieces || !command.command ||
                            verb == "AUTHENTICATE" ||
                            (verb == "IDLE" && command.continuations == 0));
  roles.add(Role::begins_dialogue, begins_dialogue(verb, command.continuations));
  return roles;
}

bool opens_mailbox(const InProgress& command) {
  return command.pending.verb == "SELECT" || command.pending.verb == "EXAMINE";
}

}  // namespace imapscope::observer
