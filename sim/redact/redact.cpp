#include "sim/redact/redact.h"

#include <algorithm>
#include <deque>
#include <map>
#include <utility>
#include <variant>
#include <vector>

#include "sim/base/ascii.h"
#include "sim/imap/response.h"
#include "sim/neighbour/pop3.h"
#include "sim/neighbour/smtp.h"
#include "sim/redact/neighbour.h"
#include "sim/redact/secret_scanner.h"
#include "sim/wire/framer.h"

namespace imapscope::redact {
namespace {

constexpr std::size_t remembered_words = 16;
constexpr std::size_t shortest_echo = 4;  ///< shorter words stand in any text

struct Connection {
  std::variant<SecretScanner, NeighbourScanner> client;
  wire::Framer server{wire::Writer::server};
  std::deque<std::string> words;  ///< that were masked before the login, the newest last
  std::string word;               ///< at work
};

bool is_masked(const std::vector<trace::Masked>& ranges, std::size_t octet) {
  return std::any_of(ranges.begin(), ranges.end(), [&](const trace::Masked& range) {
    return range.offset <= octet && octet - range.offset < range.octets;
  });
}

void add(std::vector<trace::Masked>& masked, std::size_t octet) {
  if (!masked.empty() && masked.back().offset + masked.back().octets == octet) {
    ++masked.back().octets;
  } else {
    masked.push_back({octet, 1});
  }
}

bool is_logged_in(const Connection& connection) {
  return std::visit([](const auto& client) { return client.is_logged_in(); }, connection.client);
}

Connection connection_of(Protocol protocol) {
  Connection connection;
  if (protocol == Protocol::imap) return connection;
  connection.client = NeighbourScanner(protocol == Protocol::pop3 ? pop3::dialect : smtp::dialect);
  connection.server = wire::Framer(wire::Writer::neighbour);
  return connection;
}

void remember(Connection& connection, char c, bool is_secret) {
  if (is_secret && c != ' ') {
    connection.word.push_back(c);
  } else if (!connection.word.empty()) {
    connection.words.push_back(std::exchange(connection.word, {}));
    if (connection.words.size() > remembered_words) connection.words.pop_front();
  }
}

/// What was masked before stays so, and is counted once.
void mask(Connection& connection, trace::Payload& payload) {
  const std::vector<trace::Masked> before = std::exchange(payload.masked, {});
  const std::string bytes = payload.bytes;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::string_view octets = std::string_view(bytes).substr(i);
    const bool is_secret =
        std::visit([octets](auto& client) { return client.take(octets); }, connection.client);
    if (!is_logged_in(connection)) remember(connection, bytes[i], is_secret);
    if (!is_secret && !is_masked(before, i)) continue;
    payload.bytes[i] = '*';
    add(payload.masked, i);
  }
}

std::string_view take_word(std::string_view& line) {
  const std::size_t end = std::min(line.find_first_of(" \r\n"), line.size());
  const std::string_view word = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return word;
}

// A server's lines tell when a command ends, and what it speaks of when the client has logged in.
void follow(NeighbourScanner& client, std::string_view line) {
  client.hear(line);
}
void follow(SecretScanner& client, std::string_view line) {
  const std::string_view tag = take_word(line);
  const std::string_view name = take_word(line);
  if (tag != "*") return client.completed(tag, ascii::equal_ignoring_case(name, "OK"));
  if (ascii::equal_ignoring_case(name, "BAD")) client.refused_untagged();
  const bool of_message = !name.empty() && std::all_of(name.begin(), name.end(), ascii::is_digit);
  const DataInfo* data = find_data(name);
  const bool only_after_login =
      data != nullptr && !data->legal_in.contains(State::not_authenticated);
  if (of_message || only_after_login || find_condition(name) == Condition::preauth)
    client.logged_in();
}

bool is_word_at(std::string_view bytes, std::size_t begin, std::size_t size) {
  const auto ends_word = [](char c) { return !ascii::is_alpha(c) && !ascii::is_digit(c); };
  const std::size_t end = begin + size;
  return (begin == 0 || ends_word(bytes[begin - 1])) &&
         (end == bytes.size() || ends_word(bytes[end]));
}

/// A server may say back what it did not understand, as a tag or in its text.
void mask_echoes(const Connection& connection, trace::Payload& payload) {
  const std::string bytes = payload.bytes;
  std::vector<bool> hide(bytes.size(), false);
  for (const std::string& word : connection.words) {
    if (word.size() < shortest_echo) continue;
    for (auto at = bytes.find(word); at != std::string::npos; at = bytes.find(word, at + 1)) {
      if (!is_word_at(bytes, at, word.size())) continue;
      std::fill_n(hide.begin() + static_cast<std::ptrdiff_t>(at), word.size(), true);
    }
  }
  const std::vector<trace::Masked> before = std::exchange(payload.masked, {});
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (!hide[i] && !is_masked(before, i)) continue;
    payload.bytes[i] = '*';
    add(payload.masked, i);
  }
}

void hear(Connection& connection, trace::Payload& payload) {
  connection.server.feed(payload.bytes);
  if (!is_logged_in(connection) && !connection.words.empty()) mask_echoes(connection, payload);
  for (;;) {
    const wire::FramerStep step = connection.server.next();
    if (std::holds_alternative<wire::Incomplete>(step)) return;
    if (const auto* frame = std::get_if<wire::Frame>(&step))
      std::visit([frame](auto& client) { follow(client, frame->bytes); }, connection.client);
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
  const auto [at, is_new] = state_->connections.try_emplace(event.connection);
  Connection& connection = at->second;
  if (is_new) connection = connection_of(protocol_of(event));
  const bool from_client = event.direction == trace::Direction::to_server;
  if (auto* payload = std::get_if<trace::Payload>(&event.what)) {
    if (from_client) {
      mask(connection, *payload);
    } else {
      hear(connection, *payload);
    }
  } else if (std::holds_alternative<trace::Gap>(event.what)) {
    if (from_client) {
      std::visit([](auto& client) { client.gap(); }, connection.client);
    } else {
      connection.server.resume_at(connection.server.fed());
    }
  } else if (std::holds_alternative<trace::Opened>(event.what)) {
    connection = connection_of(protocol_of(event));
  }
  return event;
}

trace::Trace redact(trace::Trace trace) {
  Redactor redactor;
  for (trace::Event& event : trace.events) event = redactor.redact(std::move(event));
  trace.header.redacted = true;
  return trace;
}

std::vector<trace::Masked> secrets_in(std::string_view command) {
  SecretScanner scanner;
  std::vector<trace::Masked> masked;
  for (std::size_t i = 0; i < command.size(); ++i)
    if (scanner.take(command.substr(i))) add(masked, i);
  return masked;
}

}  // namespace imapscope::redact
