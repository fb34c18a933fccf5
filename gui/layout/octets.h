// What is typed for a literal or a SASL response, as the octets that will cross the wire. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace imapscope::gui {

/// Every line end becomes CRLF, as mail wants it.
[[nodiscard]] std::string with_crlf(std::string_view typed);

/// How one octet is written in its cell: "H", "CR", "LF", "SP", else its number: "C3".
[[nodiscard]] std::string octet_name(char octet);

/// How much of a literal is typed. `typed` is as it stands in the field.
struct OctetCount {
  std::string bytes;       ///< what would be sent
  std::uint64_t wanted{};  ///< as announced

  [[nodiscard]] bool complete() const { return bytes.size() == wanted; }
  [[nodiscard]] std::uint64_t to_go() const;
  [[nodiscard]] std::uint64_t too_many() const;
  /// What stands beyond the wanted octets; empty: nothing.
  [[nodiscard]] std::string_view surplus() const;
};
[[nodiscard]] OctetCount count_octets(std::string_view typed, std::uint64_t wanted);

/// `typed` with dots behind it, up to `wanted` octets.
[[nodiscard]] std::string filled_up(std::string_view typed, std::uint64_t wanted);

/// `\0`, `\\`, `\r`, `\n` and `\xNN` become the octets they stand for; a `\` before anything else
/// is one itself.
[[nodiscard]] std::string unescaped(std::string_view typed);

/// The line that answers a SASL challenge: base64 of what is typed; `*` alone cancels, and stays
/// as it is (RFC 3501 §6.2.2).
[[nodiscard]] std::string sasl_line(std::string_view typed);

/// What a mail program would append: a short message for a literal.
struct SampleMessage {
  std::string_view name;  ///< has words: "console.sample.mail"
  std::string bytes;
};
[[nodiscard]] const std::vector<SampleMessage>& sample_messages();

}  // namespace imapscope::gui
