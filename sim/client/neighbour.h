// The simulated client of POP3 or SMTP: sends lines, one command after the answer to the one
// before. Bytes in, bytes out; it understands just enough to know when it may go on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "sim/base/random.h"
#include "sim/neighbour/command.h"
#include "sim/neighbour/reply.h"
#include "sim/sasl/sasl.h"
#include "sim/wire/framer.h"

namespace imapscope::neighbour {

class Client {
 public:
  /// `dialect`: what it speaks; outlives the client.
  explicit Client(const Dialect& dialect, std::uint64_t chance = 1)
      : dialect_(&dialect), chance_(chance) {}

  /// Text as a person types it, CRLF added where missing: commands, and behind one that is given a
  /// go-ahead what it goes on with, up to `.`. That waits, and is dropped where the server refuses.
  /// Behind `AUTH mechanism`, a line of two words is no base64: it is user and password, and the
  /// client speaks the mechanism with them.
  void send(std::string_view text);
  void receive(std::string_view bytes);

  [[nodiscard]] std::string take_output();
  /// See client::Client.
  [[nodiscard]] bool takes_up_tls();
  void secured();
  /// Commands that were sent, or wait to be, and have no answer yet.
  [[nodiscard]] std::size_t pending() const { return queue_.size(); }

 private:
  /// A command, and what follows its go-ahead.
  struct Queued {
    std::string line;
    std::string rest;
    bool is_sent = false;
    bool is_resting = false;  ///< what follows the go-ahead was sent, and is to be answered
  };

  /// What a client that speaks a SASL mechanism by itself remembers.
  struct Speaking {
    const sasl::Mechanism* mechanism;
    sasl::Exchange exchange;
  };

  void take_typed(std::string_view line);
  void hear(std::string_view line);
  void go_on(Queued& asked);
  void begin_to_speak(const sasl::Mechanism& mechanism, std::string_view credentials);
  [[nodiscard]] std::string answer_to(std::string_view challenge);
  void pump();

  const Dialect* dialect_;
  wire::Framer typed_{wire::Writer::neighbour};
  wire::Framer heard_{wire::Writer::neighbour};
  std::deque<Queued> queue_;
  std::string output_;
  bool types_rest_ = false;  // of the newest in the queue
  bool greeted_ = false;
  bool wants_tls_ = false;   // it was granted, and TLS has not been begun
  bool awaits_tls_ = false;  // until the server has answered TLS
  Answering answering_;
  std::optional<Speaking> speaking_;
  std::optional<std::string> challenge_;  // of SASL, that is not answered yet
  Random chance_;
};

}  // namespace imapscope::neighbour
