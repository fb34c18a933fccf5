// Rights on a mailbox, and its access control list (RFC 4314 §2). Values.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "sim/imap/acl.h"

namespace imapscope::mail {

/// A set of the standard rights.
class Rights {
 public:
  Rights() = default;
  /// Of letters that are all rights, `c` and `d` with what they stand for (§2.1.1).
  explicit Rights(std::string_view letters);
  /// The same; nothing where a letter is no right.
  [[nodiscard]] static std::optional<Rights> parse(std::string_view letters);
  [[nodiscard]] static Rights all() { return Rights(standard_rights); }

  [[nodiscard]] bool has(char right) const { return (bits_ & bit(right)) != 0; }
  [[nodiscard]] bool has_any(std::string_view rights) const;
  [[nodiscard]] bool empty() const { return bits_ == 0; }
  /// In the order of the RFC, with `c` and `d` where it demands them (§2.1.1).
  [[nodiscard]] std::string text() const;

  Rights& operator+=(Rights more) {
    bits_ |= more.bits_;
    return *this;
  }
  Rights& operator-=(Rights less) {
    bits_ &= ~less.bits_;
    return *this;
  }
  friend bool operator==(Rights a, Rights b) { return a.bits_ == b.bits_; }

 private:
  static unsigned bit(char right);
  unsigned bits_ = 0;
};

/// By identifier. One with `-` before it takes away (§2).
using Acl = std::map<std::string, Rights, std::less<>>;

/// What an owner always has, so that he can mend what he broke.
[[nodiscard]] Rights owners_rights();

/// All that the list gives to a user: by his name and as `anyone`, less what is taken away; to an
/// owner what he always has, too.
[[nodiscard]] Rights rights_of(std::string_view user, bool is_owner, const Acl& acl);

}  // namespace imapscope::mail
