#include "sim/base/requires.h"

#include <doctest/doctest.h>

namespace imapscope {
namespace {

constexpr int half_of(int even) {
  REQUIRES(even % 2 == 0);
  return even / 2;
}

TEST_CASE("what is required and holds costs nothing but the question") {
  static_assert(half_of(6) == 3);  // what does not hold would not compile here
  int asked = 0;
  REQUIRES(++asked == 1);
  CHECK(asked <= 1);  // not at all without assertions
}

}  // namespace
}  // namespace imapscope
