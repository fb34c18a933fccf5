// The simulated POP3 server (RFC 1939; CAPA: RFC 2449; AUTH: RFC 5034): bytes in, bytes out, over
// the accounts that the IMAP server holds. INBOX is the maildrop. A copyable value.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/mail/accounts.h"
#include "sim/server/neighbour/auth.h"
#include "sim/server/neighbour/session.h"

namespace imapscope::pop3 {

using neighbour::Output;
using neighbour::SessionId;

/// A message of the maildrop, as it was when the session began: its number stays.
struct Drop {
  Uid uid;
  mail::MessagePtr message;
  bool is_deleted = false;  ///< marked; it goes when the session ends with QUIT
};

struct Session : neighbour::Session {
  std::string user;  ///< as USER said; once in the transaction state, whose maildrop is locked
  UidValidity uid_validity;
  std::vector<Drop> maildrop;
};

class Server {
 public:
  /// `starttls`: a client may ask for TLS.
  explicit Server(std::string name, bool starttls = false, neighbour::AuthPolicy auth = {},
                  std::uint64_t seed = 1)
      : name_(std::move(name)), starttls_(starttls), auth_(std::move(auth)), random_(seed) {}

  /// The greeting is in the next output.
  SessionId open();
  void receive(SessionId session, std::string_view bytes, mail::Accounts& accounts);
  /// The client has begun TLS, as it may behind the answer to STLS.
  void secure(SessionId session) { sessions_.secure(session); }
  /// The connection is gone. Without QUIT, nothing is deleted (RFC 1939 §6).
  void disconnected(SessionId session) { sessions_.forget(session); }
  [[nodiscard]] Output take_output(SessionId session) { return sessions_.take_output(session); }

  [[nodiscard]] bool offers_tls(const Session& session) const {
    return starttls_ && !session.is_protected;
  }
  [[nodiscard]] const neighbour::AuthPolicy& auth() const { return auth_; }
  [[nodiscard]] Random& random() { return random_; }
  /// Whether a session has the user's maildrop: a second one is refused.
  [[nodiscard]] bool is_locked(std::string_view user) const;

 private:
  std::string name_;
  bool starttls_ = false;
  neighbour::AuthPolicy auth_;
  Random random_;
  neighbour::Sessions<Session> sessions_;
};

}  // namespace imapscope::pop3
