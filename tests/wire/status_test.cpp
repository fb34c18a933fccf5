#include "sim/imap/status.h"

#include "tests/wire/tables.h"

using namespace imapscope;
using namespace imapscope::wire;

TEST_CASE("STATUS asks for items in a list") {
  check_commands({
      {"a STATUS blurdybloop (UIDNEXT MESSAGES)", ""},
      {"a status inbox (messages recent uidnext uidvalidity unseen)",
       "a STATUS INBOX (MESSAGES RECENT UIDNEXT UIDVALIDITY UNSEEN)"},
  });
  check_command_faults({
      {"a STATUS INBOX", "14: a space"},
      {"a STATUS INBOX ()", "15: a list of status items"},
      {"a STATUS INBOX MESSAGES", "15: a list of status items"},
      {"a STATUS INBOX (XSIZE)", "16: MESSAGES, RECENT, UIDNEXT, UIDVALIDITY or UNSEEN"},
      {"a STATUS INBOX (MESSAGES", "24: a space or the list's end"},
      {"a STATUS INBOX (MESSAGES )", "24: no space before the list's end"},
  });
}

TEST_CASE("STATUS data keeps what extensions add") {
  check_responses({
      {"* STATUS blurdybloop (MESSAGES 231 UIDNEXT 44292)", ""},
      {"* STATUS \"a b\" ()", ""},
      {"* STATUS x (MESSAGES 1 HIGHESTMODSEQ 90060115194045001 MAILBOXID (F22))", ""},
  });
  CHECK(data_in<StatusData>("* STATUS x (MAILBOXID (F22))").others.front() ==
        std::pair<std::string, std::string>{"MAILBOXID", "(F22)"});
  CHECK(data_in<StatusData>("* STATUS x (size 44421950001)").values.front() ==
        std::pair<StatusItem, std::uint64_t>{StatusItem::size, 44421950001});
  check_response_faults({
      {"* STATUS x", "10: a space"},
      {"* STATUS x (MESSAGES)", "20: a space"},
      {"* STATUS x (MESSAGES y)", "21: the item's number"},
      {"* STATUS x (SIZE 9223372036854775808)", "17: a number below 9223372036854775808"},
  });
}
