#include "sim/codec/digest.h"

namespace imapscope::codec {

std::string hex(std::string_view octets) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const char c : octets) {
    const auto value = static_cast<unsigned char>(c);
    text += digits[value / 16];
    text += digits[value % 16];
  }
  return text;
}

}  // namespace imapscope::codec
