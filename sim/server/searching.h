// Searching: what SEARCH, ESEARCH, SORT and THREAD share: making the search ready, finding, and
// telling what was asked for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/result.h"
#include "sim/imap/sort.h"
#include "sim/mail/search.h"
#include "sim/server/turn/ending.h"
#include "sim/server/turn/turn.h"

namespace imapscope::server {

/// A message that was found.
struct Hit {
  SeqNum number;
  const mail::Entry* entry = nullptr;  ///< valid until the mailbox changes
  int relevancy = 0;
};
using Hits = std::vector<Hit>;

/// All that a search finds, and whether it looked at all messages.
struct Found {
  Hits hits;                         ///< in mailbox order
  std::optional<Uid> lowest_read{};  ///< a limit ended it here (RFC 9738 §3.1)
};

/// A search that is in order.
struct Prepared {
  mail::Query query;
  SearchAnd keys;          ///< with `$` and filters resolved
  bool by_change = false;  ///< it asks for MODSEQ, so that the answer tells it (RFC 7162 §3.1.5)
};

/// Whether numbers that the mailbox does not reach are a slip, or find nothing (RFC 7377 §2).
enum class Beyond { is_bad, finds_nothing };

/// Or why it is refused; then `$` is empty where the result should have been saved.
[[nodiscard]] Result<Prepared, StatusResponse> prepare(const Search& search, Turn& turn,
                                                       Beyond beyond = Beyond::is_bad);

/// In the open mailbox. Messages that are gone match nothing (RFC 2180 §4.3).
[[nodiscard]] Found find(const Prepared& search, Turn& turn);
[[nodiscard]] Hits find_all(const mail::Query& query, const Turn& turn);
/// In another mailbox of the account (RFC 7377).
[[nodiscard]] Hits find_in(const mail::Mailbox& mailbox, const mail::Query& query,
                           const Turn& turn);

/// No order: as they are.
[[nodiscard]] Hits ordered(Hits hits, const std::vector<SortCriterion>& order);
/// Numbers or UIDs.
[[nodiscard]] std::vector<std::uint32_t> numbers_of(const Hits& hits, bool uids);
/// `1:3,7,5`: in this order, ascending neighbours as a range (RFC 5267 §3.2).
[[nodiscard]] std::string set_text(const std::vector<std::uint32_t>& numbers);

/// What RETURN asks for, of what was found, in the order asked for; `$` and updates, too. Nothing
/// is said where nothing is asked for (RFC 5182 §2.1).
struct Wanted {
  const Search& search;
  const Prepared& prepared;
  const std::vector<SortCriterion>& order;
};
void tell_results(const Wanted& asking, const Hits& hits, Turn& turn);
/// SAVE and UPDATE alone, of the open mailbox.
void keep_results(const Wanted& asking, const Hits& hits, Turn& turn);
/// The same as a value, without saving: for another mailbox, too. Nothing: it asks for no result.
[[nodiscard]] std::optional<EsearchData> results_of(const Search& search, const Prepared& prepared,
                                                    const Hits& hits);
/// `(MODSEQ 5)`, or nothing.
[[nodiscard]] std::string change_text(const Prepared& search, const Hits& hits);
/// The end of the command, with the limit where there was one.
[[nodiscard]] StatusResponse searched(std::string_view verb, bool uid, const Found& found,
                                      const Turn& turn);

}  // namespace imapscope::server
