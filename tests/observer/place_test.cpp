// Where in a line the octets stand that a finding is about.
#include "sim/belief/place.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

std::string at(std::string_view bytes, rules::Place place) {
  return std::string(bytes.substr(place.offset, place.octets));
}

TEST_CASE("from where a line breaks to the end of what stands there") {
  struct {
    const char* bytes;
    std::size_t offset;
    const char* place;
  } const rows[] = {
      {"a1 FETCH 1:x FLAGS\r\n", 11, "x"},
      {"a1 FETCH 1\r\n", 10, "\r\n"},
      {"a1 FETCH 1", 10, ""},
      {"a1 STATUS Tea (MESSAGES FLAVOUR)\r\n", 24, "FLAVOUR"},
      {"a1 NOOP  x\r\n", 7, "  x"},
      {"* LIST () \"/\" \"Tea\"\r\n", 14, "\"Tea\""},
      {"* 1 FETCH (INTERNALDATE \"5-Feb-2026\")\r\n", 25, "5-Feb-2026"},
      {"a1 OK caf\xc3\xa9 is open\r\n", 9, "\xc3\xa9"},
      {"a1 OK [ALERT]disk full\r\n", 13, "disk"},
      {"a1 CREATE {3+}\r\nTea\r\n", 10, "{3+}"},
      {"a1 CREATE {3+}\r\nTea\r\n", 17, "e"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.bytes);
    CHECK(at(row.bytes, place_at(row.bytes, row.offset)) == row.place);
  }
}

TEST_CASE("numbers are found by their value, by themselves and in sets") {
  const std::string fetch = "4 FETCH 2:4,14 (FLAGS BODY[4])\r\n";
  CHECK(place_of_number(fetch, 4).offset == 10);  // not in the tag
  CHECK(place_of_number(fetch, 14).offset == 12);
  CHECK(place_of_number(fetch, 1).octets == 0);
  const std::string fetched = "* 22 FETCH (RFC822.SIZE 22 UID 22)\r\n";
  CHECK(place_of_uid(fetched, {22}).offset == 31);
}

/// What is underlined of the line that begins so.
std::string underlined(const Timeline& timeline, const std::string& beginning) {
  const Line& line = line_of(timeline, beginning);
  REQUIRE(line.findings.size() == 1);
  return at(line.bytes, line.findings[0].place);
}

TEST_CASE("a finding is about the words that are wrong") {
  const auto sent = [](const std::string& command) {
    return underlined(TraceBuilder().selected(3).client(command).timeline(), command);
  };
  CHECK(sent("a3 FETCH 2:9 FLAGS") == "9");
  CHECK(sent("a3 UID FROB 1") == "FROB");
  CHECK(sent("a+3 NOOP") == "a+3");
  CHECK(sent("a3 UID STORE 1 FLAVOURS (x)") == "FLAVOURS");
  const auto said = [](const std::string& line) {
    return underlined(TraceBuilder().selected(3).server(line).timeline(), line);
  };
  CHECK(said("* 2 EXPUNGE") == "EXPUNGE");
  CHECK(said("zz OK done") == "zz");
  CHECK(said("* 2 EXISTS") == "2");
}

}  // namespace
}  // namespace imapscope::observer
