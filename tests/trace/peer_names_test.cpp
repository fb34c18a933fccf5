#include "sim/trace/peer_names.h"

#include <doctest/doctest.h>

using namespace imapscope::trace;

namespace {

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a port is what stands behind the last colon, but not within a bare IPv6 address") {
  CHECK(split_peer("127.0.0.1:46882").port == ":46882");
  CHECK(split_peer("127.0.0.1:46882").host == "127.0.0.1");
  CHECK(split_peer("[::1]:993").host == "[::1]");
  CHECK(split_peer("[::1]:993").port == ":993");
  for (const char* whole : {"laptop", "::1", "fe80::1:2", "host:", ":46882", "laptop:home"}) {
    CAPTURE(whole);
    CHECK(split_peer(whole).host == whole);
    CHECK(split_peer(whole).port.empty());
  }
}

TEST_CASE("peers of one host are told apart by port") {
  CHECK(short_peer_names({"127.0.0.1:46882", "127.0.0.1:46892"}) == Names{":46882", ":46892"});
}

TEST_CASE("a peer that is alone on its host goes by that") {
  CHECK(short_peer_names({"127.0.0.1:46882"}) == Names{"127.0.0.1"});
  CHECK(short_peer_names({"10.0.0.1:1", "10.0.0.1:2", "10.0.0.2:1"}) ==
        Names{":1", ":2", "10.0.0.2"});
}

TEST_CASE("where two hosts have several peers each, names stay whole") {
  const Names names{"10.0.0.1:1", "10.0.0.1:2", "10.0.0.2:1", "10.0.0.2:2"};
  CHECK(short_peer_names(names) == names);
}

TEST_CASE("a name without a port stays as it is") {
  CHECK(short_peer_names({"laptop", "phone"}) == Names{"laptop", "phone"});
}
