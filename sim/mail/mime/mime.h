// The MIME tree of a message (RFC 2045, RFC 2046): where each part begins and ends. Broken MIME is
// read as Dovecot reads it: a multipart without a boundary has no parts, one that is never closed
// ends with the part around it, and a line that only begins with the boundary counts as one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/mail/mime/header.h"

namespace imapscope::mail {

/// Half-open range of octets in the message.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::string_view of(std::string_view octets) const {
    return octets.substr(begin, end - begin);
  }
  [[nodiscard]] std::size_t size() const { return end - begin; }
};

struct Part {
  enum class Kind { leaf, text, message, multipart };

  Kind kind = Kind::text;
  /// Its Content-* fields count: it is a part of a multipart, or has MIME-Version or Content-Type.
  bool is_mime = false;
  Span header;  ///< with the empty line that ends it
  Span body;    ///< without the line end that belongs to the next boundary
  /// The parts of a multipart; of message/rfc822 exactly one, the message in it.
  std::vector<Part> children;
};

/// Parts nested deeper than this are not looked into.
inline constexpr std::size_t deepest_part = 100;

[[nodiscard]] Part parse_mime(std::string_view octets);

}  // namespace imapscope::mail
