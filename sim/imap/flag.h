// Flags (RFC 3501 §2.3.2): system flags begin with a backslash, keywords do not; both compare
// without regard to case and keep the spelling in which they were first seen.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace imapscope {

struct Flag {
  std::string name;  ///< as on the wire: `\Seen`, `$Forwarded`

  [[nodiscard]] bool is_system() const { return !name.empty() && name.front() == '\\'; }
  friend bool operator==(const Flag& a, const Flag& b);
};

namespace flags {
inline const Flag answered{"\\Answered"};
inline const Flag flagged{"\\Flagged"};
inline const Flag deleted{"\\Deleted"};
inline const Flag seen{"\\Seen"};
inline const Flag draft{"\\Draft"};
inline const Flag recent{"\\Recent"};  ///< session-only; no client can change it
}  // namespace flags

/// A set that remembers the order in which flags came, so that printing is stable.
class FlagSet {
 public:
  FlagSet() = default;
  FlagSet(std::initializer_list<Flag> flags);

  [[nodiscard]] bool contains(const Flag& flag) const;
  void add(const Flag& flag);     ///< no effect where it is held already
  void remove(const Flag& flag);  ///< no effect where it is not held
  [[nodiscard]] bool empty() const { return flags_.empty(); }
  [[nodiscard]] std::size_t size() const { return flags_.size(); }
  [[nodiscard]] auto begin() const { return flags_.begin(); }
  [[nodiscard]] auto end() const { return flags_.end(); }

  /// As sets: order and spelling do not matter.
  friend bool operator==(const FlagSet& a, const FlagSet& b);

 private:
  std::vector<Flag> flags_;
};

}  // namespace imapscope
