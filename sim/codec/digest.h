// Digests and what is made of them, by OpenSSL's libcrypto: for SASL (CRAM-MD5, SCRAM) and for URLs
// that are proved (URLAUTH). A build without that library (the web page) has none, and says so.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace imapscope::codec {

enum class Digest { md5, sha1, sha256 };

/// Whether this build has them. Without them the functions below answer with nothing.
[[nodiscard]] bool has_digests();

[[nodiscard]] std::string digest(Digest kind, std::string_view octets);
/// RFC 2104
[[nodiscard]] std::string hmac(Digest kind, std::string_view key, std::string_view octets);
/// PBKDF2 with HMAC as its function (RFC 8018 §5.2), which SCRAM calls Hi (RFC 5802 §2.2).
[[nodiscard]] std::string pbkdf2(Digest kind, std::string_view password, std::string_view salt,
                                 std::uint32_t rounds);

/// "0aff"
[[nodiscard]] std::string hex(std::string_view octets);

}  // namespace imapscope::codec
