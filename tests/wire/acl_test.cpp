#include "sim/imap/acl.h"

#include "tests/wire/tables.h"

using namespace imapscope;
using namespace imapscope::wire;

TEST_CASE("SETACL, DELETEACL, GETACL, LISTRIGHTS and MYRIGHTS name a mailbox, a user, rights") {
  check_commands({
      {"a SETACL inbox bob lrs", "a SETACL INBOX bob lrs"},
      {"a SETACL Work \"-bob\" \"+w\"", "a SETACL Work -bob +w"},
      {"a setacl Work bob \"\"", "a SETACL Work bob \"\""},
      {"a DELETEACL Work anyone", ""},
      {"a GETACL Work", ""},
      {"a LISTRIGHTS Work \"a b\"", ""},
      {"a MYRIGHTS Work", ""},
  });
  check_command_faults({
      {"a SETACL Work bob", "17: a space"},
      {"a SETACL Work (", "14: a user, or anyone"},
      {"a SETACL Work bob (", "18: rights"},
      {"a GETACL", "8: a space"},
      {"a LISTRIGHTS Work", "17: a space"},
      {"a MYRIGHTS Work bob", "15: the end of the line"},
  });
}

TEST_CASE("ACL, LISTRIGHTS and MYRIGHTS") {
  check_responses({
      {"* ACL INBOX", ""},
      {"* ACL INBOX Fred rwipslxetad -Fred wetd $team w", ""},
      {"* ACL Work bob \"\"", ""},
      {"* LISTRIGHTS Work ada la r s", ""},
      {"* LISTRIGHTS Work anyone \"\"", ""},
      {"* MYRIGHTS INBOX lrswipkxtecda", ""},
  });
  check_response_faults({
      {"* ACL INBOX Fred", "16: a space"},
      {"* LISTRIGHTS Work ada", "21: a space"},
      {"* MYRIGHTS INBOX", "16: a space"},
  });
}
