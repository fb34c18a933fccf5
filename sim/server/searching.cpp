#include "sim/server/searching.h"

#include <algorithm>
#include <utility>

#include "sim/base/overloaded.h"
#include "sim/imap/partial_range.h"
#include "sim/imap/search_keys.h"
#include "sim/mail/sort.h"
#include "sim/server/filters.h"
#include "sim/server/turn/entry_walk.h"
#include "sim/server/turn/progress.h"

namespace imapscope::server {
namespace {

using Keys = std::vector<SearchKey>;

template <class K>
bool is(const SearchKey& key) {
  return std::holds_alternative<K>(key.key);
}

/// Where the key names messages by numbers.
const SeqSet* numbers_in(const SearchKey& key) {
  const auto* messages = std::get_if<SearchMessages>(&key.key);
  const auto* set = messages == nullptr ? nullptr : std::get_if<SeqSet>(&messages->messages);
  return set == nullptr || set->saved ? nullptr : set;
}

/// Names messages by their UIDs in place of `$`, and where `all` of the numbers, too: these are
/// evaluated when the command is received (RFC 5267 §4.3).
void resolve(Keys& keys, bool all, const SessionView& view) {
  for (SearchKey& key : keys) {
    std::visit(overloaded{
                   [&](SearchMessages& k) {
                     const bool numbers = all && !by_uid(k.messages);
                     if (!numbers && !is_saved(k.messages)) return;
                     std::vector<Uid> uids;
                     const auto places = view.places_of(k.messages);
                     if (!places) return;
                     for (const std::size_t place : *places) uids.push_back(view.uid_at(place));
                     k.messages = UidSet::of(uids);
                   },
                   [&](SearchNot& k) { resolve(k.key, all, view); },
                   [&](SearchOr& k) { resolve(k.keys, all, view); },
                   [&](SearchAnd& k) { resolve(k.keys, all, view); },
                   [&](SearchFuzzy& k) { resolve(k.key, all, view); },
                   [](auto&) {},
               },
               key.key);
  }
}

Ending refuse_numbers(const Search& search, Beyond beyond, const Turn& turn) {
  const auto is_number = [](const SearchKey& key) { return numbers_in(key) != nullptr; };
  if (turn.session.uid_only && any_key(search.criteria.keys, is_number)) return uid_required();
  if (beyond == Beyond::finds_nothing) return std::nullopt;
  const auto is_beyond = [&](const SearchKey& key) {
    const SeqSet* set = numbers_in(key);
    return set != nullptr && !turn.view().places_of(*set);
  };
  if (any_key(search.criteria.keys, is_beyond)) return bad_number(turn.view().size());
  return std::nullopt;
}

bool asks_for(const Search& search, SearchReturn result) {
  return search.returns &&
         std::find(search.returns->begin(), search.returns->end(), result) != search.returns->end();
}

Ending refuse_partial(const Parameter& partial, const Search& search, const Turn& turn) {
  const auto range = parse_partial_range(partial.value);
  if (!range) return bad("PARTIAL takes a range, such as 1:50 or -1:-50");
  // RFC 5267 §4.4
  if (asks_for(search, SearchReturn::all)) return bad("PARTIAL and ALL exclude each other");
  const Parameters& asked = search.other_returns;
  const auto windows = std::count_if(asked.begin(), asked.end(), [](const Parameter& option) {
    return has_parameter({option}, "PARTIAL");
  });
  if (windows > 1) return bad("PARTIAL is asked for twice");
  return refuse_over_limit(range->high - range->low + 1, "SEARCH", turn);
}

Ending refuse_returns(const Search& search, const Turn& turn) {
  if (const Parameter* partial = find_parameter(search.other_returns, "PARTIAL")) {
    if (auto refused = refuse_partial(*partial, search, turn)) return refused;
  }
  if (has_parameter(search.other_returns, "RELEVANCY") &&
      !any_key(search.criteria.keys, is<SearchFuzzy>)) {
    return bad("RELEVANCY goes with FUZZY");  // RFC 6203 §4
  }
  const bool updates = has_parameter(search.other_returns, "UPDATE");
  const auto& contexts = turn.session.contexts;
  const bool in_use = std::any_of(contexts.begin(), contexts.end(),
                                  [&](const Context& context) { return context.tag == turn.tag; });
  if (updates && in_use) return bad("Another search that is kept up to date has this tag");
  return std::nullopt;
}

StatusResponse no_charset() {
  return {Condition::no, CodeBadCharset{mail::search_charsets()}, "This charset is not known here"};
}

/// How the messages of a mailbox are looked at.
class Look {
 public:
  Look(const mail::Query& query, mail::Largest largest, const Turn& turn)
      : query_(query), largest_(largest), now_(to_unix_seconds(wall_time(turn.config, turn.now))) {}

  void at(SeqNum number, const mail::Entry& entry, const FlagSet& flags, Hits& hits) const {
    const mail::Candidate candidate{number,         entry.uid,     flags, entry.internal_date,
                                    *entry.message, entry.mod_seq, now_,  entry.save_date};
    if (!query_.matches(candidate, largest_)) return;
    hits.push_back({number, &entry, query_.relevancy(candidate, largest_)});
  }

