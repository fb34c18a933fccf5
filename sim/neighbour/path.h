// Paths of MAIL and RCPT (RFC 5321 §4.1.2): `FROM:<ada@example.org> SIZE=512`.
#pragma once

#include <optional>
#include <string_view>

namespace imapscope::smtp {

struct PathArgument {
  std::string_view mailbox;     ///< "ada@example.org"; empty: the null path `<>`
  std::string_view parameters;  ///< behind it, as they stand
};

/// `label`: "FROM:" or "TO:", in any case. Nothing where the argument is none.
[[nodiscard]] std::optional<PathArgument> path_in(std::string_view argument,
                                                  std::string_view label);

struct Address {
  std::string_view local_part;  ///< without quotes
  std::string_view domain;      ///< empty: there is none, as `<postmaster>` may be
};
[[nodiscard]] Address address_in(std::string_view mailbox);

}  // namespace imapscope::smtp
