// Stands in for digest.cpp where OpenSSL is missing.
#include "sim/codec/digest.h"

namespace imapscope::codec {

bool has_digests() {
  return false;
}

std::string digest(Digest, std::string_view) {
  return {};
}

std::string hmac(Digest, std::string_view, std::string_view) {
  return {};
}

std::string pbkdf2(Digest, std::string_view, std::string_view, std::uint32_t) {
  return {};
}

}  // namespace imapscope::codec
