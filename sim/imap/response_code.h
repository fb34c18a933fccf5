// THE TABLE OF RESPONSE CODES: what may stand in brackets before the text of a status response
// (RFC 3501 §7.1). A code whose arguments are read is a type and a row of `code_rows`; one that is
// known by its name is a row of `named_codes`. Wire, observer, explanations, the readers of traces
// and `imapsim codes` read these rows.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "sim/imap/condition.h"
#include "sim/imap/flag.h"
#include "sim/imap/numbers.h"
#include "sim/imap/table.h"

namespace imapscope {

/// A code that is known by its name, or not at all.
struct CodeAtom {
  std::string name;       ///< "ALERT", "READ-ONLY", "TRYCREATE", …
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

struct CodeHighestModSeq {  ///< RFC 7162 §3.1.2.1
  std::uint64_t value = 0;
  friend bool operator==(const CodeHighestModSeq&, const CodeHighestModSeq&) = default;
};

struct CodeInfo {
  std::string_view name;
  Conditions conditions;  ///< behind which it can stand
  About about;            ///< none but `session` can stand in a greeting
  Standard standard;
  std::string_view capability = {};  ///< of the extension that brought it
};

template <class C>
using CodeRow = TableRow<C, CodeInfo>;

inline constexpr Conditions any_condition{Condition::ok, Condition::no, Condition::bad,
                                          Condition::bye, Condition::preauth};

// clang-format off
inline constexpr std::tuple code_rows{
    CodeRow<CodeBadCharset>{{"BADCHARSET", {Condition::no}, About::session,
        {"3501 §7.1", "9051 §7.1"}}},
    CodeRow<CodeCapability>{{"CAPABILITY", {Condition::ok, Condition::preauth}, About::session,
        {"3501 §7.1", "9051 §7.1"}}},
    CodeRow<CodePermanentFlags>{{"PERMANENTFLAGS", {Condition::ok}, About::open_mailbox,
        {"3501 §7.1", "9051 §7.1"}}},
    CodeRow<CodeUidNext>{{"UIDNEXT", {Condition::ok}, About::open_mailbox,
        {"3501 §2.3.1.1", "9051 §2.3.1.1"}}},
    CodeRow<CodeUidValidity>{{"UIDVALIDITY", {Condition::ok}, About::open_mailbox,
        {"3501 §2.3.1.1", "9051 §2.3.1.1"}}},
    CodeRow<CodeUnseen>{{"UNSEEN", {Condition::ok}, About::open_mailbox,
        {"3501 §7.1", ""}}},
    CodeRow<CodeAppendUid>{{"APPENDUID", {Condition::ok}, About::any_mailbox,
        {"4315 §3", "9051 §7.1"}, "UIDPLUS"}},
    CodeRow<CodeCopyUid>{{"COPYUID", {Condition::ok}, About::any_mailbox,
        {"4315 §3", "9051 §7.1"}, "UIDPLUS"}},
    CodeRow<CodeHighestModSeq>{{"HIGHESTMODSEQ", {Condition::ok}, About::open_mailbox,
        {"7162 §3.1.2.1", ""}, "CONDSTORE"}},
};

inline constexpr std::array named_codes{
    CodeInfo{"ALERT", any_condition, About::session, {"3501 §7.1", "9051 §7.1"}},
    CodeInfo{"PARSE", any_condition, About::session, {"3501 §7.1", "9051 §7.1"}},
    CodeInfo{"READ-ONLY", {Condition::ok, Condition::no}, About::open_mailbox,
        {"3501 §7.1", "9051 §7.1"}},
    CodeInfo{"READ-WRITE", {Condition::ok}, About::open_mailbox, {"3501 §7.1", "9051 §7.1"}},
    CodeInfo{"TRYCREATE", {Condition::no}, About::any_mailbox, {"3501 §7.1", "9051 §7.1"}},
    CodeInfo{"CLOSED", {Condition::ok}, About::open_mailbox, {"7162 §3.2.11", "9051 §7.1"},
        "QRESYNC"},
    CodeInfo{"UIDNOTSTICKY", {Condition::ok, Condition::no}, About::open_mailbox,
        {"4315 §3", "9051 §7.1"}, "UIDPLUS"},
    CodeInfo{"NONEXISTENT", {Condition::no}, About::any_mailbox, {"5530 §3", "9051 §7.1"}},
    CodeInfo{"ALREADYEXISTS", {Condition::no}, About::any_mailbox, {"5530 §3", "9051 §7.1"}},
    CodeInfo{"AUTHENTICATIONFAILED", {Condition::no}, About::session, {"5530 §3", "9051 §7.1"}},
    CodeInfo{"AUTHORIZATIONFAILED", {Condition::no}, About::session, {"5530 §3", "9051 §7.1"}},
    CodeInfo{"EXPIRED", {Condition::no}, About::session, {"5530 §3", "9051 §7.1"}},
    CodeInfo{"CONTACTADMIN", any_condition, About::session, {"5530 §3", "9051 §7.1"}},
    CodeInfo{"CORRUPTION", any_condition, About::session, {"5530 §3", "9051 §7.1"}},
    CodeInfo{"HASCHILDREN", {Condition::no}, About::any_mailbox, {"", "9051 §7.1"}},
    CodeInfo{"UNKNOWN-CTE", {Condition::no}, About::open_mailbox, {"3516 §4.3", "9051 §7.1"},
        "BINARY"},
    CodeInfo{"NOTSAVED", {Condition::no}, About::open_mailbox, {"5182 §2.1", "9051 §7.1"},
        "SEARCHRES"},
    CodeInfo{"COMPRESSIONACTIVE", {Condition::no}, About::session, {"4978 §3", ""}, "COMPRESS="},
    CodeInfo{"PRIVACYREQUIRED", {Condition::no}, About::session, {"5530 §3", "9051 §7.1"}},
    CodeInfo{"CANNOT", {Condition::no}, About::session, {"5530 §3", "9051 §7.1"}},
    CodeInfo{"CLIENTBUG", any_condition, About::session, {"5530 §3", "9051 §7.1"}},
    CodeInfo{"SERVERBUG", any_condition, About::session, {"5530 §3", "9051 §7.1"}},
    CodeInfo{"NOPERM", {Condition::no}, About::session, {"5530 §3", "9051 §7.1"}},
    CodeInfo{"INUSE", {Condition::no}, About::session, {"5530 §3", "9051 §7.1"}},
    CodeInfo{"EXPUNGEISSUED", {Condition::ok, Condition::no}, About::open_mailbox,
        {"5530 §3", "9051 §7.1"}},
    CodeInfo{"OVERQUOTA", {Condition::ok, Condition::no}, About::session,
        {"5530 §3", "9051 §7.1"}},
    CodeInfo{"LIMIT", {Condition::ok, Condition::no}, About::session, {"5530 §3", "9051 §7.1"}},
    CodeInfo{"TOOBIG", {Condition::no}, About::session, {"4469 §4.2", "9051 §7.1"}},
    CodeInfo{"UNAVAILABLE", {Condition::no, Condition::bye}, About::session,
        {"5530 §3", "9051 §7.1"}},
    CodeInfo{"NOMODSEQ", {Condition::ok}, About::open_mailbox, {"7162 §3.1.2.2", ""}, "CONDSTORE"},
    CodeInfo{"MODIFIED", {Condition::ok, Condition::no}, About::open_mailbox, {"7162 §3.1.3", ""},
        "CONDSTORE"},
    CodeInfo{"MAILBOXID", {Condition::ok}, About::any_mailbox, {"8474 §4.1", ""}, "OBJECTID"},
    CodeInfo{"USEATTR", {Condition::no}, About::any_mailbox, {"6154 §3", ""},
        "CREATE-SPECIAL-USE"},
    CodeInfo{"REFERRAL", any_condition, About::session, {"2221 §4.1", ""}, "LOGIN-REFERRALS"},
    CodeInfo{"BADCOMPARATOR", {Condition::no}, About::session, {"5255 §4.9", ""}, "I18NLEVEL="},
    CodeInfo{"METADATA", {Condition::ok, Condition::no}, About::any_mailbox, {"5464 §4.2.1", ""},
        "METADATA-SERVER"},
    CodeInfo{"BADURL", {Condition::no}, About::session, {"4469 §4.1", ""}, "CATENATE"},
    CodeInfo{"URLMECH", {Condition::ok}, About::session, {"4467 §8", ""}, "URLAUTH"},
    CodeInfo{"NOUPDATE", {Condition::no}, About::open_mailbox, {"5267 §4.3.1", ""}, "CONTEXT="},
    CodeInfo{"BADEVENT", {Condition::no, Condition::bad}, About::session, {"5465 §3.1", ""},
        "NOTIFY"},
    CodeInfo{"NOTIFICATIONOVERFLOW", {Condition::ok, Condition::no}, About::session,
        {"5465 §5.8", ""}, "NOTIFY"},
    CodeInfo{"UNDEFINED-FILTER", {Condition::no}, About::session, {"5466 §3.1", ""}, "FILTERS"},
    CodeInfo{"INPROGRESS", {Condition::ok}, About::session, {"9585 §4", ""}, "INPROGRESS"},
    CodeInfo{"UIDREQUIRED", {Condition::bad}, About::session, {"9586 §3", ""}, "UIDONLY"},
    CodeInfo{"MESSAGELIMIT", {Condition::ok, Condition::no}, About::session, {"9738 §3.1", ""},
        "MESSAGELIMIT="},
};
// clang-format on

template <class... Cs>
std::variant<CodeAtom, Cs...> code_variant_of(std::tuple<CodeRow<Cs>...>);  // declaration only

/// One alternative for each row, and CodeAtom for all others.
using ResponseCode = decltype(code_variant_of(code_rows));

/// All rows, those whose arguments are read first.
[[nodiscard]] std::span<const CodeInfo> code_table();
/// Ignores case; null where no row has the name.
[[nodiscard]] const CodeInfo* find_code(std::string_view name);
/// As its row has it; of an unknown code as it was written.
[[nodiscard]] std::string_view name_of(const ResponseCode& code);

}  // namespace imapscope
