#include "sim/base/queue.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <memory>

namespace imapscope {
namespace {

TEST_CASE("a queue gives back what it was given, in that order, however full it is") {
  Queue<std::unique_ptr<std::size_t>> queue;
  std::size_t given = 0;
  std::size_t taken = 0;
  for (std::size_t round = 0; round < 100; ++round) {
    for (std::size_t n = 0; n < round % 7; ++n) {
      queue.add() = std::make_unique<std::size_t>(given++);
    }
    for (std::size_t n = 0; n < round % 5 && !queue.empty(); ++n) {
      REQUIRE(*queue.front() == taken);
      REQUIRE(*queue.take() == taken++);
    }
    REQUIRE(queue.size() == given - taken);
    for (std::size_t place = 0; place < queue.size(); ++place) {
      REQUIRE(*queue[place] == taken + place);
    }
  }
  while (!queue.empty()) REQUIRE(*queue.take() == taken++);
  CHECK(taken == given);
  CHECK(given > 200);
}

}  // namespace
}  // namespace imapscope
