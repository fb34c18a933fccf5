// The search family: finding messages (RFC 3501 §6.4.4; ESEARCH, RFC 4731).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/imap/date_time.h"
#include "sim/imap/flag.h"
#include "sim/imap/numbers.h"
#include "sim/imap/parameters.h"

namespace imapscope {

struct SearchKey;

struct SearchAll {
  friend bool operator==(const SearchAll&, const SearchAll&) = default;
};
struct SearchNew {  ///< RECENT UNSEEN
  friend bool operator==(const SearchNew&, const SearchNew&) = default;
};
/// ANSWERED … UNSEEN, RECENT and OLD, KEYWORD and UNKEYWORD.
struct SearchFlag {
  Flag flag;
  bool held = true;
  friend bool operator==(const SearchFlag&, const SearchFlag&) = default;
};
struct SearchDate {
  enum class Of { internal, sent };  ///< BEFORE …, SENTBEFORE …: the time and zone do not count
  enum class Relation { before, on, since };
  Of of = Of::internal;
  Relation relation = Relation::on;
  Date date;
  friend bool operator==(const SearchDate&, const SearchDate&) = default;
};
struct SearchText {
  enum class In { bcc, body, cc, from, subject, text, to };
  In in = In::text;
  std::string substring;  ///< octets in the command's charset
  friend bool operator==(const SearchText&, const SearchText&) = default;
};
struct SearchHeader {
  std::string field;
  std::string substring;  ///< empty: the field need only be there
  friend bool operator==(const SearchHeader&, const SearchHeader&) = default;
};
struct SearchSize {
  enum class Relation { larger, smaller };
  Relation relation = Relation::larger;
  std::uint32_t octets = 0;
  friend bool operator==(const SearchSize&, const SearchSize&) = default;
};
struct SearchAge {  ///< RFC 5032 §3: by the time that the server has now
  enum class Relation { older, younger };
  Relation relation = Relation::older;
  std::uint32_t seconds = 1;
  friend bool operator==(const SearchAge&, const SearchAge&) = default;
};
struct SearchModSeq {  ///< RFC 7162 §3.1.5: changed at this number or later
  std::string entry;   ///< `"/flags/\\Seen" all`, as written; empty: any change
  std::uint64_t mod_seq = 0;
  friend bool operator==(const SearchModSeq&, const SearchModSeq&) = default;
};
struct SearchMessages {  ///< a sequence set, or UID and a set
  MessageSet messages;
  friend bool operator==(const SearchMessages&, const SearchMessages&) = default;
};
struct SearchNot {
  std::vector<SearchKey> key;  ///< exactly one
  friend bool operator==(const SearchNot&, const SearchNot&);
};
struct SearchOr {
  std::vector<SearchKey> keys;  ///< exactly two
  friend bool operator==(const SearchOr&, const SearchOr&);
};
struct SearchAnd {  ///< the keys of a command, or a parenthesised list
  std::vector<SearchKey> keys;
  friend bool operator==(const SearchAnd&, const SearchAnd&);
};

struct SearchKey {
  std::variant<SearchAll, SearchNew, SearchFlag, SearchDate, SearchText, SearchHeader, SearchSize,
               SearchAge, SearchModSeq, SearchMessages, SearchNot, SearchOr, SearchAnd>
      key;
  friend bool operator==(const SearchKey&, const SearchKey&) = default;
};

inline bool operator==(const SearchNot& a, const SearchNot& b) {
  return a.key == b.key;
}
inline bool operator==(const SearchOr& a, const SearchOr& b) {
  return a.keys == b.keys;
}
inline bool operator==(const SearchAnd& a, const SearchAnd& b) {
  return a.keys == b.keys;
}

enum class SearchReturn { min, max, all, count };

struct Search {
  bool uid = false;  ///< UID SEARCH: the answer names UIDs
  /// RETURN (…) of RFC 4731; `RETURN ()` is an empty list and means ALL. Nothing: a plain SEARCH.
  std::optional<std::vector<SearchReturn>> returns;
  std::string charset;  ///< empty: none was given
  SearchAnd criteria;
  Parameters other_returns{};  ///< what extensions add to RETURN; empty where `returns` is nothing
  friend bool operator==(const Search&, const Search&) = default;
};

/// `* SEARCH …`, RFC 3501 §7.2.5: sequence numbers or UIDs, as the command asked.
struct SearchData {
  std::vector<std::uint32_t> numbers;
  std::string extension{};  ///< what an extension adds behind them, as written: `(MODSEQ 5)`
  friend bool operator==(const SearchData&, const SearchData&) = default;
};

/// `* ESEARCH …`, RFC 4731 §3.1. What is absent was not asked for, or has no match.
struct EsearchData {
  std::optional<std::string> tag;
  bool uid = false;
  std::optional<std::uint32_t> min;
  std::optional<std::uint32_t> max;
  std::optional<MessageSet> all;
  std::optional<std::uint32_t> count;
  std::vector<std::pair<std::string, std::string>> others{};  ///< unknown items; values as written
  friend bool operator==(const EsearchData&, const EsearchData&) = default;
};

}  // namespace imapscope
