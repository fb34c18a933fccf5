#include "sim/lesson/evidence.h"

#include <algorithm>
#include <set>

namespace imapscope::lesson {
namespace {

/// All connections that the client made up to `to`, in their order.
std::vector<trace::ConnectionId> connections_of(const trace::Trace& trace,
                                                const std::string& client, Instant to) {
  std::vector<trace::ConnectionId> connections;
  for (const trace::Event& event : trace.events) {
    const auto* opened = std::get_if<trace::Opened>(&event.what);
    if (opened != nullptr && opened->client == client && event.sent <= to) {
      connections.push_back(event.connection);
    }
  }
  return connections;
}

bool is_of_the_server(const observer::Line& line) {
  return line.direction == trace::Direction::to_client && !line.bytes.empty();
}

}  // namespace

Evidence::Evidence(const trace::Trace& trace, std::string client, Instant from, Instant to)
    : trace_(trace), client_(std::move(client)), from_(from), to_(to), timeline_(trace) {
  const std::vector<trace::ConnectionId> own = connections_of(trace, client_, to);
  if (!own.empty()) connection_ = own.back();
  for (const observer::Line& line : timeline_.lines()) {
    const bool is_own = std::find(own.begin(), own.end(), line.connection) != own.end();
    const bool in_time = line.landed && from < *line.landed && *line.landed <= to;
    if (is_own && in_time && is_of_the_server(line)) landed_.push_back(&line);
  }
  std::stable_sort(landed_.begin(), landed_.end(),
                   [](const auto* a, const auto* b) { return *a->landed < *b->landed; });
}

std::optional<observer::SessionBelief> Evidence::belief() const {
  return belief_at(to_);
}

State Evidence::state_before() const {
  const auto belief = belief_at(from_);
  return belief ? belief->state : State::greeting;
}

std::optional<std::size_t> Evidence::count_before() const {
  const auto belief = belief_at(from_);
  if (!belief || !belief->mailbox || !belief->mailbox->exists_known) return std::nullopt;
  return belief->mailbox->messages.size();
}

std::vector<std::string> Evidence::verbs_under_way() const {
  std::vector<std::string> verbs;
  for (const observer::Line& line : timeline_.lines()) {
    const bool is_its_command = line.connection == connection_ && line.sent <= to_ &&
                                line.kind == observer::LineKind::command;
    if (!is_its_command) continue;
    const auto completed =
        line.completion ? timeline_.lines()[line.completion->value].landed : std::nullopt;
    if (!completed || *completed > from_) verbs.push_back(line.name);
  }
  return verbs;
}

std::optional<observer::SessionBelief> Evidence::belief_at(Instant t) const {
  if (!connection_) return std::nullopt;
  const auto beliefs = timeline_.beliefs_after(timeline_.moments_until(t));
  const auto found = beliefs->find(*connection_);
  if (found == beliefs->end()) return std::nullopt;
  return found->second;
}

}  // namespace imapscope::lesson
