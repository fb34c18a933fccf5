// The fetch family: what can be asked of a message, and what comes back (RFC 3501 §6.4.5, §7.4.2).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/base/boxed.h"
#include "sim/imap/date_time.h"
#include "sim/imap/envelope.h"
#include "sim/imap/flag.h"
#include "sim/imap/numbers.h"
#include "sim/imap/parameters.h"

namespace imapscope {

/// section-spec: `1.2.HEADER.FIELDS (Subject)`. An empty path is the whole message.
struct Section {
  enum class Text { all, header, header_fields, header_fields_not, text, mime };

  std::vector<std::uint32_t> path;
  Text text = Text::all;
  std::vector<std::string> fields;  ///< for header_fields and header_fields_not
  friend bool operator==(const Section&, const Section&) = default;
};

/// `<first.count>`: octets, from 0.
struct Partial {
  std::uint64_t first = 0;
  std::uint64_t count = 0;
  friend bool operator==(const Partial&, const Partial&) = default;
};

enum class FetchAttribute {
  flags,
  internal_date,
  rfc822_size,
  envelope,
  uid,
  body,            ///< BODY without a section: the structure, no extension fields
  body_structure,  ///< BODYSTRUCTURE
  rfc822,          ///< BODY[] under another name; sets \Seen
  rfc822_header,   ///< BODY.PEEK[HEADER] under another name
  rfc822_text,     ///< BODY[TEXT] under another name; sets \Seen
};

struct FetchSection {  ///< BODY[…] and BODY.PEEK[…]
  bool peek = false;   ///< true: `\Seen` stays as it is
  Section section;
  std::optional<Partial> partial;
  friend bool operator==(const FetchSection&, const FetchSection&) = default;
};

/// BINARY[…], BINARY.PEEK[…] and BINARY.SIZE[…]: a part without its transfer encoding (RFC 3516
/// §4.2).
struct FetchBinary {
  enum class Form { read, peek, size };

  Form form = Form::read;  ///< `read` sets `\Seen`
  std::vector<std::uint32_t> path;
  std::optional<Partial> partial;  ///< of the decoded octets
  friend bool operator==(const FetchBinary&, const FetchBinary&) = default;
};

/// An item of an extension: `MODSEQ`, `PREVIEW (LAZY)`.
struct FetchOther {
  std::string text;  ///< as written
  friend bool operator==(const FetchOther&, const FetchOther&) = default;
};

using FetchItem = std::variant<FetchAttribute, FetchSection, FetchBinary, FetchOther>;

/// "BINARY", "BINARY.PEEK", "BINARY.SIZE"
[[nodiscard]] std::string_view name_of(FetchBinary::Form form);

/// Whether reading it sets `\Seen` (RFC 3501 §6.4.5, 3516 §4.2).
[[nodiscard]] bool sets_seen(const FetchItem& item);

/// A macro stands alone, never among other items.
enum class FetchMacro { all, fast, full };

struct Fetch {
  MessageSet messages;
  std::variant<FetchMacro, std::vector<FetchItem>> items;
  Parameters modifiers{};
  friend bool operator==(const Fetch&, const Fetch&) = default;
};

/// ALL, FAST and FULL spelled out; other items as they are.
[[nodiscard]] std::vector<FetchItem> items_of(const Fetch& fetch);

// ---- `* n FETCH (…)` ----

struct FetchedFlags {
  FlagSet flags;
  friend bool operator==(const FetchedFlags&, const FetchedFlags&) = default;
};
struct FetchedInternalDate {
  DateTime time;
  friend bool operator==(const FetchedInternalDate&, const FetchedInternalDate&) = default;
};
struct FetchedSize {
  std::uint64_t octets = 0;
  friend bool operator==(const FetchedSize&, const FetchedSize&) = default;
};
struct FetchedUid {
  Uid uid;
  friend bool operator==(const FetchedUid&, const FetchedUid&) = default;
};
struct FetchedEnvelope {
  Boxed<Envelope> envelope;  // many items are kept while they are under way, and few are of these
  friend bool operator==(const FetchedEnvelope&, const FetchedEnvelope&) = default;
};
struct FetchedStructure {
  bool extensible = false;  ///< true: BODYSTRUCTURE; false: BODY
  Boxed<BodyStructure> structure;
  friend bool operator==(const FetchedStructure&, const FetchedStructure&) = default;
};
/// BODY[…]<origin>, or RFC822, RFC822.HEADER and RFC822.TEXT, which keep their own name.
struct FetchedSection {
  std::variant<Section, FetchAttribute> what;
  std::optional<std::uint64_t>
      origin;  ///< a partial answer tells where it begins, not how long it is
  NString octets;
  friend bool operator==(const FetchedSection&, const FetchedSection&) = default;
};

struct FetchedBinary {  ///< BINARY[…]<origin>, RFC 3516 §4.3
  std::vector<std::uint32_t> path;
  std::optional<std::uint64_t> origin;
  NString octets;
  bool any_octet = false;  ///< they come as a literal8
  friend bool operator==(const FetchedBinary&, const FetchedBinary&) = default;
};
struct FetchedBinarySize {  ///< BINARY.SIZE[…]
  std::vector<std::uint32_t> path;
  std::uint32_t octets = 0;
  friend bool operator==(const FetchedBinarySize&, const FetchedBinarySize&) = default;
};

/// An item of an extension that is not known here, such as MODSEQ or X-GM-LABELS.
struct FetchedOther {
  std::string name;
  std::string text;  ///< its value as written
  friend bool operator==(const FetchedOther&, const FetchedOther&) = default;
};

using FetchedItem =
    std::variant<FetchedFlags, FetchedInternalDate, FetchedSize, FetchedUid, FetchedEnvelope,
                 FetchedStructure, FetchedSection, FetchedBinary, FetchedBinarySize, FetchedOther>;

struct FetchData {
  SeqNum number;
  std::vector<FetchedItem> items;
  friend bool operator==(const FetchData&, const FetchData&) = default;
};

/// `* uid UIDFETCH (…)`: the same of a session that does without numbers (RFC 9586 §3.3).
struct UidFetchData {
  Uid number;
  std::vector<FetchedItem> items;
  friend bool operator==(const UidFetchData&, const UidFetchData&) = default;
};

}  // namespace imapscope
