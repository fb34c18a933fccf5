// Where to listen, or to connect: a numeric address and a port. No names, so nothing is looked up.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sim/base/result.h"
#include "sim/base/said.h"

namespace imapscope::net {

struct Endpoint {
  std::string address = "127.0.0.1";  ///< numeric, IPv4 or IPv6
  std::uint16_t port = 1143;          ///< 0: any that is free

  [[nodiscard]] bool is_loopback() const;
  friend bool operator==(const Endpoint&, const Endpoint&) = default;
};

/// "127.0.0.1:1143", "[::1]:1143", "localhost:1143", or a port alone (on 127.0.0.1).
[[nodiscard]] Result<Endpoint, Said> parse_endpoint(std::string_view text);
[[nodiscard]] std::string to_text(const Endpoint& endpoint);

}  // namespace imapscope::net
