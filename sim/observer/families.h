// What each family's data and completions teach a client. One <family>.cpp holds the family's part
// of this, and of what is asked for (asks_for) and explained (explain_parts.h).
#pragma once

#include "sim/imap/command.h"
#include "sim/imap/response.h"
#include "sim/observer/session_model.h"

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
/// A client's line after `+`: for PLAIN it names the user.
void learn_sasl_response(Issued& issued, std::string_view bytes);

// ---- select ----
void learn(Learning& learning, const FlagsData& data);
void learn(Learning& learning, const Exists& data);
void learn(Learning& learning, const Recent& data);
void learn(Learning& learning, const CodePermanentFlags& code);
void learn(Learning& learning, const CodeUidNext& code);
void learn(Learning& learning, const CodeUidValidity& code);
void learn(Learning& learning, const CodeUnseen& code);
/// SELECT or EXAMINE was completed.
void learn_opened(Learning& learning, const MailboxName& name, bool examined,
                  const StatusResponse& status);
void learn_not_opened(Learning& learning, const StatusResponse& status);
void learn_left(Learning& learning);  ///< CLOSE or UNSELECT succeeded

// ---- fetch, store, expunge ----
void learn(Learning& learning, const FetchData& data);
void learn(Learning& learning, const ExpungeData& data);
void succeeded(Learning& learning, const Store& command);
/// All numbers are in doubt from here on: the mailbox is open, its messages are unknown.
void forget_messages(Learning& learning);

}  // namespace imapscope::observer
