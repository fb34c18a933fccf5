// A client for tests: lines in and out of a real socket, blocking, and nothing of IMAP but tags.
#pragma once

#include <asio/buffer.hpp>
#include <asio/io_context.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/read.hpp>
#include <asio/read_until.hpp>
#include <asio/write.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "sim/net/listen.h"

namespace imapscope::test {

class WireClient {
 public:
  explicit WireClient(const net::Endpoint& server) {
    socket_.connect({asio::ip::make_address(server.address), server.port});
  }

  void send(std::string_view text) { asio::write(socket_, asio::buffer(text)); }
  void close_sending() { socket_.shutdown(asio::ip::tcp::socket::shutdown_send); }
  /// The system holds little for this client, so that it soon makes the server wait.
  void hold_little() { socket_.set_option(asio::socket_base::receive_buffer_size(1 << 16)); }
  void reset() {
    socket_.set_option(asio::socket_base::linger(true, 0));
    socket_.close();
  }

  /// The next line with its line end; what was left where the server closed.
  std::string line() {
    asio::error_code error;
    const std::size_t octets = asio::read_until(socket_, asio::dynamic_buffer(held_), '\n', error);
    if (error) return std::exchange(held_, {});
    std::string line = held_.substr(0, octets);
    held_.erase(0, octets);
    return line;
  }
  /// Everything up to and including the line that begins with `start`.
  std::string lines_to(std::string_view start) {
    std::string lines;
    for (std::string next = line(); !next.empty(); next = line()) {
      lines += next;
      if (next.starts_with(start)) break;
    }
    return lines;
  }
  /// `a1 NOOP` and its answers.
  std::string ask(std::string_view command) {
    send(std::string(command) + "\r\n");
    return lines_to(std::string(command.substr(0, command.find(' '))) + " ");
  }
  /// What has come by now, octets of any kind: waits for the first of them.
  std::string some() {
    if (!held_.empty()) return std::exchange(held_, {});
    std::string octets(1U << 14U, '\0');
    asio::error_code end;
    octets.resize(socket_.read_some(asio::buffer(octets), end));
    return octets;
  }
  /// All that comes until the server closes.
  std::string rest() {
    asio::error_code end;
    asio::read(socket_, asio::dynamic_buffer(held_), end);
    return std::exchange(held_, {});
  }

 private:
  std::unique_ptr<asio::io_context> io_ = std::make_unique<asio::io_context>();
  asio::ip::tcp::socket socket_{*io_};
  std::string held_;
};

}  // namespace imapscope::test
