// One socket: reads when asked, writes in order, closes without losing what was written. Private to
// sim/net; everything runs on the thread of its io_context.
#pragma once

#include <array>
#include <asio/ip/tcp.hpp>
#include <asio/steady_timer.hpp>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace imapscope::net {

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  struct Events {
    std::function<void(std::string_view)> received;  ///< bytes, after a `read`
    std::function<void(bool abrupt)> peer_closed;    ///< nothing more will be received
    std::function<void()> drained;                   ///< all that was written is on its way
    std::function<void()> gone;                      ///< the last call of all
  };

  Connection(asio::ip::tcp::socket socket, Events events);

  /// Asks for more bytes; at most one request at a time counts.
  void read();
  void write(std::string_view bytes);
  [[nodiscard]] std::size_t unwritten_octets() const { return writing_.size() + waiting_.size(); }
  /// Writes what waits, says that no more will come, and drops what the peer still sends, so that
  /// the peer can read everything; gives up after two seconds without progress.
  void finish();

 private:
  void on_read(const asio::error_code& error, std::size_t octets);
  void write_waiting();
  void on_written(const asio::error_code& error);
  void shut_down_if_drained();
  void restart_timer();
  void close();

  asio::ip::tcp::socket socket_;
  asio::steady_timer timer_;
  Events events_;
  std::array<char, 1U << 16U> buffer_{};
  std::string writing_;  ///< with the system
  std::string waiting_;  ///< behind it
  bool reading_ = false;
  bool peer_closed_ = false;
  bool finishing_ = false;
  bool shut_down_ = false;
  bool closed_ = false;
};

}  // namespace imapscope::net
