// Status responses, their codes, continuation requests, and what is not known here.
#include "sim/imap/response.h"

#include "tests/wire/tables.h"

using namespace imapscope;
using namespace imapscope::wire;

TEST_CASE("status responses, tagged and untagged") {
  check_responses({
      {"* OK IMAP4rev1 server ready", ""},
      {"* preauth logged in", "* PREAUTH logged in"},
      {"* BYE idle for too long", ""},
      {"a1 OK done", ""},
      {"A.1] no sorry", "A.1] NO sorry"},
      {"a BAD what?", ""},
      {"a OK text (of) {5} any \"kind\" ]", ""},
      {"* OK  two spaces belong to the text", ""},
      {"* OK [ is text, and so is this: []", ""},
      {"* OK [] nothing in brackets", ""},
  });
  check_response_faults({
      {"", "0: a tag"},
      {"*", "1: a space"},
      {"* ", "2: a response"},
      {"a", "1: a space"},
      {"a BYE x", "2: OK, NO or BAD"},
      {"a PREAUTH x", "2: OK, NO or BAD"},
      {"a 5 EXISTS", "2: OK, NO or BAD"},
      {"b+1 5 EXISTS", "1: a space"},
  });
}

TEST_CASE("every response code") {
  check_responses({
      {"* OK [ALERT] x", ""},
      {"a NO [BADCHARSET] x", ""},
      {"a NO [BADCHARSET (UTF-8 \"US ASCII\")] x", ""},
      {"* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] x", ""},
      {R"(* OK [PERMANENTFLAGS (\Deleted \Seen \*)] x)", ""},
      {"* OK [PERMANENTFLAGS ()] x", ""},
      {R"(* OK [PERMANENTFLAGS (\*)] x)", ""},
      {"* OK [UIDNEXT 4392] x", ""},
      {"* OK [UIDVALIDITY 3857529045] x", ""},
      {"* ok [unseen 12] x", "* OK [UNSEEN 12] x"},
      {"a OK [APPENDUID 38505 3955:3958,7] x", ""},
      {"a OK [COPYUID 38505 304,319:320 3956:3958] x", ""},
      {"* OK [HIGHESTMODSEQ 715194045007] x", ""},
      {"* NO [REFERRAL imap://a@b/c;x=(1)] x", ""},
      {"* OK [READ-ONLY] x", ""},
      {"a NO [TRYCREATE] x", ""},
  });
}

TEST_CASE("a code with arguments that are not its own is an unknown one") {
  check_oddities({
      {"* OK [UIDNEXT] x", {{QuirkKind::odd_code, 6}}, "* OK [UIDNEXT] x"},
      {"* OK [UIDNEXT x] x", {{QuirkKind::odd_code, 6}}, "* OK [UIDNEXT x] x"},
      {"* OK [UIDVALIDITY 9877410381] x",
       {{QuirkKind::odd_code, 6}},
       "* OK [UIDVALIDITY 9877410381] x"},
      {"* OK [PERMANENTFLAGS (\\Seen *)] x",
       {{QuirkKind::bare_star, 28}},
       "* OK [PERMANENTFLAGS (\\Seen \\*)] x"},
      {"* OK [PERMANENTFLAGS x] x", {{QuirkKind::odd_code, 6}}, "* OK [PERMANENTFLAGS x] x"},
      {"a OK [APPENDUID 38505] x", {{QuirkKind::odd_code, 6}}, "a OK [APPENDUID 38505] x"},
      {"a NO [BADCHARSET UTF-8] x", {{QuirkKind::odd_code, 6}}, "a NO [BADCHARSET UTF-8] x"},
      {"* NO [FOO(BAR)] x", {}, "* NO [FOO(BAR)] x"},
      {"* [COPYUID 7 1 2] x", {{QuirkKind::missing_condition, 2}}, "* OK [COPYUID 7 1 2] x"},
  });
}

TEST_CASE("what servers write against the grammar of status responses") {
  check_oddities({
      {"* BYE", {{QuirkKind::empty_text, 5}}, "* BYE "},
      {"a OK [READ-WRITE]", {{QuirkKind::empty_text, 17}}, "a OK [READ-WRITE] "},
      {"* OK [ALERT]x", {{QuirkKind::missing_text_space, 12}}, "* OK [ALERT] x"},
      {"* OK [UNSEEN 0] x", {{QuirkKind::zero_number, 13}}, "* OK [UNSEEN 0] x"},
      {"* OK caf\xc3\xa9", {{QuirkKind::eight_bit_text, 5}}, "* OK caf\xc3\xa9"},
      {"* OK [PERMANENTFLAGS NIL] x",
       {{QuirkKind::nil_for_list, 21}},
       "* OK [PERMANENTFLAGS ()] x"},
      {"+", {{QuirkKind::empty_text, 1}}, "+ "},
      {"* OK a\rb", {{QuirkKind::control_in_text, 6}}, "* OK a\rb"},
      {std::string("* OK a\0b", 8), {{QuirkKind::control_in_text, 6}}, std::string("* OK a\0b", 8)},
      {"b+1 NO x", {{QuirkKind::odd_tag, 0}}, "b+1 NO x"},
  });
}

TEST_CASE("a request to continue has text, or base64, or nothing") {
  check_responses({{"+ idling", ""}, {"+ ", ""}, {"+ YGgGCSqGSIb3EgECAgI=", ""}});
  check_response_faults({{"+idling", "1: a space"}});
}

TEST_CASE("untagged data that is not known here is kept as written") {
  check_responses({
      {"* VANISHED (EARLIER) 41,43:116", ""},
      {"* 5 FOO (bar)", ""},
      {"* QUOTA \"\" (STORAGE 10 512)", ""},
      {"* METADATA INBOX (/comment {3}\r\na\r\n)", ""},
  });
}
