#include "sim/redact/redact.h"

#include <algorithm>
#include <map>
#include <utility>
#include <variant>
#include <vector>

#include "sim/base/ascii.h"
#include "sim/redact/secret_scanner.h"
#include "sim/wire/framer.h"

namespace imapscope::redact {
namespace {

struct Connection {
  SecretScanner client;
  wire::Framer server{wire::Writer::server};
};

bool is_masked(const std::vector<trace::Masked>& ranges, std::size_t octet) {
  return std::any_of(ranges.begin(), ranges.end(), [&](const trace::Masked& range) {
    return range.offset <= octet && octet - range.offset < range.octets;
  });
}

/// What was masked before stays so, and is counted once.
void mask(SecretScanner& scanner, trace::Payload& payload) {
  const std::vector<trace::Masked> before = std::exchange(payload.masked, {});
  const std::string bytes = payload.bytes;
  for (std::size_t i = 0; i < payload.bytes.size(); ++i) {
    const bool is_secret = scanner.take(std::string_view(bytes).substr(i));
    if (!is_secret && !is_masked(before, i)) continue;
    payload.bytes[i] = '*';
    if (!payload.masked.empty() &&
        payload.masked.back().offset + payload.masked.back().octets == i) {
      ++payload.masked.back().octets;
    } else {
      payload.masked.push_back({i, 1});
    }
  }
}

// A server's lines tell when a command ends; its octets are no secret.
void follow(Connection& connection, const trace::Payload& payload) {
  connection.server.feed(payload.bytes);
  for (;;) {
    const wire::FramerStep step = connection.server.next();
    if (std::holds_alternative<wire::Incomplete>(step)) return;
    const auto* frame = std::get_if<wire::Frame>(&step);
    if (frame == nullptr) continue;
    connection.client.completed(frame->bytes.substr(0, frame->bytes.find(' ')));
    if (ascii::starts_with_ignoring_case(frame->bytes, "* BAD")) {
      connection.client.refused_untagged();
    }
  }
}

}  // namespace

struct Redactor::State {
  std::map<trace::ConnectionId, Connection> connections;
};

Redactor::Redactor() : state_(std::make_unique<State>()) {}
Redactor::~Redactor() = default;
Redactor::Redactor(Redactor&&) noexcept = default;
Redactor& Redactor::operator=(Redactor&&) noexcept = default;

trace::Event Redactor::redact(trace::Event event) {
  Connection& connection = state_->connections[event.connection];
  const bool from_client = event.direction == trace::Direction::to_server;
  if (auto* payload = std::get_if<trace::Payload>(&event.what)) {
    if (from_client) {
      mask(connection.client, *payload);
    } else {
      follow(connection, *payload);
    }
  } else if (std::holds_alternative<trace::Gap>(event.what)) {
    if (from_client) {
      connection.client.gap();
    } else {
      connection.server.resume_at(connection.server.fed());
    }
  } else if (std::holds_alternative<trace::Opened>(event.what)) {
    connection = Connection{};
  }
  return event;
}

trace::Trace redact(trace::Trace trace) {
  Redactor redactor;
  for (trace::Event& event : trace.events) event = redactor.redact(std::move(event));
  trace.header.redacted = true;
  return trace;
}

}  // namespace imapscope::redact
