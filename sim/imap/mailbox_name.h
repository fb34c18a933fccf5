// A mailbox name (RFC 3501 §5.1): UTF-8 inside imapscope, modified UTF-7 on the wire. `INBOX` is
// one name in any case; all others are compared octet by octet.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace imapscope {

/// What names and quoted strings are written in: seven bits, and names in modified UTF-7; or UTF-8,
/// once a client takes it (RFC 6855 §3, RFC 9051 §5.1).
enum class Texts { ascii, utf8 };

class MailboxName {
 public:
  MailboxName() = default;
  /// From UTF-8; `iNbOx` becomes `INBOX`.
  explicit MailboxName(std::string_view utf8);
  [[nodiscard]] static MailboxName inbox() { return MailboxName("INBOX"); }

  [[nodiscard]] const std::string& utf8() const { return utf8_; }
  [[nodiscard]] bool is_inbox() const { return utf8_ == "INBOX"; }

  friend bool operator==(const MailboxName&, const MailboxName&) = default;
  friend bool operator<(const MailboxName& a, const MailboxName& b) { return a.utf8_ < b.utf8_; }

 private:
  std::string utf8_;
};

/// Modified UTF-7 (RFC 3501 §5.1.3).
[[nodiscard]] std::string encode_modified_utf7(std::string_view utf8);
/// Nothing where `text` is no modified UTF-7: 8-bit octets, a bad shift, base64 that encodes ASCII.
[[nodiscard]] std::optional<std::string> decode_modified_utf7(std::string_view text);

}  // namespace imapscope
