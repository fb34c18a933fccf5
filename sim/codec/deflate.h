// DEFLATE (RFC 1951) as COMPRESS speaks it (RFC 4978), by zlib: one direction of a connection is
// one stream, and what was written is flushed, so that it can be read at once. A build without zlib
// has none.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace imapscope::codec {

/// Whether this build has them. Without it the streams below stay empty.
[[nodiscard]] bool has_deflate();

/// Makes one end's stream.
class Deflater {
 public:
  Deflater();
  Deflater(const Deflater& other);
  Deflater(Deflater&& other) noexcept;
  Deflater& operator=(Deflater other) noexcept;
  ~Deflater();

  /// The octets that the other end reads `octets` from.
  [[nodiscard]] std::string write(std::string_view octets);

 private:
  struct Stream;
  std::unique_ptr<Stream> stream_;
};

/// Reads it.
class Inflater {
 public:
  Inflater();
  Inflater(const Inflater& other);
  Inflater(Inflater&& other) noexcept;
  Inflater& operator=(Inflater other) noexcept;
  ~Inflater();

  /// What `octets` says, as far as it has come; nothing where it is no DEFLATE stream.
  [[nodiscard]] std::optional<std::string> read(std::string_view octets);

 private:
  struct Stream;
  std::unique_ptr<Stream> stream_;
};

}  // namespace imapscope::codec
