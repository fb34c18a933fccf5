// The simulated SMTP server (RFC 5321): bytes in, bytes out. It takes mail for the accounts that
// the IMAP server holds, `ada@example.org` being ada's INBOX, and relays none. A copyable value.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/imap/date_time.h"
#include "sim/mail/accounts.h"
#include "sim/server/neighbour/auth.h"
#include "sim/server/neighbour/session.h"

namespace imapscope::smtp {

using neighbour::Output;
using neighbour::SessionId;

/// A message that was taken, and whose it is now. RFC 5321 §4.4 asks for the lines at its head.
struct Delivery {
  std::vector<std::string> users;
  std::string message;
};

struct Session : neighbour::Session {
  std::string domain;              ///< as EHLO or HELO said
  std::string user;                ///< that AUTH has proved; empty: nobody
  std::string sender;              ///< of the mail transaction
  std::vector<std::string> users;  ///< its recipients
  std::string message;
  bool is_too_large = false;
};

struct Config {
  std::string name = "imapscope";
  std::string domain = "example.org";  ///< what it takes mail for, and calls itself
  std::size_t max_message_octets = 32U << 20U;
  bool starttls = false;  ///< a client may ask for TLS
  neighbour::AuthPolicy auth{};
  std::uint64_t seed = 1;  ///< of the nonces of SASL
};

class Server {
 public:
  explicit Server(Config config) : config_(std::move(config)), random_(config_.seed) {}

  /// The greeting is in the next output.
  SessionId open();
  /// Gives the messages that were taken. `now`: for their trace lines.
  [[nodiscard]] std::vector<Delivery> receive(SessionId session, std::string_view bytes,
                                              const mail::Accounts& accounts, const DateTime& now);
  /// The client has begun TLS, as it may behind the answer to STARTTLS: it says anew who it is.
  void secure(SessionId session);
  void disconnected(SessionId session) { sessions_.forget(session); }
  [[nodiscard]] Output take_output(SessionId session) { return sessions_.take_output(session); }

 private:
  Config config_;
  Random random_;
  neighbour::Sessions<Session> sessions_;
};

}  // namespace imapscope::smtp
