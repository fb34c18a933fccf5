#include "sim/wire/idle.h"

#include "tests/wire/tables.h"

using namespace imapscope;
using namespace imapscope::wire;

TEST_CASE("IDLE has no argument") {
  check_commands({{"a IDLE", ""}});
  check_command_faults({{"a IDLE now", "6: the end of the line"}});
}

TEST_CASE("DONE ends IDLE, in any case, alone on its line") {
  for (const char* line : {"DONE\r\n", "done\r\n", "Done\n", "DONE \r\n"}) {
    CAPTURE(std::string(line));
    CHECK(is_done(line));
  }
  for (const char* line : {"a DONE\r\n", "DONE now\r\n", "DONEX\r\n", "\r\n", "DONE"}) {
    CAPTURE(std::string(line));
    CHECK_FALSE(is_done(line));
  }
}