 private:
  const mail::Query& query_;
  mail::Largest largest_;
  std::int64_t now_;
};

mail::Largest largest_in(const SessionView& view) {
  return {SeqNum{static_cast<std::uint32_t>(view.size())}, view.largest_uid()};
}

/// Messages that the keys leave out by number are not searched (RFC 9738 §3.1).
bool is_in_scope(const SearchAnd& keys, SeqNum number, Uid uid, const mail::Largest& largest) {
  return std::all_of(keys.keys.begin(), keys.keys.end(), [&](const SearchKey& key) {
    if (const auto* bound = std::get_if<SearchUidBound>(&key.key)) {
      const bool after = bound->relation == SearchUidBound::Relation::after;
      return after ? uid > bound->uid : uid < bound->uid;
    }
    const auto* messages = std::get_if<SearchMessages>(&key.key);
    if (messages == nullptr) return true;
    return std::visit(overloaded{
                          [&](const SeqSet& set) { return set.contains(number, largest.number); },
                          [&](const UidSet& set) { return set.contains(uid, largest.uid); },
                      },
                      messages->messages);
  });
}

}  // namespace

Result<Prepared, StatusResponse> prepare(const Search& search, Turn& turn, Beyond beyond) {
  Search resolved = search;
  const Ending no_filter = resolve_filters(resolved, turn);
  if (no_filter && no_filter->condition == Condition::bad) return fail(*no_filter);
  if (auto refused = refuse_numbers(resolved, beyond, turn)) return fail(*refused);
  auto refused = refuse_returns(search, turn);
  if (!refused) refused = no_filter;
  if (refused) {
    // RFC 5182 §2.1: a NO empties `$`, and a BAD does not.
    const bool saves = has_parameter(search.other_returns, "SAVE");
    if (saves && refused->condition == Condition::no) turn.view().save({});
    return fail(*refused);
  }
  if (turn.session.view) {
    const bool updates = has_parameter(search.other_returns, "UPDATE");
    resolve(resolved.criteria.keys, updates, turn.view());
  }
  auto query = mail::Query::of(resolved);
  if (!query) {
    if (has_parameter(search.other_returns, "SAVE")) turn.view().save({});
    return fail(no_charset());
  }
  const bool by_change = any_key(resolved.criteria.keys, is<SearchModSeq>);
  return Prepared{*std::move(query), std::move(resolved.criteria), by_change};
}

Found find(const Prepared& search, Turn& turn) {
  const SessionView& view = turn.view();
  const mail::Largest largest = largest_in(view);
  const Look look(search.query, largest, turn);
  const std::size_t limit = message_limit(turn.config);
  Found found;
  std::size_t read = 0;
  SeatWalk entries(turn.mailbox(), view);
  std::vector<std::pair<std::size_t, const mail::Entry*>> scope;
  for (std::size_t place = 0; place < view.size(); ++place) {
    const mail::Entry* entry = entries.find(view.uid_at(place));
    const SeqNum number{static_cast<std::uint32_t>(place + 1)};
    if (entry == nullptr || !is_in_scope(search.keys, number, entry->uid, largest)) continue;
    scope.emplace_back(place, entry);
  }
  const std::size_t first = scope.size() > limit ? scope.size() - limit : 0;
  if (first != 0) found.lowest_read = scope[first].second->uid;
  for (std::size_t i = first; i < scope.size(); ++i) {
    say_progress(read++, scope.size() - first, "Still searching", turn);
    const auto& [place, entry] = scope[i];
    look.at(SeqNum{static_cast<std::uint32_t>(place + 1)}, *entry, view.flags_of(place, *entry),
            found.hits);
  }
  return found;
}

Hits find_all(const mail::Query& query, const Turn& turn) {
  const SessionView& view = turn.view();
  const Look look(query, largest_in(view), turn);
  Hits hits;
  SeatWalk entries(turn.mailbox(), view);
  for (std::size_t place = 0; place < view.size(); ++place) {
    const mail::Entry* entry = entries.find(view.uid_at(place));
    if (entry == nullptr) continue;
    look.at(SeqNum{static_cast<std::uint32_t>(place + 1)}, *entry, view.flags_of(place, *entry),
            hits);
  }
  return hits;
}

Hits find_in(const mail::Mailbox& mailbox, const mail::Query& query, const Turn& turn) {
  const auto& entries = mailbox.entries();
  const SeqNum last{static_cast<std::uint32_t>(entries.size())};
  const Look look(query, {last, entries.empty() ? Uid{} : entries.back().uid}, turn);
  Hits hits;
  SeqNum number{0};
  for (const mail::Entry& entry : entries) {
    ++number.value;
    FlagSet flags = entry.flags;
    if (entry.uid >= mailbox.first_recent()) flags.add(flags::recent);
    look.at(number, entry, flags, hits);
  }
  return hits;
}

Hits ordered(Hits hits, const std::vector<SortCriterion>& order) {
  if (order.empty()) return hits;
  std::vector<mail::Sortable> messages;
  messages.reserve(hits.size());
  for (const Hit& hit : hits) {
    messages.push_back({*hit.entry->message, hit.entry->internal_date, hit.relevancy});
  }
  Hits in_order;
  in_order.reserve(hits.size());
  for (const std::size_t place : mail::sorted(messages, order)) in_order.push_back(hits[place]);
  return in_order;
}

std::vector<std::uint32_t> numbers_of(const Hits& hits, bool uids) {
  std::vector<std::uint32_t> numbers;
  numbers.reserve(hits.size());
  for (const Hit& hit : hits) numbers.push_back(uids ? hit.entry->uid.value : hit.number.value);
  return numbers;
}

StatusResponse searched(std::string_view verb, bool uid, const Found& found, const Turn& turn) {
  StatusResponse ending = completed(verb, uid);
  if (found.lowest_read) ending.code = limit_code(*found.lowest_read, turn.config);
  return ending;
}

}  // namespace imapscope::server
