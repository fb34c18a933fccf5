// World: the servers of a house, clients and the channels between them, on virtual time. A
// discrete-event simulation and a copyable value: a copy goes its own way, and two worlds fed the
// same inputs stay equal to the byte.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/base/random.h"
#include "sim/base/result.h"
#include "sim/base/said.h"
#include "sim/base/time.h"
#include "sim/trace/trace.h"
#include "sim/world/ends.h"
#include "sim/world/input.h"
#include "sim/world/setup.h"
#include "sim/world/xray.h"

namespace imapscope::world {

class World {
 public:
  explicit World(Setup setup);

  [[nodiscard]] Instant now() const { return now_; }

  /// Acts at `now()`. An error says why not: an unknown client, a mailbox that is not there.
  Result<void, Said> apply(const Action& action);

  /// The time of the next thing that will happen by itself; nothing when all is quiet.
  [[nodiscard]] std::optional<Instant> next_event() const;
  /// Does that next thing, and moves `now()` to it. False when all is quiet.
  bool step();
  /// Steps while the next thing is due at or before `t`, then moves `now()` to `t`.
  void run_until(Instant t);
  /// Steps until all is quiet.
  void settle();

  /// What was sent so far. It only grows, except that an abrupt Disconnect makes what is in flight
  /// lost.
  [[nodiscard]] const trace::Trace& trace() const { return trace_; }
  [[nodiscard]] Xray xray() const;
  /// What the server holds.
  [[nodiscard]] const mail::Accounts& accounts() const { return servers_.imap().accounts(); }

  /// The connection of a client that is or was connected; its latest one.
  [[nodiscard]] std::optional<trace::ConnectionId> connection_of(std::string_view client) const;
  [[nodiscard]] bool is_connected(std::string_view client) const;
  /// Whether it has sent a command, or holds one back, that is not completed as it sees it.
  [[nodiscard]] bool is_waiting(std::string_view client) const;
  /// Tags without completion, as the client sees it.
  [[nodiscard]] std::vector<std::string> pending_tags(std::string_view client) const;
  /// The tag that the client would use next: a3 after a2; "" where its protocol has none.
  [[nodiscard]] std::string next_tag(std::string_view client) const;

 private:
  struct Connection {
    ClientEnd client;
    channel::Link to_server;
    channel::Link to_client;
    Connect request;
    std::optional<ServerSession> session;  // once the server knows of the connection
    bool open = true;                      // as its client sees it
  };

  // ---- what happens by itself ----
  struct Landing {  // an event of the trace reaches its other end
    std::size_t event;
  };
  struct ServerTurn {  // the server gets to work on what has landed
    std::size_t event;
  };
  struct ServerWakes {};  // as it has been waiting to: for faults on request
  using Happening = std::variant<Landing, ServerTurn, ServerWakes>;

  Result<void, Said> act(const Connect& action);
  Result<void, Said> act(const Send& action);
  Result<void, Said> act(const Disconnect& action);
  Result<void, Said> act(const Deliver& action);
  Result<void, Said> act(const SetNetwork& action);

  void happen(const Landing& landing);
  void happen(const ServerTurn& turn);
  void happen(const ServerWakes& wakes);
  void client_hears(Connection& connection, const trace::What& what);
  void server_hears(Connection& connection, const trace::What& what);

  void record(std::vector<trace::Event> events);
  void lose_flights(trace::ConnectionId id);
  void flush_client(Connection& connection);
  void say(Connection& connection, const server::Output& output);
  void flush_servers();
  bool log_out_silent(Instant t);
  void set_alarm();
  [[nodiscard]] Connection* find(std::string_view client);
  [[nodiscard]] const Connection* find(std::string_view client) const;
  [[nodiscard]] channel::LinkSettings network_of(const std::string& client) const;

  Servers servers_;
  channel::LinkSettings network_;
  std::map<std::string, channel::LinkSettings, std::less<>> own_networks_;  // by client
  Duration server_pause_;
  std::uint64_t seed_;
  Random random_;
  Instant now_;
  trace::Trace trace_;
  std::map<trace::ConnectionId, Connection> connections_;
  std::map<std::string, trace::ConnectionId, std::less<>> latest_;  // by client
  std::optional<Instant> alarm_;              // when a server wakes, by the agenda
  std::multimap<Instant, Happening> agenda_;  // what is due at one time keeps its order
};

}  // namespace imapscope::world
