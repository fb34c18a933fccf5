#include "sim/wire/framer.h"

#include <doctest/doctest.h>

#include "tests/wire/framing.h"

using namespace imapscope::wire;
using Steps = std::vector<std::string>;

namespace {

struct Stream {
  std::string name;
  Writer writer;
  FramerLimits limits;
  bool accepts;
  std::string bytes;
  Steps steps;
};

const FramerLimits small{.line_octets = 16, .literal_octets = 8};

const Stream streams[] = {
    {"lines",
     Writer::client,
     {},
     true,
     "A1 NOOP\r\nA2 LOGOUT\r\n",
     {"frame 0 <A1 NOOP\r\n>", "frame 9 <A2 LOGOUT\r\n>"}},
    {"a bare LF ends a line",
     Writer::server,
     {},
     true,
     "* 1 EXISTS\n* 2 EXISTS\r\n",
     {"frame 0 <* 1 EXISTS\n>", "frame 11 <* 2 EXISTS\r\n>"}},
    {"a client's literal waits for a decision",
     Writer::client,
     {},
     true,
     "A LOGIN {3}\r\nada {2}\r\npw\r\n",
     {"literal 0 <A LOGIN {3}\r\n>", "literal 0 <A LOGIN {3}\r\nada {2}\r\n>",
      "frame 0 <A LOGIN {3}\r\nada {2}\r\npw\r\n>"}},
    {"a refused synchronizing literal ends its command",
     Writer::client,
     {},
     false,
     "A LOGIN {3}\r\nB NOOP\r\n",
     {"literal 0 <A LOGIN {3}\r\n>", "frame 13 <B NOOP\r\n>"}},
    {"a refused non-synchronizing literal takes the rest of its command along",
     Writer::client,
     {},
     false,
     "A LOGIN {3+}\r\na\nb {2+}\r\nxy {1}\r\nB NOOP\r\n",
     {"literal+ 0 <A LOGIN {3+}\r\n>", "frame 32 <B NOOP\r\n>"}},
    {"an accepted literal beyond the limit is not held",
     Writer::client,
     small,
     true,
     "A X {9+}\r\n123456789 z\r\nB NOOP\r\n",
     {"literal+ 0 <A X {9+}\r\n>", "frame 23 <B NOOP\r\n>"}},
    {"a server's literals wait for nobody",
     Writer::server,
     {},
     true,
     "* 1 FETCH (BODY[] {5}\r\na\r\n)\n X ~{1}\r\n\n)\r\n* 2 EXISTS\r\n",
     {"frame 0 <* 1 FETCH (BODY[] {5}\r\na\r\n)\n X ~{1}\r\n\n)\r\n>",
      "frame 41 <* 2 EXISTS\r\n>"}},
    {"text for people never announces a literal",
     Writer::server,
     {},
     true,
     "* OK see {5}\r\na1 no {9}\r\n+ go {1}\r\n* BYE {2}\r\n* preauth {2}\r\n",
     {"frame 0 <* OK see {5}\r\n>", "frame 14 <a1 no {9}\r\n>", "frame 25 <+ go {1}\r\n>",
      "frame 35 <* BYE {2}\r\n>", "frame 46 <* preauth {2}\r\n>"}},
    {"only a response's own first words make it a status",
     Writer::server,
     {},
     true,
     "{2}\r\nab\r\n* OK x\r\n",
     {"frame 0 <{2}\r\nab\r\n>", "frame 9 <* OK x\r\n>"}},
    {"what lies beyond the limit makes no status of a line",
     Writer::server,
     small,
     true,
     "a123456789012345 OK {2}\r\n* X\r\n* Y\r\n",
     {"too long 0 <a123456789012345>", "frame 30 <* Y\r\n>"}},
    {"braces inside a line announce nothing",
     Writer::server,
     {},
     true,
     "* LIST () \"/\" \"{5}\"\r\n* LIST () \"/\" {5} \r\n",
     {"frame 0 <* LIST () \"/\" \"{5}\"\r\n>", "frame 21 <* LIST () \"/\" {5} \r\n>"}},
    {"a number beyond 64 bits announces nothing",
     Writer::client,
     {},
     true,
     "A X {18446744073709551616}\r\n",
     {"frame 0 <A X {18446744073709551616}\r\n>"}},
    {"a server has no {n+}", Writer::server, {}, true, "* X {5+}\r\n", {"frame 0 <* X {5+}\r\n>"}},
    {"a literal may be empty",
     Writer::server,
     {},
     true,
     "* X {0}\r\n\r\n",
     {"frame 0 <* X {0}\r\n\r\n>"}},
    {"NUL octets pass",
     Writer::client,
     {},
     true,
     std::string("A \0X\r\n", 6),
     {std::string("frame 0 <A \0X\r\n>", 16)}},
    {"a line beyond the limit is dropped to its end",
     Writer::client,
     small,
     true,
     "A NOOP and so on, for long\r\nB NOOP\r\n",
     {"too long 0 <A NOOP and so on>", "frame 28 <B NOOP\r\n>"}},
    {"a long line takes the literals along that nobody waits for",
     Writer::client,
     small,
     true,
     "A 0123456789 {9+}\r\n12345\r\n89 {1}\r\nB NOOP\r\n",
     {"too long 0 <A 0123456789 {9+>", "frame 34 <B NOOP\r\n>"}},
    {"literals do not count as line",
     Writer::server,
     small,
     true,
     "* X {8}\r\n12345678 y\r\n",
     {"frame 0 <* X {8}\r\n12345678 y\r\n>"}},
    {"the lines of one frame share the limit",
     Writer::server,
     small,
     true,
     "* X {8}\r\n12345678 {1}\r\n1 y\r\n* Y\r\n",
     {"too long 0 <* X {8}\r\n12345678 {1}\r\n1 >", "frame 28 <* Y\r\n>"}},
    {"a server's literal beyond the limit takes its response along",
     Writer::server,
     small,
     true,
     "* X {9}\r\n123456789 {2}\r\n\r\n)\r\n* Y\r\n",
     {"too long 0 <* X {9}\r\n>", "frame 29 <* Y\r\n>"}},
};

std::string joined(const Steps& steps) {
  std::string all;
  for (const std::string& step : steps) all += step + "\n";
  return all;
}

}  // namespace

