#include "sim/imap/charset.h"

#include <doctest/doctest.h>

#include <utility>

using namespace imapscope;

TEST_CASE("the charsets of mail become UTF-8") {
  struct Row {
    const char* charset;
    const char* octets;
    const char* text;
  };
  const Row rows[] = {
      {"us-ascii", "plain", "plain"},
      {"UTF-8", "\xc3\xa4\xff", "ä\xef\xbf\xbd"},
      {"ISO-8859-1", "\xe4\xa4", "ä¤"},
      {"ISO-8859-15", "\xe4\xa4\xbe", "ä€Ÿ"},
      {"ISO-8859-5", "\xbf\xe0\xf0\xfd\xf1", "Пр№§ё"},
      {"windows-1252", "\x80\x93\xe4\x81", "€“ä\xef\xbf\xbd"},
      {"Windows-1251", "\xcf\xf0\xb8\xa8\x88", "ПрёЁ€"},
      {"KOI8-R", "\xf0\xd2\xa3\xb3", "ПрёЁ"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.charset);
    CHECK(decode_charset(row.octets, row.charset) == row.text);
  }
  CHECK_FALSE(decode_charset("a", "x-unknown"));
}

TEST_CASE("octets of no named charset are UTF-8 where they can be") {
  CHECK(decode_unlabelled("\xc3\xa4") == "ä");
  CHECK(decode_unlabelled("\xe4") == "ä");
}
