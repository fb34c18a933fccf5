#include "sim/imap/metadata.h"

#include "sim/wire/metadata.h"
#include "tests/wire/tables.h"

using namespace imapscope;
using namespace imapscope::wire;

TEST_CASE("GETMETADATA takes one entry or several, and options before or behind the mailbox") {
  check_commands({
      {"a GETMETADATA \"\" /shared/comment", "a GETMETADATA \"\" (/shared/comment)"},
      {"a GETMETADATA INBOX (/shared/comment /private/comment)", ""},
      {"a GETMETADATA (MAXSIZE 1024 DEPTH infinity) INBOX (/shared)", ""},
      {"a GETMETADATA INBOX (DEPTH 1) (/shared)", "a GETMETADATA (DEPTH 1) INBOX (/shared)"},
      {"a getmetadata (depth 1) inbox (/shared)", "a GETMETADATA (depth 1) INBOX (/shared)"},
  });
  check_command_faults({
      {"a GETMETADATA INBOX", "19: a space"},
      {"a GETMETADATA INBOX ()", "20: a list of annotations' names"},
      {"a GETMETADATA INBOX /shared /private", "27: the end of the line"},
      {"a GETMETADATA (DEPTH) INBOX /shared", "20: a space"},
  });
}

TEST_CASE("SETMETADATA takes entries with their values") {
  check_commands({
      {"a SETMETADATA INBOX (/private/comment NIL)", ""},
      {"a SETMETADATA \"\" (/shared/comment \"a b\" /private/comment {3+}\r\na\r\n)",
       "a SETMETADATA \"\" (/shared/comment \"a b\" /private/comment {3}\r\na\r\n)"},
  });
  check_command_faults({
      {"a SETMETADATA INBOX ()", "20: annotations with their values"},
      {"a SETMETADATA INBOX (/shared/comment)", "36: a space"},
      {"a SETMETADATA INBOX /shared/comment x", "20: annotations with their values"},
  });
}

TEST_CASE("METADATA has entries with values, or names of what changed") {
  check_responses({
      {"* METADATA \"\" (/shared/comment \"My comment\")", ""},
      {"* METADATA INBOX (/private/comment NIL /shared/comment \"\")", ""},
      {"* METADATA INBOX /shared/comment /private/comment", ""},
  });
  check_response_faults({
      {"* METADATA INBOX", "16: a space"},
      {"* METADATA INBOX (/shared/comment)", "33: a space"},
  });
}

TEST_CASE("the names of an option of LIST") {
  CHECK(parse_entry_names("(/shared/comment \"/private/comment\")") ==
        std::vector<std::string>{"/shared/comment", "/private/comment"});
  for (const char* none : {"", "()", "(", "/shared/comment", "(/shared/comment) x"}) {
    CAPTURE(none);
    CHECK_FALSE(parse_entry_names(none));
  }
}
