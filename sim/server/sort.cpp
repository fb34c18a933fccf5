// The sort family: SORT and THREAD (RFC 5256), with RETURN (RFC 5267 §3).
#include "sim/mail/thread.h"
#include "sim/server/condstore.h"
#include "sim/server/handlers.h"
#include "sim/server/searching.h"
#include "sim/server/turn/say.h"

namespace imapscope::server {
namespace {

bool is_by_relevancy(const Sort& command) {
  for (const SortCriterion& criterion : command.order) {
    if (criterion.key == SortKey::relevancy) return true;
  }
  return false;
}

bool holds_fuzzy(const std::vector<SearchKey>& keys) {
  for (const SearchKey& key : keys) {
    if (std::holds_alternative<SearchFuzzy>(key.key)) return true;
    const auto* list = std::get_if<SearchAnd>(&key.key);
    if (list != nullptr && holds_fuzzy(list->keys)) return true;
  }
  return false;
}

/// What stands at these places of the mailbox, which count from 1, as the command names messages.
void name(ThreadMembers& members, const Hits& hits, bool uids) {
  for (std::uint32_t& number : members.chain) {
    const Hit& hit = hits[number - 1];
    number = uids ? hit.entry->uid.value : hit.number.value;
  }
  for (ThreadMembers& branch : members.branches) name(branch, hits, uids);
}

std::vector<mail::Sortable> messages_of(const Hits& hits) {
  std::vector<mail::Sortable> messages;
  messages.reserve(hits.size());
  for (const Hit& hit : hits) {
    messages.push_back({*hit.entry->message, hit.entry->internal_date, hit.relevancy});
  }
  return messages;
}

}  // namespace

Ending handle(const Sort& command, Turn& turn) {
  const Search& search = command.search;
  if (is_by_relevancy(command) && !holds_fuzzy(search.criteria.keys)) {
    return bad("RELEVANCY goes with FUZZY");  // RFC 6203 §6
  }
  const auto prepared = prepare(search, turn);
  if (!prepared) return prepared.error();
  if (prepared->by_change) turn_on_condstore(turn);
  Found found = find(*prepared, turn);
  found.hits = ordered(std::move(found.hits), command.order);
  if (search.returns) {
    tell_results({search, *prepared, command.order}, found.hits, turn);
  } else {
    say(turn.session,
        SortData{numbers_of(found.hits, search.uid), change_text(*prepared, found.hits)});
  }
  return searched("SORT", search.uid, found, turn);
}

Ending handle(const Thread& command, Turn& turn) {
  const Search& search = command.search;
  if (auto refused = refuse_over_limit(turn.view().size(), "THREAD", turn)) return refused;
  const auto prepared = prepare(search, turn);
  if (!prepared) return prepared.error();
  const Found found = find(*prepared, turn);
  // Another algorithm is refused before (extension_arguments.h).
  const auto algorithm = find_thread_algorithm(command.algorithm);
  ThreadData data{mail::threads_of(messages_of(found.hits), *algorithm)};
  for (ThreadMembers& conversation : data.threads) name(conversation, found.hits, search.uid);
  say(turn.session, std::move(data));
  return searched("THREAD", search.uid, found, turn);
}

}  // namespace imapscope::server
