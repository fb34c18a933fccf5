#include "sim/base/utf.h"

#include <doctest/doctest.h>

using namespace imapscope;

TEST_CASE("code points of every length go there and back") {
  const std::u32string all = U"a\u007f\u0080\u07ff\u0800\ud7ff\ue000\uffff\U00010000\U0010ffff";
  CHECK(code_points_of(to_utf8(all)) == all);
  CHECK(to_utf8(U"\u20ac") == "\xe2\x82\xac");
  CHECK(is_utf8(to_utf8(all)));
}

TEST_CASE("each octet that is no UTF-8 becomes a replacement character") {
  const std::pair<std::string, std::u32string> rows[] = {
      {"\xff", U"\ufffd"},
      {"a\x80z", U"a\ufffdz"},
      {"\xc0\xaf", U"\ufffd\ufffd"},                      // longer than needed
      {"\xe0\x80\x80", U"\ufffd\ufffd\ufffd"},            // longer than needed
      {"\xed\xa0\x80", U"\ufffd\ufffd\ufffd"},            // a surrogate
      {"\xf4\x90\x80\x80", U"\ufffd\ufffd\ufffd\ufffd"},  // above U+10FFFF
      {"\xe2\x82", U"\ufffd\ufffd"},                      // cut off
  };
  for (const auto& [bytes, code_points] : rows) {
    CHECK_FALSE(is_utf8(bytes));
    CHECK(code_points_of(bytes) == code_points);
  }
}

TEST_CASE("text is cut between characters, never within one") {
  const std::string text = "aя€";  // 1, 2 and 3 octets
  const std::string_view parts[] = {"", "a", "a", "aя", "aя", "aя", "aя€", "aя€"};
  for (std::size_t most = 0; most < std::size(parts); ++most) {
    CHECK(cut_at_character(text, most) == parts[most]);
  }
  CHECK(cut_at_character("\x80\x80", 1).empty());  // no UTF-8: nothing of it
}
