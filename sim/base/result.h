// Result<T, E>: a value or the reason there is none. Errors are values here; exceptions cross no
// layer.
#pragma once

#include <tl/expected.hpp>

namespace imapscope {

template <class T, class E>
using Result = tl::expected<T, E>;

/// `return fail(SyntaxError{...});`
template <class E>
[[nodiscard]] tl::unexpected<std::decay_t<E>> fail(E&& error) {
  return tl::unexpected<std::decay_t<E>>(std::forward<E>(error));
}

}  // namespace imapscope
