#include "sim/codec/digest.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

namespace imapscope::codec {
namespace {

const EVP_MD* algorithm(Digest kind) {
  switch (kind) {
    case Digest::md5:
      return EVP_md5();
    case Digest::sha1:
      return EVP_sha1();
    case Digest::sha256:
      break;
  }
  return EVP_sha256();
}

const unsigned char* octets_at(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

using Buffer = std::array<unsigned char, EVP_MAX_MD_SIZE>;

std::string first_of(const Buffer& buffer, unsigned size) {
  return {buffer.begin(), buffer.begin() + size};
}

}  // namespace

bool has_digests() {
  return true;
}

std::string digest(Digest kind, std::string_view octets) {
  Buffer buffer{};
  unsigned size = 0;
  const int done =
      EVP_Digest(octets.data(), octets.size(), buffer.data(), &size, algorithm(kind), nullptr);
  return done == 1 ? first_of(buffer, size) : std::string();
}

std::string hmac(Digest kind, std::string_view key, std::string_view octets) {
  Buffer buffer{};
  unsigned size = 0;
  const auto* made = HMAC(algorithm(kind), key.data(), static_cast<int>(key.size()),
                          octets_at(octets), octets.size(), buffer.data(), &size);
  return made != nullptr ? first_of(buffer, size) : std::string();
}

std::string pbkdf2(Digest kind, std::string_view password, std::string_view salt,
                   std::uint32_t rounds) {
  Buffer buffer{};
  const int size = EVP_MD_size(algorithm(kind));
  const int done =
      PKCS5_PBKDF2_HMAC(password.data(), static_cast<int>(password.size()), octets_at(salt),
                        static_cast<int>(salt.size()), static_cast<int>(rounds), algorithm(kind),
                        size, buffer.data());
  return done == 1 ? first_of(buffer, static_cast<unsigned>(size)) : std::string();
}

}  // namespace imapscope::codec
