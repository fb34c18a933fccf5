// Input: the only way in which anybody acts on a world. A history is a setup and a list of timed
// inputs; the same history always gives the same bytes.
#pragma once

#include <string>
#include <variant>

#include "sim/base/protocol.h"
#include "sim/base/time.h"
#include "sim/channel/link.h"
#include "sim/imap/mailbox_name.h"
#include "sim/server/server.h"

namespace imapscope::world {

struct Connect {
  std::string client;  ///< its name, and its lane: "laptop"
  server::Greeting greeting = server::Greeting::ok;
  std::string user{};  ///< for preauth
  Protocol protocol = Protocol::imap;
};
struct Send {
  std::string client;
  std::string text;  ///< CRLF is added where missing; may hold literals

  bool operator==(const Send&) const = default;
};
struct Disconnect {
  std::string client;
  bool abrupt = false;  ///< cut: what is in flight is lost
};
struct Deliver {  ///< mail arrives at the server, by SMTP
  std::string user;
  MailboxName mailbox;
  std::string message;
};
struct SetNetwork {
  std::string client;  ///< empty: all
  channel::LinkSettings settings;
};

using Action = std::variant<Connect, Send, Disconnect, Deliver, SetNetwork>;

struct Input {
  Instant at;
  Action action;
};

}  // namespace imapscope::world
