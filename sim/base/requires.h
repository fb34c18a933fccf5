// REQUIRES: what a header promises of its callers ("it is here", "not empty", "ascending"),
// checked wherever assertions are on. It is broken by our own mistakes only: bad input is an error,
// and a value.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace imapscope {

/// Says what was required, and where, and ends the program.
[[noreturn]] inline void break_off(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: REQUIRES(%s)\n", file, line, condition);
  std::abort();
}

}  // namespace imapscope

#ifdef NDEBUG
#define REQUIRES(condition) static_cast<void>(0)
#else
#define REQUIRES(condition) \
  ((condition) ? static_cast<void>(0) : ::imapscope::break_off(#condition, __FILE__, __LINE__))
#endif
