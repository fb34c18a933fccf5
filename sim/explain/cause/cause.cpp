#include "sim/explain/cause/cause.h"

#include <algorithm>
#include <vector>

#include "sim/base/overloaded.h"
#include "sim/base/utf.h"
#include "sim/belief/families.h"
#include "sim/belief/reading.h"
#include "sim/explain/cause/cause_elsewhere.h"
#include "sim/explain/neighbour.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {
namespace {

constexpr std::size_t longest_quote = 48;

/// The message of that key, which quotes a command.
RichText of(const Explaining& e, std::string_view key, const Line& command) {
  return e.words(key, {{"command", short_text(command)}});
}

/// What a line says of itself, where it has no octets: "closed".
std::string note_of(const Explaining& e) {
  return e.words()(e.line().note);
}

bool was_asked_for(const Explaining& e, const Line& command) {
  const auto value = command_of(command);
  const auto response = response_of(e.line());
  if (!value || !response) return false;
  const auto* untagged = std::get_if<Untagged>(&*response);
  return untagged != nullptr && asks_for(*value, untagged->data);
}

/// The flags that a command gives to messages; null where it gives none.
const FlagSet* flags_given(const Command& command) {
  return std::visit(overloaded{
                        [](const Store& store) { return &store.flags; },
                        [](const Append& append) { return &append.new_messages.front().flags; },
                        [](const Replace& replace) { return &replace.message.flags; },
                        [](const auto&) { return static_cast<const FlagSet*>(nullptr); },
                    },
                    command);
}

/// The flags that `* FLAGS` or PERMANENTFLAGS lists; null where the line is neither.
const FlagSet* flags_listed(const UntaggedData& data) {
  if (const auto* flags = std::get_if<FlagsData>(&data)) return &flags->flags;
  const auto* status = std::get_if<StatusResponse>(&data);
  if (status == nullptr || !status->code) return nullptr;
  const auto* permanent = std::get_if<CodePermanentFlags>(&*status->code);
  return permanent == nullptr ? nullptr : &permanent->flags;
}

/// Whether the line lists a keyword that the command has just used: if it was new, it has to be
/// listed before it is told of a message.
bool lists_keyword_of(const Explaining& e, const Line& command) {
  const auto value = command_of(command);
  const auto response = response_of(e.line());
  const auto* untagged = response ? std::get_if<Untagged>(&*response) : nullptr;
  const FlagSet* given = value ? flags_given(*value) : nullptr;
  const FlagSet* listed = untagged == nullptr ? nullptr : flags_listed(untagged->data);
  if (given == nullptr || listed == nullptr) return false;
  return std::any_of(given->begin(), given->end(), [listed](const Flag& flag) {
    return !flag.is_system() && listed->contains(flag);
  });
}

/// "the laptop's `b3 STORE 2 +FLAGS (\Seen)`"; where clients have no names, "another client's".
std::string whose(const Explaining& e, const Line& command) {
  if (command.connection == e.line().connection) return of(e, "cause.command.own", command);
  const std::string name = client_name(e.timeline(), command.connection);
  if (name.empty()) return of(e, "cause.command.another", command);
  return e.words("cause.command.named", {{"client", name}, {"command", short_text(command)}});
}

std::string all_of(const Explaining& e, const std::vector<const Line*>& commands) {
  std::vector<std::string> each;
  each.reserve(commands.size());
  for (const Line* command : commands) each.push_back(whose(e, *command));
  return enumerated(e.words(), each);
}

/// A part of the connection was not seen: commands may be in progress that nobody knows of.
bool missed_some(const Explaining& e) {
  const auto& lines = e.timeline().lines();
  return std::any_of(lines.begin(), lines.begin() + e.line().id.value, [&](const Line& line) {
    return line.kind == LineKind::gap && line.connection == e.line().connection;
  });
}

/// On which occasion the server tells what nobody asked for.
std::string occasion(const Explaining& e, const Line* command) {
  if (command == nullptr && missed_some(e)) return e.words("cause.occasion.unseen");
  if (command == nullptr) return e.words("cause.occasion.none");
  return of(e, has(command->name, Trait::idles) ? "cause.occasion.idle" : "cause.occasion.along",
            *command);
}

RichText why_news(const Explaining& e, const Origin& origin, const Line* command) {
  if (origin.commands.empty()) {
    return e.words("cause.news.outside", {{"occasion", occasion(e, command)}});
  }
  const bool own = origin.commands.size() == 1 && origin.commands.front() == command;
  if (own) return of(e, "cause.news.own", *command);
  return e.words(origin.sure ? "cause.news.owed" : "cause.news.perhaps_owed",
                 {{"commands", all_of(e, origin.commands)}, {"occasion", occasion(e, command)}});
}

/// Where a line breaks that cannot be read: "from `FLAGS` on".
std::string where_it_breaks(const Explaining& e) {
  const Line& line = e.line();
  const auto error = error_of(line);
  const bool within = error && error->offset != 0 && error->offset < line.bytes.size();
  if (!within) return e.words("cause.unreadable.as_line");
  std::string_view rest = std::string_view(line.bytes).substr(error->offset);
  rest = rest.substr(0, std::min(rest.find_first_of("\r\n"), longest_quote / 3));
  const bool shows = rest.find_first_not_of(' ') != std::string_view::npos &&
                     rest.find('`') == std::string_view::npos && is_utf8(rest);
  return shows ? e.words("cause.unreadable.from", {{"text", std::string(rest)}})
               : e.words("cause.unreadable.to_end");
}

RichText why_unreadable(const Explaining& e) {
  const bool from_client = e.line().direction == trace::Direction::to_server;
  const auto error = error_of(e.line());
  if (from_client && error && error->expected == wire::Expected("tag"))
    return e.words("cause.unreadable.no_tag");
  const bool noted = !e.line().note.empty();
  const std::string where = noted ? note_of(e) : where_it_breaks(e);
  if (from_client) {
    return e.words(noted ? "cause.unreadable.noted" : "cause.unreadable.alone", {{"where", where}});
  }
  const SessionBelief* before = e.before();
  if (before == nullptr || before->in_progress.empty()) {
    return e.words(noted ? "cause.unreadable.noted_idle" : "cause.unreadable.idle",
                   {{"where", where}});
  }
  // What the client waits for, while something comes that cannot be read.
  const Line& oldest = e.timeline().lines()[before->in_progress.front().line.value];
  return e.words(noted ? "cause.unreadable.noted_during" : "cause.unreadable.during",
                 {{"where", where}, {"command", short_text(oldest)}});
}

RichText why_told(const Explaining& e, const Line& command) {
  if (has(command.name, Trait::idles)) return of(e, "cause.untagged.idle", command);
  if (e.line().condition == Condition::bye) return of(e, "cause.untagged.bye_during", command);
  if (error_of(command)) return of(e, "cause.untagged.perhaps", command);
  return of(e, "cause.untagged.along", command);
}

RichText why_untagged(const Explaining& e) {
  if (!e.line().landed) return e.words("cause.untagged.not_landed");
  if (!response_of(e.line())) return why_unreadable(e);
  const Line* command = e.command();
  const bool bye = e.line().condition == Condition::bye;
  if (command != nullptr && command->kind == LineKind::unreadable) {
    return of(e, bye ? "cause.untagged.bye_tagless" : "cause.untagged.tagless", *command);
  }
  if (command != nullptr && was_asked_for(e, *command)) {
    return of(e, "cause.untagged.asked", *command);
  }
  if (command != nullptr && lists_keyword_of(e, *command)) {
    return of(e, "cause.untagged.keyword", *command);
  }
  if (const auto origin = origin_of(e)) return why_news(e, *origin, command);
  if (command != nullptr) return why_told(e, *command);
  if (missed_some(e)) return e.words("cause.untagged.unseen");
  if (bye) return e.words("cause.untagged.bye");
  const bool hears = e.before() != nullptr && e.before()->hears_events;
  return e.words(hears ? "cause.untagged.event" : "cause.untagged.unasked");
}

RichText why_tagged(const Explaining& e) {
  const Line* command = e.command();
  return command == nullptr ? e.words("cause.tagged.unseen")
                            : of(e, "cause.tagged.completes", *command);
}

// TLS began behind it, and it was sent in clear.
bool is_thrown_away(const Explaining& e) {
  const auto lines = e.timeline().lines().subspan(e.line().id.value);
  return !e.line().is_protected && std::any_of(lines.begin(), lines.end(), [&](const Line& later) {
    return later.connection == e.line().connection && later.kind == LineKind::secured;
  });
}

RichText why_command(const Explaining& e) {
  const Line& line = e.line();
  if (!line.completion) {
    return e.words(is_thrown_away(e) ? "cause.command.thrown_away" : "cause.command.open",
                   {{"client", e.client()}});
  }
  const Line& completion = e.timeline().lines()[line.completion->value];
  return e.words("cause.command.completed",
                 {{"client", e.client()}, {"completion", short_text(completion)}});
}

RichText why_client_data(const Explaining& e) {
  const Line* command = e.command();
  return command == nullptr ? e.words("cause.client_data.unseen")
                            : of(e, "cause.client_data.goes_on", *command);
}

RichText why_continuation(const Explaining& e) {
  const Line* command = e.command();
  if (command == nullptr) return e.words("cause.continuation.unseen");
  return of(
      e, has(command->name, Trait::idles) ? "cause.continuation.idle" : "cause.continuation.rest",
      *command);
}

RichText why_closed(const Explaining& e) {
  if (e.line().note.key != "note.closed")
    return e.words("cause.closed.broken", {{"note", note_of(e)}});
  return e.line().direction == trace::Direction::to_server
             ? e.words("cause.closed.by_client", {{"client", e.client()}})
             : e.words("cause.closed.by_server");
}

const Line* first_from_server(const Explaining& e) {
  for (const Line& line : e.timeline().lines()) {
    const bool heard =
        line.connection == e.line().connection && line.direction == trace::Direction::to_client;
    if (heard) return &line;
  }
  return nullptr;
}

/// Whether it was opened on the port where TLS comes first (RFC 8314 §3.2).
bool on_tls_port(const Explaining& e) {
  for (const trace::Event& event : e.timeline().trace().events) {
    const auto* opened = std::get_if<trace::Opened>(&event.what);
    if (opened != nullptr && event.connection == e.line().connection) {
      return opened->server.ends_with(":993");
    }
  }
  return false;
}

RichText why_opened(const Explaining& e) {
  if (e.line().note.key != "note.connected") {
    return e.words("cause.opened.earlier");
  }
  const Line* first = first_from_server(e);
  if (on_tls_port(e) || (first != nullptr && first->kind == LineKind::opaque)) {
    return e.words("cause.opened.tls");
  }
  return e.words("cause.opened.now");
}

}  // namespace

