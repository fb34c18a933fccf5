// Stands in for deflate.cpp where zlib is missing.
#include "sim/codec/deflate.h"

namespace imapscope::codec {

bool has_deflate() {
  return false;
}

struct Deflater::Stream {};
Deflater::Deflater() = default;
Deflater::Deflater(const Deflater&) {}
Deflater::Deflater(Deflater&&) noexcept = default;
Deflater::~Deflater() = default;
Deflater& Deflater::operator=(Deflater) noexcept {
  return *this;
}
std::string Deflater::write(std::string_view) {
  return {};
}

struct Inflater::Stream {};
Inflater::Inflater() = default;
Inflater::Inflater(const Inflater&) {}
Inflater::Inflater(Inflater&&) noexcept = default;
Inflater::~Inflater() = default;
Inflater& Inflater::operator=(Inflater) noexcept {
  return *this;
}
std::optional<std::string> Inflater::read(std::string_view) {
  return std::nullopt;
}

}  // namespace imapscope::codec
