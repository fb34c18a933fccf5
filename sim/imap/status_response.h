// Status responses: how a command ended, or what the server says of itself (RFC 3501 §7.1). They
// stand behind a tag or behind `*`. (STATUS, the command, is in status.h.)
#pragma once

#include <optional>
#include <string>

#include "sim/imap/condition.h"
#include "sim/imap/response_code.h"

namespace imapscope {

struct StatusResponse {
  Condition condition = Condition::ok;
  std::optional<ResponseCode> code;
  std::string text;  ///< for people; never empty when we write it
  friend bool operator==(const StatusResponse&, const StatusResponse&) = default;
};

}  // namespace imapscope
