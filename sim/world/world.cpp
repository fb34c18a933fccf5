#include "sim/world/world.h"

#include <algorithm>
#include <utility>

#include "sim/base/overloaded.h"

namespace imapscope::world {

using trace::ConnectionId;
using trace::Direction;

namespace {

/// What TLS 1.3 takes (RFC 8446 §2), as it is usual: a ClientHello; the server's answer with one
/// certificate. The client's last part is small, and comes with its first data.
constexpr std::uint64_t client_hello_octets = 517;
constexpr std::uint64_t server_hello_octets = 1800;

server::Config seeded(server::Config config, std::uint64_t seed) {
  config.seed = seed;
  return config;
}

}  // namespace

World::World(Setup setup)
    : servers_(seeded(std::move(setup.server), setup.seed), std::move(setup.accounts)),
      network_(setup.network),
      server_pause_(setup.server_pause),
      seed_(setup.seed),
      random_(setup.seed) {
  trace_.header.title = std::move(setup.title);
  trace_.header.source = "simulation";
  trace_.header.clocking = trace::Clocking::both_ends;
}

// ---- time ----

std::optional<Instant> World::next_event() const {
  if (agenda_.empty()) return std::nullopt;
  return agenda_.begin()->first;
}

bool World::step() {
  if (agenda_.empty()) return false;
  if (log_out_silent(agenda_.begin()->first)) return true;
  const auto [due, happening] = *agenda_.begin();
  agenda_.erase(agenda_.begin());
  now_ = due;
  std::visit([this](const auto& next) { happen(next); }, happening);
  return true;
}

void World::run_until(Instant t) {
  while ((!agenda_.empty() && agenda_.begin()->first <= t) ? step() : log_out_silent(t)) {
  }
  now_ = std::max(now_, t);
}

void World::settle() {
  while (step()) {
  }
}

// ---- what happens by itself ----

void World::happen(const Landing& landing) {
  const trace::Event& event = trace_.events[landing.event];
  if (!event.landed) return;  // lost since
  if (event.direction == Direction::to_server) {
    agenda_.emplace(now_ + server_pause_, ServerTurn{landing.event});
    return;
  }
  Connection& connection = connections_.at(event.connection);
  client_hears(connection, event.what);
  flush_client(connection);
}

void World::happen(const ServerTurn& turn) {
  const trace::Event& event = trace_.events[turn.event];
  server_hears(connections_.at(event.connection), event.what);
  flush_servers();
}

void World::happen(const ServerWakes&) {
  if (alarm_ && *alarm_ <= now_) alarm_.reset();
  servers_.wake(now_);
  flush_servers();
}

void World::client_hears(Connection& connection, const trace::What& what) {
  if (const auto* payload = std::get_if<trace::Payload>(&what)) {
    connection.client.receive(payload->bytes);
  } else if (std::holds_alternative<trace::Secured>(what)) {
    connection.client.secured();
  } else if (std::holds_alternative<trace::Closed>(what)) {
    connection.open = false;
  }
}

void World::server_hears(Connection& connection, const trace::What& what) {
  std::visit(overloaded{
                 [&](const trace::Opened&) {
                   connection.session = servers_.open(connection.request, now_);
                 },
                 [&](const trace::Payload& payload) {
                   if (connection.session) servers_.receive(*connection.session, payload, now_);
                 },
                 [&](const trace::Secured&) {
                   if (!connection.session) return;
                   servers_.secure(*connection.session);
                   record({connection.to_client.secure(server_hello_octets, now_)});
                 },
                 [&](const trace::Closed&) {
                   if (connection.session) servers_.disconnected(*connection.session);
                   connection.session.reset();
                 },
                 [](const auto&) {},
             },
             what);
}

/// Events are sent now; they land later, or never.
void World::record(std::vector<trace::Event> events) {
  for (trace::Event& event : events) {
    if (event.landed) agenda_.emplace(*event.landed, Landing{trace_.events.size()});
    trace_.events.push_back(std::move(event));
  }
}

void World::flush_client(Connection& connection) {
  if (!connection.open) return;
  connection.to_server.compress(connection.client.compresses());
  record(connection.to_server.send(connection.client.take_output(), now_));
  if (connection.client.takes_up_tls()) {
    record({connection.to_server.secure(client_hello_octets, now_)});
  }
}

void World::say(Connection& connection, const server::Output& output) {
  const std::string_view bytes = output.bytes;
  const std::size_t end = output.switches_at.value_or(bytes.size());
  record(connection.to_client.send(bytes.substr(0, end), now_));
  if (!output.switches_at) return;
  connection.to_client.compress(servers_.compresses(*connection.session));
  record(connection.to_client.send(bytes.substr(end), now_));
}

/// Any session may have something to say: one session's command is another's news.
void World::flush_servers() {
  for (auto& [id, connection] : connections_) {
    if (!connection.session) continue;
    const server::Output output = servers_.take_output(*connection.session);
    say(connection, output);
    if (!output.close) continue;
    record({connection.to_client.close(now_)});
    servers_.disconnected(*connection.session);
    connection.session.reset();
  }
  set_alarm();
}

/// That somebody is silent is nothing under way: quiet is quiet, however long it lasts.
bool World::log_out_silent(Instant t) {
  const std::optional<Instant> due = servers_.next_autologout();
  if (!due || *due > t) return false;
  now_ = std::max(now_, *due);
  servers_.log_out_silent(now_);
  flush_servers();
  return true;
}

/// An alarm that comes too early wakes nobody.
void World::set_alarm() {
  const std::optional<Instant> wake = servers_.next_wake();
  if (!wake || (alarm_ && *alarm_ <= *wake)) return;
  alarm_ = std::max(*wake, now_);
  agenda_.emplace(*alarm_, ServerWakes{});
}

// ---- who is who ----

const World::Connection* World::find(std::string_view client) const {
  const auto id = latest_.find(client);
  return id == latest_.end() ? nullptr : &connections_.at(id->second);
}

World::Connection* World::find(std::string_view client) {
  const auto id = latest_.find(client);
  return id == latest_.end() ? nullptr : &connections_.at(id->second);
}

std::optional<ConnectionId> World::connection_of(std::string_view client) const {
  const auto id = latest_.find(client);
  if (id == latest_.end()) return std::nullopt;
  return id->second;
}

bool World::is_connected(std::string_view client) const {
  const Connection* connection = find(client);
  return connection != nullptr && connection->open;
}

bool World::is_waiting(std::string_view client) const {
  const Connection* connection = find(client);
  return connection != nullptr && connection->open && connection->client.is_waiting();
}

std::vector<std::string> World::pending_tags(std::string_view client) const {
  const Connection* connection = find(client);
  if (connection == nullptr) return {};
  return connection->client.pending_tags();
}

std::string World::next_tag(std::string_view client) const {
  const Connection* connection = find(client);
  return connection == nullptr ? ClientEnd(Protocol::imap, "", 0).next_tag()
                               : connection->client.next_tag();
}

channel::LinkSettings World::network_of(const std::string& client) const {
  const auto own = own_networks_.find(client);
  return own == own_networks_.end() ? network_ : own->second;
}

}  // namespace imapscope::world
