// The simulated client: sends commands, waits where IMAP makes it wait (a literal's `+`, IDLE,
// AUTHENTICATE), and hands out tags. Bytes in, bytes out; it understands just enough to know when
// it may go on. Its belief is the observer's business.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "sim/wire/framer.h"

namespace imapscope::client {

class Client {
 public:
  explicit Client(std::string name);

  /// Text as a person types it, CRLF added where missing. A synchronizing literal inside ("{5}"
  /// CRLF "hello") is held back until the server's `+`; later commands queue behind it.
  void send(std::string_view text);
  void receive(std::string_view bytes);

  [[nodiscard]] std::string take_output();

  [[nodiscard]] const std::string& name() const { return name_; }
  /// Tags that have no completion yet.
  [[nodiscard]] const std::vector<std::string>& pending_tags() const;
  /// Something is held back until a `+` comes.
  [[nodiscard]] bool waits_for_continuation() const;

 private:
  std::string name_;
};

}  // namespace imapscope::client
