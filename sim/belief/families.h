// What each family's data and completions teach a client. One <family>.cpp holds the family's part
// of this, and of what is asked for (asks_for) and explained (explain_parts.h).
#pragma once

#include "sim/belief/ends/session_model.h"
#include "sim/imap/command.h"
#include "sim/imap/response.h"

namespace imapscope::observer {

// ---- session ----
void learn(Learning& learning, const CapabilityData& data);
void learn(Learning& learning, const CodeCapability& code);
void learn(Learning& learning, const EnabledData& data);
void learn_bye(Learning& learning);
void learn_greeting(Learning& learning, const StatusResponse& greeting);
void succeeded(Learning& learning, const Logout& command);

// ---- auth ----
void succeeded(Learning& learning, const Login& command);
void succeeded(Learning& learning, const Authenticate& command);
void succeeded(Learning& learning, const Unauthenticate& command);
void succeeded(Learning& learning, const Compress& command);
/// Whom a message of PLAIN names (RFC 4616 §2): authorization identity NUL user NUL password. Empty
/// where it is none.
[[nodiscard]] std::string user_in_plain(std::string_view message);
/// A client's line after `+`: for PLAIN it names the user.
void learn_sasl_response(InProgressAtClient& sent, const Line& line);

// ---- select ----
/// A code that is an atom, perhaps with arguments.
[[nodiscard]] bool has_code(const StatusResponse& status, std::string_view name);
void learn(Learning& learning, const FlagsData& data);
void learn(Learning& learning, const Exists& data);
void learn(Learning& learning, const Recent& data);
void learn(Learning& learning, const CodePermanentFlags& code);
void learn(Learning& learning, const CodeUidNext& code);
void learn(Learning& learning, const CodeUidValidity& code);
void learn(Learning& learning, const CodeUnseen& code);
void learn(Learning& learning, const CodeHighestModSeq& code);
void learn(Learning& learning, const CodeAtom& code);
/// SELECT or EXAMINE was completed.
void learn_opened(Learning& learning, const MailboxName& name, bool examined,
                  const StatusResponse& status);
void learn_not_opened(Learning& learning, const StatusResponse& status);
void learn_left(Learning& learning);  ///< CLOSE or UNSELECT succeeded

// ---- fetch, store, expunge ----
void learn(Learning& learning, const FetchData& data);
void learn(Learning& learning, const UidFetchData& data);
void learn(Learning& learning, const ExpungeData& data);
void learn(Learning& learning, const VanishedData& data);
/// A STORE was completed. `sent`: the same command, and when it was sent. `all`: false after NO,
/// and where a condition failed (RFC 7162 §3.1.3): perhaps some were changed and others not.
void learn_stored(Learning& learning, const Store& command, const InProgressAtClient& sent,
                  bool all);
/// Whether the client asks to read, and not only to peek.
[[nodiscard]] bool sets_seen(const Fetch& command);
/// All numbers are in doubt from here on: the mailbox is open, its messages are unknown.
void forget_messages(Learning& learning);

// ---- search ----
/// It tells what came to the results of an earlier search, or went (RFC 5267 §4.3): no answer.
[[nodiscard]] bool is_update(const EsearchData& data);

// ---- every family ----
/// Whether a command of that kind is answered by such data: FETCH data by FETCH, and so on.
[[nodiscard]] bool asks_for(const Command& command, const UntaggedData& data);
// Whether the command asks for such data; what comes beside it is unsolicited.
[[nodiscard]] bool answers(const Capability& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Noop& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Logout& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Id& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Enable& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Compress& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Language& command, const UntaggedData& data);
[[nodiscard]] bool answers(const GetJmapAccess& command, const UntaggedData& data);
[[nodiscard]] bool answers(const StartTls& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Authenticate& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Login& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Unauthenticate& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Select& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Examine& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Check& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Close& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Unselect& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Create& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Delete& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Rename& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Subscribe& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Unsubscribe& command, const UntaggedData& data);
[[nodiscard]] bool answers(const List& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Lsub& command, const UntaggedData& data);
[[nodiscard]] bool answers(const XList& command, const UntaggedData& data);
[[nodiscard]] bool answers(const RList& command, const UntaggedData& data);
[[nodiscard]] bool answers(const RLsub& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Namespace& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Status& command, const UntaggedData& data);
[[nodiscard]] bool answers(const GetQuota& command, const UntaggedData& data);
[[nodiscard]] bool answers(const GetQuotaRoot& command, const UntaggedData& data);
[[nodiscard]] bool answers(const SetQuota& command, const UntaggedData& data);
[[nodiscard]] bool answers(const SetAcl& command, const UntaggedData& data);
[[nodiscard]] bool answers(const DeleteAcl& command, const UntaggedData& data);
[[nodiscard]] bool answers(const GetAcl& command, const UntaggedData& data);
[[nodiscard]] bool answers(const ListRights& command, const UntaggedData& data);
[[nodiscard]] bool answers(const MyRights& command, const UntaggedData& data);
[[nodiscard]] bool answers(const GetMetadata& command, const UntaggedData& data);
[[nodiscard]] bool answers(const SetMetadata& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Notify& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Append& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Replace& command, const UntaggedData& data);
[[nodiscard]] bool answers(const GenUrlAuth& command, const UntaggedData& data);
[[nodiscard]] bool answers(const ResetKey& command, const UntaggedData& data);
[[nodiscard]] bool answers(const UrlFetch& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Idle& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Expunge& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Search& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Esearch& command, const UntaggedData& data);
[[nodiscard]] bool answers(const CancelUpdate& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Sort& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Thread& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Fetch& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Store& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Copy& command, const UntaggedData& data);
[[nodiscard]] bool answers(const Move& command, const UntaggedData& data);

}  // namespace imapscope::observer
