#include "sim/imap/session.h"

#include "tests/wire/tables.h"

using namespace imapscope;
using namespace imapscope::wire;

TEST_CASE("the session family's commands") {
  check_commands({
      {"a CAPABILITY", ""},
      {"a logout", "a LOGOUT"},
      {"a ID NIL", ""},
      {"a ID ()", ""},
      {R"(a ID ("name" "imapscope" "os" NIL))", ""},
      {"a ENABLE condstore X-FOO", ""},
  });
  check_command_faults({
      {"a CAPABILITY x", "12: the end of the line"},
      {"a ID", "4: a space"},
      {"a ID name", "5: NIL or a list of fields and values"},
      {R"(a ID ("name"))", "12: a space"},
      {R"(a ID ("name" x))", "13: a field's value, or NIL"},
      {"a ENABLE", "8: a capability to enable"},
  });
}

TEST_CASE("the session family's data") {
  check_responses({
      {"* CAPABILITY IMAP4rev1 AUTH=PLAIN LITERAL+", ""},
      {"* capability IMAP4rev1", "* CAPABILITY IMAP4rev1"},
      {R"(* ID ("name" "Dovecot"))", ""},
      {"* ID NIL", ""},
      {"* ENABLED", ""},
      {"* ENABLED CONDSTORE", ""},
  });
  check_oddities({
      {"* CAPABILITY IMAP4 IMAP4rev1 ",
       {{QuirkKind::trailing_space, 28}},
       "* CAPABILITY IMAP4 IMAP4rev1"},
      {R"(* ID ("name" Cyrus NIL "x"))",
       {{QuirkKind::atom_for_string, 13}, {QuirkKind::nil_for_string, 19}},
       R"(* ID ("name" "Cyrus" "" "x"))"},
  });
}
