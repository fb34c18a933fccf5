#include "sim/observer/cause.h"

#include <algorithm>
#include <optional>
#include <span>

#include "sim/observer/conduct.h"
#include "sim/observer/reading.h"

namespace imapscope::observer {
namespace {

constexpr std::size_t longest_quote = 48;
constexpr std::size_t searched_lines = 2000;  // how far back another session's doing is looked for

const Line* command_of_line(const Explaining& e) {
  if (!e.line().command) return nullptr;
  return &e.timeline().lines()[e.line().command->value];
}

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

const MailboxBelief* mailbox_before(const Timeline& timeline, const Line& line) {
  const auto lands = timeline.moment_of(line.id, Moment::Kind::lands);
  if (!lands) return nullptr;
  const auto beliefs = timeline.beliefs_after(*lands);
  const auto at = beliefs->find(line.connection);
  return at == beliefs->end() ? nullptr : at->second.mailbox.get();
}

std::optional<Uid> uid_of(const MailboxBelief* mailbox, SeqNum number) {
  if (mailbox == nullptr || number.value == 0 || number.value > mailbox->messages.size()) {
    return std::nullopt;
  }
  return mailbox->messages[number.value - 1].uid;
}

std::optional<SeqNum> expunged_by(const Line& line) {
  if (line.name != "EXPUNGE" || line.kind != LineKind::untagged) return std::nullopt;
  for (const Effect& effect : line.effects) {
    if (effect.kind == Effect::Kind::expunged) return effect.number;
  }
  return std::nullopt;
}

// The command of another session that took the same message away, as far as bytes can show it: the
// same mailbox, the same UID.
const Line* culprit(const Explaining& e) {
  const std::optional<SeqNum> number = expunged_by(e.line());
  const MailboxBelief* mailbox = e.mailbox();
  const std::optional<Uid> uid = number ? uid_of(mailbox, *number) : std::nullopt;
  if (!uid) return nullptr;
  const std::span<const Line> lines = e.timeline().lines();
  const std::size_t here = e.line().id.value;
  for (std::size_t back = 1; back <= std::min(here, searched_lines); ++back) {
    const Line& other = lines[here - back];
    if (other.connection == e.line().connection || !other.command) continue;
    const std::optional<SeqNum> gone = expunged_by(other);
    if (!gone) continue;
    const MailboxBelief* theirs = mailbox_before(e.timeline(), other);
    if (theirs == nullptr || theirs->name != mailbox->name || uid_of(theirs, *gone) != uid) {
      continue;
    }
    const Line& command = lines[other.command->value];
    if (command.name.ends_with("EXPUNGE") || command.name.ends_with("MOVE")) return &command;
  }
  return nullptr;
}

RichText why_untagged(const Explaining& e) {
  const Line* command = command_of_line(e);
  const bool bye = e.line().name == "BYE";
  if (command == nullptr) {
    return bye ? "The server ends the session by itself"
               : "No command is in progress: the server speaks of its own accord";
  }
  if (was_asked_for(e, *command)) return "Untagged data, caused by " + quoted(*command);
  if (command->name == "IDLE") {
    return "Not asked for: " + quoted(*command) + " lets the server tell what changes, as it does";
  }
  if (const Line* other = culprit(e)) {
    return "Untagged, owed since " + quoted(*other) + ", sent with " + quoted(*command);
  }
  if (bye) return "The server ends the session while " + quoted(*command) + " is in progress";
  return "Not asked for: the server tells it on the occasion of " + quoted(*command);
}

RichText why_tagged(const Explaining& e) {
  const Line* command = command_of_line(e);
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
  const Line* command = command_of_line(e);
  if (command == nullptr) return "It goes on with a command that was not seen";
  return "It goes on with " + quoted(*command) + ", as the server's `+` allowed";
}

RichText why_unreadable(const Explaining& e) {
  if (!e.line().note.empty()) return "It cannot be read: " + e.line().note;
  return "It cannot be read as a line of IMAP";
}

}  // namespace

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
    case LineKind::greeting:
      return "The greeting: the server speaks first, as soon as the connection is made";
    case LineKind::continuation_request:
      if (const Line* command = command_of_line(e)) {
        return "It asks for the rest of " + quoted(*command);
      }
      return "No command is known to wait for it";
    case LineKind::tagged:
      return why_tagged(e);
    case LineKind::untagged:
      return why_untagged(e);
    case LineKind::unreadable:
      return why_unreadable(e);
    case LineKind::opened:
      return "The connection is made; the server will greet";
    case LineKind::closed:
      return "The connection is gone: " + e.line().note;
    case LineKind::gap:
      return "The capture has a hole: " + e.line().note;
    case LineKind::opaque:
      return "Encrypted or compressed, so nothing inside can be read: " + e.line().note;
    case LineKind::note:
      return e.line().note;
  }
  return "";
}

}  // namespace imapscope::observer
