#include "sim/imap/revision.h"

#include <algorithm>

#include "sim/base/overloaded.h"
#include "sim/imap/search_keys.h"

namespace imapscope {
namespace {

/// The word of an item that is called otherwise now; empty for others.
std::string_view word_of(const FetchItem& item) {
  const auto* attribute = std::get_if<FetchAttribute>(&item);
  if (attribute == nullptr) return {};
  switch (*attribute) {
    case FetchAttribute::rfc822:
      return "RFC822";
    case FetchAttribute::rfc822_header:
      return "RFC822.HEADER";
    case FetchAttribute::rfc822_text:
      return "RFC822.TEXT";
    default:
      return {};
  }
}

std::string_view word_in(const Fetch& fetch) {
  for (const FetchItem& item : items_of(fetch)) {
    if (const std::string_view word = word_of(item); !word.empty()) return word;
  }
  return {};
}

std::string_view word_in(const Status& status) {
  const auto& items = status.items;
  const bool asks = std::find(items.begin(), items.end(), StatusItem::recent) != items.end();
  return asks ? "RECENT" : "";
}

std::string_view word_in(const Search& search) {
  std::string_view word;
  const bool any = any_key(search.criteria.keys, [&word](const SearchKey& key) {
    const auto* flag = std::get_if<SearchFlag>(&key.key);
    if (std::holds_alternative<SearchNew>(key.key)) word = "NEW";
    if (flag != nullptr && flag->flag == flags::recent) word = flag->held ? "RECENT" : "OLD";
    return !word.empty();
  });
  return any ? word : "";
}

}  // namespace

const Removed* removed_in(const Command& command) {
  const std::string_view word =
      std::visit(overloaded{
                     [](const Check&) -> std::string_view { return "CHECK"; },
                     [](const Lsub&) -> std::string_view { return "LSUB"; },
                     [](const Fetch& c) { return word_in(c); },
                     [](const Status& c) { return word_in(c); },
                     [](const Search& c) { return word_in(c); },
                     [](const Sort& c) { return word_in(c.search); },
                     [](const Thread& c) { return word_in(c.search); },
                     [](const Esearch& c) { return word_in(c.program); },
                     [](const auto&) -> std::string_view { return {}; },
                 },
                 command);
  for (const Removed& row : removed_by_rev2) {
    if (row.name == word) return &row;
  }
  return nullptr;
}

}  // namespace imapscope
