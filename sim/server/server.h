// The simulated IMAP server: bytes in, bytes out, no sockets and no clock of its own. It serves any
// number of sessions on any number of accounts, and is a copyable value.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/time.h"
#include "sim/imap/numbers.h"
#include "sim/mail/accounts.h"

namespace imapscope::server {

struct SessionId {
  std::uint32_t value = 0;
  friend constexpr auto operator<=>(const SessionId&, const SessionId&) = default;
};

enum class Greeting { ok, preauth, bye };

struct Config {
  std::string name = "imapscope";  ///< in the greeting and in ID
  bool login_disabled = false;
  std::size_t max_literal_octets = 32U << 20U;
  std::size_t max_line_octets = 64U << 10U;
};

/// What a session wants written, in order, and whether the connection closes after it.
struct Output {
  std::string bytes;
  bool close = false;
};

/// What the server owes a session and may not send yet, as it would be sent now.
struct Owed {
  std::vector<std::string> lines;  ///< `* 3 EXPUNGE`, without CRLF
};

class Server {
 public:
  Server(Config config, mail::Accounts accounts);

  /// A connection was made. `greeting` preauth needs a `user`. The greeting is in the next output.
  SessionId open(Greeting greeting, std::string user = {});
  void receive(SessionId session, std::string_view bytes, Instant now);
  void disconnected(SessionId session);

  /// Takes what waits to be written. Any session may have some after any call: IDLE is told of
  /// other sessions' changes.
  [[nodiscard]] Output take_output(SessionId session);
  [[nodiscard]] std::vector<SessionId> sessions() const;

  /// Mail arrives, by the delivery agent. False: there is no such user or mailbox.
  bool deliver(std::string_view user, const MailboxName& mailbox, std::string message, Instant now);
  /// `* BYE` to all; every session closes.
  void shut_down(std::string_view reason);

  // ---- the X-ray ----
  [[nodiscard]] const mail::Accounts& accounts() const;
  [[nodiscard]] std::optional<std::string> user_of(SessionId session) const;
  [[nodiscard]] std::optional<MailboxName> selected_by(SessionId session) const;
  [[nodiscard]] Owed owed_to(SessionId session) const;
};

}  // namespace imapscope::server
