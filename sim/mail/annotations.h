// Annotations of a mailbox or of the server (RFC 5464 §3). A value.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/imap/envelope.h"

namespace imapscope::mail {

/// Whose annotation an entry names: `/private/…` is each user's own.
[[nodiscard]] bool is_private_entry(std::string_view entry);
/// Whether an annotation may have that name (§3.2): `/private/` or `/shared/`, no empty component,
/// no `*`, `%`, control or 8-bit octet, and behind `vendor` a token and a name.
[[nodiscard]] bool is_entry_name(std::string_view entry);
/// Whether something may be asked below it: `/shared` and `/private/vendor`, too.
[[nodiscard]] bool is_entry_path(std::string_view entry);

class Annotations {
 public:
  /// NIL where there is none. Names are compared in small letters.
  [[nodiscard]] NString get(std::string_view user, std::string_view entry) const;
  /// NIL removes it.
  void set(std::string_view user, std::string_view entry, const NString& value);
  /// How many there are, of all users.
  [[nodiscard]] std::size_t size() const { return values_.size(); }
  /// Names of those that the user can see.
  [[nodiscard]] std::vector<std::string> entries(std::string_view user) const;

 private:
  using Key = std::pair<std::string, std::string>;  // user (empty: shared), entry in small letters
  [[nodiscard]] static Key key_of(std::string_view user, std::string_view entry);
  std::map<Key, std::string> values_;
};

}  // namespace imapscope::mail
