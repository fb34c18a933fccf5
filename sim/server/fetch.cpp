// The fetch family: FETCH, UID FETCH.
#include <algorithm>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"
#include "sim/imap/partial_range.h"
#include "sim/mail/mime/preview.h"
#include "sim/mail/object_id.h"
#include "sim/server/condstore.h"
#include "sim/server/handlers.h"
#include "sim/server/turn/entry_walk.h"
#include "sim/server/turn/say.h"
#include "sim/wire/print_text.h"

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

/// RFC 7162 §3.1.4.2
bool is_mod_seq(const FetchItem& item) {
  const auto* other = std::get_if<FetchOther>(&item);
  return other != nullptr && ascii::equal_ignoring_case(other->text, "MODSEQ");
}

void ask_for_mod_seq(Request& request) {
  if (request.mod_seq) return;
  request.items.emplace_back(FetchOther{"MODSEQ"});
  request.mod_seq = true;
}

void ask_for_uid(Request& request) {
  if (request.uid) return;
  request.items.emplace_back(FetchAttribute::uid);
  request.uid = true;
}

/// CHANGEDSINCE and VANISHED (RFC 7162 §3.1.4.1, §3.2.6).
void read_modifiers(const Fetch& command, Request& request) {
  if (const Parameter* since = find_parameter(command.modifiers, "CHANGEDSINCE")) {
    request.changed_since = mod_seq_in(*since);
    ask_for_mod_seq(request);
  }
  request.vanished = has_parameter(command.modifiers, "VANISHED");
}

/// PARTIAL (RFC 9394 §3.3): of the messages that are there.
Ending refuse_window(const Fetch& command, const Turn& turn) {
  const Parameter* partial = find_parameter(command.modifiers, "PARTIAL");
  if (partial == nullptr) return std::nullopt;
  if (!by_uid(command.messages)) return bad("PARTIAL goes with UID FETCH");
  const auto range = parse_partial_range(partial->value);
  if (!range) return bad("PARTIAL takes a range, such as 1:50 or -1:-50");
  return refuse_over_limit(range->high - range->low + 1, "FETCH", turn);
}

void keep_window(const Fetch& command, const Turn& turn, Places& places) {
  const Parameter* partial = find_parameter(command.modifiers, "PARTIAL");
  if (partial == nullptr) return;
  std::erase_if(places, [&](std::size_t place) {
    return turn.mailbox().find(turn.view().uid_at(place)) == nullptr;
  });
  const auto shown = parse_partial_range(partial->value)->among(places.size());
  places = Places(places.begin() + static_cast<std::ptrdiff_t>(shown.begin),
                  places.begin() + static_cast<std::ptrdiff_t>(shown.end));
}

/// `PREVIEW (LAZY)`: the name, upper case.
std::string name_of(const FetchOther& item) {
  return ascii::to_upper(item.text.substr(0, item.text.find(' ')));
}

/// PREVIEW knows LAZY and nothing else (RFC 8970 §6).
bool is_odd_preview(const FetchItem& item) {
  const auto* other = std::get_if<FetchOther>(&item);
  if (other == nullptr || name_of(*other) != "PREVIEW") return false;
  const std::string text = ascii::to_upper(other->text);
  return text != "PREVIEW" && text != "PREVIEW (LAZY)";
}

/// Nothing where its modifiers are in order.
Ending refuse_modifiers(const Fetch& command, const Turn& turn) {
  const Session& session = turn.session;
  if (auto refused = refuse_window(command, turn)) return refused;
  const Parameter* since = find_parameter(command.modifiers, "CHANGEDSINCE");
  if (since != nullptr && mod_seq_in(*since).value_or(0) == 0) {
    return bad("CHANGEDSINCE takes a number other than 0");
  }
  if (!has_parameter(command.modifiers, "VANISHED")) return std::nullopt;
  if (!session.qresync) return bad("QRESYNC must be enabled first");
  if (!by_uid(command.messages) || since == nullptr) {
    return bad("VANISHED goes with UID FETCH and CHANGEDSINCE");
  }
  return std::nullopt;
}

