#include "gui/layout/wrap.h"

#include <doctest/doctest.h>

#include <string_view>

using imapscope::gui::wrap_at_token;

TEST_CASE("a line of the wire breaks at the last token that fits") {
  struct Row {
    std::string_view text;
    std::size_t columns;
    std::string_view first;
  };
  for (const Row& row : {
           Row{"* 4 EXISTS", 17, "* 4 EXISTS"},
           Row{"* 3 FETCH (FLAGS (\\Flagged \\Seen))", 17, "* 3 FETCH (FLAGS"},
           Row{"b4 STORE 3 +FLAGS (\\Flagged)", 17, "b4 STORE 3 +FLAGS"},
           Row{"b4 OK STORE completed", 17, "b4 OK STORE"},
           Row{"a1 \"one very long token\"", 10, "a1 \"one"},
           Row{"a1 abcdefghijklmnop", 8, "a1 abcde"},
           Row{"abcdefgh", 4, "abcd"},
           Row{"", 4, ""},
       }) {
    CAPTURE(row.text);
    CHECK(row.text.substr(0, wrap_at_token(row.text, row.columns)) == row.first);
  }
}
