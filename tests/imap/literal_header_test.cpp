// The one reader of `{350}` at the end of a line.
#include "sim/imap/literal_header.h"

#include <doctest/doctest.h>

#include <string>

namespace imapscope {

TEST_CASE("a literal's header is read at the end of a line, with or without the line end") {
  for (const char* end : {"", "\r\n", "\n"}) {
    CAPTURE(end);
    const auto header = literal_header_of("a APPEND INBOX {350}" + std::string(end));
    REQUIRE(header);
    CHECK(header->octets == 350);
    CHECK(header->offset == 15);
    CHECK(header->is_synchronizing);
  }
}

TEST_CASE("a plus does not wait, a tilde belongs to the header") {
  const auto plus = literal_header_of("a LOGIN {3+}\r\n");
  REQUIRE(plus);
  CHECK_FALSE(plus->is_synchronizing);
  const auto binary = literal_header_of("a APPEND x ~{0}\r\n");
  REQUIRE(binary);
  CHECK(binary->offset == 11);
  CHECK(binary->octets == 0);
  CHECK(binary->any_octet);
  CHECK_FALSE(plus->any_octet);
}

TEST_CASE("what is no header announces nothing") {
  for (const char* line : {"", "}", "{}", "{+}", "{x}", "5}", "{-5}", "{+5}", "{5++}", "{5-}",
                           "{5} ", "{5}\r\n\r\n", "{18446744073709551616}", "{5}x"}) {
    CAPTURE(std::string(line));
    CHECK_FALSE(literal_header_of(line));
  }
  CHECK(literal_header_of("{18446744073709551615}")->octets == 18446744073709551615U);
}

TEST_CASE("of a long line only the end is looked at") {
  const std::string blanks(1'000'000, ' ');
  CHECK(literal_header_of(blanks + "{5}")->offset == blanks.size());
  CHECK_FALSE(literal_header_of("{" + std::string(40, '0') + "5}"));
}

}  // namespace imapscope
