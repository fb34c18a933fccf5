#include "sim/mail/object_id.h"

#include <cstdint>
#include <string_view>

#include "sim/mail/thread.h"

namespace imapscope::mail {
namespace {

constexpr std::uint64_t fnv_basis = 14695981039346656037U;
constexpr std::uint64_t fnv_prime = 1099511628211U;

/// FNV-1a.
std::uint64_t digest(std::string_view octets) {
  std::uint64_t hash = fnv_basis;
  for (const char c : octets) hash = (hash ^ static_cast<unsigned char>(c)) * fnv_prime;
  return hash;
}

/// A letter before it, so that nobody takes it for a number (RFC 8474 §8.1). Mail of one's own
/// lesson or machine is told apart by it; against forgery it does nothing.
std::string object_id(char prefix, std::string_view octets) {
  std::uint64_t hash = digest(octets);
  std::string id(1, prefix);
  for (int i = 0; i < 16; ++i, hash <<= 4U) id += "0123456789abcdef"[hash >> 60U];
  return id;
}

}  // namespace

std::string email_id(const Message& message) {
  return object_id('M', message.octets());
}

std::string thread_id(const Message& message) {
  const Ancestry ancestry = ancestry_of(message);
  if (!ancestry.references.empty()) return object_id('T', ancestry.references.front());
  return object_id('T', ancestry.id.empty() ? message.octets() : ancestry.id);
}

}  // namespace imapscope::mail