Request request_of(std::vector<FetchItem> items) {
  Request request{.items = std::move(items), .changed_since = {}};
  const auto asks_for = [&](FetchAttribute attribute) {
    return std::find(request.items.begin(), request.items.end(), FetchItem(attribute)) !=
           request.items.end();
  };
  request.flags = asks_for(FetchAttribute::flags);
  request.uid = asks_for(FetchAttribute::uid);
  request.mod_seq = std::any_of(request.items.begin(), request.items.end(), is_mod_seq);
  request.sets_seen = std::any_of(request.items.begin(), request.items.end(),
                                  [](const FetchItem& item) { return sets_seen(item); });
  return request;
}

Request request_of(const Fetch& command, const Session& session) {
  Request request = request_of(items_of(command));
  if (by_uid(command.messages) && !session.uid_only) ask_for_uid(request);  // RFC 3501 §6.4.8
  read_modifiers(command, request);
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

FetchedItem fetched(const FetchBinary& wanted, const mail::Entry& entry) {
  NString octets = entry.message->decoded(wanted.path, wanted.partial).octets;
  if (wanted.form == FetchBinary::Form::size) {
    const std::size_t size = octets ? octets->size() : 0;
    return FetchedBinarySize{wanted.path, static_cast<std::uint32_t>(size)};
  }
  // RFC 3516 §4.3: a literal8 only where a literal could not hold it.
  const bool any_octet = octets && octets->find('\0') != std::string::npos;
  FetchedBinary binary{wanted.path, std::nullopt, std::move(octets), any_octet};
  if (wanted.partial) binary.origin = wanted.partial->first;
  return binary;
}

/// Some part of it is asked for without its encoding, and nobody here knows that encoding.
bool has_unknown_encoding(const Request& request, const mail::Entry& entry) {
  return std::any_of(request.items.begin(), request.items.end(), [&](const FetchItem& item) {
    const auto* binary = std::get_if<FetchBinary>(&item);
    return binary != nullptr && !entry.message->decoded(binary->path).is_known;
  });
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

/// Others are refused before they come here (extension_arguments.h).
FetchedOther fetched(const FetchOther& wanted, const mail::Entry& entry) {
  const std::string name = name_of(wanted);
  if (name == "MODSEQ") return {name, mod_seq_text(entry.mod_seq)};
  if (name == "EMAILID") return {name, '(' + mail::email_id(*entry.message) + ')'};
  if (name == "THREADID") return {name, '(' + mail::thread_id(*entry.message) + ')'};
  if (name == "SAVEDATE") return {name, wire::date_time_text(entry.save_date)};
  return {name, wire::string_text(mail::preview_of(*entry.message))};  // LAZY or not: at once
}

/// What takes the header apart, and not only tells it.
bool reads_header(const FetchItem& item) {
  const auto* attribute = std::get_if<FetchAttribute>(&item);
  return attribute != nullptr &&
         (*attribute == FetchAttribute::envelope || *attribute == FetchAttribute::body ||
          *attribute == FetchAttribute::body_structure);
}

/// A warning: what is told of the message is told as far as it could be read (RFC 3501 §7.1).
void warn_of_stray_lines(const mail::Entry& entry, Turn& turn) {
  const Section header{.path = {}, .text = Section::Text::header, .fields = {}};
  if (!mail::has_stray_lines(entry.message->section(header).value_or(""))) return;
  say(turn.session,
      StatusResponse{Condition::no, CodeAtom{"PARSE", {}},
                     "A line in the header of UID " + std::to_string(entry.uid.value) +
                         " is no field: it has no colon"});
}

void fetch_one(const Request& request, std::size_t place, const mail::Entry& entry, Turn& turn) {
  const FlagSet flags = turn.view().flags_of(place, entry);
  const SeqNum number{static_cast<std::uint32_t>(place + 1)};
  if (request.flags) turn.view().told_flags(place, entry);
  const bool uid_only = turn.session.uid_only;
  if (is_only_flags(request) && !uid_only) {
    say_flags(turn.session.output, number, flags,
              {request.uid ? std::optional(entry.uid) : std::nullopt, std::nullopt});
    return;
  }
  if (std::any_of(request.items.begin(), request.items.end(), reads_header)) {
    warn_of_stray_lines(entry, turn);
  }
  std::vector<FetchedItem> items;
  for (const FetchItem& item : request.items) {
    items.push_back(std::visit(
        overloaded{
            [&](FetchAttribute attribute) -> FetchedItem {
              return fetched(attribute, entry, flags);
            },
            [&](const FetchSection& section) { return fetched(section, entry); },
            [&](const FetchBinary& binary) { return fetched(binary, entry); },
            [&](const FetchOther& other) -> FetchedItem { return fetched(other, entry); },
        },
        item));
  }
  if (uid_only) return say(turn.session, UidFetchData{entry.uid, std::move(items)});
  say(turn.session, FetchData{number, std::move(items)});
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

/// Of the messages that were named.
struct Presence {
  bool all = true;          ///< all are there
  bool any = false;         ///< one at least
  bool are_decoded = true;  ///< what BINARY asks for, of all that are there
};

/// `backwards`: the highest first, as where there is a limit (RFC 9738 §3.1).
Presence fetch_all(const Request& request, Places& places, bool backwards, Turn& turn) {
  // RFC 4314 §4: without the right `s` reading leaves no trace.
  const bool marks = request.sets_seen && !turn.view().read_only() && turn.rights().has('s');
  if (backwards) std::reverse(places.begin(), places.end());
  SeatWalk entries(turn.mailbox(), turn.view());
  Presence presence;
  for (const std::size_t place : places) {
    const mail::Entry* entry = entries.find(turn.view().uid_at(place));
    presence.all = presence.all && entry != nullptr;
    presence.any = presence.any || entry != nullptr;
    if (entry == nullptr) {
      continue;
    } else if (request.changed_since && entry->mod_seq <= *request.changed_since) {
      continue;
    } else if (has_unknown_encoding(request, *entry)) {
      presence.are_decoded = false;  // the others are told all the same (RFC 3516 §4.3)
    } else if (marks && !entries.is_kept()) {
      fetch_and_mark(request, place, *entry, turn);
    } else {
      fetch_one(request, place, *entry, turn);
    }
  }
  return presence;
}

Ending fetched_ending(const Fetch& command, const Presence& presence, std::optional<Uid> lowest,
                      Turn& turn) {
  if (!presence.are_decoded) {
    return no("UNKNOWN-CTE", "Some parts are encoded in a way nobody here knows");
  }
  const bool wants_all = !presence.all && !forgives_gone(command.messages);
  const bool misses = wants_all && !turn.passes_over_gone(presence.any);
  StatusResponse ending = completed("FETCH", by_uid(command.messages));
  if (lowest && !misses) ending.code = limit_code(*lowest, turn.config);
  if (lowest && misses) {  // RFC 9738 §3.1: only one of the two fits into the ending
    say(turn.session,
        StatusResponse{Condition::no, limit_code(*lowest, turn.config), "Not all were told"});
  }
  return misses ? no_longer_there() : ending;  // RFC 2180 §4.1.2
}

}  // namespace

void tell_messages(const std::vector<FetchItem>& items, Places places, Turn& turn) {
  Request request = request_of(items);
  if (turn.session.rev2) ask_for_uid(request);  // RFC 9051 §7.5.2
  (void)fetch_all(request, places, false, turn);
}

Ending handle(const Fetch& command, Turn& turn) {
  auto places = turn.view().places_of(command.messages);
  if (!places) return bad_number(turn.view().size());
  if (auto refused = refuse_modifiers(command, turn)) return refused;
  const Request request = request_of(command, turn.session);
  if (std::any_of(request.items.begin(), request.items.end(), is_odd_preview)) {
    return bad("PREVIEW takes (LAZY), or nothing");
  }
  if (request.items.size() > turn.config.max_fetch_items) {
    return no("LIMIT", "At most " + std::to_string(turn.config.max_fetch_items) +
                           " items of a message are told at once");  // RFC 5530 §3
  }
  if (request.mod_seq) turn_on_condstore(turn);
  if (request.vanished) {
    say_vanished_earlier(*request.changed_since, std::get<UidSet>(command.messages), turn);
  }
  keep_window(command, turn, *places);
  const std::optional<Uid> lowest = cut_to_limit(*places, turn);
  turn.view().announce_keywords(turn.mailbox(), turn.session.output);
  const Presence presence = fetch_all(request, *places, lowest.has_value(), turn);
  return fetched_ending(command, presence, lowest, turn);
}

}  // namespace imapscope::server
