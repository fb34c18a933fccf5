// Whether a TCP connection speaks IMAP, and which end is the server: by its lines, then by its
// port.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace imapscope::trace {

/// What each of two ends sent first, as far as the capture has it.
using Fronts = std::array<std::string_view, 2>;

enum class Language { imap, tls, other };

[[nodiscard]] bool is_imap_port(std::uint16_t port);  ///< 143 or 993
/// `on_imap_port`: one end has such a port, which counts where the lines do not tell.
[[nodiscard]] Language language_of(const Fronts& fronts, bool on_imap_port);
/// The index of the end whose lines an IMAP server sends.
[[nodiscard]] std::optional<std::size_t> server_by_lines(const Fronts& fronts);

/// A TLS record begins here (RFC 8446 §5.1).
[[nodiscard]] bool begins_tls_record(std::string_view bytes);
/// Some whole line here is a STARTTLS command (RFC 3501 §6.2.1).
[[nodiscard]] bool asks_for_tls(std::string_view bytes);

}  // namespace imapscope::trace
