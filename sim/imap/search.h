// The search family: finding messages (RFC 3501 §6.4.4; ESEARCH, RFC 4731).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/imap/date_time.h"
#include "sim/imap/fetch.h"
#include "sim/imap/flag.h"
#include "sim/imap/mailbox_filter.h"
#include "sim/imap/mailbox_name.h"
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
  /// BEFORE …, SENTBEFORE …, SAVEDBEFORE … (RFC 8514): the time and zone do not count.
  enum class Of { internal, sent, saved };
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
  std::uint64_t octets = 0;
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
struct SearchSaveDateSupported {  ///< RFC 8514 §4.3: all messages, or none
  friend bool operator==(const SearchSaveDateSupported&, const SearchSaveDateSupported&) = default;
};
struct SearchObjectId {  ///< RFC 8474 §6
  enum class Of { message, conversation };
  Of of = Of::message;
  std::string id;  ///< in this very case
  friend bool operator==(const SearchObjectId&, const SearchObjectId&) = default;
};
struct SearchUidBound {  ///< RFC 9738 §3.2: UIDAFTER, UIDBEFORE
  enum class Relation { after, before };
  Relation relation = Relation::after;
  Uid uid;
  friend bool operator==(const SearchUidBound&, const SearchUidBound&) = default;
};
struct SearchFilter {  ///< RFC 5466 §3.1: a search that is kept under this name
  std::string name;
  friend bool operator==(const SearchFilter&, const SearchFilter&) = default;
};
struct SearchNamed {   ///< a key of an extension that is only known by name: `X-GM-RAW "in:unread"`
  std::string name;    ///< upper case
  std::string values;  ///< as written
  friend bool operator==(const SearchNamed&, const SearchNamed&) = default;
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

struct SearchFuzzy {           ///< RFC 6203 §3: what is similar will do
  std::vector<SearchKey> key;  ///< exactly one
  friend bool operator==(const SearchFuzzy&, const SearchFuzzy&);
};

struct SearchKey {
  std::variant<SearchAll, SearchNew, SearchFlag, SearchDate, SearchText, SearchHeader, SearchSize,
               SearchAge, SearchModSeq, SearchSaveDateSupported, SearchObjectId, SearchUidBound,
               SearchFilter, SearchNamed, SearchMessages, SearchNot, SearchOr, SearchAnd,
               SearchFuzzy>
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

inline bool operator==(const SearchFuzzy& a, const SearchFuzzy& b) {
  return a.key == b.key;
}

enum class SearchReturn { min, max, all, count };

struct Search {
  bool uid = false;  ///< UID SEARCH: the answer names UIDs
  /// RETURN (…) of RFC 4731; `RETURN ()` is an empty list and means ALL. Nothing: a plain SEARCH.
  std::optional<std::vector<SearchReturn>> returns;
  std::string charset;  ///< empty: none was given
  SearchAnd criteria;
  Parameters other_returns{};  ///< what extensions add to RETURN; empty where `returns` is nothing
  std::vector<FetchItem> update_items{};  ///< behind UPDATE: told of new results (RFC 5465 §7)
  friend bool operator==(const Search&, const Search&) = default;
};

struct Esearch {                       ///< RFC 7377 §2
  std::vector<MailboxFilter> sources;  ///< empty: the open mailbox
  Search program;
  friend bool operator==(const Esearch&, const Esearch&) = default;
};

struct CancelUpdate {             ///< RFC 5267 §4.3.5
  std::vector<std::string> tags;  ///< of searches with UPDATE
  friend bool operator==(const CancelUpdate&, const CancelUpdate&) = default;
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
  std::optional<MailboxName> mailbox{};       ///< RFC 7377 §2.1, where ESEARCH was asked
  std::optional<UidValidity> uid_validity{};  ///< the same
  bool uid = false;
  std::optional<std::uint32_t> min;
  std::optional<std::uint32_t> max;
  std::optional<MessageSet> all;
  std::optional<std::uint32_t> count;
  std::vector<std::pair<std::string, std::string>> others{};  ///< unknown items; values as written
  friend bool operator==(const EsearchData&, const EsearchData&) = default;
};

}  // namespace imapscope
