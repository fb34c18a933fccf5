// What a server says (RFC 3501 §7): status responses, data, and requests to continue.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/imap/expunge.h"
#include "sim/imap/fetch.h"
#include "sim/imap/list.h"
#include "sim/imap/search.h"
#include "sim/imap/select.h"
#include "sim/imap/session.h"
#include "sim/imap/status.h"

namespace imapscope {

enum class Condition { ok, no, bad, bye, preauth };

std::string_view name_of(Condition condition);  ///< "OK"

// ---- response codes: `[…]` before the text (RFC 3501 §7.1) ----

/// Codes without arguments, and the name of any code that is not known here.
struct CodeAtom {
  std::string name;       ///< "ALERT", "PARSE", "READ-ONLY", "TRYCREATE", "TOOBIG", "CANNOT", …
  std::string arguments;  ///< as written after the space; empty where there are none
  friend bool operator==(const CodeAtom&, const CodeAtom&) = default;
};
struct CodeBadCharset {
  std::vector<std::string> charsets;
  friend bool operator==(const CodeBadCharset&, const CodeBadCharset&) = default;
};
struct CodeCapability {
  std::vector<std::string> names;
  friend bool operator==(const CodeCapability&, const CodeCapability&) = default;
};
struct CodePermanentFlags {
  FlagSet flags;                ///< without `\*`
  bool may_create_new = false;  ///< `\*`: the client can make new keywords
  friend bool operator==(const CodePermanentFlags&, const CodePermanentFlags&) = default;
};
struct CodeUidNext {
  Uid uid;
  friend bool operator==(const CodeUidNext&, const CodeUidNext&) = default;
};
struct CodeUidValidity {
  UidValidity value;
  friend bool operator==(const CodeUidValidity&, const CodeUidValidity&) = default;
};
struct CodeUnseen {  ///< the number of the first message without `\Seen`, not a count
  SeqNum first;
  friend bool operator==(const CodeUnseen&, const CodeUnseen&) = default;
};
struct CodeAppendUid {  ///< RFC 4315 §3
  UidValidity validity;
  UidSet uids;
  friend bool operator==(const CodeAppendUid&, const CodeAppendUid&) = default;
};
struct CodeCopyUid {  ///< RFC 4315 §3
  UidValidity validity;
  UidSet source;
  UidSet destination;
  friend bool operator==(const CodeCopyUid&, const CodeCopyUid&) = default;
};

using ResponseCode =
    std::variant<CodeAtom, CodeBadCharset, CodeCapability, CodePermanentFlags, CodeUidNext,
                 CodeUidValidity, CodeUnseen, CodeAppendUid, CodeCopyUid>;

struct StatusResponse {
  Condition condition = Condition::ok;
  std::optional<ResponseCode> code;
  std::string text;  ///< for people; never empty when we write it
  friend bool operator==(const StatusResponse&, const StatusResponse&) = default;
};

/// Untagged data whose name is not known here; kept as written.
struct UnknownData {
  std::string text;
  friend bool operator==(const UnknownData&, const UnknownData&) = default;
};

using UntaggedData = std::variant<StatusResponse, CapabilityData, IdData, EnabledData, FlagsData,
                                  ListData, LsubData, NamespaceData, StatusData, SearchData,
                                  EsearchData, Exists, Recent, ExpungeData, FetchData, UnknownData>;

struct Untagged {
  UntaggedData data;
  friend bool operator==(const Untagged&, const Untagged&) = default;
};
struct Tagged {
  std::string tag;
  StatusResponse status;
  friend bool operator==(const Tagged&, const Tagged&) = default;
};
/// `+ text`: the server waits for the rest of a command. For AUTHENTICATE the text is base64.
struct ContinuationRequest {
  std::string text;
  friend bool operator==(const ContinuationRequest&, const ContinuationRequest&) = default;
};

using Response = std::variant<Untagged, Tagged, ContinuationRequest>;

}  // namespace imapscope
