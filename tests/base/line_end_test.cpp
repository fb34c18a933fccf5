#include "sim/base/line_end.h"

#include <doctest/doctest.h>

#include <string_view>

namespace imapscope {

TEST_CASE("one line end is taken off, or all of them") {
  CHECK(without_line_end("a\r\n") == "a");
  CHECK(without_line_end("a\n") == "a");
  CHECK(without_line_end("a\r") == "a");
  CHECK(without_line_end("a\r\n\r\n") == "a\r\n");
  CHECK(without_line_end("") == "");
  CHECK(without_line_ends("a\n\r\n\n") == "a");
  CHECK(without_line_ends("\r\n") == "");
}

TEST_CASE("lines are taken one after the other, each with its end") {
  std::string_view text = "a\r\n\nb";
  CHECK(take_line(text) == "a\r\n");
  CHECK(take_line(text) == "\n");
  CHECK(take_line(text) == "b");
  CHECK(text.empty());
  CHECK(take_line(text).empty());
}

}  // namespace imapscope
