#include "sim/mail/search.h"

#include <algorithm>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/letter_case.h"
#include "sim/base/overloaded.h"
#include "sim/imap/charset.h"
#include "sim/imap/encoded_word.h"
#include "sim/mail/date.h"
#include "sim/mail/fuzzy.h"
#include "sim/mail/mime/address.h"
#include "sim/mail/mime/envelope.h"
#include "sim/mail/mime/part_text.h"
#include "sim/mail/object_id.h"

namespace imapscope::mail {
namespace {

// ---- making ready ----

std::string prepare(const std::string& octets, std::string_view charset) {
  if (charset.empty()) return fold_case(decode_unlabelled(octets));
  return fold_case(decode_charset(octets, charset).value_or(octets));
}

void prepare(SearchKey& key, std::string_view charset) {
  const auto prepare_all = [&](std::vector<SearchKey>& keys) {
    for (SearchKey& each : keys) prepare(each, charset);
  };
  std::visit(
      overloaded{
          [&](SearchText& text) { text.substring = prepare(text.substring, charset); },
          [&](SearchHeader& header) { header.substring = prepare(header.substring, charset); },
          [&](SearchNot& negated) { prepare_all(negated.key); },
          [&](SearchOr& either) { prepare_all(either.keys); },
          [&](SearchAnd& all) { prepare_all(all.keys); },
          [&](SearchFuzzy& fuzzy) { prepare_all(fuzzy.key); },
          [](auto&) {},
      },
      key.key);
}

// ---- text ----

bool holds(std::string_view utf8, std::string_view folded) {
  return fold_case(utf8).find(folded) != std::string::npos;
}

bool header_holds(std::string_view header, std::string_view folded) {
  for (const HeaderField& field : parse_header(header)) {
    const std::string name(field.name);
    if (holds(name + ": " + decode_encoded_words(unfold(field.value)), folded)) return true;
  }
  return false;
}

bool field_holds(const Message& message, std::string_view name, std::string_view folded) {
  const auto fields = parse_header(message.root().header.of(message.octets()));
  return std::any_of(fields.begin(), fields.end(), [&](const HeaderField& field) {
    return ascii::equal_ignoring_case(field.name, name) &&
           holds(decode_encoded_words(unfold(field.value)), folded);
  });
}

/// In the addresses as ENVELOPE has them: comments, folding and quotes do not count.
bool addresses_hold(const Message& message, std::string_view name, std::string_view folded) {
  const auto fields = parse_header(message.root().header.of(message.octets()));
  if (find_field(fields, name) == nullptr) return false;
  return holds(decode_encoded_words(plain_text(addresses_of(fields, name))), folded);
}

/// Text parts, and the headers of enclosed messages, which belong to the body.
bool body_holds(const Part& part, std::string_view octets, std::string_view folded) {
  if (part.kind == Part::Kind::text) return holds(decoded_text(part, octets), folded);
  return std::any_of(part.children.begin(), part.children.end(), [&](const Part& child) {
    const bool is_message = part.kind == Part::Kind::message;
    return (is_message && header_holds(child.header.of(octets), folded)) ||
           body_holds(child, octets, folded);
  });
}

// ---- keys ----

struct Matcher {
  const Candidate& candidate;
  const Largest& largest;

  bool operator()(const SearchAll&) const { return true; }
  bool operator()(const SearchNew&) const {
    return candidate.flags.contains(flags::recent) && !candidate.flags.contains(flags::seen);
  }
  bool operator()(const SearchFlag& key) const {
    return candidate.flags.contains(key.flag) == key.held;
  }
  bool operator()(const SearchSize& key) const {
    const std::uint32_t size = candidate.message.size();
    return key.relation == SearchSize::Relation::larger ? size > key.octets : size < key.octets;
  }
  bool operator()(const SearchAge& key) const {
    const std::int64_t age = candidate.now - to_unix_seconds(candidate.internal_date);
    const auto limit = static_cast<std::int64_t>(key.seconds);
    return key.relation == SearchAge::Relation::older ? age >= limit : age <= limit;
  }
  bool operator()(const SearchModSeq& key) const { return candidate.mod_seq >= key.mod_seq; }
  /// Every mailbox here keeps the save date.
  bool operator()(const SearchSaveDateSupported&) const { return true; }
  bool operator()(const SearchObjectId& key) const {
    const bool of_message = key.of == SearchObjectId::Of::message;
    return key.id == (of_message ? email_id(candidate.message) : thread_id(candidate.message));
  }
  bool operator()(const SearchUidBound& key) const {
    const bool after = key.relation == SearchUidBound::Relation::after;
    return after ? candidate.uid > key.uid : candidate.uid < key.uid;
  }
  // The server puts what a filter stands for in its place, or refuses it; of named keys it has
  // none.
  bool operator()(const SearchFilter&) const { return false; }
  bool operator()(const SearchNamed&) const { return false; }
  bool operator()(const SearchMessages& key) const {
    return std::visit(
        overloaded{
            [&](const SeqSet& set) { return set.contains(candidate.number, largest.number); },
            [&](const UidSet& set) { return set.contains(candidate.uid, largest.uid); },
        },
        key.messages);
  }
  /// Neither time nor zone count: a date is compared as it is written.
  bool operator()(const SearchDate& key) const {
    const auto date = date_of(key.of);
    if (!date) return false;
    switch (key.relation) {
      case SearchDate::Relation::before:
        return *date < key.date;
      case SearchDate::Relation::on:
        return *date == key.date;
      case SearchDate::Relation::since:
        return *date >= key.date;
    }
    return false;
  }
  bool operator()(const SearchText& key) const {
    const Message& message = candidate.message;
    const bool in_text = key.in == SearchText::In::text;
    if (!in_text && key.in != SearchText::In::body) {
      const bool in_subject = key.in == SearchText::In::subject;
      return in_subject ? field_holds(message, field_name(key.in), key.substring)
                        : addresses_hold(message, field_name(key.in), key.substring);
    }
    return (in_text && header_holds(message.root().header.of(message.octets()), key.substring)) ||
           body_holds(message.root(), message.octets(), key.substring);
  }
  bool operator()(const SearchHeader& key) const {
    return field_holds(candidate.message, key.field, key.substring);
  }
  bool operator()(const SearchNot& key) const { return !matches(key.key.front()); }
  bool operator()(const SearchOr& key) const {
    return matches(key.keys.front()) || matches(key.keys.back());
  }
  bool operator()(const SearchAnd& key) const {
    return std::all_of(key.keys.begin(), key.keys.end(),
                       [this](const SearchKey& each) { return matches(each); });
  }

