// The simulated IMAP server: bytes in, bytes out, no sockets and no clock of its own. It serves any
// number of sessions on any number of accounts, and is a copyable value.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/random.h"
#include "sim/base/time.h"
#include "sim/imap/flag.h"
#include "sim/imap/mailbox_name.h"
#include "sim/imap/numbers.h"
#include "sim/mail/accounts.h"
#include "sim/server/config.h"
#include "sim/server/session.h"

namespace imapscope::server {

/// What BYE says where a client compresses although it may not, or does not although it must.
inline constexpr std::string_view not_compressed = "What came is not compressed as was agreed";

enum class Greeting { ok, preauth, bye };

/// What a session wants written, in order, and whether the connection closes after it.
struct Output {
  std::string bytes;
  /// Where compression begins or ends, as `Server::compresses` says, for what stands behind it and
  /// every later output.
  std::optional<std::size_t> switches_at = std::nullopt;
  bool close = false;
};

/// A fault on request that happened.
struct FaultDone {
  SessionId session;
  const Fault* fault = nullptr;  ///< of the config's script
  Instant at;
  std::string command;  ///< "a3 FETCH"; empty: it came at a time of its own
};

struct Temper;  // temper.h
struct Turn;    // turn/turn.h

enum class Delivered {
  yes,
  no_mailbox,  ///< there is no such user or mailbox
  no_room,     ///< the user's quota is used up
};

/// What the server owes a session and may not send yet, as it would be sent now.
struct Owed {
  std::vector<std::string> lines;  ///< `* 3 EXPUNGE`, without CRLF
};

/// A message of the mailbox that a session has open.
struct HeldMessage {
  Uid uid;
  FlagSet flags;  ///< as this session would be told: with `\Recent` and flags of its own
  mail::MessagePtr message;
};

/// Those messages, each looked up when it is asked for. A value that outlives the server it came
/// from, and stays as it was.
class HeldMessages {
 public:
  HeldMessages() = default;
  HeldMessages(const mail::Mailbox& mailbox, const SessionView& view, Uid first_recent)
      : held_(std::make_shared<const Held>(Held{mailbox, view, first_recent})) {}

  [[nodiscard]] std::size_t size() const { return held_ ? held_->mailbox.size() : 0; }
  [[nodiscard]] bool empty() const { return size() == 0; }
  [[nodiscard]] Uid uid_at(std::size_t place) const { return held_->mailbox.entries()[place].uid; }
  /// Of the message; the view holds as long as this value does.
  [[nodiscard]] std::string_view octets(std::size_t place) const {
    return held_->mailbox.entries()[place].message->octets();
  }
  [[nodiscard]] HeldMessage operator[](std::size_t place) const;

 private:
  struct Held {
    mail::Mailbox mailbox;  // shares its entries with the server's
    SessionView view;
    Uid first_recent;
  };
  std::shared_ptr<const Held> held_;
};

class Server {
 public:
  Server(Config config, mail::Accounts accounts);

  /// A connection was made. `greeting` preauth needs a `user`; one that has no account is refused
  /// with BYE. The greeting is in the next output.
  SessionId open(Greeting greeting, std::string user = {}, Instant now = {});
  void receive(SessionId session, std::string_view bytes, Instant now);
  /// The client has begun TLS, as it may behind the OK to its STARTTLS.
  /// `certified`: the user whom its certificate proves, if it has one.
  void secure(SessionId session, std::string certified = {});
  /// What comes from its client is compressed, and what it says too: COMPRESS was granted.
  [[nodiscard]] bool compresses(SessionId session) const;
  /// The connection is gone. The session is forgotten, with what it still had to say.
  void disconnected(SessionId session);

  /// When it will do something by itself, as faults on request make it; nothing: never.
  [[nodiscard]] std::optional<Instant> next_wake() const;
  /// That time has come.
  void wake(Instant now);
  [[nodiscard]] const std::vector<FaultDone>& faults_done() const { return faults_done_; }
  /// When the next session has been silent for too long, if nothing comes; nothing: none ever is.
  [[nodiscard]] std::optional<Instant> next_autologout() const;
  /// `* BYE` to those that are by now.
  void log_out_silent(Instant now);

  /// Takes what waits to be written. Any session may have some after any call: IDLE is told of
  /// other sessions' changes.
  [[nodiscard]] Output take_output(SessionId session);
  [[nodiscard]] std::vector<SessionId> sessions() const;

  /// Mail arrives, by the delivery agent.
  Delivered deliver(std::string_view user, const MailboxName& mailbox, std::string_view message,
                    Instant now);
  /// What another server may change, which shares them: POP3's. It says so then.
  [[nodiscard]] mail::Accounts& accounts() { return accounts_; }
  /// Mailboxes were changed beside IMAP: sessions that idle are told.
  void accounts_changed(Instant now) { tell_sessions(now); }
  /// `* BYE`, and the session closes.
  void end(SessionId session, std::string_view reason);
  /// `* BYE` to all; every session closes.
  void shut_down(std::string_view reason);

  // ---- the X-ray; a session that does not exist has nothing ----
  [[nodiscard]] const mail::Accounts& accounts() const { return accounts_; }
  [[nodiscard]] std::optional<std::string> user_of(SessionId session) const;
  [[nodiscard]] std::optional<MailboxName> selected_by(SessionId session) const;
  /// The mailbox that it has open, as the server holds it; null where none is.
  [[nodiscard]] const mail::Mailbox* mailbox_of(SessionId session) const;
  [[nodiscard]] HeldMessages messages_of(SessionId session) const;
  [[nodiscard]] Owed owed_to(SessionId session) const;

 private:
  [[nodiscard]] const Session* find(SessionId session) const;
  /// Whether there is `\Recent` to it.
  [[nodiscard]] bool has_recent(const Session& session) const;
  [[nodiscard]] Turn turn_of(Session& session, Instant now);
  void serve(Turn& turn, SessionId id);
  [[nodiscard]] std::optional<Instant> patience_with(const Session& session) const;
  void tell_sessions(Instant now, std::optional<SessionId> served = std::nullopt);
  void forget_ghosts();
  void misbehave_at_times(SessionId id, Session& session, Instant now);

  Config config_;
  std::shared_ptr<const Temper> temper_;
  mail::Accounts accounts_;
  Sessions sessions_;
  SessionId last_id_;
  std::vector<FaultDone> faults_done_;
  Random random_;
};

}  // namespace imapscope::server
