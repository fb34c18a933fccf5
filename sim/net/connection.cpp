#include "sim/net/connection.h"

#include <asio/buffer.hpp>
#include <asio/post.hpp>
#include <asio/write.hpp>
#include <chrono>
#include <utility>

namespace imapscope::net {

Connection::Connection(asio::ip::tcp::socket socket, Events events)
    : socket_(std::move(socket)), timer_(socket_.get_executor()), events_(std::move(events)) {
  asio::error_code ignored;
  socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
  socket_.set_option(asio::socket_base::keep_alive(true), ignored);
}

void Connection::read() {
  if (reading_ || peer_closed_ || closed_) return;
  reading_ = true;
  socket_.async_read_some(asio::buffer(buffer_),
                          [self = shared_from_this()](const auto& error, std::size_t octets) {
                            self->on_read(error, octets);
                          });
}

void Connection::on_read(const asio::error_code& error, std::size_t octets) {
  reading_ = false;
  if (closed_) return;
  if (error) {
    peer_closed_ = true;
    events_.peer_closed(error != asio::error::eof);
    if (error != asio::error::eof) return close();
    return shut_down_if_drained();
  }
  if (!finishing_) return events_.received({buffer_.data(), octets});
  read();
}

void Connection::write(std::string_view bytes) {
  if (finishing_ || closed_ || bytes.empty()) return;
  waiting_ += bytes;
  write_waiting();
}

void Connection::write_waiting() {
  if (!writing_.empty() || waiting_.empty()) return;
  writing_.swap(waiting_);
  asio::async_write(
      socket_, asio::buffer(writing_),
      [self = shared_from_this()](const auto& error, std::size_t) { self->on_written(error); });
}

void Connection::on_written(const asio::error_code& error) {
  writing_.clear();
  if (closed_) return;
  if (error) {
    if (!std::exchange(peer_closed_, true)) events_.peer_closed(true);
    return close();
  }
  if (finishing_) restart_timer();
  write_waiting();
  if (unwritten_octets() > 0) return;
  if (finishing_) return shut_down_if_drained();
  events_.drained();
}

void Connection::finish() {
  if (finishing_ || closed_) return;
  finishing_ = true;
  restart_timer();
  read();  // to drop it, and to learn when the peer closes
  shut_down_if_drained();
}

void Connection::shut_down_if_drained() {
  if (!finishing_ || unwritten_octets() > 0 || closed_) return;
  if (peer_closed_) return close();
  if (shut_down_) return;
  shut_down_ = true;
  asio::error_code ignored;
  socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

void Connection::restart_timer() {
  timer_.expires_after(std::chrono::seconds(2));
  timer_.async_wait([self = shared_from_this()](const auto& error) {
    if (!error) self->close();
  });
}

void Connection::close() {
  if (closed_) return;
  closed_ = true;
  asio::error_code ignored;
  timer_.cancel();
  socket_.close(ignored);
  // Later, since the caller may be one of the events, and its owner may let go of it then.
  asio::post(socket_.get_executor(), [self = shared_from_this()] { self->events_.gone(); });
}

}  // namespace imapscope::net
