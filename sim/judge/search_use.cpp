#include "sim/judge/search_use.h"

#include <algorithm>

#include "sim/base/overloaded.h"
#include "sim/belief/place.h"
#include "sim/imap/search_keys.h"

namespace imapscope::judge {

using namespace observer;  // whose things are judged

namespace {

/// Null: it is no search.
const Search* search_in(const Command& command) {
  return std::visit(overloaded{
                        [](const Search& c) { return &c; },
                        [](const Sort& c) { return &c.search; },
                        [](const Thread& c) { return &c.search; },
                        [](const Esearch& c) { return &c.program; },
                        [](const auto&) -> const Search* { return nullptr; },
                    },
                    command);
}

bool is_fuzzy(const SearchKey& key) {
  return std::holds_alternative<SearchFuzzy>(key.key);
}

bool is_sorted_by_relevancy(const Command& command) {
  const auto* sort = std::get_if<Sort>(&command);
  return sort != nullptr &&
         std::any_of(sort->order.begin(), sort->order.end(), [](const SortCriterion& criterion) {
           return criterion.key == SortKey::relevancy;
         });
}

// RFC 6203 §4, §6
void judge_relevancy(Line& line, const Command& command, const Search& search) {
  const bool asked =
      has_parameter(search.other_returns, "RELEVANCY") || is_sorted_by_relevancy(command);
  if (!asked || any_key(search.criteria.keys, is_fuzzy)) return;
  line.report("relevancy_without_fuzzy", {}, place_of_word(line.bytes, "RELEVANCY"));
}

// RFC 5267 §4.4, 9394 §3.1
void judge_partial(Line& line, const Search& search) {
  if (!has_parameter(search.other_returns, "PARTIAL") || !search.returns) return;
  const auto& results = *search.returns;
  if (std::find(results.begin(), results.end(), SearchReturn::all) == results.end()) return;
  line.report("partial_with_all", {}, place_of_word(line.bytes, "PARTIAL"));
}

// RFC 7377 §2.2
void judge_sources(Line& line, const Esearch& command) {
  if (!has_parameter(command.program.other_returns, "SAVE")) return;
  const bool elsewhere = std::any_of(
      command.sources.begin(), command.sources.end(),
      [](const MailboxFilter& source) { return source.kind != MailboxFilter::Kind::selected; });
  if (elsewhere) line.report("save_elsewhere", {}, place_of_word(line.bytes, "SAVE"));
}

bool names_numbers(const SearchKey& key) {
  const auto* messages = std::get_if<SearchMessages>(&key.key);
  return messages != nullptr && !by_uid(messages->messages) && !is_saved(messages->messages);
}

/// Of a command that names messages, the form that does it by number.
bool counts_messages(const Command& command) {
  if (std::holds_alternative<Expunge>(command) || is_uid_form(command)) return false;
  const CommandInfo& info = info_of(command);
  return info.uid_form != Numbers::none && info.traits.has(Trait::names_messages);
}

// RFC 9586 §3.2, §3.5
void judge_uid_only(Line& line, const Command& command, const Search* search) {
  const bool in_keys = search != nullptr && any_key(search->criteria.keys, names_numbers);
  if (!in_keys && !counts_messages(command)) return;
  line.report("numbers_under_uidonly", {{"command", line.name}}, place_of_name(line));
}

// RFC 9394 §3.3
void judge_window(Line& line, const Fetch& fetch) {
  if (by_uid(fetch.messages) || !has_parameter(fetch.modifiers, "PARTIAL")) return;
  line.report("partial_misplaced", {}, place_of_word(line.bytes, "PARTIAL"));
}

}  // namespace

void judge_search_use(Line& line, const Command& command, const Extensions& extensions) {
  const Search* search = search_in(command);
  if (search != nullptr) {
    judge_relevancy(line, command, *search);
    judge_partial(line, *search);
  }
  if (const auto* esearch = std::get_if<Esearch>(&command)) judge_sources(line, *esearch);
  if (const auto* fetch = std::get_if<Fetch>(&command)) judge_window(line, *fetch);
  if (extensions.is_on("UIDONLY")) judge_uid_only(line, command, search);
}

}  // namespace imapscope::judge
