#include "sim/base/edit_distance.h"

#include <doctest/doctest.h>

namespace imapscope {
namespace {

TEST_CASE("the distance counts what is put in, left out and replaced") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("send", "send") == 0);
  CHECK(edit_distance("", "send") == 4);
  CHECK(edit_distance("send", "") == 4);
  CHECK(edit_distance("snd", "send") == 1);
  CHECK(edit_distance("sennd", "send") == 1);
  CHECK(edit_distance("sand", "send") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("sitting", "kitten") == 3);
}

}  // namespace
}  // namespace imapscope
