// Whether a message is what SEARCH looks for (RFC 3501 §6.4.4).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.h"
#include "sim/imap/search.h"
#include "sim/mail/message.h"

namespace imapscope::mail {

/// A message as a session sees it: the number and the flags (with \Recent and session-only ones)
/// are the session's own, and may lag behind the mailbox.
struct Candidate {
  SeqNum number;
  Uid uid;
  const FlagSet& flags;
  const DateTime& internal_date;
  const Message& message;
  std::uint64_t mod_seq = 0;  ///< of the last change of its flags
  std::int64_t now = 0;       ///< the time at which it is looked at, in seconds since 1970
  std::optional<DateTime> save_date{};  ///< nothing: the mailbox does not keep it (RFC 8514 §4.3)
};

/// What `*` stands for; 0 where the mailbox is empty.
struct Largest {
  SeqNum number;
  Uid uid;
};

/// The charset is none of `search_charsets()`: NO [BADCHARSET (…)].
struct UnknownCharset {
  std::string name;
};

/// "US-ASCII", "UTF-8", "ISO-8859-1".
[[nodiscard]] const std::vector<std::string>& search_charsets();

/// The header field that a key looks at: "Subject"; empty where it looks at more.
[[nodiscard]] std::string_view field_name(SearchText::In in);

/// A SEARCH made ready: strings are decoded once, then any number of messages are asked. Text
/// compares without regard to case (also Latin, Greek and Cyrillic), on decoded headers (RFC 2047)
/// and decoded text parts.
class Query {
 public:
  /// An empty charset is US-ASCII, read as UTF-8.
  [[nodiscard]] static Result<Query, UnknownCharset> of(const Search& search);

  [[nodiscard]] bool matches(const Candidate& candidate, const Largest& largest) const;
  /// How well a message that matches fits what was looked for by likeness, from 1 to 100 (RFC 6203
  /// §4); 0 where nothing was.
  [[nodiscard]] int relevancy(const Candidate& candidate, const Largest& largest) const;

 private:
  explicit Query(SearchAnd criteria) : criteria_(std::move(criteria)) {}

  SearchAnd criteria_;  ///< with every substring in UTF-8, case folded
};

}  // namespace imapscope::mail
