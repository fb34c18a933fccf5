#include "sim/imap/encoded_word.h"

#include <doctest/doctest.h>

#include <utility>

using namespace imapscope;

TEST_CASE("encoded words are decoded where they can be") {
  const std::pair<const char*, const char*> rows[] = {
      {"plain", "plain"},
      {"=?utf-8?q?a_b=3D?=", "a b="},
      {"=?UTF-8?B?w6Q=?= x =?iso-8859-1?Q?=E4?=", "ä x ä"},
      {"=?utf-8?q?a?= \t =?utf-8?q?b?= c", "ab c"},
      {"=?utf-8*de?q?a?=", "a"},
      {"=?x-unknown?q?a?= =?utf-8?q?b?=", "=?x-unknown?q?a?= b"},
      {"=?utf-8?x?a?=", "=?utf-8?x?a?="},
      {"=?utf-8?q?open", "=?utf-8?q?open"},
      {"=?", "=?"},
      {"=?windows-1252?q?=80=93?=", "€“"},
      {"=?utf-8?b?w6Q?=", "ä"},
      {"=?utf-8?q?\xff=zz?=", "\xef\xbf\xbd=zz"},
      {"raw \xe4", "raw ä"},
  };
  for (const auto& [given, expected] : rows) CHECK(decode_encoded_words(given) == expected);
}
