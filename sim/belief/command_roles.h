// Roles: what a command that is under way may do to its session. By these the observer asks which
// commands matter to a line.
#pragma once

#include <cstddef>

namespace imapscope::observer {

enum class Role {
  enters,           ///< LOGIN, AUTHENTICATE
  opens,            ///< SELECT, EXAMINE
  leaves,           ///< CLOSE, UNSELECT
  ends,             ///< LOGOUT
  renumbers,        ///< its reply may hold EXPUNGE
  idles,            ///< IDLE, and DONE was not said
  stores,           ///< a silent STORE: the client concludes its outcome
  reads,            ///< a FETCH that sets \Seen
  asks,             ///< it may be given a `+`
  begins_dialogue,  ///< IDLE, AUTHENTICATE: the next `+` is for it
  unauthenticates,  ///< UNAUTHENTICATE
  enables,          ///< ENABLE
  secures,          ///< STARTTLS
  compresses,       ///< COMPRESS
};
inline constexpr std::size_t role_count = 14;

[[nodiscard]] constexpr std::size_t index_of(Role role) {
  return static_cast<std::size_t>(role);
}

class Roles {
 public:
  constexpr void add(Role role, bool has = true) {
    if (has) bits_ |= 1U << index_of(role);
  }
  template <class F>
  constexpr void each(F f) const {
    for (std::size_t i = 0; i < role_count; ++i) {
      if ((bits_ >> i & 1U) != 0) f(static_cast<Role>(i));
    }
  }

 private:
  unsigned bits_ = 0;
};

}  // namespace imapscope::observer
