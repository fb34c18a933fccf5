#include "sim/imap/sort.h"

#include "tests/wire/tables.h"

using namespace imapscope;
using namespace imapscope::wire;

TEST_CASE("SORT has an order, a charset and keys") {
  check_commands({
      {"a SORT (SUBJECT) UTF-8 SINCE 1-Feb-1994", ""},
      {"a uid sort (reverse date subject) utf-8 all",
       "a UID SORT (REVERSE DATE SUBJECT) utf-8 ALL"},
      {"a SORT (ARRIVAL CC DATE FROM SIZE SUBJECT TO) \"US-ASCII\" 1:3",
       "a SORT (ARRIVAL CC DATE FROM SIZE SUBJECT TO) US-ASCII 1:3"},
  });
  check_command_faults({
      {"a SORT", "6: a space"},
      {"a SORT SUBJECT UTF-8 ALL", "7: a list of sort keys"},
      {"a SORT (SPAM) UTF-8 ALL", "8: a sort key"},
      {"a SORT (REVERSE) UTF-8 ALL", "15: a space"},
      {"a SORT (DISPLAYFROM) UTF-8 ALL", "8: a sort key"},
      {"a SORT (SUBJECT) ALL", "20: a space"},
      {"a SORT (SUBJECT) UTF-8", "22: a space"},
  });
}

TEST_CASE("THREAD has an algorithm, a charset and keys") {
  check_commands({
      {"a THREAD ORDEREDSUBJECT UTF-8 SINCE 5-Mar-2000", ""},
      {"a UID THREAD references US-ASCII TEXT gewp", ""},
  });
  check_command_faults({
      {"a THREAD", "8: a space"},
      {"a THREAD (", "9: a threading algorithm"},
      {"a THREAD REFERENCES ALL", "23: a space"},
  });
}

TEST_CASE("SORT data are numbers, THREAD data trees of them") {
  check_responses({
      {"* SORT", ""},
      {"* SORT 5 3 4 1 2", ""},
      {"* SORT 2 3 6 (MODSEQ 917162500)", ""},
      {"* THREAD", ""},
      {"* THREAD (2)(3 6 (4 23)(44 7 96))", ""},
      {"* THREAD ((3)(5))", ""},
      {"* THREAD (1 ((2)(3))(4))", ""},
  });
  check_response_faults({
      {"* SORT x", "7: a message number"},
      {"* THREAD 2", "9: a thread in parentheses"},
      {"* THREAD (2", "11: the thread's closing parenthesis"},
      {"* THREAD (2)(x)", "13: the thread's closing parenthesis"},
  });
}

TEST_CASE("ESEARCH names where to look; CANCELUPDATE the tags of searches") {
  check_commands({
      {"a ESEARCH ALL", ""},
      {"a ESEARCH IN (mailboxes \"folder1\" subtree \"folder2\") unseen",
       "a ESEARCH IN (mailboxes folder1 subtree folder2) UNSEEN"},
      {"a ESEARCH IN (Selected subtree-one (a b)) RETURN (MIN COUNT) CHARSET UTF-8 TEXT x",
       "a ESEARCH IN (selected subtree-one (a b)) RETURN (MIN COUNT) CHARSET UTF-8 TEXT x"},
      {"a CANCELUPDATE \"B01\" \"B02\"", ""},
  });
  check_command_faults({
      {"a ESEARCH IN () ALL", "13: a list of where to search"},
      {"a ESEARCH IN (spam) ALL", "14: which mailboxes"},
      {"a ESEARCH IN (mailboxes) ALL", "23: a space"},
      {"a CANCELUPDATE", "14: a space"},
  });
  check_responses({
      {"* ESEARCH (TAG \"a\" MAILBOX folder1 UIDVALIDITY 1) UID ALL 4001,4003", ""},
      {"* ESEARCH (MAILBOX x TAG \"a\" UIDVALIDITY 1) UID COUNT 2",
       "* ESEARCH (TAG \"a\" MAILBOX x UIDVALIDITY 1) UID COUNT 2"},
      {"* ESEARCH (TAG \"a\") UID ADDTO (0 32768:32769)", ""},
      {"* ESEARCH (TAG \"a\") PARTIAL (24000:24500 NIL)", ""},
  });
}

TEST_CASE("JMAPACCESS, UNAUTHENTICATE, RLIST, RLSUB") {
  check_responses({{"* JMAPACCESS \"https://example.com/.well-known/jmap\"", ""},
                   {"* XAPPLEPUSHSERVICE aps-version 2 aps-topic com.apple.mail", ""}});
  check_response_faults({{"* JMAPACCESS", "12: a space"}});
  check_commands({{"a GETJMAPACCESS", ""},
                  {"a unauthenticate", "a UNAUTHENTICATE"},
                  {"a RLIST \"\" *", ""},
                  {"a RLSUB \"#shared/\" \"%\"", "a RLSUB #shared/ %"}});
}

TEST_CASE("UIDFETCH, LANGUAGE") {
  check_responses({
      {"* 25996 UIDFETCH (FLAGS (\\Seen))", ""},
      {"* LANGUAGE (EN DE IT i-default)", ""},
  });
  check_response_faults({{"* 0 UIDFETCH (FLAGS ())", "2: a message number other than 0"}});
  check_commands({{"a LANGUAGE", ""}, {"a LANGUAGE FR-CA \"EN\"", "a LANGUAGE FR-CA EN"}});
}
