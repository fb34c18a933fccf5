// The url family on the wire: GENURLAUTH, RESETKEY, URLFETCH, and the URLs themselves.
#pragma once

#include <optional>
#include <string_view>

#include "sim/imap/url.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

void parse(Cursor& in, GenUrlAuth& command);
void parse(Cursor& in, ResetKey& command);
void parse(Cursor& in, UrlFetch& command);
void parse(Cursor& in, GenUrlAuthData& data);
void parse(Cursor& in, UrlFetchData& data);

void print(Printer& out, const GenUrlAuth& command);
void print(Printer& out, const ResetKey& command);
void print(Printer& out, const UrlFetch& command);
void print(Printer& out, const GenUrlAuthData& data);
void print(Printer& out, const UrlFetchData& data);

/// Nothing where it names no message, or is none of this scheme. A path that does not begin with a
/// slash is none (RFC 5092 §7.2).
[[nodiscard]] std::optional<MessageUrl> message_url_of(std::string_view text);

}  // namespace imapscope::wire
