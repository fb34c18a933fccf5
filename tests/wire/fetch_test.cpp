#include "sim/imap/fetch.h"

#include "tests/wire/tables.h"

using namespace imapscope;
using namespace imapscope::wire;

TEST_CASE("every item of FETCH, and the macros") {
  check_commands({
      {"a FETCH 1 ALL", ""},
      {"a fetch 1 fast", "a FETCH 1 FAST"},
      {"a FETCH 1 Full", "a FETCH 1 FULL"},
      {"a FETCH 1 FLAGS", ""},
      {"a FETCH 1 (FLAGS)", "a FETCH 1 FLAGS"},
      {"a FETCH 2:4,* (FLAGS INTERNALDATE RFC822.SIZE ENVELOPE UID BODY BODYSTRUCTURE)", ""},
      {"a FETCH 1 (rfc822 rfc822.header rfc822.text)",
       "a FETCH 1 (RFC822 RFC822.HEADER RFC822.TEXT)"},
      {"a UID FETCH 1:* (UID FLAGS)", ""},
  });
  CHECK(items_of(command_in<Fetch>("a FETCH 1 FULL")).size() == 5);
}

TEST_CASE("every section, with .PEEK and partials") {
  check_commands({
      {"a FETCH 1 BODY[]", ""},
      {"a FETCH 1 BODY.PEEK[]", ""},
      {"a FETCH 1 body.peek[header]<0.10>", "a FETCH 1 BODY.PEEK[HEADER]<0.10>"},
      {"a FETCH 1 BODY[1]", ""},
      {"a FETCH 1 BODY[1.2.3.MIME]", ""},
      {"a FETCH 1 BODY[4.1.HEADER]", ""},
      {"a FETCH 1 BODY[TEXT]<4294967295.4294967295>", ""},
      {"a FETCH 1 BODY[TEXT]<9223372036854775807.9223372036854775807>", ""},
      {"a FETCH 1 BODY[HEADER.FIELDS (DATE FROM)]", ""},
      {"a FETCH 1 BODY.PEEK[2.HEADER.FIELDS.NOT (\"a b\" Date)]<5.1>", ""},
      {"a FETCH 1 (BODY[HEADER] BODY.PEEK[TEXT])", ""},
  });
}

TEST_CASE("what is no FETCH") {
  check_command_faults({
      {"a FETCH 1", "9: a space"},
      {"a FETCH 1 ()", "10: a list of items to fetch"},
      {"a FETCH 1 (ALL)", "11: an item to fetch"},
      {"a FETCH 1 FOO", "10: an item to fetch"},
      {"a FETCH 1 FLAGS UID", "15: the end of the line"},
      {"a FETCH 1 BODY.PEEK", "19: a section in brackets"},
      {"a FETCH 1 FLAGS[1]", "15: the end of the line"},
      {"a FETCH 1 BODY[",
       "15: a part number, HEADER, HEADER.FIELDS, HEADER.FIELDS.NOT, TEXT, or "
       "MIME behind a part"},
      {"a FETCH 1 BODY[0]", "15: a number other than 0"},
      {"a FETCH 1 BODY[01]", "15: a number that does not begin with 0"},
      {"a FETCH 01 FLAGS", "8: a number that does not begin with 0"},
      {"a FETCH 2:03 FLAGS", "10: a number that does not begin with 0"},
      {"a FETCH 1 BODY[]<0.05>", "19: a number that does not begin with 0"},
      {"a FETCH 1 BODY[MIME]",
       "15: a part number, HEADER, HEADER.FIELDS, HEADER.FIELDS.NOT, TEXT, "
       "or MIME behind a part"},
      {"a FETCH 1 BODY[1.]",
       "17: a part number, HEADER, HEADER.FIELDS, HEADER.FIELDS.NOT, TEXT, "
       "or MIME behind a part"},
      {"a FETCH 1 BODY[HEADER.FIELDS]", "28: a space"},
      {"a FETCH 1 BODY[HEADER.FIELDS ()]", "29: a list of header fields"},
      {"a FETCH 1 BODY[]<0.0>", "19: a number other than 0"},
      {"a FETCH 1 BODY[]<5>", "18: . between first octet and count"},
      {"a FETCH x FLAGS", "8: a message number or *"},
  });
}

