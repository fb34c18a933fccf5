// The select family: SELECT, EXAMINE, CHECK, CLOSE, UNSELECT.
#include <algorithm>

#include "sim/server/handlers.h"
#include "sim/server/turn/say.h"

namespace imapscope::server {
namespace {

void leave_mailbox(Session& session) {
  session.view.reset();
  session.travel(Passage::deselect);
}

std::optional<SeqNum> first_unseen(const mail::Mailbox& mailbox) {
  const auto& entries = mailbox.entries();
  const auto unseen = std::find_if(entries.begin(), entries.end(), [](const mail::Entry& entry) {
    return !entry.flags.contains(flags::seen);
  });
  if (unseen == entries.end()) return std::nullopt;
  return SeqNum{static_cast<std::uint32_t>(unseen - entries.begin() + 1)};
}

/// The untagged responses that RFC 3501 §6.3.1 requires, in the order of its example.
void describe(const mail::Mailbox& mailbox, const SessionView& view, std::string& output) {
  say(output, Exists{static_cast<std::uint32_t>(view.size())});
  say(output, Recent{view.recent_count()});
  if (const auto number = first_unseen(mailbox)) {
    say_ok(output, CodeUnseen{*number},
           "Message " + std::to_string(number->value) + " is the first unseen");
  }
  say_ok(output, CodeUidValidity{mailbox.uid_validity()}, "UIDs valid");
  say_ok(output, CodeUidNext{mailbox.uid_next()}, "Predicted next UID");
  say(output, FlagsData{view.listed_flags(mailbox)});
  say_permanent_flags(mailbox, view.read_only(), output);
}

/// A failed SELECT leaves the session without a mailbox all the same (RFC 3501 §6.3.1).
StatusResponse open_mailbox(const MailboxName& name, bool read_only, Turn& turn) {
  leave_mailbox(turn.session);
  const auto id = turn.account().id_of(name);
  if (!id) return no(id.error());
  mail::Mailbox& mailbox = *turn.account().find(*id);
  const Uid first_recent = read_only ? mailbox.first_recent() : mailbox.claim_recent();
  turn.session.view.emplace(*id, read_only, mailbox, first_recent);
  turn.session.travel(Passage::select);
  describe(mailbox, turn.view(), turn.session.output);
  const CodeAtom access{read_only ? "READ-ONLY" : "READ-WRITE", {}};
  return ok(access, read_only ? "EXAMINE completed" : "SELECT completed");
}

}  // namespace

Ending handle(const Select& command, Turn& turn) {
  return open_mailbox(command.mailbox, false, turn);
}

Ending handle(const Examine& command, Turn& turn) {
  return open_mailbox(command.mailbox, true, turn);
}

// Mailboxes live in memory: there is nothing to write down (RFC 3501 §6.4.1).
Ending handle(const Check&, Turn&) {
  return ok("CHECK completed");
}

Ending handle(const Close&, Turn& turn) {
  if (!turn.view().read_only()) turn.mailbox().expunge();
  leave_mailbox(turn.session);
  return ok("CLOSE completed");
}

Ending handle(const Unselect&, Turn& turn) {
  leave_mailbox(turn.session);
  return ok("UNSELECT completed");
}

}  // namespace imapscope::server
