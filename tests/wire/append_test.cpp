#include "sim/imap/append.h"

#include "tests/wire/tables.h"

using namespace imapscope;
using namespace imapscope::wire;

TEST_CASE("APPEND takes flags, a date and a literal") {
  check_commands({
      {"a APPEND x {5}\r\nhello", ""},
      {"a APPEND x (\\Seen $Work) {0}\r\n", ""},
      {"a APPEND x () {1}\r\na", "a APPEND x {1}\r\na"},
      {"a APPEND x \" 7-Feb-1994 21:52:25 -0800\" {1}\r\na", ""},
      {"a APPEND x (\\Draft) \"17-Jul-1996 02:44:25 +1345\" {2}\r\n\r\n", ""},
  });
  check_command_faults({
      {"a APPEND x", "10: a space"},
      {"a APPEND x hello", "11: the message as a literal"},
      {"a APPEND x \"hello\"", "12: a day of two characters"},
      {"a APPEND x (\\Recent) {1}\r\na",
       "12: a flag that a client may set; only the server sets \\Recent"},
      {"a APPEND x {1}\r\nab", "17: the end of the line"},
      {std::string("a APPEND x {1}\r\n\0", 17), "16: an octet other than NUL"},
  });
}

TEST_CASE("a date and time has its day in two characters, and is a moment that exists") {
  const auto fault_of = [](const std::string& date) {
    return command_fault("a APPEND x \"" + date + "\" {1}\r\na");
  };
  CHECK(fault_of("31-Feb-1996 02:44:25 -0700") == "12: a day of the calendar");
  CHECK(fault_of("17-Foo-1996 02:44:25 -0700") == "15: a month, Jan to Dec");
  CHECK(fault_of("17-Jul-96 02:44:25 -0700") == "21: a year of four digits");
  CHECK(fault_of("17-Jul-1996 24:44:25 -0700") == "24: hours, 00 to 23");
  CHECK(fault_of("17-Jul-1996 02:60:25 -0700") == "27: minutes, 00 to 59");
  CHECK(fault_of("17-Jul-1996 02:44:61 -0700") == "30: seconds, 00 to 60");
  CHECK(fault_of("17-Jul-1996 02:44:25 GMT") == "33: a zone, + or - and four digits");
  CHECK(fault_of("17-Jul-1996 02:44:25 -0760") == "36: minutes of the zone");
  CHECK(read_command("a APPEND x \"1-Feb-1994 21:52:25 -0800\" {1}\r\na").quirks ==
        std::vector<Quirk>{{QuirkKind::short_day, 12}});
}
