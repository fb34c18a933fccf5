#include "sim/base/ascii.h"
#include "sim/client/handshake.h"

namespace imapscope::client {

bool starts_tls(Words command) {
  return command.size() == 2 && ascii::equal_ignoring_case(command[1], "STARTTLS");
}

bool sasl_response_waits(Words command) {
  const bool without_response = command.size() == 3;  // tag, verb, mechanism
  return without_response && ascii::equal_ignoring_case(command[1], "AUTHENTICATE");
}

const sasl::Mechanism* sasl_mechanism_of(Words command) {
  return sasl_response_waits(command) ? sasl::find_mechanism(command[2]) : nullptr;
}

}  // namespace imapscope::client
