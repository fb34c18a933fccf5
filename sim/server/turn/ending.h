// Endings: the status responses that complete commands, with the codes of RFC 5530 where they help
// a client to decide what to do.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/imap/response.h"
#include "sim/mail/account.h"
#include "sim/server/config.h"
#include "sim/wire/parse.h"

namespace imapscope::server {

struct Turn;
using Places = std::vector<std::size_t>;

/// Nothing: the command goes on with the client's next line.
using Ending = std::optional<StatusResponse>;

[[nodiscard]] StatusResponse ok(std::string text);
[[nodiscard]] StatusResponse ok(ResponseCode code, std::string text);
[[nodiscard]] StatusResponse no(std::string_view code, std::string_view text);
[[nodiscard]] StatusResponse no(mail::Refusal refusal);
[[nodiscard]] StatusResponse bad(std::string text);
/// [CLIENTBUG]: the grammar allows it, and still no right client sends it.
[[nodiscard]] StatusResponse client_bug(std::string text);

/// BAD, where nobody here knows the verb, or its extension is off.
[[nodiscard]] StatusResponse unknown_command(std::string_view verb);
/// BAD, with what the grammar wants, and where. `begins`: the verb, or what there is in its place.
[[nodiscard]] StatusResponse bad_grammar(std::string_view begins, const wire::SyntaxError& error);
/// "FETCH completed", "UID FETCH completed"
[[nodiscard]] StatusResponse completed(std::string_view verb, bool uid_form);

// ---- what several families refuse ----

/// APPEND, COPY, MOVE: with [TRYCREATE] where CREATE would help (RFC 3501 §6.3.11, §6.4.7).
[[nodiscard]] StatusResponse no_destination(mail::Refusal refusal);
/// The mailbox was opened with EXAMINE.
[[nodiscard]] StatusResponse no_read_only();
/// So much more would pass the account's quota (RFC 9208 §4.3.1); nothing where it does not.
[[nodiscard]] Ending refuse_over_quota(const mail::Account& account, const mail::Usage& more);
/// NO, and by the code REFERRAL where to go, if the capability is on that brings it (RFC 2193,
/// 2221).
[[nodiscard]] StatusResponse refer_to(const std::string& url, std::string_view capability,
                                      std::string_view text, const Config& config);
/// A sequence number beyond the last message.
[[nodiscard]] StatusResponse bad_number(std::size_t messages);
/// UIDONLY is on, and numbers were used (RFC 9586 §3).
[[nodiscard]] StatusResponse uid_required();
/// How many messages a command may be about (RFC 9738 §3); as good as no limit where it is off.
[[nodiscard]] std::size_t message_limit(const Config& config);
[[nodiscard]] ResponseCode limit_code(std::optional<Uid> lowest, const Config& config);
/// Keeps the last ones, as many as a command may be about; what the lowest of them is where there
/// were more. (RFC 9738 §3.1)
[[nodiscard]] std::optional<Uid> cut_to_limit(Places& places, const Turn& turn);
/// NO [MESSAGELIMIT n], where a command cannot be about so many messages at all.
[[nodiscard]] Ending refuse_over_limit(std::size_t messages, std::string_view verb,
                                       const Turn& turn);
/// Messages were named by numbers of which the mailbox has no more (RFC 2180 §4).
[[nodiscard]] StatusResponse no_longer_there();
/// A client may set keywords and the system flags but `\Recent` (RFC 3501 §2.3.2); nothing where
/// `flags` are such.
[[nodiscard]] Ending refuse_flags(const FlagSet& flags);

}  // namespace imapscope::server
