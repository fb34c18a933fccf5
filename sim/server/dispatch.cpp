#include "sim/server/dispatch.h"

#include "sim/imap/extension_arguments.h"
#include "sim/server/handlers.h"
#include "sim/server/turn/say.h"
#include "sim/wire/print.h"

namespace imapscope::server {
namespace {

std::string_view remedy(const CommandInfo& info, State state) {
  if (state != State::not_authenticated && !info.legal_in.contains(State::selected)) {
    return "comes before authentication, and this session has passed it";
  }
  if (state == State::authenticated) return "needs an open mailbox: SELECT or EXAMINE one first";
  if (info.legal_in.contains(State::authenticated)) return "needs a user: LOGIN first";
  return "needs an open mailbox: LOGIN first, then SELECT one";
}

// What extensions add to a command is taken where the extension is served.
Ending refuse_arguments(const Command& command, const Config& config) {
  for (const UsedArgument& argument : arguments_used(command)) {
    if (!argument.capability.empty() && config.speaks(argument.capability)) continue;
    const std::string name =
        argument.name.empty() ? "such an argument" : std::string(argument.name);
    return bad(std::string(info_of(command).verb) + " knows no " + name + " here");
  }
  return std::nullopt;
}

}  // namespace

Ending refuse_by_state(const CommandInfo& info, State state) {
  if (info.legal_in.contains(state)) return std::nullopt;
  return bad(std::string(info.verb) + ' ' + std::string(remedy(info, state)));
}

void dispatch(const Command& command, Turn& turn) {
  const std::string_view capability = info_of(command).capability;
  if (!capability.empty() && !turn.config.speaks(capability)) {
    return complete(unknown_command(info_of(command).verb), turn);
  }
  if (const auto refused = refuse_by_state(info_of(command), turn.session.state)) {
    return complete(*refused, turn);
  }
  if (const auto refused = refuse_arguments(command, turn.config)) return complete(*refused, turn);
  const Ending ending =
      std::visit([&turn](const auto& alternative) { return handle(alternative, turn); }, command);
  if (ending) complete(*ending, {numbers_of(command), is_uid_form(command)}, turn);
}

void complete(const StatusResponse& ending, Telling telling, Turn& turn) {
  turn.tell_changes(telling);
  complete(ending, turn);
}

void complete(const StatusResponse& ending, Turn& turn) {
  if (turn.tag.empty()) {
    say(turn.session.output, ending);
  } else {
    turn.session.output += wire::print(Response{Tagged{turn.tag, ending}});
  }
}

}  // namespace imapscope::server
