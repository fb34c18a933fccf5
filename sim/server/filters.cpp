#include "sim/server/filters.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/imap/extension_arguments.h"
#include "sim/imap/search_keys.h"
#include "sim/mail/search.h"
#include "sim/wire/search_key.h"

namespace imapscope::server {
namespace {

// The user's own goes before what all share (RFC 5466 §3.2).
constexpr std::array<std::string_view, 2> filter_roots{"/private/filters/values/",
                                                       "/shared/filters/values/"};
/// How deep filters may name one another: as many as every server must follow (RFC 5466 §3.1), so
/// that a circle ends, too.
constexpr int most_passes = 3;

using Keys = std::vector<SearchKey>;

bool is_filter(const SearchKey& key) {
  return std::holds_alternative<SearchFilter>(key.key);
}

/// Nothing where it is no search, or asks for what is not served here.
std::optional<SearchAnd> search_in(const std::string& value, const Config& config) {
  auto keys = wire::parse_search_text(value);
  if (!keys) return std::nullopt;
  Search search;
  search.criteria = *keys;
  for (const UsedArgument& argument : arguments_used(Command{std::move(search)})) {
    if (!config.speaks(argument.capability) && !config.speaks(argument.or_by)) return std::nullopt;
  }
  return keys;
}

class Filters {
 public:
  explicit Filters(const Turn& turn) : turn_(turn) {}

  /// Where a filter stands alone, its keys stand for it; below NOT, OR and FUZZY, where there is
  /// room for one key, they do as if in parentheses.
  Keys resolved(const Keys& keys, int passes) {
    Keys all;
    for (const SearchKey& key : keys) {
      const auto* filter = std::get_if<SearchFilter>(&key.key);
      Keys held = filter == nullptr ? Keys{one(key, passes)} : search_of(*filter, passes);
      std::move(held.begin(), held.end(), std::back_inserter(all));
    }
    return all;
  }
  /// The first name that stands for no search; empty: all do.
  [[nodiscard]] const std::string& undefined() const { return undefined_; }

 private:
  SearchKey one(SearchKey key, int passes) {
    std::visit(overloaded{
                   [&](SearchNot& k) { k.key = {grouped(k.key.front(), passes)}; },
                   [&](SearchFuzzy& k) { k.key = {grouped(k.key.front(), passes)}; },
                   [&](SearchOr& k) {
                     for (SearchKey& each : k.keys) each = grouped(each, passes);
                   },
                   [&](SearchAnd& k) { k.keys = resolved(k.keys, passes); },
                   [](auto&) {},
               },
               key.key);
    return key;
  }
  SearchKey grouped(const SearchKey& key, int passes) {
    Keys keys = resolved({key}, passes);
    return keys.size() == 1 ? std::move(keys.front()) : SearchKey{SearchAnd{std::move(keys)}};
  }

  Keys search_of(const SearchFilter& filter, int passes) {
    const auto search = passes == 0 ? std::nullopt : find(filter.name);
    if (search) return resolved(search->keys, passes - 1);
    if (undefined_.empty()) undefined_ = filter.name;
    return {};
  }
  [[nodiscard]] std::optional<SearchAnd> find(const std::string& name) const {
    for (const std::string_view root : filter_roots) {
      const NString value =
          turn_.accounts.annotations().get(turn_.session.user, std::string(root) + name);
      if (value) return search_in(*value, turn_.config);
    }
    return std::nullopt;
  }

  const Turn& turn_;
  std::string undefined_;
};

/// A filter is UTF-8, and so is what is searched with it (RFC 5466 §3.1).
bool is_other_charset(std::string_view charset) {
  return !charset.empty() && !ascii::equal_ignoring_case(charset, "UTF-8") &&
         !ascii::equal_ignoring_case(charset, "US-ASCII");
}

}  // namespace

bool is_filter_entry(std::string_view entry) {
  return std::any_of(filter_roots.begin(), filter_roots.end(), [&](std::string_view root) {
    return ascii::starts_with_ignoring_case(entry, root) &&
           entry.find('/', root.size()) == std::string_view::npos;
  });
}

Ending refuse_filter(const NString& value, const Config& config) {
  if (!value || search_in(*value, config)) return std::nullopt;
  return no("CANNOT", "That is no search");
}

Ending resolve_filters(Search& search, const Turn& turn) {
  if (!any_key(search.criteria.keys, is_filter)) return std::nullopt;
  if (is_other_charset(search.charset)) {
    return StatusResponse{Condition::bad, CodeBadCharset{{"UTF-8", "US-ASCII"}},
                          "A filter is searched for in UTF-8"};
  }
  Filters filters(turn);
  search.criteria.keys = filters.resolved(search.criteria.keys, most_passes);
  search.charset = "UTF-8";
  if (filters.undefined().empty()) return std::nullopt;
  return StatusResponse{Condition::no, CodeAtom{"UNDEFINED-FILTER", filters.undefined()},
                        "There is no such filter"};
}

}  // namespace imapscope::server
