#include "sim/mail/sort.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>

#include "sim/base/letter_case.h"
#include "sim/imap/encoded_word.h"
#include "sim/mail/date.h"
#include "sim/mail/mime/envelope.h"
#include "sim/mail/mime/header.h"
#include "sim/mail/mime/subject.h"

namespace imapscope::mail {
namespace {

/// What one criterion compares: a number, or a text's collation key (RFC 5256 §7).
struct SortValue {
  std::int64_t number = 0;
  std::string text;
};

bool operator<(const SortValue& a, const SortValue& b) {
  return a.number != b.number ? a.number < b.number : a.text < b.text;
}

std::vector<HeaderField> fields_of(const Message& message) {
  return parse_header(message.root().header.of(message.octets()));
}

/// addr-mailbox of the field's first address.
std::string first_mailbox(const Message& message, std::string_view field) {
  const std::vector<Address> addresses = addresses_of(fields_of(message), field);
  return addresses.empty() ? std::string() : addresses.front().mailbox.value_or("");
}

/// RFC 5957 §3
std::string display_value(const Message& message, std::string_view field) {
  const std::vector<Address> addresses = addresses_of(fields_of(message), field);
  if (addresses.empty()) return {};
  const Address& first = addresses.front();
  std::string name = decode_encoded_words(first.name.value_or(""));
  if (!name.empty()) return name;
  if (first.mailbox && first.host) return *first.mailbox + '@' + *first.host;
  return first.mailbox.value_or("");
}

SortValue text_value(std::string_view text) {
  return {0, collation_key(text)};
}

SortValue value_of(const Sortable& sortable, SortKey key) {
  const Message& message = sortable.message;
  switch (key) {
    case SortKey::arrival:
      return {to_unix_seconds(sortable.internal_date), {}};
    case SortKey::cc:
      return text_value(first_mailbox(message, "Cc"));
    case SortKey::date:
      return {sent_time(message, sortable.internal_date), {}};
    case SortKey::from:
      return text_value(first_mailbox(message, "From"));
    case SortKey::size:
      return {message.size(), {}};
    case SortKey::subject:
      return text_value(base_subject(subject_of(message)).text);
    case SortKey::to:
      return text_value(first_mailbox(message, "To"));
    case SortKey::display_from:
      return text_value(display_value(message, "From"));
    case SortKey::display_to:
      return text_value(display_value(message, "To"));
    case SortKey::relevancy:
      return {-sortable.relevancy, {}};  // the best comes first (RFC 6203 §6)
  }
  return {};
}

}  // namespace

std::int64_t sent_time(const Message& message, const DateTime& internal_date) {
  const auto fields = fields_of(message);
  const HeaderField* field = find_field(fields, "Date");
  const auto time = field == nullptr ? std::nullopt : parse_header_date(unfold(field->value));
  return to_unix_seconds(time.value_or(internal_date));
}

std::string subject_of(const Message& message) {
  const auto fields = fields_of(message);
  const HeaderField* field = find_field(fields, "Subject");
  return field == nullptr ? std::string() : unfold(field->value);
}

std::vector<std::size_t> sorted(const std::vector<Sortable>& messages,
                                const std::vector<SortCriterion>& order) {
  std::vector<std::size_t> places(messages.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  // The criteria that matter less are sorted by first: what is equal keeps its order then.
  for (auto criterion = order.rbegin(); criterion != order.rend(); ++criterion) {
    std::vector<SortValue> values;
    values.reserve(messages.size());
    for (const Sortable& each : messages) values.push_back(value_of(each, criterion->key));
    const bool reverse = criterion->reverse;
    std::stable_sort(places.begin(), places.end(), [&values, reverse](auto a, auto b) {
      return reverse ? values[b] < values[a] : values[a] < values[b];
    });
  }
  return places;
}

}  // namespace imapscope::mail
