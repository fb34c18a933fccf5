#include "sim/imap/fetch.h"

namespace imapscope {

std::vector<FetchItem> items_of(const Fetch& fetch) {
  if (const auto* items = std::get_if<std::vector<FetchItem>>(&fetch.items)) return *items;
  const FetchMacro macro = std::get<FetchMacro>(fetch.items);
  std::vector<FetchItem> items{FetchAttribute::flags, FetchAttribute::internal_date,
                               FetchAttribute::rfc822_size};
  if (macro != FetchMacro::fast) items.emplace_back(FetchAttribute::envelope);
  if (macro == FetchMacro::full) items.emplace_back(FetchAttribute::body);
  return items;
}

}  // namespace imapscope
