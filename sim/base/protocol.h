// The protocols that a connection may speak: IMAP, and its two neighbours.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace imapscope {

enum class Protocol : std::uint8_t {
  imap,
  pop3,  ///< takes mail away from the server (RFC 1939)
  smtp,  ///< brings mail to it (RFC 5321)
};

struct ProtocolInfo {
  Protocol protocol;
  std::string_view name;  ///< as people write it
  std::string_view id;    ///< as files do
};

inline constexpr std::array protocols{
    ProtocolInfo{Protocol::imap, "IMAP", "imap"},
    ProtocolInfo{Protocol::pop3, "POP3", "pop3"},
    ProtocolInfo{Protocol::smtp, "SMTP", "smtp"},
};

[[nodiscard]] constexpr const ProtocolInfo& info_of(Protocol protocol) {
  return protocols[static_cast<std::size_t>(protocol)];
}

/// By its id; nothing where there is none of that name.
[[nodiscard]] constexpr std::optional<Protocol> find_protocol(std::string_view id) {
  for (const ProtocolInfo& info : protocols) {
    if (info.id == id) return info.protocol;
  }
  return std::nullopt;
}

/// By what a server sends first, or a client; nothing where that tells nothing.
[[nodiscard]] std::optional<Protocol> protocol_of_server(std::string_view first);
[[nodiscard]] std::optional<Protocol> protocol_of_client(std::string_view first);

}  // namespace imapscope
