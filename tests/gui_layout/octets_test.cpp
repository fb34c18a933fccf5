#include "gui/layout/octets.h"

#include <doctest/doctest.h>

using namespace imapscope::gui;
using namespace std::string_literals;

TEST_CASE("every line end counts as CR LF, however it was typed") {
  for (const char* typed : {"Hi\nthere\n", "Hi\r\nthere\r\n", "Hi\rthere\r"}) {
    CAPTURE(typed);
    CHECK(with_crlf(typed) == "Hi\r\nthere\r\n");
    CHECK(count_octets(typed, 11).complete());
  }
}

TEST_CASE("octets are counted, not characters") {
  struct Case {
    const char* typed;
    std::uint64_t wanted;
    std::uint64_t to_go;
    std::uint64_t too_many;
  };
  const Case cases[] = {
      {"", 11, 11, 0},           {"Hi\n", 11, 7, 0},        {"na\xc3\xafve", 6, 0, 0},
      {"na\xc3\xafve", 5, 0, 1}, {"\xe2\x82\xac", 4, 1, 0}, {"", 0, 0, 0},
  };
  for (const Case& c : cases) {
    CAPTURE(c.typed);
    const OctetCount count = count_octets(c.typed, c.wanted);
    CHECK(count.to_go() == c.to_go);
    CHECK(count.too_many() == c.too_many);
    CHECK(count.complete() == (c.to_go == 0 && c.too_many == 0));
  }
}

TEST_CASE("what is too much is named") {
  CHECK(count_octets("secrets", 6).surplus() == "s");
  CHECK(count_octets("secret", 6).surplus().empty());
}

TEST_CASE("dots fill up to the octets that are wanted, and not beyond") {
  CHECK(filled_up("Hi\n", 11) == "Hi\n.......");
  CHECK(count_octets(filled_up("Hi\n", 11), 11).complete());
  CHECK(filled_up("too long", 3) == "too long");
}

TEST_CASE("an octet's cell says what it is") {
  CHECK(octet_name('H') == "H");
  CHECK(octet_name('\r') == "CR");
  CHECK(octet_name('\n') == "LF");
  CHECK(octet_name(' ') == "SP");
  CHECK(octet_name('\xc3') == "C3");
  CHECK(octet_name('\0') == "00");
}

TEST_CASE("a SASL response is typed with escapes, and sent as base64") {
  CHECK(unescaped("\\0ada\\0secret") == "\0ada\0secret"s);
  CHECK(unescaped("a\\\\b\\x41\\q\\") == "a\\bA\\q\\");
  CHECK(sasl_line("\\0ada\\0secret") == "AGFkYQBzZWNyZXQ=");
  CHECK(sasl_line("*") == "*");
  CHECK(sasl_line("").empty());
}