TEST_CASE("a stream becomes frames, in whatever pieces it comes") {
  for (const Stream& stream : streams) {
    CAPTURE(stream.name);
    for (std::size_t piece = 1; piece <= stream.bytes.size(); ++piece) {
      CAPTURE(piece);
      const SplitInput input{stream.writer, stream.limits, stream.bytes};
      REQUIRE(joined(frame_in_pieces(input, piece, stream.accepts ? accept_all : refuse_all)) ==
              joined(stream.steps));
    }
  }
}

TEST_CASE("a literal ahead is announced again until somebody decides") {
  Framer framer(Writer::client);
  framer.feed("A LOGIN {3}\r\n");
  for (int i = 0; i < 3; ++i) {
    const FramerStep step = framer.next();
    REQUIRE(std::holds_alternative<LiteralAhead>(step));
    CHECK(std::get<LiteralAhead>(step).octets == 3);
  }
}

TEST_CASE("an announcement says whether any octet may follow") {
  const std::pair<const char*, bool> rows[] = {
      {"A APPEND x {3}\r\n", false}, {"A APPEND x ~{3}\r\n", true}, {"A APPEND x ~{3+}\r\n", true}};
  for (const auto& row : rows) {
    const std::string line = row.first;
    CAPTURE(line);
    Framer framer(Writer::client);
    framer.feed(line);
    const FramerStep step = framer.next();
    REQUIRE(std::holds_alternative<LiteralAhead>(step));
    CHECK(std::get<LiteralAhead>(step).any_octet == row.second);
  }
}

TEST_CASE("a refused literal of 2 GB is dropped without being held") {
  Framer framer(Writer::client);
  framer.feed("A APPEND x {2147483648+}\r\n");
  CHECK(std::holds_alternative<LiteralAhead>(framer.next()));
  framer.refuse_literal();
  const std::string chunk(1U << 20U, 'x');
  for (int i = 0; i < 2048; ++i) {
    framer.feed(chunk);
    CHECK(framer.pending().empty());
  }
  framer.feed("\r\nB NOOP\r\n");
  CHECK(steps_of(framer, accept_all) == Steps{"frame 2147483676 <B NOOP\r\n>"});
}

TEST_CASE("after a gap the framer goes on at the given offset") {
  Framer framer(Writer::server);
  framer.feed("* 1 FETCH (BODY[] {500}\r\nhalf of it");
  CHECK(steps_of(framer, accept_all).empty());
  CHECK(framer.pending().size() == framer.fed());
  framer.resume_at(1000);
  CHECK(framer.pending().empty());
  framer.feed("* 2 EXISTS\r\n");
  CHECK(steps_of(framer, accept_all) == Steps{"frame 1000 <* 2 EXISTS\r\n>"});
  CHECK(framer.fed() == 1012);
}

TEST_CASE("a line beyond the limit is told of at its end, once") {
  Framer framer(Writer::client, small);
  framer.feed("A NOOP and so on, for");
  CHECK(steps_of(framer, accept_all).empty());
  CHECK(framer.pending().empty());
  framer.feed(" long");
  CHECK(steps_of(framer, accept_all).empty());
  framer.feed("\r\nB NOOP\r\n");
  CHECK(steps_of(framer, accept_all) ==
        Steps{"too long 0 <A NOOP and so on>", "frame 28 <B NOOP\r\n>"});
}
