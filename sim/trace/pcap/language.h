// Whether a TCP connection speaks IMAP, POP3 or SMTP, and which end is the server: by its lines,
// then by its port.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "sim/base/protocol.h"

namespace imapscope::trace {

/// What each of two ends sent first, as far as the capture has it.
using Fronts = std::array<std::string_view, 2>;

enum class Language { plain, tls, other };

/// 143 and 993, 110 and 995, 25, 465 and 587; nothing: no protocol's of ours.
[[nodiscard]] std::optional<Protocol> protocol_of_port(std::uint16_t port);

/// What the ends' lines tell.
struct Speakers {
  Protocol protocol = Protocol::imap;
  std::size_t server = 1;  ///< the index of the end that sends a server's lines
};
/// Nothing where they tell nothing.
[[nodiscard]] std::optional<Speakers> speakers_by_lines(const Fronts& fronts);

/// `on_known_port`: one end has one, which counts where the lines do not tell.
[[nodiscard]] Language language_of(const Fronts& fronts, bool on_known_port);

/// A TLS record begins here (RFC 8446 §5.1).
[[nodiscard]] bool begins_tls_record(std::string_view bytes);
/// Some whole line here is a STARTTLS command (RFC 3501 §6.2.1).
[[nodiscard]] bool asks_for_tls(std::string_view bytes);

}  // namespace imapscope::trace
