// The simulated client: sends commands, waits where IMAP makes it wait (the greeting, a literal's
// `+`, IDLE, AUTHENTICATE: handshake.h), and hands out tags. Bytes in, bytes out; it understands
// just enough to know when it may go on. Its belief is the observer's business.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/random.h"
#include "sim/client/handshake.h"
#include "sim/sasl/sasl.h"
#include "sim/wire/framer.h"

namespace imapscope::client {

class Client {
 public:
  /// `chance`: what its nonces are made of.
  explicit Client(std::string name, std::uint64_t chance = 0);

  /// Behind `AUTHENTICATE mechanism`, a line of two words is no base64: it is user and password,
  /// and the client speaks the mechanism with them, to its end.
  ///
  /// Text as a person types it, CRLF added where missing. A synchronizing literal inside ("{5}"
  /// CRLF "hello") is held back until the server's `+`; later commands queue behind it. A literal
  /// may also come with the next call. Where the server refuses, the rest of the command is
  /// dropped.
  void send(std::string_view text);
  void receive(std::string_view bytes);

  [[nodiscard]] std::string take_output();

  /// The server has said OK to STARTTLS: it is the client's turn to begin TLS. True once; what is
  /// sent waits until `secured`.
  [[nodiscard]] bool takes_up_tls();
  /// The server has answered it: from here on both ends are protected. What was sent behind
  /// STARTTLS in clear is void.
  void secured();

  /// What is sent is compressed: the server has said OK to COMPRESS. UNAUTHENTICATE ends it (RFC
  /// 8437 §4.1), and what is sent then waits for the answer.
  [[nodiscard]] bool compresses() const { return compresses_; }

  [[nodiscard]] const std::string& name() const { return name_; }
  /// Tags that have no completion yet, in the order of their commands.
  [[nodiscard]] const std::vector<std::string>& pending_tags() const { return pending_tags_; }
  /// Something is held back until a `+` comes.
  [[nodiscard]] bool waits_for_continuation() const;
  /// A tag for the next command, in the style of the last one that was typed: a002 after a001.
  [[nodiscard]] std::string next_tag() const;

 private:
  /// What can be sent in one go.
  struct Piece {
    std::string bytes;
    std::string tag;  // of the command that it begins or continues; may be empty
    bool continues;   // it does not begin a command
    bool needs_plus;  // the server must say `+` first
    const sasl::Mechanism* speaks = nullptr;  // `bytes` are user and password, to answer it with
  };

  void queue(std::string_view bytes);
  void end_of_line(std::string_view line);
  void pump();
  void hear(std::string_view response);
  void complete(std::string_view tag, std::string_view result);
  void refuse(std::string_view tag);
  void begin_to_speak(const sasl::Mechanism& mechanism, std::string_view line,
                      const std::string& tag);
  void answer(std::string_view challenge);

  std::string name_;
  Random chance_;
  wire::Framer typed_;
  wire::Framer heard_;
  std::deque<Piece> queue_;
  std::string output_;
  std::vector<std::string> pending_tags_;
  std::string last_tag_;

  // Of the command that is being typed.
  std::string typing_tag_;
  std::size_t queued_octets_ = 0;   // of it
  bool next_needs_plus_ = false;    // its next piece does
  std::optional<Literal> literal_;  // its last one

  /// The mechanism whose command was typed last: its response comes next.
  const sasl::Mechanism* mechanism_ = nullptr;
  /// The one that the client speaks by itself.
  struct Speaking {
    const sasl::Mechanism* mechanism;
    sasl::Exchange exchange;
    std::string tag;
  };
  std::optional<Speaking> speaking_;

  std::string tls_tag_;       // of the STARTTLS that is under way
  bool wants_tls_ = false;    // it was granted, and TLS has not been begun
  bool awaits_tls_ = false;   // until the server has answered TLS
  std::string compress_tag_;  // of the COMPRESS that is under way
  bool compresses_ = false;
  std::string plain_tag_;  // of the command that ends it and is under way
  bool greeted_ = false;
  std::string challenge_;      // behind the last `+`
  bool may_continue_ = false;  // a `+` came, and nothing was sent since
};

}  // namespace imapscope::client
