#include "sim/imap/copy.h"

#include "tests/wire/tables.h"

using namespace imapscope;
using namespace imapscope::wire;

TEST_CASE("COPY and MOVE name messages and a mailbox") {
  check_commands({
      {"a COPY 2:4 MEETING", ""},
      {"a uid copy 5:2 \"a b\"", "a UID COPY 5:2 \"a b\""},
      {"a MOVE 1,3,5 inbox", "a MOVE 1,3,5 INBOX"},
      {"a UID MOVE *:42 foo", ""},
  });
  check_command_faults({
      {"a COPY 2:4", "10: a space"},
      {"a COPY MEETING", "7: a message number or *"},
      {"a MOVE 1:2:3 x", "10: a space"},
      {"a UID MOVE $ x", "11: a message number or *"},
  });
}
