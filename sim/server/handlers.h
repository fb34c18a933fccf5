// One handler for each row of the command table. A row without one does not compile (dispatch.cpp).
//
// A handler is called only in a state in which the command is legal. It changes the session and the
// mailboxes, writes untagged responses to the session's output, and returns how the command ends;
// what else changed in the open mailbox is told between the two by dispatch. Nothing is returned
// where the command goes on with the client's next line.
#pragma once

#include <string>
#include <string_view>

#include "sim/imap/command.h"
#include "sim/server/turn/ending.h"
#include "sim/server/turn/turn.h"

namespace imapscope::server {

// session
Ending handle(const Capability& command, Turn& turn);
Ending handle(const Noop& command, Turn& turn);
Ending handle(const Logout& command, Turn& turn);
Ending handle(const Id& command, Turn& turn);
Ending handle(const Enable& command, Turn& turn);
Ending handle(const Language& command, Turn& turn);
Ending handle(const Compress& command, Turn& turn);
Ending handle(const GetJmapAccess& command, Turn& turn);
// auth
/// Why a user whose password is right is not let in: what is the matter with the account
/// (mail/trouble.h), or where its mail lies (RFC 2221 §4.1). Nothing: he is.
[[nodiscard]] Ending refuse_user(const mail::Account& account, const Config& config);
/// `* OK [ALERT]`, where the operator has something to say to users (RFC 3501 §7.1).
void say_alert(const Config& config, Session& session);
/// No password is taken before TLS protects it (RFC 3501 §11.1).
[[nodiscard]] bool wants_tls_first(const Config& config, const Session& session);
Ending handle(const StartTls& command, Turn& turn);
Ending handle(const Authenticate& command, Turn& turn);
Ending handle(const Login& command, Turn& turn);
Ending handle(const Unauthenticate& command, Turn& turn);
// select
Ending handle(const Select& command, Turn& turn);
Ending handle(const Examine& command, Turn& turn);
Ending handle(const Check& command, Turn& turn);
Ending handle(const Close& command, Turn& turn);
Ending handle(const Unselect& command, Turn& turn);
// mailbox
Ending handle(const Create& command, Turn& turn);
Ending handle(const Delete& command, Turn& turn);
Ending handle(const Rename& command, Turn& turn);
Ending handle(const Subscribe& command, Turn& turn);
Ending handle(const Unsubscribe& command, Turn& turn);
// list
Ending handle(const List& command, Turn& turn);
Ending handle(const Lsub& command, Turn& turn);
Ending handle(const XList& command, Turn& turn);
Ending handle(const RList& command, Turn& turn);
Ending handle(const RLsub& command, Turn& turn);
Ending handle(const Namespace& command, Turn& turn);
// acl
Ending handle(const SetAcl& command, Turn& turn);
Ending handle(const DeleteAcl& command, Turn& turn);
Ending handle(const GetAcl& command, Turn& turn);
Ending handle(const ListRights& command, Turn& turn);
Ending handle(const MyRights& command, Turn& turn);
// metadata
Ending handle(const GetMetadata& command, Turn& turn);
Ending handle(const SetMetadata& command, Turn& turn);
// the families of one
Ending handle(const Notify& command, Turn& turn);
Ending handle(const Status& command, Turn& turn);
Ending handle(const Idle& command, Turn& turn);
Ending handle(const Expunge& command, Turn& turn);
Ending handle(const Search& command, Turn& turn);
Ending handle(const Esearch& command, Turn& turn);
Ending handle(const CancelUpdate& command, Turn& turn);
Ending handle(const Sort& command, Turn& turn);
Ending handle(const Thread& command, Turn& turn);
Ending handle(const Fetch& command, Turn& turn);
Ending handle(const Store& command, Turn& turn);
// append
Ending handle(const Append& command, Turn& turn);
Ending handle(const Replace& command, Turn& turn);
// url
Ending handle(const GenUrlAuth& command, Turn& turn);
Ending handle(const ResetKey& command, Turn& turn);
Ending handle(const UrlFetch& command, Turn& turn);
// quota
Ending handle(const GetQuota& command, Turn& turn);
Ending handle(const GetQuotaRoot& command, Turn& turn);
Ending handle(const SetQuota& command, Turn& turn);
// copy
Ending handle(const Copy& command, Turn& turn);
Ending handle(const Move& command, Turn& turn);

// ---- what is said without a command ----

/// What is announced to the session now, as a code (RFC 3501 §7.1).
[[nodiscard]] ResponseCode capability_code(const Config& config, const Session& session);
/// `* OK [CLOSED]`, where another mailbox is about to be opened over one that is open.
void say_closed(Session& session);
/// FETCH data that nobody asked for now (RFC 5465 §5.2, §7).
void tell_messages(const std::vector<FetchItem>& items, Places places, Turn& turn);
/// `* BYE`, and the session is over.
void say_goodbye(Session& session, std::string text, std::optional<ResponseCode> code = {});

// ---- the client's line after the command, where a command asks for one ----

Ending continue_authenticate(std::string_view line, const AwaitsSasl& sasl, Turn& turn);
StatusResponse continue_idle(std::string_view line);

}  // namespace imapscope::server
