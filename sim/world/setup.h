// How a world begins: the server, its accounts, the network, the seed.
#pragma once

#include <cstdint>
#include <string>

#include "sim/channel/link.h"
#include "sim/mail/accounts.h"
#include "sim/server/server.h"

namespace imapscope::world {

struct Setup {
  std::string title;
  server::Config server;
  mail::Accounts accounts;
  channel::LinkSettings network;
  Duration server_pause = milliseconds(1);  ///< between the landing of bytes and the server's turn
  std::uint64_t seed = 1;
};

}  // namespace imapscope::world
