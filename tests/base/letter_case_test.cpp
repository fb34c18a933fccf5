#include "sim/base/letter_case.h"

#include <doctest/doctest.h>

using namespace imapscope;

TEST_CASE("text is compared without regard to case in any script") {
  struct Row {
    const char* given;
    const char* folded;
  };
  constexpr Row rows[] = {
      {"ABC xyz 123", "abc xyz 123"},
      {"ÄÖÜ ×÷", "äöü ×÷"},
      {"Straße STRASSE", "strasse strasse"},
      {"ŁŹŻČŸ", "łźżčÿ"},
      {"ΑΒΣς Ώ", "αβσσ ώ"},
      {"ПРИВЕТ Ёё Ґ", "привет ёё ґ"},
      {"ՀԱՅ", "հայ"},
      {"E\u0301", "é"},  // the accent follows its letter
      {"漢字", "漢字"},
      {"A\xff", "a\xef\xbf\xbd"},
  };
  for (const Row& row : rows) CHECK(fold_case(row.given) == row.folded);
}

TEST_CASE("capitals are one for one") {
  CHECK(in_capitals("lesson 14: inbox") == "LESSON 14: INBOX");
  CHECK(in_capitals("урок ёж ґ") == "УРОК ЁЖ Ґ");
  CHECK(in_capitals("\xc3\xbf ÷ ώ") == "Ÿ ÷ Ώ");
  CHECK(in_capitals("") == "");
}

TEST_CASE("in an order accents come behind their letters, and case does not count") {
  CHECK(collation_key("apple") == collation_key("APPLE"));
  CHECK(collation_key("äpfel") == collation_key("ÄPFEL"));
  CHECK(collation_key("äpfel") == collation_key("a\u0308pfel"));
  CHECK(collation_key("apple") < collation_key("Äpfel"));
  CHECK(collation_key("Äpfel") < collation_key("b"));
  CHECK(collation_key("z") < collation_key("[list]"));  // by their capitals (RFC 5051 §2)
  CHECK(collation_key("привет") == collation_key("ПРИВЕТ"));
  CHECK(collation_key("").empty());
}
