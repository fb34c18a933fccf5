#include "sim/net/serve.h"

#include <asio/io_context.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/post.hpp>
#include <asio/signal_set.hpp>
#include <asio/steady_timer.hpp>
#include <chrono>
#include <csignal>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "sim/codec/deflate.h"
#include "sim/net/connection.h"
#include "sim/net/live_trace.h"

namespace imapscope::net {
namespace {

using server::SessionId;
using trace::Direction;
using SteadyClock = std::chrono::steady_clock;

/// So many octets are inflated at a time: each may stand for a thousand.
constexpr std::size_t slice_octets = 1U << 10U;

/// A client that does not read gets no further commands executed while this much waits for it, and
/// one in IDLE is told no more.
constexpr std::size_t most_unwritten_octets = 1U << 20U;

std::int64_t unix_us_now() {
  const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::microseconds>(since_1970).count();
}

std::string name_of(const asio::ip::tcp::endpoint& endpoint) {
  return to_text(Endpoint{endpoint.address().to_string(), endpoint.port()});
}

/// COMPRESS is at work (RFC 4978).
struct Compression {
  codec::Inflater from_client;
  codec::Deflater to_client;
  std::string unread;  ///< received, not yet inflated
  std::size_t at = 0;  ///< of the first octet of it that is not
};

}  // namespace

class Service::Impl {
 public:
  Impl(ServeOptions options, server::Config config, mail::Accounts accounts)
      : options_(std::move(options)), server_(std::move(config), std::move(accounts)) {}

  void record_to(LiveTrace trace) { trace_ = std::move(trace); }

