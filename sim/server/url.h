// What URLs name (RFC 5092), for CATENATE and URLFETCH.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/server/turn/ending.h"
#include "sim/server/turn/turn.h"

namespace imapscope::server {

/// The octets of a message or a part of it, as BODY[…] tells them, by a URL without a server (RFC
/// 4469 §3); nothing where it names none.
[[nodiscard]] std::optional<std::string> text_named_by(std::string_view url, const Turn& turn);
/// `NO [BADURL …]`
[[nodiscard]] StatusResponse bad_url(const std::string& url);

}  // namespace imapscope::server
