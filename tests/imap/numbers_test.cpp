#include "sim/imap/numbers.h"

#include <doctest/doctest.h>

#include <type_traits>

using namespace imapscope;

static_assert(!std::is_convertible_v<SeqNum, Uid> && !std::is_convertible_v<Uid, SeqNum>,
              "a position never becomes an identity by itself");

TEST_CASE("a range holds what lies between its bounds, in either order") {
  const SeqSet set{{{{2}, {4}}, {{9}, {7}}, {{12}, {12}}}};
  for (const std::uint32_t n : {2U, 3U, 4U, 7U, 8U, 9U, 12U}) CHECK(set.contains({n}, {20}));
  for (const std::uint32_t n : {1U, 5U, 6U, 10U, 11U, 13U}) CHECK_FALSE(set.contains({n}, {20}));
}

TEST_CASE("* stands for the largest number, even below the other bound") {
  const UidSet set{{{{3291}, UidSet::star}}};
  CHECK(set.contains({5000}, {5000}));
  CHECK(set.contains({3291}, {5000}));
  CHECK(set.contains({17}, {17}));
  CHECK_FALSE(set.contains({16}, {17}));
  const UidSet last{{{UidSet::star, UidSet::star}}};
  CHECK(last.contains({17}, {17}));
  CHECK_FALSE(last.contains({16}, {17}));
}

TEST_CASE("a set of sorted numbers has the fewest ranges") {
  const SeqSet set = SeqSet::of({{1}, {2}, {3}, {5}, {7}, {8}});
  CHECK(set == SeqSet{{{{1}, {3}}, {{5}, {5}}, {{7}, {8}}}});
  CHECK(SeqSet::of({}).ranges.empty());
  CHECK(by_uid(MessageSet(UidSet{})));
  CHECK_FALSE(by_uid(MessageSet(SeqSet{})));
}
