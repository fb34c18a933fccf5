#include "sim/wire/quirk.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace imapscope::wire;

TEST_CASE("every quirk has a name of its own") {
  std::set<std::string> names;
  const int last = static_cast<int>(QuirkKind::control_in_text);
  for (int kind = 0; kind <= last; ++kind) {
    const std::string name(name_of(static_cast<QuirkKind>(kind)));
    CAPTURE(name);
    CHECK_FALSE(name.empty());
    names.insert(name);
  }
  CHECK(names.size() == static_cast<std::size_t>(last) + 1);
}
