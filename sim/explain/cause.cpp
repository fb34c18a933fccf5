#include "sim/explain/cause.h"

#include <algorithm>
#include <vector>

#include "sim/base/overloaded.h"
#include "sim/base/utf.h"
#include "sim/belief/families.h"
#include "sim/belief/reading.h"
#include "sim/explain/cause_elsewhere.h"

namespace imapscope::explain {
namespace {

constexpr std::size_t longest_quote = 48;

std::string quoted(const Line& line) {
  return "`" + short_text(line) + "`";
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
                        [](const Append& append) { return &append.flags; },
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
  if (command.connection == e.line().connection) return quoted(command);
  const std::string name = client_name(e.timeline(), command.connection);
  return (name == "the client" ? "another client" : name) + "'s " + quoted(command);
}

std::string all_of(const Explaining& e, const std::vector<const Line*>& commands) {
  std::string words;
  for (std::size_t i = 0; i < commands.size(); ++i) {
    if (i > 0) words += i + 1 == commands.size() ? " and " : ", ";
    words += whose(e, *commands[i]);
  }
  return words;
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
  if (command == nullptr && missed_some(e)) return "for which command was not seen";
  if (command == nullptr) return "told though no command is in progress";
  if (command->name == "IDLE") return "told at once, because " + quoted(*command) + " runs";
  return "told with " + quoted(*command);
}

RichText why_news(const Explaining& e, const Origin& origin, const Line* command) {
  if (origin.commands.empty()) {
    return "No connection in this trace put it there: new mail arrived, or a client outside the "
           "trace stored it; " +
           occasion(e, command);
  }
  const bool own = origin.commands.size() == 1 && origin.commands.front() == command;
  if (own) return "The effect of " + quoted(*command) + " on the open mailbox";
  return (origin.sure ? "Owed since " : "It may be owed since ") + all_of(e, origin.commands) +
         "; " + occasion(e, command);
}

/// What the client waits for, while something comes that cannot be read.
std::string meanwhile(const Explaining& e) {
  if (e.line().direction == trace::Direction::to_server) return {};
  const SessionBelief* before = e.before();
  if (before == nullptr || before->pending.empty())
    return "; no command is known to be in progress";
  const Line& oldest = e.timeline().lines()[before->pending.front().line.value];
  return ", while " + quoted(oldest) + " is in progress";
}

/// The beginning of what cannot be read: "from `FLAGS` on".
std::string where_it_breaks(const Line& line) {
  const auto error = error_of(line);
  if (!error || error->offset >= line.bytes.size()) return " as a line of IMAP";
  std::string_view rest = std::string_view(line.bytes).substr(error->offset);
  rest = rest.substr(0, std::min(rest.find_first_of("\r\n"), longest_quote / 3));
  const bool shows = rest.find_first_not_of(' ') != std::string_view::npos &&
                     rest.find('`') == std::string_view::npos && is_utf8(rest);
  if (error->offset == 0) return " as a line of IMAP";
  return shows ? " from `" + std::string(rest) + "` on" : " up to its end";
}

RichText why_unreadable(const Explaining& e) {
  const auto error = error_of(e.line());
  if (e.line().direction == trace::Direction::to_server && error && error->expected == "a tag") {
    return "It is no command: a command begins with a tag";
  }
  if (!e.line().note.empty()) return "It cannot be read: " + e.line().note + meanwhile(e);
  return "It cannot be read" + where_it_breaks(e.line()) + meanwhile(e);
}

RichText why_untagged(const Explaining& e) {
  if (!e.line().landed) return "It has not arrived, or not as a whole";
  if (!response_of(e.line())) return why_unreadable(e);
  const Line* command = e.command();
  const bool bye = e.line().name == "BYE";
  if (command != nullptr && command->kind == LineKind::unreadable) {
    return (bye ? "The server ends the session, as " : "The answer to ") + quoted(*command) +
           (bye ? " asks for" : "") + ", which has no tag that could be repeated";
  }
  if (command != nullptr && was_asked_for(e, *command)) {
    return "Untagged data, caused by " + quoted(*command);
  }
  if (command != nullptr && lists_keyword_of(e, *command)) {
    return "Untagged data, caused by " + quoted(*command) + ", which uses a keyword";
  }
  if (const auto origin = origin_of(e)) return why_news(e, *origin, command);
  if (command == nullptr) {
    if (missed_some(e)) return "No command is seen that it belongs to";
    return bye ? "The server ends the session by itself"
               : "No command is in progress: the server speaks of its own accord";
  }
  if (command->name == "IDLE") {
    return "Not asked for: while " + quoted(*command) + " runs, the server tells what changes";
  }
  if (bye) return "The server ends the session while " + quoted(*command) + " is in progress";
  if (error_of(*command)) {
    return "Perhaps the answer to " + quoted(*command) + ", of which not all can be read here";
  }
  return "Not asked for: the server tells it along with the answer to " + quoted(*command);
}

RichText why_tagged(const Explaining& e) {
  const Line* command = e.command();
  if (command == nullptr) return "It completes no command that was seen";
  return "The last line of the answer to " + quoted(*command);
}

RichText why_command(const Explaining& e) {
  const Line& line = e.line();
  if (!line.completion) return "A command of " + e.client() + "; no completion is seen";
  const Line& completion = e.timeline().lines()[line.completion->value];
  return "A command of " + e.client() + ", completed by `" + short_text(completion) + "`";
}

RichText why_client_data(const Explaining& e) {
  const Line* command = e.command();
  if (command == nullptr) return "It goes on with a command that was not seen";
  return "It goes on with " + quoted(*command) + ", as the server's `+` allowed";
}

RichText why_continuation(const Explaining& e) {
  const Line* command = e.command();
  if (command == nullptr) return "No command is known to wait for it";
  if (command->name == "IDLE") return "The server takes up " + quoted(*command);
  return "The server asks for the rest of " + quoted(*command);
}

RichText why_closed(const Explaining& e) {
  if (e.line().note != "closed") return "The connection is gone: " + e.line().note;
  const bool client = e.line().direction == trace::Direction::to_server;
  return "Closed by " + (client ? e.client() : std::string("the server"));
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
  if (e.line().note != "connected") {
    return "The connection was open when the capture began: what came before is not known";
  }
  const Line* first = first_from_server(e);
  if (on_tls_port(e) || (first != nullptr && first->kind == LineKind::opaque)) {
    return "The connection is made; TLS comes first, and inside it the server greets";
  }
  return "The connection is made; now the server has to greet";
}

}  // namespace

RichText why_literal(const Line& command) {
  return "The octets that " + quoted(command) + " announced; after them its line goes on";
}

std::string short_text(const Line& line) {
  std::string text;
  for (const char c : line.bytes) {
    if (c == '\r' || c == '\n') break;
    text.push_back(c);
  }
  const bool has_password = line.name == "LOGIN" || line.name == "AUTHENTICATE";
  if (has_password) return line.tag + " " + line.name;
  if (text.size() <= longest_quote) return text;
  std::size_t cut = longest_quote;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
  return text.substr(0, cut) + "…";
}

RichText why(const Explaining& e) {
  switch (e.line().kind) {
    case LineKind::command:
      return why_command(e);
    case LineKind::client_data:
      return why_client_data(e);
    case LineKind::literal:
      return why_literal(*e.command());
    case LineKind::greeting:
      return "The greeting: the server speaks first, as soon as the connection is made";
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
      return "The capture has a hole: " + e.line().note;
    case LineKind::opaque:
      return "Encrypted or compressed, so nothing inside can be read: " + e.line().note;
    case LineKind::note:
      return e.line().note + "\n\nThis happened beside the wire: a client knows nothing of it " +
             "before a line tells.";
  }
  return "";
}

}  // namespace imapscope::explain
