#include "sim/imap/mailbox.h"

#include "tests/wire/tables.h"

using namespace imapscope;
using namespace imapscope::wire;

TEST_CASE("the mailbox family's commands") {
  check_commands({
      {"a CREATE owatagusiam/", ""},
      {"a delete blurdybloop", "a DELETE blurdybloop"},
      {"a RENAME INBOX old-mail", ""},
      {R"(a RENAME "a b" "c d")", ""},
      {"a SUBSCRIBE #news.comp.mail.mime", ""},
      {"a UNSUBSCRIBE #news.comp.mail.mime", ""},
      {R"(a CREATE "")", ""},
  });
  check_command_faults({
      {"a CREATE", "8: a space"},
      {"a CREATE ", "9: a mailbox name"},
      {"a CREATE a%b", "10: the end of the line"},
      {"a RENAME a", "10: a space"},
      {"a RENAME a b c", "12: the end of the line"},
      {"a DELETE (x)", "9: a mailbox name"},
  });
}
