#include "sim/codec/deflate.h"

#include <zlib.h>

#include <array>
#include <utility>

namespace imapscope::codec {
namespace {

// RFC 4978 §3: raw DEFLATE, without zlib's own header.
constexpr int raw_window = -MAX_WBITS;
constexpr int usual_memory = 8;
constexpr std::size_t chunk = 16384;

Bytef* input_of(std::string_view octets) {
  return reinterpret_cast<Bytef*>(const_cast<char*>(octets.data()));  // zlib only reads it
}

/// Runs `step` until it leaves room in the output; answers with its last result.
template <class Step>
int run(z_stream& stream, std::string& out, Step step) {
  std::array<Bytef, chunk> buffer{};
  int result = Z_OK;
  do {
    stream.next_out = buffer.data();
    stream.avail_out = static_cast<uInt>(buffer.size());
    result = step();
    out.append(buffer.begin(), buffer.end() - stream.avail_out);
  } while (result == Z_OK && stream.avail_out == 0);
  return result;
}

}  // namespace

bool has_deflate() {
  return true;
}

struct Deflater::Stream {
  Stream() {
    deflateInit2(&zlib, Z_DEFAULT_COMPRESSION, Z_DEFLATED, raw_window, usual_memory,
                 Z_DEFAULT_STRATEGY);
  }
  Stream(const Stream& other) { deflateCopy(&zlib, const_cast<z_stream*>(&other.zlib)); }
  Stream& operator=(const Stream&) = delete;
  ~Stream() { deflateEnd(&zlib); }
  z_stream zlib{};
};

Deflater::Deflater() : stream_(std::make_unique<Stream>()) {}
Deflater::Deflater(const Deflater& other) : stream_(std::make_unique<Stream>(*other.stream_)) {}
Deflater::Deflater(Deflater&&) noexcept = default;
Deflater::~Deflater() = default;
Deflater& Deflater::operator=(Deflater other) noexcept {
  stream_ = std::move(other.stream_);
  return *this;
}

std::string Deflater::write(std::string_view octets) {
  std::string out;
  z_stream& zlib = stream_->zlib;
  zlib.next_in = input_of(octets);
  zlib.avail_in = static_cast<uInt>(octets.size());
  run(zlib, out, [&] { return deflate(&zlib, Z_SYNC_FLUSH); });
  return out;
}

struct Inflater::Stream {
  Stream() { inflateInit2(&zlib, raw_window); }
  Stream(const Stream& other) { inflateCopy(&zlib, const_cast<z_stream*>(&other.zlib)); }
  Stream& operator=(const Stream&) = delete;
  ~Stream() { inflateEnd(&zlib); }
  z_stream zlib{};
};

Inflater::Inflater() : stream_(std::make_unique<Stream>()) {}
Inflater::Inflater(const Inflater& other) : stream_(std::make_unique<Stream>(*other.stream_)) {}
Inflater::Inflater(Inflater&&) noexcept = default;
Inflater::~Inflater() = default;
Inflater& Inflater::operator=(Inflater other) noexcept {
  stream_ = std::move(other.stream_);
  return *this;
}

std::optional<std::string> Inflater::read(std::string_view octets) {
  std::string out;
  z_stream& zlib = stream_->zlib;
  zlib.next_in = input_of(octets);
  zlib.avail_in = static_cast<uInt>(octets.size());
  const int result = run(zlib, out, [&] { return inflate(&zlib, Z_SYNC_FLUSH); });
  const bool is_fine = result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR;
  return is_fine ? std::optional(out) : std::nullopt;
}

}  // namespace imapscope::codec
