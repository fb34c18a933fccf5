#include "sim/wire/tokens.h"

#include <doctest/doctest.h>

#include "sim/wire/framer.h"

using namespace imapscope::wire;

namespace {

constexpr const char* names[] = {"tag",    "untagged", "continuation", "atom",  "number", "flag",
                                 "quoted", "header",   "body",         "(",     ")",      "[",
                                 "]",      "partial",  "code[",        "code]", "text",   "garbage",
                                 "end"};

/// "tag:a1 atom:NOOP end", with the depth before what stands in lists: "1.atom:FLAGS".
std::string spelled(std::string_view frame) {
  std::string all;
  for (const Token& token : tokens(frame)) {
    if (!all.empty()) all += ' ';
    if (token.depth > 0) all += std::to_string(token.depth) + ".";
    all += names[static_cast<std::size_t>(token.kind)];
    const bool spelled_by_kind = token.size == 1 || token.kind == TokenKind::line_end ||
                                 token.kind == TokenKind::literal_header;
    if (!spelled_by_kind || token.kind == TokenKind::number) {
      all += ":" + std::string(text_of(frame, token));
    }
  }
  return all;
}

}  // namespace

TEST_CASE("a frame falls into tokens") {
  struct Row {
    std::string frame;
    std::string tokens;
  };
  const Row rows[] = {
      {"a1 NOOP\r\n", "tag:a1 atom:NOOP end"},
      {"DONE\r\n", "text:DONE end"},
      {"dGVzdA==\r\n", "text:dGVzdA== end"},
      {"\r\n", "end"},
      {"", ""},
      {"* 18 EXISTS\n", "untagged number:18 atom:EXISTS end"},
      {"+ go on (please) {5}\r\n", "continuation text:go on (please) {5} end"},
      {"+\r\n", "continuation end"},
      {"a1 OK [READ-WRITE] all (done)\r\n",
       "tag:a1 atom:OK code[ 1.atom:READ-WRITE code] text:all (done) end"},
      {"* OK [PERMANENTFLAGS (\\Seen \\*)] x y\r\n",
       "untagged atom:OK code[ 1.atom:PERMANENTFLAGS 1.( 2.flag:\\Seen 2.flag:\\* 1.) code] "
       "text:x y end"},
      {"* OK [unclosed\r\n", "untagged atom:OK text:[unclosed end"},
      {"* 1 FETCH (FLAGS (\\Seen) UID 57)\r\n",
       "untagged number:1 atom:FETCH ( 1.atom:FLAGS 1.( 2.flag:\\Seen 1.) 1.atom:UID "
       "1.number:57 ) end"},
      {"aa UID FETCH 1:* BODY.PEEK[1.HEADER.FIELDS (To \"a b\")]<0.10>\r\n",
       "tag:aa atom:UID atom:FETCH atom:1:* atom:BODY.PEEK [ 1.atom:1.HEADER.FIELDS 1.( 2.atom:To "
       "2.quoted:\"a b\" 1.) ] partial:<0.10> end"},
      {"aa SELECT [Gmail]/All\r\n", "tag:aa atom:SELECT atom:[Gmail]/All end"},
      {"aa LOGIN ada {4}\r\np\r\n)\r\n", "tag:aa atom:LOGIN atom:ada header body:p\r\n) end"},
      {"aa X {0+}\r\n ~{2}\r\nab\r\n", "tag:aa atom header header body:ab end"},
      {"aa LOGIN \"q\\\"x\" \"unclosed\r\n",
       "tag:aa atom:LOGIN quoted:\"q\\\"x\" garbage "
       "atom:unclosed end"},
      {"aa X {18446744073709551615}\r\nrest", "tag:aa atom header body:rest"},
      {"aa X {18446744073709551616}\r\n", "tag:aa atom atom:{18446744073709551616} end"},
      {"aa X {11}\r\n", "tag:aa atom header"},
      {std::string("aa\0bb\r\n", 7), "tag:aa garbage atom:bb end"},
      {"aa )))((\r\n", "tag:aa ) ) ) ( 1.( end"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.frame);
    CHECK(spelled(row.frame) == row.tokens);
  }
}
