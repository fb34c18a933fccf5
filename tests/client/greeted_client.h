// A client in a dialogue: what is typed into it, what it hears, and what it sends for that.
#pragma once

#include <string>
#include <string_view>

#include "sim/client/client.h"

namespace imapscope::client {

/// A client that has seen its server's greeting.
inline Client greeted() {
  Client client("laptop");
  client.receive("* OK ready\r\n");
  return client;
}

inline std::string sent_by(Client& client, std::string_view text) {
  client.send(text);
  return client.take_output();
}

inline std::string heard_by(Client& client, std::string_view bytes) {
  client.receive(bytes);
  return client.take_output();
}

}  // namespace imapscope::client
