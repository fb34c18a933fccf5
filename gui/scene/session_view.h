// What panes see of a session of one's own, and what they may wish of it.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "sim/base/time.h"

namespace imapscope::gui {

/// The inputs that a session takes besides the console's lines. Valid while one is open.
struct SessionView {
  std::int64_t latency_ms = 0;  ///< of the network, for all clients
  std::int64_t jitter_ms = 0;
  std::string cut;       ///< the client whose line can be cut; empty: it has none
  std::string connects;  ///< the client that would connect next; empty: all are connected
  bool can_undo = false;
  std::string last_input;  ///< what undo would take back: "mail arrives"
};

/// Something that was done to a session, other than a line that was sent.
struct InputMark {
  enum class Kind { mail, connects, leaves, network };
  Kind kind = Kind::mail;
  Instant at;
  std::string what;  ///< "mail arrives"
};

inline constexpr std::int64_t most_latency_ms = 400;
inline constexpr std::int64_t most_jitter_ms = 200;
inline constexpr std::int64_t latency_step_ms = 20;  ///< of the keys

// ---- intents ----

enum class SessionGreeting { ok, preauth, bye };

/// A session with a server of one's own.
struct NewSession {
  std::size_t clients = 1;
  std::string mailbox;  ///< an mbox file, or a folder of them; empty: nothing is in INBOX
  SessionGreeting greeting = SessionGreeting::ok;
  std::string profile{};  ///< of its server: "classic"; empty: as servers are by themselves
};
struct MailArrives {};
struct CutLine {
  std::string client;
};
struct ClientConnects {};
struct SetNetwork {
  std::int64_t latency_ms = 0;
  std::int64_t jitter_ms = 0;
};
struct UndoInput {};
struct ResetSession {};
enum class SaveAs { lesson, trace };
struct SaveSession {
  SaveAs as = SaveAs::lesson;
};

}  // namespace imapscope::gui
