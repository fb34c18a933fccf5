#include "sim/imap/quota.h"

#include "tests/wire/tables.h"

using namespace imapscope;
using namespace imapscope::wire;

TEST_CASE("GETQUOTA, GETQUOTAROOT and SETQUOTA name a root or a mailbox, and limits") {
  check_commands({
      {"a GETQUOTA \"#user/ada\"", "a GETQUOTA #user/ada"},
      {"a GETQUOTA \"\"", ""},
      {"a getquotaroot inbox", "a GETQUOTAROOT INBOX"},
      {"a SETQUOTA #user/ada (STORAGE 510 MESSAGE 9223372036854775807)", ""},
      {"a SETQUOTA #user/ada ()", ""},
  });
  check_command_faults({
      {"a GETQUOTA", "10: a space"},
      {"a GETQUOTA (", "11: the name of a quota root"},
      {"a SETQUOTA x", "12: a space"},
      {"a SETQUOTA x STORAGE", "13: a list of resources"},
      {"a SETQUOTA x (STORAGE)", "21: a space"},
      {"a SETQUOTA x (STORAGE y)", "22: a limit"},
      {"a SETQUOTA x (STORAGE 9223372036854775808)", "22: a number below 9223372036854775808"},
  });
}

TEST_CASE("QUOTA and QUOTAROOT") {
  check_responses({
      {"* QUOTA \"\" (STORAGE 10 512)", ""},
      {"* QUOTA #user/alice (MESSAGE 42 1000 STORAGE 0 0)", ""},
      {"* QUOTA \"\" ()", ""},
      {"* QUOTAROOT comp.mail.mime", ""},
      {"* QUOTAROOT INBOX #user/alice \"a b\"", ""},
  });
  check_response_faults({
      {"* QUOTA \"\" (STORAGE 10)", "22: a space"},
      {"* QUOTA \"\" (STORAGE x 10)", "20: how much is used"},
      {"* QUOTAROOT", "11: a space"},
  });
}
