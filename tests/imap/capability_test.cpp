#include "sim/imap/capability.h"

#include <doctest/doctest.h>

#include <set>

using namespace imapscope;

TEST_CASE("a capability is found in any case, what imapscope speaks and what it does not") {
  REQUIRE(find_capability("uidPlus") != nullptr);
  CHECK(find_capability("uidPlus")->rfc == "4315");
  CHECK(is_spoken("uidplus"));
  REQUIRE(find_capability("condstore") != nullptr);
  CHECK_FALSE(is_spoken("CONDSTORE"));
  CHECK(find_capability("X-UNHEARD-OF") == nullptr);
}

TEST_CASE("a family of capabilities is found by each of its names") {
  REQUIRE(find_capability("thread=References") != nullptr);
  CHECK(find_capability("thread=References")->name == "THREAD=");
  CHECK(find_capability("THREAD") == nullptr);
}

TEST_CASE("no capability stands in the tables twice, and each says what it is") {
  std::set<std::string_view> names;
  const auto check = [&](const CapabilityInfo& info) {
    CAPTURE(info.name);
    CHECK(names.insert(info.name).second);
    CHECK_FALSE(info.rfc.empty());
    CHECK_FALSE(info.meaning.empty());
  };
  for (const CapabilityInfo& info : capabilities) check(info);
  for (const CapabilityInfo& info : foreign_capabilities) check(info);
}
