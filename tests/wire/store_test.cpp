#include "sim/imap/store.h"

#include "tests/wire/tables.h"

using namespace imapscope;
using namespace imapscope::wire;

TEST_CASE("STORE replaces, adds and removes flags, and can be silent") {
  check_commands({
      {R"(a STORE 2:4 +FLAGS (\Deleted))", ""},
      {R"(a store 1 -flags.silent \Seen $Work)", R"(a STORE 1 -FLAGS.SILENT (\Seen $Work))"},
      {"a UID STORE 1:*,7 FLAGS ()", ""},
      {R"(a STORE * FLAGS.SILENT (\Foo))", ""},
  });
  check_command_faults({
      {"a STORE", "7: a space"},
      {"a STORE x", "8: a message number or *"},
      {"a STORE 0 FLAGS ()", "8: a number other than 0"},
      {"a STORE 1:0 FLAGS ()", "10: a number other than 0"},
      {"a STORE 1, FLAGS ()", "10: a message number or *"},
      {"a STORE 4294967296 FLAGS ()", "8: a number below 4294967296"},
      {"a STORE 1 FLAG ()", "10: FLAGS, +FLAGS or -FLAGS, with or without .SILENT"},
      {"a STORE 1 FLAGS", "15: a space"},
      {"a STORE 1 FLAGS ", "16: a flag"},
      {R"(a STORE 1 FLAGS (\*))", "18: a flag"},
      {R"(a STORE 1 FLAGS (a "b"))", "19: a flag"},
      {R"(a STORE 1 +FLAGS \recent)",
       "17: a flag that a client may set; only the server sets \\Recent"},
  });
}
