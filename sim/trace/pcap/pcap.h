// Packet captures: pcap (micro- and nanoseconds, either byte order) and pcapng, by libpcap and
// libtins. Their TCP connections are put together again, those that speak IMAP become the trace,
// everything else is ignored.
#pragma once

#include <array>
#include <string_view>

#include "sim/base/result.h"
#include "sim/trace/read.h"

namespace imapscope::trace {

[[nodiscard]] inline bool looks_like_pcap(std::string_view content) {
  using namespace std::string_view_literals;
  constexpr std::array magics{
      "\xa1\xb2\xc3\xd4"sv, "\xd4\xc3\xb2\xa1"sv,  // microseconds
      "\xa1\xb2\x3c\x4d"sv, "\x4d\x3c\xb2\xa1"sv,  // nanoseconds
      "\xa1\xb2\xcd\x34"sv, "\x34\xcd\xb2\xa1"sv,  // an old Linux's, with more in each packet
      "\x0a\x0d\x0d\x0a"sv};                       // pcapng
  for (const std::string_view magic : magics) {
    if (content.starts_with(magic)) return true;
  }
  return false;
}

/// Whether this build can read captures: it was built where libtins and libpcap are.
[[nodiscard]] bool can_read_pcap();

/// A capture is IMAP where its lines say so, or the port is 143 or 993. Times are those of the tap.
/// What the capture missed is a `Gap`, what TLS hides is `Opaque`; a connection that was already
/// open begins with a gap in both directions. A damaged tail gives a warning that names the packet.
[[nodiscard]] Result<Trace, ReadError> read_pcap(std::string_view content, std::string_view name);

}  // namespace imapscope::trace
