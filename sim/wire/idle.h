// The idle family on the wire: IDLE. The `DONE` that ends it is a line of its own, without a tag.
#pragma once

#include <string_view>

#include "sim/imap/idle.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

inline void parse(Cursor&, Idle&) {}
inline void print(Printer&, const Idle&) {}

/// Whether a client's frame is the `DONE` that ends IDLE (RFC 2177 §3), in any case.
[[nodiscard]] bool is_done(std::string_view frame);

}  // namespace imapscope::wire