TEST_CASE("every item of FETCH data") {
  check_responses({
      {R"(* 12 FETCH (FLAGS (\Seen \Recent)))", ""},
      {"* 1 FETCH (RFC822.SIZE 8589934592)", ""},
      {R"(* 1 FETCH (UID 5 RFC822.SIZE 44827 INTERNALDATE "17-Jul-1996 02:44:25 -0700"))", ""},
      {"* 1 fetch (flags () uid 5)", "* 1 FETCH (FLAGS () UID 5)"},
      {"* 1 FETCH (BODY[] {5}\r\na\r\nb))", ""},
      {"* 1 FETCH (BODY[TEXT]<10> \"abc\")", "* 1 FETCH (BODY[TEXT]<10> {3}\r\nabc)"},
      {"* 1 FETCH (BODY[1.MIME] NIL BODY[HEADER.FIELDS (\"DATE\" From)] {2}\r\n\r\n)",
       "* 1 FETCH (BODY[1.MIME] NIL BODY[HEADER.FIELDS (DATE From)] {2}\r\n\r\n)"},
      {"* 1 FETCH (RFC822 {1}\r\na RFC822.HEADER {0}\r\n RFC822.TEXT NIL)", ""},
  });
}

TEST_CASE("items that are not known here are kept as written") {
  check_responses({
      {"* 1 FETCH (MODSEQ (65402) X-GM-MSGID 1278455344230334865 UID 5)", ""},
      {R"(* 1 FETCH (X-GM-LABELS (\Inbox "\\Sent" (a (b)) &-x) EMAILID (M6d99ac3275bb4e)))", ""},
      {"* 1 FETCH (X {3}\r\n()\" PREVIEW NIL)", ""},
  });
}

TEST_CASE("parts without their encoding, in a literal8 where they came in one") {
  check_responses({
      {std::string("* 1 FETCH (BINARY[1.2]<0> ~{3}\r\na\0b BINARY.SIZE[1] 3)", 53), ""},
      {"* 1 FETCH (BINARY[1] ~{3}\r\na\nb BINARY[2] NIL BINARY[] {0}\r\n)", ""},
  });
  check_response_faults({
      {"* 1 FETCH (BINARY[TEXT] NIL)", "18: a part number"},
      {"* 1 FETCH (BINARY.SIZE[1] NIL)", "26: a size in octets"},
  });
  const auto data = data_in<FetchData>("* 1 FETCH (BINARY[1]<0> {2}\r\n)))");
  CHECK(std::get<FetchedBinary>(data.items.front()) == FetchedBinary{{1}, 0, "))"});
}

TEST_CASE("what is no FETCH data") {
  check_response_faults({
      {"* 0 FETCH (UID 5)", "2: a message number other than 0"},
      {"* 1 FETCH", "9: a space"},
      {"* 1 FETCH UID 5", "10: a list of items"},
      {"* 1 FETCH (UID 0)", "15: a number other than 0"},
      {"* 1 FETCH (UID 5", "16: a space or the list's end"},
      {"* 1 FETCH (FLAGS)", "16: a space"},
      {"* 1 FETCH (BODY[] abc", "21: a space or the list's end"},
      {"* 1 FETCH (X (a)", "16: a space or the list's end"},
  });
}

TEST_CASE("what servers write against the grammar of FETCH data") {
  check_oddities({
      {"* 1 FETCH (UID 5 )", {{QuirkKind::stray_space, 16}}, "* 1 FETCH (UID 5)"},
      {"* 1 FETCH ()", {{QuirkKind::empty_list, 10}}, "* 1 FETCH ()"},
      {"* 1 FETCH (INTERNALDATE \"1-Jul-1996 02:44:25 -0700\")",
       {{QuirkKind::short_day, 25}},
       "* 1 FETCH (INTERNALDATE \" 1-Jul-1996 02:44:25 -0700\")"},
      {std::string("* 1 FETCH (BODY[] {3}\r\na\0b)", 27),
       {{QuirkKind::nul_in_literal, 24}},
       std::string("* 1 FETCH (BODY[] {3}\r\na\0b)", 27)},
  });
}
