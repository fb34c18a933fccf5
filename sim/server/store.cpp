// The store family: STORE, UID STORE.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/server/condstore.h"
#include "sim/server/handlers.h"
#include "sim/server/searching.h"
#include "sim/server/turn/say.h"

namespace imapscope::server {
namespace {

/// Those of `flags` that the mailbox does not keep: they live as long as the session.
FlagSet session_only(const FlagSet& flags, const mail::Mailbox& mailbox) {
  FlagSet others = flags;
  for (const Flag& flag : flags) {
    if (mailbox.is_permanent(flag)) others.remove(flag);
  }
  return others;
}

/// The number of the change, which a client that asked for silence needs all the same (RFC 7162
/// §3.1.3).
void say_mod_seq(SeqNum number, std::optional<Uid> uid, mail::ModSeq mod_seq, Turn& turn) {
  std::vector<FetchedItem> items;
  if (uid && !turn.session.uid_only) items.emplace_back(FetchedUid{*uid});
  items.emplace_back(FetchedOther{"MODSEQ", mod_seq_text(mod_seq)});
  if (turn.session.uid_only) return say(turn.session, UidFetchData{*uid, std::move(items)});
  say(turn.session, FetchData{number, std::move(items)});
}

/// What the command shall store of one message by a user who may not change all flags: those that
/// he may not stay as they are (RFC 4314 §4).
FlagSet flags_to_store(const Store& command, const mail::Entry& before, mail::Rights rights) {
  FlagSet flags = allowed_flags(command.flags, rights);
  if (command.mode != StoreMode::replace) return flags;
  FlagSet kept = before.flags;
  kept.remove(allowed_flags(before.flags, rights));
  flags.add(kept);
  return flags;
}

/// Nothing where the user may change at least one of the flags.
Ending refuse_by_rights(const Store& command, mail::Rights rights) {
  if (!allowed_flags(command.flags, rights).empty()) return std::nullopt;
  const bool clears = command.mode == StoreMode::replace && rights.has_any("stw");
  if (clears) return std::nullopt;
  if (command.flags.empty()) {
    return command.mode == StoreMode::replace ? Ending(no_right('w')) : std::nullopt;
  }
  return no_right(right_for(*command.flags.begin()));
}

enum class Stored {
  yes,
  gone,      ///< the message is there no more
  modified,  ///< somebody changed it after the number that the client named (RFC 7162 §3.1.3)
};

Stored store_one(const Store& command, std::optional<mail::ModSeq> unchanged_since,
                 std::size_t place, mail::Rights rights, Turn& turn) {
  const Uid uid = turn.view().uid_at(place);
  const mail::Entry* before = turn.mailbox().find(uid);
  if (before == nullptr) return Stored::gone;
  if (unchanged_since && before->mod_seq > *unchanged_since) return Stored::modified;
  const bool knew = turn.view().knows_flags(place, *before);

  const FlagSet flags = flags_to_store(command, *before, rights);
  turn.mailbox().store(uid, command.mode, flags);
  turn.view().store_session_flags(uid, command.mode, session_only(flags, turn.mailbox()));
  turn.view().announce_keywords(turn.mailbox(), turn.session.output);

  const mail::Entry& after = *turn.mailbox().find(uid);
  // A silent STORE leaves the client to compute the result, which it cannot where others changed
  // the flags before; then the message stays owed (RFC 3501 §6.4.6).
  if (command.silent && !knew) return Stored::yes;
  turn.view().told_flags(place, after);
  const SeqNum number{static_cast<std::uint32_t>(place + 1)};
  const auto named =
      by_uid(command.messages) || turn.session.qresync ? std::optional(uid) : std::nullopt;
  if (command.silent) {
    if (turn.session.condstore) say_mod_seq(number, named, after.mod_seq, turn);
    return Stored::yes;
  }
  const auto mod_seq = turn.session.condstore ? std::optional(after.mod_seq) : std::nullopt;
  const FlagSet told = turn.view().flags_of(place, after);
  if (turn.session.uid_only) {
    say_flags(turn.session.output, uid, told, {{}, mod_seq});
  } else {
    say_flags(turn.session.output, number, told, {named, mod_seq});
  }
  return Stored::yes;
}

/// Numbers or UIDs, as the command names messages.
std::string places_text(Places places, bool by_uid, const SessionView& view) {
  std::sort(places.begin(), places.end());
  std::vector<std::uint32_t> numbers;
  for (const std::size_t place : places) {
    numbers.push_back(by_uid ? view.uid_at(place).value : static_cast<std::uint32_t>(place + 1));
  }
  return set_text(numbers);
}

}  // namespace

Ending handle(const Store& command, Turn& turn) {
  if (auto refused = refuse_flags(command.flags)) return refused;
  const mail::Rights rights = turn.rights();
  if (auto refused = refuse_by_rights(command, rights)) return refused;
  if (turn.view().read_only()) return no_read_only();
  auto places = turn.view().places_of(command.messages);
  if (!places) return bad_number(turn.view().size());
  std::optional<mail::ModSeq> unchanged_since;
  if (const Parameter* since = find_parameter(command.modifiers, "UNCHANGEDSINCE")) {
    unchanged_since = mod_seq_in(*since);
    if (!unchanged_since) return bad("UNCHANGEDSINCE takes a number");
    turn_on_condstore(turn);
  }
  const std::optional<Uid> lowest = cut_to_limit(*places, turn);
  if (lowest) std::reverse(places->begin(), places->end());  // RFC 9738 §3.1
  Store spelled = command;
  spelled.flags = turn.spelled(command.flags);
  bool all_there = true;
  bool any_there = false;
  Places modified;
  for (const std::size_t place : *places) {
    const Stored stored = store_one(spelled, unchanged_since, place, rights, turn);
    all_there = all_there && stored != Stored::gone;
    any_there = any_there || stored != Stored::gone;
    if (stored == Stored::modified) modified.push_back(place);
  }
  // RFC 2180 §4.2: what is gone needs no flags; a client that waits for them is told.
  const bool wants_all = !all_there && !command.silent && !forgives_gone(command.messages);
  const bool misses = wants_all && !turn.passes_over_gone(any_there);
  if (!modified.empty()) {
    const CodeAtom code{"MODIFIED", places_text(modified, by_uid(command.messages), turn.view())};
    if (misses) return StatusResponse{Condition::no, code, "Some of the messages exist no longer"};
    return ok(code, "Conditional STORE failed for some");
  }
  if (misses) return no_longer_there();
  StatusResponse ending = completed("STORE", by_uid(command.messages));
  if (lowest) ending.code = limit_code(*lowest, turn.config);
  return ending;
}

}  // namespace imapscope::server
