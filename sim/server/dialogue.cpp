#include "sim/server/dialogue.h"

#include <algorithm>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/line_end.h"
#include "sim/base/overloaded.h"
#include "sim/server/dispatch.h"
#include "sim/server/handlers.h"
#include "sim/server/temper/misbehave.h"
#include "sim/server/temper/temper.h"
#include "sim/wire/chars.h"
#include "sim/wire/parse.h"

namespace imapscope::server {
namespace {

/// The tag to answer under; empty where it cannot be repeated.
std::string usable(const std::string& tag) {
  return wire::chars::all_are(tag, wire::chars::tag) ? tag : "";
}

/// The same for a line that cannot be read. A lone word is no tag: most likely it is a DONE that
/// comes too late.
std::string tag_of(const wire::CommandError& error) {
  const std::string tag = error.tag.value_or("");
  const bool is_alone = error.error.offset <= tag.size();
  return is_alone ? "" : usable(tag);
}

bool has_quirk(const std::vector<wire::Quirk>& quirks, wire::QuirkKind kind) {
  return std::any_of(quirks.begin(), quirks.end(),
                     [kind](const wire::Quirk& quirk) { return quirk.kind == kind; });
}

/// What is read, and still is not taken.
Ending refuse_quirks(const std::vector<wire::Quirk>& quirks, const Turn& turn) {
  const bool utf8 = turn.session.texts() == Texts::utf8;
  if (has_quirk(quirks, wire::QuirkKind::eight_bit_text)) {
    return bad(utf8 ? "Octets above 127 stand in literals, and as UTF-8 between quotes"
                    : "Octets above 127 stand in literals only");
  }
  const UnlawfulNames choice = turn.temper.unlawful_names;
  const bool is_no_name = has_quirk(quirks, wire::QuirkKind::bad_mailbox_encoding);
  if (utf8 && is_no_name) return bad("A mailbox name is in UTF-8, and this is none");
  if (!is_no_name || choice == UnlawfulNames::taken) return std::nullopt;
  const char* text = "A mailbox name is in modified UTF-7 (RFC 3501 5.1.3), and this is none";
  return choice == UnlawfulNames::bad ? bad(text) : no("CANNOT", text);
}

/// A failed SELECT leaves the session without a mailbox, whatever it failed for (RFC 3501 §6.3.1).
void leave_refused(const Command& command, const StatusResponse& refused, Session& session) {
  const bool opens =
      std::holds_alternative<Select>(command) || std::holds_alternative<Examine>(command);
  if (!opens || refused.condition != Condition::no || !session.view) return;
  say_closed(session);
  session.view.reset();
  session.travel(Passage::deselect);
}

/// "UID FETCH"
std::string verb_of(const Command& command) {
  return (is_uid_form(command) ? "UID " : "") + std::string(info_of(command).verb);
}

/// Most likely the tag was forgotten: a command's name stands in its place, and none behind it.
bool lacks_tag(const wire::CommandError& error) {
  if (!error.tag || !names_command(*error.tag)) return false;
  return !error.verb || !names_command(*error.verb);
}

StatusResponse ending_of(const wire::CommandError& error) {
  if (lacks_tag(error)) {
    return bad("The tag is missing: every command begins with one, as in a1 " +
               ascii::to_upper(*error.tag));
  }
  if (error.verb && !wire::chars::all_are(*error.verb, wire::chars::quotable)) {
    return bad("Unknown command");
  }
  if (error.verb && !error.known_verb) return unknown_command(*error.verb);
  return bad_grammar(error.verb ? *error.verb : "No command", error.error);
}

void serve_command(std::string_view frame, Turn& turn) {
  const auto parsed = wire::parse_command(frame, wire::Arguments::any, turn.session.texts());
  if (!parsed) {
    turn.tag = tag_of(parsed.error());
    if (misbehaves_instead(ascii::to_upper(parsed.error().verb.value_or("")), turn)) return;
    return complete(ending_of(parsed.error()), turn);
  }
  turn.tag = usable(parsed->value.tag);
  if (misbehaves_instead(verb_of(parsed->value.command), turn)) return;
  if (const auto refused = refuse_quirks(parsed->quirks, turn)) {
    leave_refused(parsed->value.command, *refused, turn.session);
    return complete(*refused, turn);
  }
  dispatch(parsed->value.command, parsed->extension, turn);
}

/// A line, or as much of it as could be read, while the client should say something else than a
/// command.
void serve_line(std::string_view line, const AwaitsSasl& sasl, Turn& turn) {
  turn.tag = sasl.tag;
  turn.session.awaits = AwaitsCommand{};
  const Ending ending = continue_authenticate(without_line_end(line), sasl, turn);
  if (ending) complete(*ending, turn);
}

void serve_line(std::string_view line, const AwaitsDone& done, Turn& turn) {
  turn.tag = done.tag;
  turn.session.awaits = AwaitsCommand{};
  complete(continue_idle(without_line_end(line)), Telling{}, turn);
}

void serve_line(std::string_view line, const AwaitsCommand&, Turn& turn) {
  serve_command(line, turn);
}

void serve_line(std::string_view, const AwaitsHandshake&, Turn&) {}

void serve_line(std::string_view line, Turn& turn) {
  const Awaits awaits = turn.session.awaits;
  std::visit([&](const auto& awaited) { serve_line(line, awaited, turn); }, awaits);
}

constexpr std::uint64_t longest_with_minus = 4096;

/// A literal that nobody waited for, and that should have been waited for (RFC 7888 §5).
Ending refuse_plus(const wire::LiteralAhead& ahead, bool appends, const Config& config) {
  if (ahead.synchronizing) return std::nullopt;
  const bool takes_any = config.announces("LITERAL+") && !config.announces("LITERAL-");
  if (takes_any) return std::nullopt;
  if (config.speaks("LITERAL-")) {
    if (ahead.octets <= longest_with_minus) return std::nullopt;
    StatusResponse ending = bad("Under LITERAL-, a literal above 4096 octets waits for +");
    if (appends) ending.code = CodeAtom{"TOOBIG", {}};
    return ending;
  }
  return bad("Literals wait for + here");
}

/// `UTF8 (~{n}`: a literal8 of UTF8=ACCEPT (RFC 6855 §4).
bool is_utf8_data(const wire::LiteralAhead& ahead, const Config& config) {
  const std::size_t begin = ahead.so_far.rfind("~{");
  const std::string_view before = ahead.so_far.substr(0, std::min(begin, ahead.so_far.size()));
  return config.speaks("UTF8=ACCEPT") && ascii::ends_with_ignoring_case(before, " UTF8 (");
}

/// Why these may not come as a literal8, which messages do with BINARY, and annotations always
/// (RFC 5464 §5).
Ending refuse_literal8(const wire::LiteralAhead& ahead, const CommandInfo* info, const Turn& turn) {
  const bool annotates = info != nullptr && is_verb_of<SetMetadata>(info->verb);
  if (!ahead.any_octet || annotates) return std::nullopt;
  if (!turn.config.speaks("BINARY") && !is_utf8_data(ahead, turn.config)) {
    return bad("A literal8 (~{n}) needs BINARY, which is not announced here");
  }
  const bool appends = info != nullptr && info->traits.has(Trait::carries_message);
  return appends ? std::nullopt
                 : Ending(bad("Only messages and annotations come as a literal8 (~{n})"));
}

/// Why the octets that are announced shall not come: a client need not send what will not be
/// served, and BAD keeps it from sending more of a command that is wrong already (RFC 3501 §2.2.1).
Ending refuse_literal(const wire::LiteralAhead& ahead, Turn& turn) {
  const auto parsed = wire::parse_command(ahead.so_far, wire::Arguments::any, turn.session.texts());
  if (parsed) return std::nullopt;
  const wire::CommandError& error = parsed.error();
  turn.tag = tag_of(error);
  const bool is_no_command = lacks_tag(error) || (error.verb && !error.known_verb);
  if (turn.tag.empty() || is_no_command) return ending_of(error);
  const CommandInfo* info = error.verb ? find_command(*error.verb) : nullptr;
  if (info != nullptr) {
    if (auto refused = refuse_by_state(*info, turn.session.state)) return refused;
  }
  const bool appends = info != nullptr && info->traits.has(Trait::carries_message);
  if (auto refused = refuse_literal8(ahead, info, turn)) return refused;
  const std::size_t limit = appends ? turn.config.max_literal_octets : turn.config.max_line_octets;
  const std::size_t room = limit + turn.config.max_line_octets;
  if (auto refused = refuse_plus(ahead, appends, turn.config)) return refused;
  const bool has_room = ahead.octets <= limit && ahead.so_far.size() + ahead.octets <= room;
  const bool lacks_octets = error.error.offset == ahead.so_far.size();  // and nothing else
  if (has_room) return lacks_octets ? std::nullopt : Ending(ending_of(error));
  return no("TOOBIG", "At most " + std::to_string(limit) + " octets are taken here");
}

void decide(const wire::LiteralAhead& ahead, Turn& turn) {
  Session& session = turn.session;
  if (!std::holds_alternative<AwaitsCommand>(session.awaits)) {
    serve_line(ahead.so_far, turn);
    session.framer.refuse_literal();
    return;
  }
  Ending refused = refuse_literal(ahead, turn);
  const bool may_come = turn.config.speaks("LITERAL+") || turn.config.speaks("LITERAL-");
  if (!refused && !ahead.synchronizing && !may_come) {
    refused = bad("A literal waits for its + here");
  }
  if (refused) {
    session.framer.refuse_literal();
    return complete(*refused, turn);
  }
  session.framer.accept_literal();
  if (ahead.synchronizing) session.output += "+ Ready for literal\r\n";
}

/// The line has come to its end, of which only the beginning was kept. A SASL response could be
/// read in part, and must not be.
void serve_too_long(const wire::LineTooLong& line, Turn& turn) {
  if (turn.session.idles()) return serve_line(line.beginning, turn);
  const Awaits awaits = std::exchange(turn.session.awaits, AwaitsCommand{});
  if (const auto* sasl = std::get_if<AwaitsSasl>(&awaits)) {
    turn.tag = sasl->tag;
  } else {
    const auto parsed = wire::parse_command(line.beginning);
    turn.tag = parsed ? usable(parsed->value.tag) : tag_of(parsed.error());
  }
  complete(bad("A line has " + std::to_string(turn.config.max_line_octets) + " octets at most"),
           turn);
}

}  // namespace

wire::FramerLimits limits_of(const Config& config) {
  return {.line_octets = config.max_line_octets,
          .literal_octets = std::max(config.max_literal_octets, config.max_line_octets)};
}

bool serve_next(Turn& turn) {
  if (turn.session.state == State::logout || turn.session.awaits_handshake()) return false;
  const wire::FramerStep step = turn.session.framer.next();
  std::visit(overloaded{
                 [](wire::Incomplete) {},
                 [&](const wire::Frame& frame) { serve_line(frame.bytes, turn); },
                 [&](const wire::LiteralAhead& ahead) { decide(ahead, turn); },
                 [&](const wire::LineTooLong& line) { serve_too_long(line, turn); },
             },
             step);
  return !std::holds_alternative<wire::Incomplete>(step);
}

}  // namespace imapscope::server
