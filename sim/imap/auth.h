// The auth family: who the client is.
#pragma once

#include <optional>
#include <string>

namespace imapscope {

struct StartTls {  ///< RFC 3501 §6.2.1
  friend bool operator==(const StartTls&, const StartTls&) = default;
};

struct Login {  ///< RFC 3501 §6.2.3
  std::string user;
  std::string password;
  friend bool operator==(const Login&, const Login&) = default;
};

struct Authenticate {  ///< RFC 3501 §6.2.2
  std::string mechanism;
  /// Decoded octets. Empty string: the client wrote `=` (RFC 4959 §3). Nothing: it waits for `+`.
  std::optional<std::string> initial_response;
  friend bool operator==(const Authenticate&, const Authenticate&) = default;
};

struct Unauthenticate {  ///< RFC 8437 §3
  friend bool operator==(const Unauthenticate&, const Unauthenticate&) = default;
};

}  // namespace imapscope
