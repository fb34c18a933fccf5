#include "sim/imap/search.h"

#include "tests/wire/tables.h"

using namespace imapscope;
using namespace imapscope::wire;

TEST_CASE("every search key") {
  check_commands({
      {"a SEARCH ALL", ""},
      {"a search answered deleted draft flagged new old recent seen",
       "a SEARCH ANSWERED DELETED DRAFT FLAGGED NEW OLD RECENT SEEN"},
      {"a SEARCH UNANSWERED UNDELETED UNDRAFT UNFLAGGED UNSEEN", ""},
      {"a SEARCH KEYWORD $Work UNKEYWORD $Junk", ""},
      {"a SEARCH BCC a BODY b CC c FROM d SUBJECT e TEXT f TO g", ""},
      {"a SEARCH BEFORE 1-Feb-1994 ON 01-Feb-1994 SINCE \"1-Feb-1994\"",
       "a SEARCH BEFORE 1-Feb-1994 ON 1-Feb-1994 SINCE 1-Feb-1994"},
      {"a SEARCH SENTBEFORE 1-Feb-1994 SENTON 11-Feb-1994 SENTSINCE 1-Feb-1994", ""},
      {R"(a SEARCH HEADER Message-ID "<a@b>" HEADER x "")",
       R"(a SEARCH HEADER Message-ID <a@b> HEADER x "")"},
      {"a SEARCH LARGER 1000 SMALLER 4294967295", ""},
      {"a SEARCH 2,4:7,9,12:* UID 5:*", ""},
      {"a SEARCH NOT NOT SEEN OR NOT SEEN (OLD DRAFT)", ""},
      {"a SEARCH (ALL)", ""},
      {"a UID SEARCH ALL", ""},
      {"a SEARCH TEXT {6}\r\nXXXXXX", "a SEARCH TEXT XXXXXX"},
  });
}

TEST_CASE("SEARCH takes results to return and a charset, in this order") {
  check_commands({
      {"a SEARCH RETURN () ALL", ""},
      {"a SEARCH return (min MAX all COUNT) CHARSET utf-8 SEEN",
       "a SEARCH RETURN (MIN MAX ALL COUNT) CHARSET utf-8 SEEN"},
      {R"(a SEARCH CHARSET "UTF-8" ALL)", "a SEARCH CHARSET UTF-8 ALL"},
  });
  CHECK(command_in<Search>("a SEARCH ALL").returns == std::nullopt);
  CHECK(command_in<Search>("a SEARCH RETURN () ALL").returns->empty());
}

TEST_CASE("what is no search") {
  std::string deep = "a SEARCH ";
  for (int i = 0; i < 100; ++i) deep += "NOT ";
  check_command_faults({
      {"a SEARCH", "8: a space"},
      {"a SEARCH ", "9: a search key"},
      {"a SEARCH FOO", "9: a search key"},
      {"a SEARCH ()", "10: a search key"},
      {"a SEARCH (SEEN", "14: a search key or the list's end"},
      {"a SEARCH OR SEEN", "16: a space"},
      {"a SEARCH NOT", "12: a space"},
      {"a SEARCH OLDER 5", "9: a search key"},
      {"a SEARCH ON 30-Feb-1994", "12: a day of the calendar"},
      {"a SEARCH ON yesterday", "12: a date like 1-Feb-1994"},
      {R"(a SEARCH KEYWORD \Seen)", "17: a keyword; system flags have keys of their own"},
      {"a SEARCH RETURN (SAVE) ALL", "17: MIN, MAX, ALL or COUNT"},
      {"a SEARCH RETURN (MIN)", "21: a space"},
      {"a SEARCH CHARSET UTF-8", "22: a space"},
      {deep + "ALL", "265: no deeper nesting"},
      {"a SEARCH " + std::string(100, '(') + "ALL" + std::string(100, ')'),
       "73: no deeper nesting"},
  });
}

TEST_CASE("SEARCH data") {
  check_responses({
      {"* SEARCH", ""},
      {"* SEARCH 2 84 882", ""},
      {"* SEARCH 2 84 (MODSEQ 917162500)", ""},
  });
  check_response_faults({
      {"* SEARCH 0", "9: a number other than 0"},
      {"* SEARCH 1,2", "10: the end of the line"},
  });
  check_oddities({{"* SEARCH ", {{QuirkKind::trailing_space, 8}}, "* SEARCH"}});
}

TEST_CASE("ESEARCH data, with any item") {
  check_responses({
      {R"(* ESEARCH (TAG "A282") MIN 2 COUNT 3)", ""},
      {R"(* ESEARCH (TAG a) UID COUNT 3 MAX 4 MIN 2 ALL 4:18,21)",
       R"(* ESEARCH (TAG "a") UID MIN 2 MAX 4 COUNT 3 ALL 4:18,21)"},
      {"* ESEARCH", ""},
      {"* ESEARCH UID", ""},
      {"* ESEARCH COUNT 0 MODSEQ 917162500 RELEVANCY (99 5)", ""},
  });
  CHECK(std::holds_alternative<UidSet>(*data_in<EsearchData>("* ESEARCH UID ALL 1").all));
  CHECK(std::holds_alternative<SeqSet>(*data_in<EsearchData>("* ESEARCH ALL 1").all));
  check_response_faults({
      {"* ESEARCH MIN", "13: a space"},
      {"* ESEARCH MIN 0", "14: a number other than 0"},
      {"* ESEARCH (x)", "11: TAG"},
  });
}
