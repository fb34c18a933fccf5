// What RETURN asks for (RFC 4731, 5182, 5267, 6203).
#include <algorithm>
#include <string>
#include <utility>

#include "sim/imap/partial_range.h"
#include "sim/server/context.h"
#include "sim/server/searching.h"
#include "sim/server/turn/say.h"

namespace imapscope::server {
namespace {

using Numbers32 = std::vector<std::uint32_t>;

/// Half-open, into what it was made of.
struct Run {
  std::size_t begin;
  std::size_t end;
};

/// Neighbours that ascend by one.
std::vector<Run> runs_of(const Numbers32& numbers) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const bool goes_on = i > 0 && numbers[i] == numbers[i - 1] + 1;
    if (goes_on) {
      runs.back().end = i + 1;
    } else {
      runs.push_back({i, i + 1});
    }
  }
  return runs;
}

template <class N>
NumberSet<N> set_in_order(const Numbers32& numbers) {
  NumberSet<N> set;
  for (const Run run : runs_of(numbers)) {
    set.ranges.push_back({N{numbers[run.begin]}, N{numbers[run.end - 1]}});
  }
  return set;
}

MessageSet set_in_order(const Numbers32& numbers, bool uids) {
  if (uids) return set_in_order<Uid>(numbers);
  return set_in_order<SeqNum>(numbers);
}

/// What is neither a result nor asks for one.
bool is_silent(const Parameter& option) {
  return has_parameter({option}, "SAVE") || has_parameter({option}, "UPDATE") ||
         has_parameter({option}, "CONTEXT");
}

/// `RETURN ()` means ALL (RFC 4731 §3.1).
std::vector<SearchReturn> results_asked(const Search& search) {
  std::vector<SearchReturn> asked = search.returns.value_or(std::vector<SearchReturn>());
  if (asked.empty() && search.other_returns.empty()) asked.push_back(SearchReturn::all);
  return asked;
}

bool holds(const std::vector<SearchReturn>& asked, SearchReturn result) {
  return std::find(asked.begin(), asked.end(), result) != asked.end();
}

Hits window(const Search& search, const Hits& hits) {
  const Parameter* partial = find_parameter(search.other_returns, "PARTIAL");
  const auto range = parse_partial_range(partial->value);
  const PartialRange::Places places = range->among(hits.size());
  return {hits.begin() + static_cast<std::ptrdiff_t>(places.begin),
          hits.begin() + static_cast<std::ptrdiff_t>(places.end)};
}

/// `(-1:-3 7,9)`, `(24000:24500 NIL)`
std::string partial_text(const Search& search, const Hits& hits) {
  const Numbers32 numbers = numbers_of(window(search, hits), search.uid);
  return '(' + find_parameter(search.other_returns, "PARTIAL")->value + ' ' +
         (numbers.empty() ? "NIL" : set_text(numbers)) + ')';
}

std::string relevancy_text(const Hits& hits) {
  std::string text = "(";
  for (const Hit& hit : hits) {
    if (text.size() > 1) text += ' ';
    text += std::to_string(hit.relevancy);
  }
  return text + ')';
}

/// Those that the result is about: what SAVE keeps (RFC 5182 §2.4, 9394 §3.2), and whose newest
/// change is told (RFC 4731 §3.2).
Hits returned_of(const Search& search, const Hits& hits) {
  const std::vector<SearchReturn> asked = search.returns.value_or(std::vector<SearchReturn>());
  const bool partial = has_parameter(search.other_returns, "PARTIAL");
  const bool min = holds(asked, SearchReturn::min);
  const bool max = holds(asked, SearchReturn::max);
  const bool all = holds(asked, SearchReturn::all) || holds(asked, SearchReturn::count);
  if (hits.empty() || all || (!partial && !min && !max)) return hits;
  Hits returned;
  if (partial) returned = window(search, hits);
  if (min) returned.push_back(hits.front());
  if (max) returned.push_back(hits.back());
  return returned;
}

mail::ModSeq newest_of(const Hits& hits) {
  mail::ModSeq newest = 0;
  for (const Hit& hit : hits) newest = std::max(newest, hit.entry->mod_seq);
  return newest;
}

std::vector<Uid> saved_of(const Search& search, const Hits& hits) {
  std::vector<Uid> uids;
  for (const Hit& hit : returned_of(search, hits)) uids.push_back(hit.entry->uid);
  std::sort(uids.begin(), uids.end());
  uids.erase(std::unique(uids.begin(), uids.end()), uids.end());
  return uids;
}

void keep_up_to_date(const Wanted& asking, const Hits& hits, Turn& turn) {
  Context context{turn.tag,     asking.search.uid,          asking.prepared.query,
                  asking.order, asking.search.update_items, {}};
  for (const Hit& hit : hits) context.results.push_back(hit.entry->uid);
  begin_updates(std::move(context), turn);
}

}  // namespace

std::string set_text(const std::vector<std::uint32_t>& numbers) {
  std::string text;
  for (const Run run : runs_of(numbers)) {
    if (!text.empty()) text += ',';
    text += std::to_string(numbers[run.begin]);
    if (run.end - run.begin > 1) text += ':' + std::to_string(numbers[run.end - 1]);
  }
  return text;
}

// RFC 4731 §3.1: without a match only COUNT is said.
std::optional<EsearchData> results_of(const Search& search, const Prepared& prepared,
                                      const Hits& hits) {
  const std::vector<SearchReturn> asked = results_asked(search);
  const bool silent = std::all_of(search.other_returns.begin(), search.other_returns.end(),
                                  [](const Parameter& option) { return is_silent(option); });
  if (asked.empty() && silent) return std::nullopt;
  const Numbers32 numbers = numbers_of(hits, search.uid);
  EsearchData data;
  data.uid = search.uid;
  if (holds(asked, SearchReturn::count)) data.count = static_cast<std::uint32_t>(hits.size());
  if (!hits.empty()) {
    if (holds(asked, SearchReturn::min)) data.min = numbers.front();
    if (holds(asked, SearchReturn::max)) data.max = numbers.back();
    if (holds(asked, SearchReturn::all)) data.all = set_in_order(numbers, search.uid);
  }
  if (has_parameter(search.other_returns, "PARTIAL")) {
    data.others.emplace_back("PARTIAL", partial_text(search, hits));
  }
  if (has_parameter(search.other_returns, "RELEVANCY") && !hits.empty()) {
    data.others.emplace_back("RELEVANCY", relevancy_text(hits));
  }
  if (prepared.by_change && !hits.empty()) {
    data.others.emplace_back("MODSEQ", std::to_string(newest_of(returned_of(search, hits))));
  }
  return data;
}

// RFC 7162 §3.1.5: the newest of the changes comes with the result.
std::string change_text(const Prepared& search, const Hits& hits) {
  if (!search.by_change || hits.empty()) return {};
  return "(MODSEQ " + std::to_string(newest_of(hits)) + ')';
}

void tell_results(const Wanted& asking, const Hits& hits, Turn& turn) {
  const Search& search = asking.search;
  if (auto data = results_of(search, asking.prepared, hits)) {
    data->tag = turn.tag;
    say(turn.session, *std::move(data));
  }
  keep_results(asking, hits, turn);
}

void keep_results(const Wanted& asking, const Hits& hits, Turn& turn) {
  const Search& search = asking.search;
  if (has_parameter(search.other_returns, "SAVE")) turn.view().save(saved_of(search, hits));
  if (has_parameter(search.other_returns, "UPDATE")) keep_up_to_date(asking, hits, turn);
}

}  // namespace imapscope::server
