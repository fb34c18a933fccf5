#include "sim/server/dispatch.h"

#include "sim/imap/extension_arguments.h"
#include "sim/imap/revision.h"
#include "sim/server/handlers.h"
#include "sim/server/temper/temper.h"
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

// What extensions add to a command is taken where the extension is served; what belongs to none
// that is known by a name is a slip.
Ending refuse_arguments(const Command& command, const std::optional<wire::SyntaxError>& extension,
                        const Config& config) {
  const std::string_view verb = info_of(command).verb;
  for (const UsedArgument& argument : arguments_used(command)) {
    if (config.speaks(argument.capability) || config.speaks(argument.or_by)) continue;
    const bool is_slip = argument.capability.empty() || argument.name.empty();
    if (is_slip && extension) return bad_grammar(verb, *extension);
    return bad(std::string(verb) + " knows no " + std::string(argument.name) + " here");
  }
  return std::nullopt;
}

/// Where a server tells news only to who asks for them: these ask, or the news are their own doing.
bool asks_for_news(const Command& command) {
  const Traits& traits = info_of(command).traits;
  return std::holds_alternative<Noop>(command) || std::holds_alternative<Check>(command) ||
         traits.has(Trait::removes_messages) || traits.has(Trait::adds_messages);
}

/// What this session's revision has no more, and what its client has yet to enable.
Ending refuse_by_revision(const Command& command, const Turn& turn) {
  const Removed* removed = turn.session.rev2 ? removed_in(command) : nullptr;
  if (removed != nullptr) {
    const std::string instead =
        removed->instead.empty() ? "" : "; it has " + std::string(removed->instead);
    return bad("IMAP4rev2 has no " + std::string(removed->name) + instead);
  }
  const bool utf8 = turn.session.texts() == Texts::utf8;
  if (utf8 || !turn.config.announces("UTF8=ONLY") || !may_need_utf8(info_of(command))) {
    return std::nullopt;
  }
  return no("CANNOT", "Names are in UTF-8 only here: ENABLE UTF8=ACCEPT first");
}

/// RFC 9586 §3.2: EXPUNGE names none.
bool counts_messages(const Command& command) {
  if (std::holds_alternative<Expunge>(command) || is_uid_form(command)) return false;
  const CommandInfo& info = info_of(command);
  return info.uid_form != Numbers::none && info.traits.has(Trait::names_messages);
}

}  // namespace

Ending refuse_by_state(const CommandInfo& info, State state) {
  if (info.legal_in.contains(state)) return std::nullopt;
  return bad(std::string(info.verb) + ' ' + std::string(remedy(info, state)));
}

void dispatch(const Command& command, const std::optional<wire::SyntaxError>& extension,
              Turn& turn) {
  const std::string_view capability = info_of(command).capability;
  if (!capability.empty() && !turn.config.speaks(capability)) {
    return complete(unknown_command(info_of(command).verb), turn);
  }
  if (const auto refused = refuse_by_state(info_of(command), turn.session.state)) {
    return complete(*refused, turn);
  }
  if (const auto refused = refuse_arguments(command, extension, turn.config)) {
    return complete(*refused, turn);
  }
  if (const auto refused = refuse_by_revision(command, turn)) return complete(*refused, turn);
  if (turn.session.uid_only && counts_messages(command)) return complete(uid_required(), turn);
  const Ending ending =
      std::visit([&turn](const auto& alternative) { return handle(alternative, turn); }, command);
  if (!ending) return;
  const bool tells = turn.temper.news != News::on_noop || asks_for_news(command);
  if (!tells) return complete(*ending, turn);
  const Traits& traits = info_of(command).traits;
  complete(*ending,
           {.numbers = numbers_of(command),
            .with_uid = is_uid_form(command),
            .own = traits.has(Trait::adds_messages) || traits.has(Trait::removes_messages)},
           turn);
}

void complete(const StatusResponse& ending, Telling telling, Turn& turn) {
  turn.tell_changes(telling);
  complete(ending, turn);
}

void complete(const StatusResponse& ending, Turn& turn) {
  if (turn.tag.empty()) {
    say(turn.session, ending);
  } else {
    turn.session.output += wire::print(Response{Tagged{turn.tag, ending}});
  }
}

}  // namespace imapscope::server
