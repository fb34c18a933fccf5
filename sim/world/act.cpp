// What may be done to a world.
#include <algorithm>
#include <utility>

#include "sim/world/subject.h"
#include "sim/world/world.h"

namespace imapscope::world {
namespace {

Said not_connected(const std::string& client) {
  return {"world.not_connected", {{"client", client}}};
}

}  // namespace

Result<void, Said> World::apply(const Action& action) {
  return std::visit([this](const auto& alternative) { return act(alternative); }, action);
}

Result<void, Said> World::act(const Connect& action) {
  if (is_connected(action.client)) {
    return fail(Said("world.connected_already", {{"client", action.client}}));
  }
  const trace::ConnectionId id{static_cast<std::uint32_t>(connections_.size() + 1)};
  const channel::LinkSettings settings = network_of(action.client);
  const auto link = [&](trace::Direction direction) {
    return channel::Link(id, direction, settings, random_.split());
  };
  Connection connection{.client = ClientEnd(action.protocol, action.client, seed_ ^ id.value),
                        .to_server = link(trace::Direction::to_server),
                        .to_client = link(trace::Direction::to_client),
                        .request = action,
                        .session = {}};
  record({connection.to_server.open({action.client, "server", action.protocol}, now_)});
  connections_.emplace(id, std::move(connection));
  latest_[action.client] = id;
  return {};
}

Result<void, Said> World::act(const Send& action) {
  if (!is_connected(action.client)) return fail(not_connected(action.client));
  Connection& connection = *find(action.client);
  connection.client.send(action.text);
  flush_client(connection);
  return {};
}

Result<void, Said> World::act(const Disconnect& action) {
  if (!is_connected(action.client)) return fail(not_connected(action.client));
  Connection& connection = *find(action.client);
  if (action.abrupt) lose_flights(latest_[action.client]);
  record({connection.to_server.close(now_, action.abrupt)});
  connection.open = false;
  if (action.abrupt) {
    connection.to_server.cut();
    connection.to_client.cut();
  }
  return {};
}

/// What has not landed never will.
void World::lose_flights(trace::ConnectionId id) {
  for (const auto& [due, happening] : agenda_) {
    const auto* landing = std::get_if<Landing>(&happening);
    if (landing == nullptr) continue;
    trace::Event& event = trace_.events[landing->event];
    if (event.connection == id) event.landed.reset();
  }
}

Result<void, Said> World::act(const Deliver& action) {
  const mail::Message message(action.message);
  const server::Delivered delivered = servers_.deliver(action, now_);
  if (delivered == server::Delivered::no_mailbox) {
    return fail(
        Said("world.no_mailbox", {{"mailbox", action.mailbox.utf8()}, {"user", action.user}}));
  }
  trace::Note note{subject_of(message), action.user, delivered == server::Delivered::no_room};
  trace_.events.push_back({{}, trace::Direction::to_server, now_, now_, std::move(note)});
  flush_servers();
  return {};
}

Result<void, Said> World::act(const SetNetwork& action) {
  const auto set = [&](Connection& connection) {
    connection.to_server.set(action.settings);
    connection.to_client.set(action.settings);
  };
  if (action.client.empty()) {
    network_ = action.settings;
    own_networks_.clear();
    for (auto& [id, connection] : connections_) set(connection);
    return {};
  }
  own_networks_[action.client] = action.settings;
  if (Connection* connection = find(action.client)) set(*connection);
  return {};
}

}  // namespace imapscope::world
