// How far a command has come, where it goes through many messages (RFC 9585).
#pragma once

#include <cstddef>
#include <string_view>

#include "sim/server/turn/turn.h"

namespace imapscope::server {

/// `* OK [INPROGRESS ("a3" 1000 2500)]` after each so many messages, where INPROGRESS is on; not
/// before the first, nor behind the last. `text`: for people.
void say_progress(std::size_t done, std::size_t all, std::string_view text, const Turn& turn);

}  // namespace imapscope::server
