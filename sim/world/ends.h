// The two ends of a connection, whatever protocol it speaks: what the world asks of a client and of
// the servers is the same for all, and what differs is in here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/base/protocol.h"
#include "sim/base/time.h"
#include "sim/client/client.h"
#include "sim/client/neighbour.h"
#include "sim/mail/accounts.h"
#include "sim/server/neighbour/pop3.h"
#include "sim/server/neighbour/smtp.h"
#include "sim/server/server.h"
#include "sim/trace/event.h"
#include "sim/world/input.h"

namespace imapscope::world {

/// A client of any protocol.
class ClientEnd {
 public:
  ClientEnd(Protocol protocol, const std::string& name, std::uint64_t chance);

  /// Text as a person types it; see the protocols' clients.
  void send(std::string_view text);
  void receive(std::string_view bytes);
  [[nodiscard]] std::string take_output();
  /// See client::Client.
  [[nodiscard]] bool takes_up_tls();
  void secured();
  [[nodiscard]] bool compresses() const;
  /// Whether a command waits for its completion.
  [[nodiscard]] bool is_waiting() const;
  /// Of commands that wait for their completion; where there are no tags, nothing.
  [[nodiscard]] std::vector<std::string> pending_tags() const;
  /// "" where commands have no tags.
  [[nodiscard]] std::string next_tag() const;

 private:
  std::variant<client::Client, neighbour::Client> end_;
};

/// Names a session at one of the servers.
struct ServerSession {
  Protocol protocol = Protocol::imap;
  std::uint32_t id = 0;
};

/// All servers of a world: they share its accounts.
class Servers {
 public:
  Servers(const server::Config& config, mail::Accounts accounts);

  [[nodiscard]] ServerSession open(const Connect& request, Instant now);
  void receive(const ServerSession& session, const trace::Payload& payload, Instant now);
  /// The client has begun TLS.
  void secure(const ServerSession& session);
  void disconnected(const ServerSession& session);
  /// See server::Server.
  [[nodiscard]] bool compresses(const ServerSession& session) const;
  [[nodiscard]] server::Output take_output(const ServerSession& session);
  /// When a server will do something by itself; nothing: none will.
  [[nodiscard]] std::optional<Instant> next_wake() const { return imap_.next_wake(); }
  void wake(Instant now) { imap_.wake(now); }
  /// When the next session has been silent for too long.
  [[nodiscard]] std::optional<Instant> next_autologout() const { return imap_.next_autologout(); }
  void log_out_silent(Instant now) { imap_.log_out_silent(now); }

  /// Mail arrives, by a delivery agent that is not shown.
  server::Delivered deliver(const Deliver& mail, Instant now);

  /// For the X-ray.
  [[nodiscard]] const server::Server& imap() const { return imap_; }

 private:
  void take_in(const std::vector<smtp::Delivery>& deliveries, Instant now);

  server::Config config_;
  server::Server imap_;
  pop3::Server pop3_;
  smtp::Server smtp_;
};

}  // namespace imapscope::world
