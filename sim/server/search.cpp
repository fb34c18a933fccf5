// The search family: SEARCH, UID SEARCH, with or without RETURN (RFC 4731).
#include "sim/mail/search.h"

#include <algorithm>

#include "sim/base/overloaded.h"
#include "sim/server/condstore.h"
#include "sim/server/handlers.h"
#include "sim/server/turn/entry_walk.h"
#include "sim/server/turn/say.h"

namespace imapscope::server {
namespace {

bool numbers_are_valid(const std::vector<SearchKey>& keys, const SessionView& view) {
  return std::all_of(keys.begin(), keys.end(), [&](const SearchKey& key) {
    return std::visit(
        overloaded{
            [&](const SearchMessages& k) { return view.places_of(k.messages).has_value(); },
            [&](const SearchNot& k) { return numbers_are_valid(k.key, view); },
            [&](const SearchOr& k) { return numbers_are_valid(k.keys, view); },
            [&](const SearchAnd& k) { return numbers_are_valid(k.keys, view); },
            [](const auto&) { return true; },
        },
        key.key);
  });
}

bool asks_for_mod_seq(const std::vector<SearchKey>& keys) {
  return std::any_of(keys.begin(), keys.end(), [](const SearchKey& key) {
    return std::visit(overloaded{
                          [](const SearchModSeq&) { return true; },
                          [](const SearchNot& k) { return asks_for_mod_seq(k.key); },
                          [](const SearchOr& k) { return asks_for_mod_seq(k.keys); },
                          [](const SearchAnd& k) { return asks_for_mod_seq(k.keys); },
                          [](const auto&) { return false; },
                      },
                      key.key);
  });
}

StatusResponse no_charset() {
  return {Condition::no, CodeBadCharset{mail::search_charsets()}, "This charset is not known here"};
}

struct Found {
  std::vector<std::uint32_t> numbers;  ///< or UIDs, ascending
  mail::ModSeq highest = 0;            ///< of the changes of those messages
};

/// Messages that are gone match nothing (RFC 2180 §4.3), unless they are kept.
Found find(const mail::Query& query, bool uids, const Turn& turn) {
  const SessionView& view = turn.view();
  const mail::Largest largest{SeqNum{static_cast<std::uint32_t>(view.size())}, view.largest_uid()};
  Found found;
  const std::int64_t now = to_unix_seconds(wall_time(turn.config, turn.now));
  SeatWalk entries(turn.mailbox(), view);
  for (std::size_t place = 0; place < view.size(); ++place) {
    const mail::Entry* entry = entries.find(view.uid_at(place));
    if (entry == nullptr) continue;
    const SeqNum number{static_cast<std::uint32_t>(place + 1)};
    const FlagSet flags = view.flags_of(place, *entry);
    const mail::Candidate candidate{number,          entry->uid,     flags, entry->internal_date,
                                    *entry->message, entry->mod_seq, now};
    if (!query.matches(candidate, largest)) continue;
    found.numbers.push_back(uids ? entry->uid.value : number.value);
    found.highest = std::max(found.highest, entry->mod_seq);
  }
  return found;
}

template <class N>
NumberSet<N> set_of(const std::vector<std::uint32_t>& found) {
  std::vector<N> numbers;
  numbers.reserve(found.size());
  for (const std::uint32_t n : found) numbers.push_back(N{n});
  return NumberSet<N>::of(numbers);
}

/// RFC 4731 §3.1: without a match only COUNT is said.
EsearchData extended(const Search& command, const std::vector<std::uint32_t>& found,
                     const std::string& tag) {
  EsearchData data;
  data.tag = tag;
  data.uid = command.uid;
  const auto asks_for = [&](SearchReturn result) {
    const auto& wanted = *command.returns;
    if (wanted.empty()) return result == SearchReturn::all;
    return std::find(wanted.begin(), wanted.end(), result) != wanted.end();
  };
  if (asks_for(SearchReturn::count)) data.count = static_cast<std::uint32_t>(found.size());
  if (found.empty()) return data;
  if (asks_for(SearchReturn::min)) data.min = found.front();
  if (asks_for(SearchReturn::max)) data.max = found.back();
  if (!asks_for(SearchReturn::all)) return data;
  if (command.uid) {
    data.all = set_of<Uid>(found);
  } else {
    data.all = set_of<SeqNum>(found);
  }
  return data;
}

}  // namespace

Ending handle(const Search& command, Turn& turn) {
  if (command.returns && !turn.config.speaks("ESEARCH")) return bad("SEARCH knows no RETURN here");
  if (!numbers_are_valid(command.criteria.keys, turn.view())) {
    return bad_number(turn.view().size());
  }
  const auto query = mail::Query::of(command);
  if (!query) return no_charset();
  const bool by_change = asks_for_mod_seq(command.criteria.keys);
  if (by_change) turn_on_condstore(turn);
  Found found = find(*query, command.uid, turn);
  // RFC 7162 §3.1.5: the newest of the changes comes with the result.
  const bool tells_change = by_change && !found.numbers.empty();
  if (command.returns) {
    EsearchData data = extended(command, found.numbers, turn.tag);
    if (tells_change) data.others.emplace_back("MODSEQ", std::to_string(found.highest));
    say(turn.session.output, std::move(data));
  } else {
    const std::string change =
        tells_change ? "(MODSEQ " + std::to_string(found.highest) + ')' : std::string();
    say(turn.session.output, SearchData{std::move(found.numbers), change});
  }
  return completed("SEARCH", command.uid);
}

}  // namespace imapscope::server
