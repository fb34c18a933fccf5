#include <doctest/doctest.h>

#include "sim/mail/date.h"

using namespace imapscope;
using namespace imapscope::mail;

TEST_CASE("Date fields are read, old forms too") {
  const std::pair<const char*, DateTime> rows[] = {
      {"Tue, 10 Mar 2026 09:15:30 +0100", {{2026, 3, 10}, 9, 15, 30, 60}},
      {"10 Mar 2026 09:15 -0330", {{2026, 3, 10}, 9, 15, 0, -210}},
      {"Tue , 1 jan 99 00:00:60 EST", {{1999, 1, 1}, 0, 0, 60, -300}},
      {"1 Jan 49 00:00 PDT", {{2049, 1, 1}, 0, 0, 0, -420}},
      {"1 Jan 103 00:00 X", {{2003, 1, 1}, 0, 0, 0, 0}},
      {"(a) Tue (b), 10 (c) Mar 2026 09:15:30 GMT (d)", {{2026, 3, 10}, 9, 15, 30, 0}},
      {"29 Feb 2024", {{2024, 2, 29}, 0, 0, 0, 0}},
  };
  for (const auto& row : rows) {
    const auto& [text, expected] = row;
    CAPTURE(row.first);
    REQUIRE(parse_header_date(text));
    CHECK(parse_header_date(text) == expected);
  }
}

TEST_CASE("what is no date is none") {
  for (const char* text :
       {"", "yesterday", "Tue, 10", "32 Mar 2026 09:15:00 +0100", "29 Feb 2025 00:00 +0000",
        "10 Mrz 2026 09:15 +0100", "10 Mar 2026 24:00 +0000", "10 Mar 2026 9 +0000",
        "10 Mar 2026 09:15:00:00 +0000", "10 Mar 2 09:15 +0000", "x Mar 2026 09:15 +0000",
        "10 Mar 2026 123:15 +0000", "10 Mar 20260 09:15 +0000"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_header_date(text));
  }
}

TEST_CASE("From_ lines end in a date") {
  const std::pair<const char*, DateTime> rows[] = {
      {"Tue Mar 10 09:15:30 2026", {{2026, 3, 10}, 9, 15, 30, 0}},
      {"Tue Mar  1 09:15:30 2026", {{2026, 3, 1}, 9, 15, 30, 0}},
      {"Tue Mar 10 09:15:30 2026 +0200", {{2026, 3, 10}, 9, 15, 30, 120}},
      {"Tue Mar 10 09:15:30 -0800 2026", {{2026, 3, 10}, 9, 15, 30, -480}},
      {"Tue Mar 10 09:15 2026", {{2026, 3, 10}, 9, 15, 0, 0}},
  };
  for (const auto& row : rows) {
    const auto& [text, expected] = row;
    CAPTURE(row.first);
    REQUIRE(parse_mbox_date(text));
    CHECK(parse_mbox_date(text) == expected);
  }
  CHECK_FALSE(parse_mbox_date("MAILER-DAEMON"));
  CHECK_FALSE(parse_mbox_date("Tue Mar 32 09:15:30 2026"));
}
