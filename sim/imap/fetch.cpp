#include "sim/imap/fetch.h"

#include "sim/base/overloaded.h"

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

std::string_view name_of(FetchBinary::Form form) {
  switch (form) {
    case FetchBinary::Form::read:
      return "BINARY";
    case FetchBinary::Form::peek:
      return "BINARY.PEEK";
    case FetchBinary::Form::size:
      break;
  }
  return "BINARY.SIZE";
}

bool sets_seen(const FetchItem& item) {
  return std::visit(
      overloaded{
          [](const FetchSection& section) { return !section.peek; },
          [](FetchAttribute attribute) {
            return attribute == FetchAttribute::rfc822 || attribute == FetchAttribute::rfc822_text;
          },
          [](const FetchBinary& binary) { return binary.form == FetchBinary::Form::read; },
          [](const FetchOther&) { return false; },
      },
      item);
}

}  // namespace imapscope
