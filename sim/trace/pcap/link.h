// The link layer: what stands around an IP packet in a capture. libtins 4.0 knows some of these and
// throws at others, so they are all taken off here.
#pragma once

#include <optional>
#include <string_view>

namespace imapscope::trace {

/// `link_type` as libpcap gives it (its DLT numbers).
[[nodiscard]] bool knows_link_type(int link_type);

/// The IPv4 or IPv6 packet in a frame; nothing where it carries something else, or is cut short.
[[nodiscard]] std::optional<std::string_view> ip_packet_in(std::string_view frame, int link_type);

}  // namespace imapscope::trace