  bool operator()(const SearchFuzzy& key) const { return likeness(key.key.front()) > 0; }

  [[nodiscard]] bool matches(const SearchKey& key) const { return std::visit(*this, key.key); }

  /// How well the message fits, from 1 to 100; 0: not at all (RFC 6203 §4). What is no text is as
  /// exact as ever (§5).
  [[nodiscard]] int likeness(const SearchKey& key) const {
    return std::visit(
        overloaded{
            [&](const SearchText& k) { return mail::likeness(candidate.message, k); },
            [&](const SearchHeader& k) { return mail::likeness(candidate.message, k); },
            [&](const SearchAnd& k) { return least_of(k.keys); },
            [&](const SearchOr& k) {
              return std::max(likeness(k.keys.front()), likeness(k.keys.back()));
            },
            [&](const auto&) { return matches(key) ? 100 : 0; },
        },
        key.key);
  }
  /// Of the keys that are fuzzy, the one that fits least; 0: none is.
  [[nodiscard]] int relevancy(const std::vector<SearchKey>& keys) const {
    int least = 0;
    for (const SearchKey& key : keys) {
      const int score =
          std::visit(overloaded{
                         [&](const SearchFuzzy& k) { return likeness(k.key.front()); },
                         [&](const SearchAnd& k) { return relevancy(k.keys); },
                         [&](const SearchOr& k) {
                           return std::max(relevancy({k.keys.front()}), relevancy({k.keys.back()}));
                         },
                         [](const auto&) { return 0; },
                     },
                     key.key);
      if (score != 0) least = least == 0 ? score : std::min(least, score);
    }
    return least;
  }
  [[nodiscard]] int least_of(const std::vector<SearchKey>& keys) const {
    int least = 100;
    for (const SearchKey& key : keys) least = std::min(least, likeness(key));
    return least;
  }

  [[nodiscard]] std::optional<Date> date_of(SearchDate::Of of) const {
    if (of == SearchDate::Of::sent) return sent_date();
    if (of == SearchDate::Of::internal) return candidate.internal_date.date;
    return candidate.save_date.value_or(candidate.internal_date).date;
  }

  [[nodiscard]] std::optional<Date> sent_date() const {
    const Message& message = candidate.message;
    const auto fields = parse_header(message.root().header.of(message.octets()));
    const HeaderField* field = find_field(fields, "Date");
    const auto time = field == nullptr ? std::nullopt : parse_header_date(unfold(field->value));
    return time ? std::optional(time->date) : std::nullopt;
  }
};

}  // namespace

std::string_view field_name(SearchText::In in) {
  switch (in) {
    case SearchText::In::bcc:
      return "Bcc";
    case SearchText::In::cc:
      return "Cc";
    case SearchText::In::from:
      return "From";
    case SearchText::In::subject:
      return "Subject";
    case SearchText::In::to:
      return "To";
    case SearchText::In::body:
    case SearchText::In::text:
      break;
  }
  return {};
}

const std::vector<std::string>& search_charsets() {
  static const std::vector<std::string> charsets{"US-ASCII", "UTF-8", "ISO-8859-1"};
  return charsets;
}

Result<Query, UnknownCharset> Query::of(const Search& search) {
  const auto& known = search_charsets();
  const bool is_known = std::any_of(known.begin(), known.end(), [&](const std::string& charset) {
    return ascii::equal_ignoring_case(charset, search.charset);
  });
  if (!search.charset.empty() && !is_known) return fail(UnknownCharset{search.charset});
  SearchKey criteria{search.criteria};
  prepare(criteria, search.charset);
  return Query(std::get<SearchAnd>(std::move(criteria.key)));
}

bool Query::matches(const Candidate& candidate, const Largest& largest) const {
  return Matcher{candidate, largest}(criteria_);
}

int Query::relevancy(const Candidate& candidate, const Largest& largest) const {
  return Matcher{candidate, largest}.relevancy(criteria_.keys);
}

}  // namespace imapscope::mail
