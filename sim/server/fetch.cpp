// The fetch family: FETCH, UID FETCH.
#include <algorithm>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"
#include "sim/server/condstore.h"
#include "sim/server/handlers.h"
#include "sim/server/turn/entry_walk.h"
#include "sim/server/turn/say.h"

namespace imapscope::server {
namespace {

/// What is asked of every message.
struct Request {
  std::vector<FetchItem> items;
  bool flags = false;                         ///< FLAGS is among them
  bool uid = false;                           ///< so is UID, or the command is a UID FETCH
  bool mod_seq = false;                       ///< MODSEQ is among them
  std::optional<mail::ModSeq> changed_since;  ///< only what changed later
  bool vanished = false;                      ///< and what has gone since
  bool sets_seen = false;  ///< RFC 3501 §6.4.5: some items do, where they are not PEEKs
};

/// The one item of an extension that is told (RFC 7162 §3.1.4.2).
bool is_mod_seq(const FetchItem& item) {
  const auto* other = std::get_if<FetchOther>(&item);
  return other != nullptr && ascii::equal_ignoring_case(other->text, "MODSEQ");
}

void ask_for_mod_seq(Request& request) {
  if (request.mod_seq) return;
  request.items.emplace_back(FetchOther{"MODSEQ"});
  request.mod_seq = true;
}

/// CHANGEDSINCE and VANISHED (RFC 7162 §3.1.4.1, §3.2.6).
void read_modifiers(const Fetch& command, Request& request) {
  if (const Parameter* since = find_parameter(command.modifiers, "CHANGEDSINCE")) {
    request.changed_since = mod_seq_in(*since);
    ask_for_mod_seq(request);
  }
  request.vanished = has_parameter(command.modifiers, "VANISHED");
}

/// Nothing where its modifiers are in order.
Ending refuse_modifiers(const Fetch& command, const Session& session) {
  const Parameter* since = find_parameter(command.modifiers, "CHANGEDSINCE");
  if (since != nullptr && !mod_seq_in(*since)) return bad("CHANGEDSINCE takes a number");
  if (!has_parameter(command.modifiers, "VANISHED")) return std::nullopt;
  if (!session.qresync) return bad("QRESYNC must be enabled first");
  if (!by_uid(command.messages) || since == nullptr) {
    return bad("VANISHED goes with UID FETCH and CHANGEDSINCE");
  }
  return std::nullopt;
}

Request request_of(const Fetch& command) {
  Request request{.items = items_of(command), .changed_since = {}};
  const auto asks_for = [&](FetchAttribute attribute) {
    return std::find(request.items.begin(), request.items.end(), FetchItem(attribute)) !=
           request.items.end();
  };
  if (by_uid(command.messages) && !asks_for(FetchAttribute::uid)) {
    request.items.emplace_back(FetchAttribute::uid);  // RFC 3501 §6.4.8
  }
  request.mod_seq = std::any_of(request.items.begin(), request.items.end(), is_mod_seq);
  read_modifiers(command, request);
  request.flags = asks_for(FetchAttribute::flags);
  request.uid = asks_for(FetchAttribute::uid);
  request.sets_seen = std::any_of(request.items.begin(), request.items.end(),
                                  [](const FetchItem& item) { return sets_seen(item); });
  return request;
}

/// FLAGS, or FLAGS and UID in this order: what clients ask of whole mailboxes.
bool is_only_flags(const Request& request) {
  return request.flags && request.items.size() == (request.uid ? 2U : 1U) &&
         request.items.front() == FetchItem(FetchAttribute::flags);
}

FetchedSection fetched(FetchAttribute name, Section::Text text, const mail::Message& message) {
  const Section section{.path = {}, .text = text, .fields = {}};
  return {name, std::nullopt, message.section(section)};
}

FetchedItem fetched(FetchAttribute attribute, const mail::Entry& entry, FlagSet flags) {
  const mail::Message& message = *entry.message;
  switch (attribute) {
    case FetchAttribute::flags:
      return FetchedFlags{std::move(flags)};
    case FetchAttribute::internal_date:
      return FetchedInternalDate{entry.internal_date};
    case FetchAttribute::rfc822_size:
      return FetchedSize{message.size()};
    case FetchAttribute::envelope:
      return FetchedEnvelope{message.envelope()};
    case FetchAttribute::uid:
      return FetchedUid{entry.uid};
    case FetchAttribute::body:
      return FetchedStructure{false, message.structure(false)};
    case FetchAttribute::body_structure:
      return FetchedStructure{true, message.structure(true)};
    case FetchAttribute::rfc822:
      return fetched(attribute, Section::Text::all, message);
    case FetchAttribute::rfc822_header:
      return fetched(attribute, Section::Text::header, message);
    case FetchAttribute::rfc822_text:
      break;
  }
  return fetched(attribute, Section::Text::text, message);
}

FetchedItem fetched(const FetchSection& wanted, const mail::Entry& entry) {
  FetchedSection section{wanted.section, std::nullopt,
                         entry.message->section(wanted.section, wanted.partial)};
  if (wanted.partial) section.origin = wanted.partial->first;
  return section;
}

/// Whether the message had no `\Seen` before.
bool mark_seen(std::size_t place, const mail::Entry& entry, Turn& turn) {
  if (turn.view().flags_of(place, entry).contains(flags::seen)) return false;
  const FlagSet seen{flags::seen};
  if (turn.mailbox().is_permanent(flags::seen)) {
    return turn.mailbox().store(entry.uid, StoreMode::add, seen);
  }
  return turn.view().store_session_flags(entry.uid, StoreMode::add, seen);
}

void fetch_one(const Request& request, std::size_t place, const mail::Entry& entry, Turn& turn) {
  const FlagSet flags = turn.view().flags_of(place, entry);
  const SeqNum number{static_cast<std::uint32_t>(place + 1)};
  if (request.flags) turn.view().told_flags(place, entry);
  if (is_only_flags(request)) {
    say_flags(turn.session.output, number, flags,
              {request.uid ? std::optional(entry.uid) : std::nullopt, std::nullopt});
    return;
  }
  FetchData data{number, {}};
  for (const FetchItem& item : request.items) {
    data.items.push_back(
        std::visit(overloaded{
                       [&](FetchAttribute attribute) -> FetchedItem {
                         return fetched(attribute, entry, flags);
                       },
                       [&](const FetchSection& section) { return fetched(section, entry); },
                       // MODSEQ; others are refused before they come here.
                       [&](const FetchOther&) -> FetchedItem {
                         return FetchedOther{"MODSEQ", mod_seq_text(entry.mod_seq)};
                       },
                   },
                   item));
  }
  say(turn.session.output, std::move(data));
}

/// Reading sets `\Seen`, and the answer says so although nobody asked (RFC 3501 §6.4.5).
void fetch_and_mark(Request request, std::size_t place, const mail::Entry& entry, Turn& turn) {
  const Uid uid = entry.uid;
  const bool changed = mark_seen(place, entry, turn);
  if (changed && !request.flags) {
    request.flags = true;
    request.items.emplace_back(FetchAttribute::flags);
  }
  if (changed && turn.session.condstore) ask_for_mod_seq(request);
  fetch_one(request, place, *turn.mailbox().find(uid), turn);
}

}  // namespace

Ending handle(const Fetch& command, Turn& turn) {
  const auto places = turn.view().places_of(command.messages);
  if (!places) return bad_number(turn.view().size());
  if (auto refused = refuse_modifiers(command, turn.session)) return refused;
  const Request request = request_of(command);
  if (request.items.size() > turn.config.max_fetch_items) {
    return no("LIMIT", "At most " + std::to_string(turn.config.max_fetch_items) +
                           " items of a message are told at once");  // RFC 5530 §3
  }
  if (request.mod_seq) turn_on_condstore(turn);
  if (request.vanished) {
    say_vanished_earlier(*request.changed_since, std::get<UidSet>(command.messages), turn);
  }
  // RFC 4314 §4: without the right `s` reading leaves no trace.
  const bool marks = request.sets_seen && !turn.view().read_only() && turn.rights().has('s');
  turn.view().announce_keywords(turn.mailbox(), turn.session.output);
  SeatWalk entries(turn.mailbox(), turn.view());
  bool all_there = true;
  bool any_there = false;
  for (const std::size_t place : *places) {
    const mail::Entry* entry = entries.find(turn.view().uid_at(place));
    all_there = all_there && entry != nullptr;
    any_there = any_there || entry != nullptr;
    if (entry == nullptr) {
      continue;
    } else if (request.changed_since && entry->mod_seq <= *request.changed_since) {
      continue;
    } else if (marks && !entries.is_kept()) {
      fetch_and_mark(request, place, *entry, turn);
    } else {
      fetch_one(request, place, *entry, turn);
    }
  }
  const bool wants_all = !all_there && !by_uid(command.messages);
  if (wants_all && !turn.passes_over_gone(any_there)) return no_longer_there();
  return completed("FETCH", by_uid(command.messages));
}

}  // namespace imapscope::server