  asio::error_code listen() {
    asio::error_code error;
    const asio::ip::tcp::endpoint endpoint(asio::ip::make_address(options_.listen.address),
                                           options_.listen.port);
    acceptor_.open(endpoint.protocol(), error);
    if (!error) acceptor_.set_option(asio::socket_base::reuse_address(true), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    return error;
  }

  [[nodiscard]] Endpoint endpoint() const {
    asio::error_code ignored;
    return {options_.listen.address, acceptor_.local_endpoint(ignored).port()};
  }

  void run(bool until_signal) {
    if (until_signal) {
      signals_.add(SIGINT);
      signals_.add(SIGTERM);
      signals_.async_wait([this](const auto& error, int) {
        if (!error) say_goodbye();
      });
    }
    accept();
    io_.run();
  }

  void stop() {
    asio::post(io_, [this] { say_goodbye(); });
  }

  [[nodiscard]] Verdict verdict() const { return verdict_of(kept_, server_.faults_done()); }

 private:
  struct Client {
    std::shared_ptr<Connection> connection;
    std::string unread;  ///< received, not yet given to the server
    std::size_t at = 0;  ///< of the first octet in `unread` that the server has not got
    bool peer_closed = false;
    bool ended = false;  ///< by the server
    std::optional<Compression> compression;

    [[nodiscard]] bool has_unread() const { return at < unread.size(); }
    [[nodiscard]] bool has_more() const {
      return has_unread() || (compression && compression->at < compression->unread.size());
    }
  };

  void accept();
  void welcome(asio::ip::tcp::socket socket);
  Connection::Events events_for(SessionId id);
  void receive(SessionId id, std::string_view bytes);
  void work(SessionId id);
  void give_next_line(SessionId id, Client& client);
  void inflate_next(SessionId id, Client& client);
  void speak(SessionId id, Client& client, std::string_view text);
  void switch_compression(SessionId id, Client& client);
  bool flush(SessionId id);
  void flush_others(SessionId id);
  void peer_closed(SessionId id, bool abrupt);
  void say_goodbye();
  void set_alarm();

  void record(SessionId id, Direction direction, trace::What what) {
    if (options_.keeps_trace) kept_.events.push_back({{id.value}, direction, now(), now(), what});
    const auto recorded = trace_.record({id.value}, direction, now(), std::move(what));
    if (!recorded) options_.log(recorded.error());
  }

  [[nodiscard]] Instant now() const {
    const auto elapsed = SteadyClock::now() - start_;
    return {std::chrono::duration_cast<std::chrono::microseconds>(elapsed).count()};
  }

  ServeOptions options_;
  server::Server server_;
  LiveTrace trace_;
  trace::Trace kept_;
  SteadyClock::time_point start_ = SteadyClock::now();
  asio::io_context io_;
  asio::ip::tcp::acceptor acceptor_{io_};
  asio::signal_set signals_{io_};
  asio::steady_timer pause_{io_};
  asio::steady_timer alarm_{io_};
  std::map<SessionId, Client> clients_;
};

// --- connections come
// ------------------------------------------------------------------------------

void Service::Impl::accept() {
  acceptor_.async_accept([this](const asio::error_code& error, asio::ip::tcp::socket socket) {
    if (!acceptor_.is_open()) return;
    if (!error) {
      welcome(std::move(socket));
      return accept();
    }
    options_.log({"serve.not_accepted", {{"reason", error.message()}}});
    pause_.expires_after(std::chrono::milliseconds(100));  // no descriptor is free, say
    pause_.async_wait([this](const auto& cancelled) {
      if (!cancelled) accept();
    });
  });
}

void Service::Impl::welcome(asio::ip::tcp::socket socket) {
  asio::error_code gone;
  const std::string client = name_of(socket.remote_endpoint(gone));
  const bool full = clients_.size() >= options_.most_connections;
  const SessionId id = server_.open(full ? server::Greeting::bye : server::Greeting::ok, {}, now());
  auto connection = std::make_shared<Connection>(std::move(socket), events_for(id));
  clients_[id].connection = connection;
  record(id, Direction::to_server, trace::Opened{client, to_text(endpoint())});
  flush(id);
  set_alarm();
  connection->read();
}

Connection::Events Service::Impl::events_for(SessionId id) {
  return {.received = [this, id](std::string_view bytes) { receive(id, bytes); },
          .peer_closed = [this, id](bool abrupt) { peer_closed(id, abrupt); },
          .drained =
              [this, id] {
                if (clients_.at(id).has_more()) work(id);
              },
          .gone =
              [this, id] {
                server_.disconnected(id);
                clients_.erase(id);
              }};
}

// --- bytes come
// ------------------------------------------------------------------------------------

void Service::Impl::receive(SessionId id, std::string_view bytes) {
  Client& client = clients_.at(id);
  if (client.compression) {
    client.compression->unread.assign(bytes);
    client.compression->at = 0;
  } else {
    record(id, Direction::to_server, trace::Payload{std::string(bytes), {}, {}});
    client.unread.assign(bytes);
    client.at = 0;
  }
  work(id);
}

/// Gives the server one line after the other, for as long as the client reads the answers.
void Service::Impl::work(SessionId id) {
  Client& client = clients_.at(id);
  while (client.has_more() && client.connection->unwritten_octets() < most_unwritten_octets) {
    client.has_unread() ? give_next_line(id, client) : inflate_next(id, client);
    flush(id);
  }
  flush_others(id);
  set_alarm();
  if (client.has_more()) return;  // until the connection is drained
  if (client.peer_closed) client.connection->finish();
  client.connection->read();
}

void Service::Impl::give_next_line(SessionId id, Client& client) {
  const std::string_view unread = std::string_view(client.unread).substr(client.at);
  const auto end = unread.find('\n');
  const auto line = unread.substr(0, end == std::string_view::npos ? end : end + 1);
  client.at += line.size();
  server_.receive(id, line, now());
}

/// What cannot be inflated ends the session: nothing behind it can be read.
void Service::Impl::inflate_next(SessionId id, Client& client) {
  Compression& compression = *client.compression;
  const auto slice = std::string_view(compression.unread).substr(compression.at, slice_octets);
  compression.at += slice.size();
  auto text = compression.from_client.read(slice);
  if (!text) {
    record(id, Direction::to_server, trace::Payload{std::string(slice), {}, {}});
    compression.unread.clear();
    return server_.end(id, server::not_compressed);
  }
  record(id, Direction::to_server, trace::Payload{*text, {}, {}, slice.size()});
  client.unread = std::move(*text);
  client.at = 0;
}

void Service::Impl::speak(SessionId id, Client& client, std::string_view text) {
  if (text.empty()) return;
  if (!client.compression) {
    record(id, Direction::to_client, trace::Payload{std::string(text), {}, {}});
    return client.connection->write(text);
  }
  const std::string octets = client.compression->to_client.write(text);
  record(id, Direction::to_client, trace::Payload{std::string(text), {}, {}, octets.size()});
  client.connection->write(octets);
}

/// What the client sent behind COMPRESS before it had the answer is not compressed. What it sends
/// behind UNAUTHENTICATE is not, either, and need not be (RFC 8437 §4.1); in one segment with it,
/// though, nobody can tell where DEFLATE ends.
void Service::Impl::switch_compression(SessionId id, Client& client) {
  if (!server_.compresses(id)) {
    if (!client.compression) return;  // it ended before its beginning, which was held, was told
    const Compression ended = std::move(*client.compression);
    client.compression.reset();
    const std::string rest = ended.unread.substr(ended.at);
    if (!rest.empty()) record(id, Direction::to_server, trace::Payload{rest, {}, {}});
    client.unread += rest;
    return;
  }
  client.compression.emplace();
  if (!client.has_unread()) return;
  client.unread.clear();
  server_.end(id, server::not_compressed);
}

/// Whether there was anything to say.
bool Service::Impl::flush(SessionId id) {
  Client& client = clients_.at(id);
  const server::Output output = server_.take_output(id);
  const std::string_view bytes = output.bytes;
  const bool speaks = !bytes.empty();
  const std::size_t end = output.switches_at.value_or(bytes.size());
  speak(id, client, bytes.substr(0, end));
  if (output.switches_at) switch_compression(id, client);
  speak(id, client, bytes.substr(end));
  if (output.switches_at) flush(id);  // it may have been the end already
  if (!output.close) return speaks;
  client.unread.clear();
  client.compression.reset();
  if (std::exchange(client.ended, true)) return speaks;
  record(id, Direction::to_client, trace::Closed{});
  client.connection->finish();
  return speaks;
}

/// Clients in IDLE are told of what one client did. One that does not read cannot be made to wait,
/// as one that sends commands can: it has to go, or what is owed to it would grow without bound.
void Service::Impl::flush_others(SessionId id) {
  for (const SessionId other : server_.sessions()) {
    if (other == id || !flush(other)) continue;
    if (clients_.at(other).connection->unwritten_octets() < most_unwritten_octets) continue;
    server_.end(other, "This client does not read what it is told");
    flush(other);
  }
}

/// The server does something by itself then, as faults on request make it.
void Service::Impl::set_alarm() {
  auto wake = server_.next_wake();
  const auto logout = server_.next_autologout();
  if (logout && (!wake || *logout < *wake)) wake = logout;
  if (!wake) return;
  alarm_.expires_at(start_ + std::chrono::microseconds(wake->us));
  alarm_.async_wait([this](const asio::error_code& cancelled) {
    if (cancelled || !acceptor_.is_open()) return;
    server_.wake(now());
    server_.log_out_silent(now());
    for (const SessionId id : server_.sessions()) flush(id);
    set_alarm();
  });
}

// --- connections go
// --------------------------------------------------------------------------------

void Service::Impl::peer_closed(SessionId id, bool abrupt) {
  record(id, Direction::to_server, trace::Closed{abrupt});
  Client& client = clients_.at(id);
  client.peer_closed = true;
  if (abrupt) {
    client.unread.clear();
    client.compression.reset();
  }
  if (!client.ended) work(id);  // what came before the end still counts
}

void Service::Impl::say_goodbye() {
  asio::error_code ignored;
  acceptor_.close(ignored);
  signals_.clear(ignored);  // a second Ctrl-C ends the program at once
  pause_.cancel();
  alarm_.cancel();
  server_.shut_down("The server is stopped");
  for (const SessionId id : server_.sessions()) flush(id);
}

// --- the service
// -----------------------------------------------------------------------------------

Service::Service(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Service::~Service() = default;
Service::Service(Service&&) noexcept = default;
Service& Service::operator=(Service&&) noexcept = default;

Result<Service, Said> Service::start(ServeOptions options, server::Config config,
                                     mail::Accounts accounts) {
  const std::int64_t unix_us = unix_us_now();
  config.unix_seconds_at_start = unix_us / 1'000'000;
  const std::string place = to_text(options.listen);
  const auto path = options.trace;
  auto impl = std::make_unique<Impl>(std::move(options), std::move(config), std::move(accounts));
  if (const auto error = impl->listen()) {
    return fail(Said("serve.not_listening", {{"place", place}, {"reason", error.message()}}));
  }
  if (path) {  // only now: an older trace stays where the server cannot start
    auto trace = LiveTrace::create(*path, unix_us);
    if (!trace) return fail(trace.error());
    impl->record_to(std::move(*trace));
  }
  return Service(std::move(impl));
}

Endpoint Service::endpoint() const {
  return impl_->endpoint();
}

void Service::run(bool until_signal) {
  impl_->run(until_signal);
}

void Service::stop() {
  impl_->stop();
}

Verdict Service::verdict() const {
  return impl_->verdict();
}

}  // namespace imapscope::net
