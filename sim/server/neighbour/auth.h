// AUTH of POP3 (RFC 5034) and SMTP (RFC 4954), over the table of SASL mechanisms: all of it but how
// each of the two words its answers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/base/random.h"
#include "sim/mail/accounts.h"
#include "sim/sasl/sasl.h"
#include "sim/server/config.h"
#include "sim/server/neighbour/session.h"

namespace imapscope::neighbour {

/// How users may prove who they are.
struct AuthPolicy {
  std::vector<const sasl::Mechanism*> mechanisms;
  bool tls_first = false;  ///< no password is taken before TLS protects it
};
/// As the IMAP server of the same accounts has it. EXTERNAL is not offered: nothing is proved
/// outside.
[[nodiscard]] AuthPolicy auth_policy_of(const server::Config& config);

/// "PLAIN CRAM-MD5": what is announced to the session now; empty: nothing.
[[nodiscard]] std::string offered_mechanisms(const AuthPolicy& policy, const Session& session);

/// Why AUTH does not go well.
enum class AuthFault {
  no_mechanism,  ///< none of that name is offered
  tls_first,
  not_base64,
  cancelled,  ///< the client wrote `*`
  malformed,  ///< it is no message of the mechanism
  wrong,      ///< user, password or proof
  not_entitled,
  impossible,
  no_entry,  ///< all is right, and the account is closed for now (mail/trouble.h)
};
struct AuthFailure {
  AuthFault fault;
  std::string text;
};
struct AuthChallenge {
  std::string base64;
};
struct AuthSuccess {
  std::string user;
};
using AuthStep = std::variant<AuthChallenge, AuthSuccess, AuthFailure>;

/// `mechanism [initial-response]`. Where a challenge comes of it, the session goes on with the
/// client's next line.
[[nodiscard]] AuthStep begin_auth(std::string_view argument, Session& session,
                                  const AuthPolicy& policy, const mail::Accounts& accounts,
                                  Random& random);
/// That line, without its end.
[[nodiscard]] AuthStep continue_auth(std::string_view line, Session& session,
                                     const mail::Accounts& accounts);

}  // namespace imapscope::neighbour
