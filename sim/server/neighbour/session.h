// What the servers of POP3 and SMTP have in common: sessions by number, lines in, octets out.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "sim/imap/state.h"
#include "sim/neighbour/command.h"
#include "sim/sasl/sasl.h"
#include "sim/wire/framer.h"

namespace imapscope::neighbour {

struct SessionId {
  std::uint32_t value = 0;
  friend constexpr auto operator<=>(const SessionId&, const SessionId&) = default;
};

/// What a session wants written, in order, and whether the connection closes after it.
struct Output {
  std::string bytes;
  bool close = false;
};

/// AUTH goes on with the client's next line.
struct SaslUnderWay {
  const sasl::Mechanism* mechanism;
  sasl::Exchange exchange;
};

/// One connection between two lines. A protocol's session adds what it remembers.
struct Session {
  State state{};
  wire::Framer framer{wire::Writer::neighbour};
  Output output;
  bool awaits_handshake = false;  ///< TLS was granted: what comes before it is thrown away
  bool is_protected = false;      ///< by TLS
  std::optional<SaslUnderWay> sasl;

  void say(std::string_view line) {
    output.bytes += line;
    output.bytes += "\r\n";
  }
};

/// The sessions of one server, each an `S`, which is a `Session`.
template <class S>
class Sessions {
 public:
  std::pair<SessionId, S&> open() {
    ++last_.value;
    return {last_, sessions_[last_]};
  }
  /// The client has begun TLS. Null: it was not granted.
  S* secure(SessionId id) {
    S* session = find(id);
    if (session == nullptr || !session->awaits_handshake) return nullptr;
    session->awaits_handshake = false;
    session->is_protected = true;
    session->framer = wire::Framer(wire::Writer::neighbour);
    session->sasl.reset();
    return session;
  }
  void forget(SessionId id) { sessions_.erase(id); }
  /// Null: it is gone.
  [[nodiscard]] S* find(SessionId id) {
    const auto at = sessions_.find(id);
    return at == sessions_.end() ? nullptr : &at->second;
  }
  [[nodiscard]] Output take_output(SessionId id) {
    S* session = find(id);
    if (session == nullptr) return {};
    return {std::exchange(session->output.bytes, {}), session->output.close};
  }
  [[nodiscard]] const std::map<SessionId, S>& all() const { return sessions_; }

 private:
  std::map<SessionId, S> sessions_;
  SessionId last_;
};

/// What serves a command; a `Turn` is what is at hand while it does.
template <class Turn>
struct Handler {
  std::string_view verb;
  void (*serve)(Turn& turn, std::string_view argument);
};

/// Null where none serves it.
template <class Handlers>
[[nodiscard]] constexpr auto* handler_of(const Handlers& handlers, std::string_view verb) {
  for (const auto& handler : handlers) {
    if (handler.verb == verb) return &handler;
  }
  return static_cast<const typename Handlers::value_type*>(nullptr);
}

/// Whether the commands that are served, and no others, have a handler.
template <class Handlers>
[[nodiscard]] constexpr bool serves(const Handlers& handlers, Commands commands) {
  for (const CommandInfo& info : commands) {
    if (info.is_served != (handler_of(handlers, info.verb) != nullptr)) return false;
  }
  return true;
}

/// Calls `serve` with each line that is whole, its end included, until the session closes; a line
/// that is longer than any may be is an empty one.
template <class F>
void serve_lines(Session& session, std::string_view bytes, F serve) {
  if (session.awaits_handshake) return;  // it is not TLS that comes
  session.framer.feed(bytes);
  while (!session.output.close && !session.awaits_handshake) {
    const wire::FramerStep step = session.framer.next();
    if (const auto* frame = std::get_if<wire::Frame>(&step)) {
      serve(std::string(frame->bytes));
    } else if (std::holds_alternative<wire::LineTooLong>(step)) {
      serve(std::string());
    } else {
      return;
    }
  }
}

}  // namespace imapscope::neighbour
