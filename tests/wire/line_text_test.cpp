#include "sim/wire/line_text.h"

#include <doctest/doctest.h>

namespace imapscope::wire {

TEST_CASE("a line loses its line end and nothing else") {
  CHECK(line_text("a1 NOOP\r\n").head == "a1 NOOP");
  CHECK(line_text("* 3 EXPUNGE\r\n").body.empty());
  CHECK(line_text("").head.empty());
}

TEST_CASE("a literal of several lines folds, and what follows it stays") {
  const LineText text = line_text("* 1 FETCH (BODY[TEXT] {12}\r\nHello\r\nyou\r\n FLAGS ())\r\n");
  CHECK(text.head == "* 1 FETCH (BODY[TEXT] {12} \u2026 FLAGS ())");
  REQUIRE(text.body.size() == 2);
  CHECK(text.body[0] == "Hello");
  CHECK(text.body[1] == "you");
}

TEST_CASE("a long literal folds, on one line too") {
  const std::string message(longest_inline_literal + 1, 'x');
  const LineText text = line_text("* 1 FETCH (BODY[] {41}\r\n" + message + ")\r\n");
  CHECK(text.head == "* 1 FETCH (BODY[] {41} …)");
  CHECK(text.body == std::vector<std::string>{message});
}

TEST_CASE("a short literal is set in line, synchronizing or not") {
  CHECK(line_text("a1 LOGIN {3}\r\nada {4+}\r\n\xc3\xa9t\xc3\r\n").head ==
        "a1 LOGIN {3} ada {4+} \u00e9t\\xc3");
}

TEST_CASE("braces that announce nothing stay text") {
  CHECK(line_text("a1 SEARCH SUBJECT \"{5}\"\r\n").head == "a1 SEARCH SUBJECT \"{5}\"");
  CHECK(line_text("* OK {x}\r\n").head == "* OK {x}");
}

TEST_CASE("a literal whose octets have not all come shows those that have") {
  CHECK(line_text("a1 APPEND INBOX {100}\r\nFrom").head == "a1 APPEND INBOX {100} From");
}

TEST_CASE("an opened fold says how much more there is") {
  std::string message;
  for (int i = 0; i < 100; ++i) message += "x\r\n";
  const LineText text = line_text("* 1 FETCH (BODY[] {" + std::to_string(message.size()) + "}\r\n" +
                                  message + ")\r\n");
  REQUIRE(text.body.size() == longest_body + 1);
  CHECK(text.body.back() == "\u2026 40 more lines");
}

TEST_CASE("octets that are no text stay visible") {
  CHECK(printable("a\tb\r\n") == "a b\\r\\n");
  CHECK(printable(std::string_view("\0\x1b\x7f", 3)) == "\\x00\\x1b\\x7f");
  CHECK(printable("\xff\xd0\x9f") == "\\xff\u041f");
  CHECK(hex("* 3", 8) == "2a 20 33");
  CHECK(hex("abc", 2) == "61 62 \u2026");
}

TEST_CASE("a line that fails to end, or ends twice, is shown whole") {
  CHECK(line_text("a1 NOOP").head == "a1 NOOP");
  CHECK(line_text("a1 NOOP\na2 NOOP\n").head == "a1 NOOP\\na2 NOOP");
  CHECK(line_text("a1 LOGIN {3}\nada pw\n").head == "a1 LOGIN {3} ada pw");
}

TEST_CASE("a folded line becomes octets again") {
  CHECK(line_bytes("* 1 FETCH (BODY[] {3} …)") == "* 1 FETCH (BODY[] {3}\r\nxxx)\r\n");
  CHECK(line_bytes("* OK … {3} more") == "* OK … {3} more\r\n");
}

}  // namespace imapscope::wire
