#include "sim/base/ascii.h"

#include <doctest/doctest.h>

using namespace imapscope;

TEST_CASE("case does not count, for ASCII letters only") {
  CHECK(ascii::equal_ignoring_case("iNbOx", "INBOX"));
  CHECK_FALSE(ascii::equal_ignoring_case("INBOX", "INBO"));
  CHECK_FALSE(ascii::equal_ignoring_case("[", "{"));
  CHECK_FALSE(ascii::equal_ignoring_case("\xc3\xa4", "\xc3\x84"));
  CHECK(ascii::less_ignoring_case("a", "B"));
  CHECK(ascii::less_ignoring_case("ab", "ABC"));
  CHECK_FALSE(ascii::less_ignoring_case("ABC", "abc"));
  CHECK(ascii::starts_with_ignoring_case("HEADER.FIELDS", "header"));
  CHECK_FALSE(ascii::starts_with_ignoring_case("HEAD", "header"));
  CHECK(ascii::to_upper("aZ-\xe4") == "AZ-\xe4");
  CHECK(ascii::to_lower("aZ-\xc4") == "az-\xc4");
}

TEST_CASE("two hexadecimal digits write an octet") {
  CHECK(ascii::octet_of_hex("4a") == 'J');
  CHECK(ascii::octet_of_hex("E4rest") == '\xe4');
  for (const char* none : {"", "4", "4g", "g4", " 4", "-1"}) CHECK_FALSE(ascii::octet_of_hex(none));
}
