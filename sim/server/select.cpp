// The select family: SELECT, EXAMINE, CHECK, CLOSE, UNSELECT.
#include <algorithm>

#include "sim/server/condstore.h"
#include "sim/server/handlers.h"
#include "sim/server/list.h"
#include "sim/server/object_id.h"
#include "sim/server/temper/temper.h"
#include "sim/server/turn/entry_walk.h"
#include "sim/server/turn/say.h"
#include "sim/wire/select.h"

namespace imapscope::server {
namespace {

/// Of a user who has none of these, a mailbox is read-only (RFC 4314 §5.2).
constexpr std::string_view rights_to_change = "iestw";

void leave_mailbox(Session& session) {
  session.view.reset();
  session.owner.clear();
  session.contexts.clear();  // RFC 5267 §4.3: updates end with the mailbox
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

/// The untagged responses that RFC 3501 §6.3.1 requires, in the order of its example. RFC 9051 has
/// neither RECENT nor UNSEEN among them.
void describe(const mail::Mailbox& mailbox, const SessionView& view, const Session& session,
              std::string& output) {
  say(output, Exists{static_cast<std::uint32_t>(view.size())});
  if (!session.rev2) say(output, Recent{view.recent_count()});
  const auto number = first_unseen(mailbox);
  if (number && !session.uid_only && !session.rev2) {
    say_ok(output, CodeUnseen{*number},
           "Message " + std::to_string(number->value) + " is the first unseen");
  }
  say_ok(output, CodeUidValidity{mailbox.uid_validity()}, "UIDs valid");
  say_ok(output, CodeUidNext{mailbox.uid_next()}, "Predicted next UID");
  if (!mailbox.keeps_uids()) {
    say(output, StatusResponse{Condition::no, CodeAtom{"UIDNOTSTICKY", {}}, "UIDs do not last"});
  }
  say(output, FlagsData{view.listed_flags(mailbox)});
  say_permanent_flags(mailbox, view, output);
}

/// What `(CONDSTORE)` and `(QRESYNC (…))` ask for.
struct Options {
  bool condstore = false;
  std::optional<Resync> resync;
};

/// BAD where they are not in order; else nothing, and `options` has them.
Ending read_options(const Parameters& parameters, const Session& session, Options& options) {
  options.condstore = has_parameter(parameters, "CONDSTORE");
  const Parameter* resync = find_parameter(parameters, "QRESYNC");
  if (resync == nullptr) return std::nullopt;
  if (!session.qresync) return bad("QRESYNC must be enabled first");  // RFC 7162 §3.2.5
  options.resync = wire::parse_resync(resync->value);
  if (!options.resync) return bad("QRESYNC takes (uidvalidity modseq [uids] [(numbers uids)])");
  if (options.resync->match_data && session.uid_only) return uid_required();  // RFC 9586 §3.7
  return std::nullopt;
}

/// What has changed since the client saw the mailbox last: first what is gone (RFC 7162 §3.2.6).
void resync(const Resync& known, Turn& turn) {
  const mail::Mailbox& mailbox = turn.mailbox();
  if (known.validity != mailbox.uid_validity()) return;  // its copy is void
  say_vanished_earlier(known.mod_seq, known.known, turn);
  EntryWalk entries(mailbox);
  for (std::size_t place = 0; place < turn.view().size(); ++place) {
    const mail::Entry& entry = *entries.find(turn.view().uid_at(place));  // just opened: all there
    if (entry.mod_seq <= known.mod_seq) continue;
    if (known.known && !known.known->contains(entry.uid, turn.view().largest_uid())) continue;
    const FlagSet flags = turn.view().flags_of(place, entry);
    if (turn.session.uid_only) {
      say_flags(turn.session.output, entry.uid, flags, {{}, entry.mod_seq});
    } else {
      say_flags(turn.session.output, SeqNum{static_cast<std::uint32_t>(place + 1)}, flags,
                {entry.uid, entry.mod_seq});
    }
  }
}

/// A failed SELECT leaves the session without a mailbox all the same (RFC 3501 §6.3.1).
StatusResponse open_mailbox(const MailboxName& name, const Parameters& parameters, bool examines,
                            Turn& turn) {
  bool read_only = examines;
  Options options;
  if (auto refused = read_options(parameters, turn.session, options)) return *refused;
  say_closed(turn.session);
  leave_mailbox(turn.session);
  turn.session.condstore = turn.session.condstore || options.condstore;
  const Access access = access_to(name, turn.asking());
  if (auto refused = access.refuse_without('r')) return *refused;
  const auto id = access.id();
  if (!id) return no(id.error());
  if (auto refused = refuse_out_of_reach(access, turn.config)) return *refused;
  mail::Mailbox& mailbox = *access.account->find(*id);
  const bool is_open = !turn.others_at(*id, access.account->user()).empty();
  if (!mailbox.keeps_uids() && !is_open) access.account->renew_uid_validity(*id);
  read_only = read_only || !access.rights.has_any(rights_to_change);
  turn.session.view.emplace(*id, read_only, mailbox, turn.first_recent(mailbox, read_only));
  if (turn.temper.expunged == Expunged::kept) turn.view().keep_expunged(mailbox);
  turn.session.view->set_rights(access.rights);
  turn.session.owner = access.account->user();
  turn.session.by_rights = turn.config.speaks("ACL");
  turn.session.travel(Passage::select);
  describe(mailbox, turn.view(), turn.session, turn.session.output);
  if (turn.session.rev2) say_opened(name, turn);
  if (turn.config.speaks("OBJECTID")) {
    say_ok(turn.session.output, CodeAtom{"MAILBOXID", mailbox_id_text(*id)}, "It lasts");
  }
  if (turn.config.speaks("CONDSTORE")) {
    say_ok(turn.session.output, CodeHighestModSeq{mailbox.highest_mod_seq()}, "The newest change");
  }
  if (turn.config.speaks("URLAUTH")) {  // RFC 4467 §8
    say_ok(turn.session.output, CodeAtom{"URLMECH", "INTERNAL"}, "How URLs can be proved");
  }
  if (options.resync) resync(*options.resync, turn);
  const CodeAtom mode{read_only ? "READ-ONLY" : "READ-WRITE", {}};
  return ok(mode, examines ? "EXAMINE completed" : "SELECT completed");
}

}  // namespace

// RFC 7162 §3.2.11, RFC 9051 §6.3.2
void say_closed(Session& session) {
  if (!session.view || !(session.qresync || session.rev2)) return;
  say_ok(session.output, CodeAtom{"CLOSED", {}}, "What follows is of the new mailbox");
}

Ending handle(const Select& command, Turn& turn) {
  return open_mailbox(command.mailbox, command.parameters, false, turn);
}

Ending handle(const Examine& command, Turn& turn) {
  return open_mailbox(command.mailbox, command.parameters, true, turn);
}

// Mailboxes live in memory: there is nothing to write down (RFC 3501 §6.4.1).
Ending handle(const Check&, Turn&) {
  return ok("CHECK completed");
}

// No HIGHESTMODSEQ: a client that took it would miss what others have done (RFC 7162 §3.2.8).
Ending handle(const Close&, Turn& turn) {
  const bool expunges = !turn.view().read_only() && turn.rights().has('e');  // RFC 4314 §4
  if (expunges) turn.mailbox().expunge();
  leave_mailbox(turn.session);
  return ok("CLOSE completed");
}

Ending handle(const Unselect&, Turn& turn) {
  leave_mailbox(turn.session);
  return ok("UNSELECT completed");
}

}  // namespace imapscope::server
