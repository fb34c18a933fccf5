// The search family: SEARCH, UID SEARCH, with or without RETURN (RFC 4731).
#include "sim/mail/search.h"

#include <algorithm>

#include "sim/base/overloaded.h"
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

StatusResponse no_charset() {
  return {Condition::no, CodeBadCharset{mail::search_charsets()}, "This charset is not known here"};
}

/// Numbers or UIDs, ascending. Messages that are gone match nothing (RFC 2180 §4.3).
std::vector<std::uint32_t> find(const mail::Query& query, bool uids, const Turn& turn) {
  const SessionView& view = turn.view();
  const mail::Largest largest{SeqNum{static_cast<std::uint32_t>(view.size())}, view.largest_uid()};
  std::vector<std::uint32_t> found;
  EntryWalk entries(turn.mailbox());
  for (std::size_t place = 0; place < view.size(); ++place) {
    const mail::Entry* entry = entries.find(view.uid_at(place));
    if (entry == nullptr) continue;
    const SeqNum number{static_cast<std::uint32_t>(place + 1)};
    const FlagSet flags = view.flags_of(place, *entry);
    const mail::Candidate candidate{number, entry->uid, flags, entry->internal_date,
                                    *entry->message};
    if (query.matches(candidate, largest)) found.push_back(uids ? entry->uid.value : number.value);
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
  if (!numbers_are_valid(command.criteria.keys, turn.view())) {
    return bad_number(turn.view().size());
  }
  const auto query = mail::Query::of(command);
  if (!query) return no_charset();
  std::vector<std::uint32_t> found = find(*query, command.uid, turn);
  if (command.returns) {
    say(turn.session.output, extended(command, found, turn.tag));
  } else {
    say(turn.session.output, SearchData{std::move(found)});
  }
  return completed("SEARCH", command.uid);
}

}  // namespace imapscope::server
