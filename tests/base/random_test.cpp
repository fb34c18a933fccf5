#include "sim/base/random.h"

#include <doctest/doctest.h>

using namespace imapscope;

TEST_CASE("the same seed gives the same numbers, on every machine") {
  Random random(42);
  CHECK(random.next() == 13679457532755275413U);
  CHECK(random.next() == 2949826092126892291U);
  Random copy = random;
  CHECK(copy.next() == random.next());
}

TEST_CASE("a number below a limit is below it") {
  Random random(1);
  for (std::uint64_t limit = 1; limit < 50; ++limit) CHECK(random.below(limit) < limit);
  CHECK(random.below(0) == 0);
}

TEST_CASE("a split generator goes its own way") {
  Random random(7);
  Random other = random.split();
  const std::uint64_t next = random.next();
  CHECK(other.next() != next);
}
