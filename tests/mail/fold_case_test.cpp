#include "sim/mail/fold_case.h"

#include <doctest/doctest.h>

#include <utility>

using namespace imapscope::mail;

TEST_CASE("letters fold to lower case") {
  const std::pair<const char*, const char*> rows[] = {
      {"ABC xyz 123", "abc xyz 123"}, {"ÄÖÜ ×÷ ß", "äöü ×÷ ß"},       {"ŁŹŻČŸ", "łźżčÿ"},
      {"ΑΒΣς Ώ", "αβσσ ώ"},           {"ПРИВЕТ Ёё Ґ", "привет ёё ґ"}, {"漢字", "漢字"},
      {"\xff", "\xef\xbf\xbd"},
  };
  for (const auto& [given, expected] : rows) CHECK(fold_case(given) == expected);
}