RichText why_literal(const Explaining& e, const Line& command) {
  return of(e, "cause.literal", command);
}

std::string short_text(const Line& line) {
  // Of a message that crosses, the end is what matters.
  if (line.protocol != Protocol::imap && line.kind == LineKind::literal) return ".";
  std::string text;
  for (const char c : line.bytes) {
    if (c == '\r' || c == '\n') break;
    text.push_back(c);
  }
  if (holds_secret(line)) return line.tag.empty() ? line.name : line.tag + " " + line.name;
  if (text.size() <= longest_quote) return text;
  return std::string(cut_at_character(text, longest_quote)) + "…";
}

/// What was sent at once with the line, as it is and as it went.
RichText with_compression(const Explaining& e, RichText why) {
  const Line& line = e.line();
  std::uint64_t octets = 0;
  std::uint64_t on_wire = 0;
  for (std::size_t i = line.first_event; i <= line.last_event; ++i) {
    const trace::Event& event = e.timeline().trace().events[i];
    const auto* payload = std::get_if<trace::Payload>(&event.what);
    if (payload == nullptr || event.connection != line.connection) continue;
    if (event.direction != line.direction) continue;
    octets += payload->bytes.size();
    on_wire += payload->compressed;
  }
  if (on_wire == 0) return why;
  return e.words("cause.compressed", {{"why", why}, {"text", octets}, {"wire", on_wire}});
}

