// What an operator decides about a server.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace imapscope::server {

struct Config {
  std::string name = "imapscope";               ///< in the greeting and in ID
  bool starttls = false;                        ///< a client may ask for TLS
  bool login_disabled = false;                  ///< while the connection is not protected by it
  std::size_t max_literal_octets = 32U << 20U;  ///< of an APPEND
  std::size_t max_line_octets = 64U << 10U;     ///< of any other command, literals included
  /// Of one FETCH, so that the answer stays within so many times the messages; clients ask for few.
  std::size_t max_fetch_items = 100;
  /// The wall time of Instant 0, for internal dates: seconds since 1970. By itself 2026-01-01 UTC.
  std::int64_t unix_seconds_at_start = 1767225600;
};

}  // namespace imapscope::server
