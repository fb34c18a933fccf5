// The Content-* fields of a MIME header (RFC 2045, RFC 2183, RFC 3282), from unfolded values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/imap/envelope.h"

namespace imapscope::mail {

struct ContentType {
  std::string type;
  NString subtype;
  BodyParameters parameters;

  /// In any case; `subtype` empty: whatever it is.
  [[nodiscard]] bool is(std::string_view type, std::string_view subtype = {}) const;
  /// The first parameter of that name, in any case.
  [[nodiscard]] const std::string* parameter(std::string_view name) const;
};

/// Where the value is broken, the type is empty and there is no more.
[[nodiscard]] ContentType parse_content_type(std::string_view value);

/// Nothing where the value is no disposition.
[[nodiscard]] std::optional<BodyDisposition> parse_disposition(std::string_view value);

/// Nothing where the value is not one token.
[[nodiscard]] NString parse_transfer_encoding(std::string_view value);

[[nodiscard]] std::vector<std::string> parse_languages(std::string_view value);

}  // namespace imapscope::mail