RichText carried_why(const Explaining& e, RichText why) {
  RichText text = with_compression(e, std::move(why));
  if (!e.line().is_protected || e.line().bytes.empty()) return text;
  return e.words("cause.protected", {{"why", text}});
}

RichText why(const Explaining& e) {
  switch (e.line().kind) {
    case LineKind::command:
      return why_command(e);
    case LineKind::client_data:
      return why_client_data(e);
    case LineKind::literal:
      return why_literal(e, *e.command());
    case LineKind::greeting:
      return e.words("cause.greeting");
    case LineKind::continuation_request:
      return why_continuation(e);
    case LineKind::tagged:
      return why_tagged(e);
    case LineKind::untagged:
      return why_untagged(e);
    case LineKind::unreadable:
      return why_unreadable(e);
    case LineKind::opened:
      return why_opened(e);
    case LineKind::closed:
      return why_closed(e);
    case LineKind::gap:
      return e.words("cause.gap", {{"note", note_of(e)}});
    case LineKind::opaque:
      return e.words("cause.opaque", {{"note", note_of(e)}});
    case LineKind::secured:
      return e.words(e.line().direction == trace::Direction::to_server ? "cause.secured.by_client"
                                                                       : "cause.secured.by_server",
                     {{"note", note_of(e)}});
    case LineKind::note:
      return e.words("cause.note", {{"note", note_of(e)}});
  }
  return "";
}

}  // namespace imapscope::explain
