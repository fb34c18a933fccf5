#include "sim/imap/expunge.h"

#include "tests/wire/tables.h"

using namespace imapscope;
using namespace imapscope::wire;

TEST_CASE("EXPUNGE has no argument, and UID EXPUNGE a set") {
  check_commands({{"a EXPUNGE", ""}, {"a UID EXPUNGE 3000:3002", ""}});
  CHECK(command_in<Expunge>("a EXPUNGE").uids == std::nullopt);
  check_command_faults({
      {"a EXPUNGE 3", "9: the end of the line"},
      {"a UID EXPUNGE", "13: a space"},
      {"a UID EXPUNGE x", "14: a message number or *"},
  });
}

TEST_CASE("EXPUNGE data names a message") {
  check_responses({{"* 44 EXPUNGE", ""}});
  check_response_faults({{"* 0 EXPUNGE", "2: a message number other than 0"}});
}
