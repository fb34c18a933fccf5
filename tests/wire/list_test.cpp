#include "sim/imap/list.h"

#include "tests/wire/tables.h"

using namespace imapscope;
using namespace imapscope::wire;

TEST_CASE("the list family's commands") {
  check_commands({
      {R"(a LIST "" *)", ""},
      {R"(a LIST "" "")", ""},
      {R"(a LSUB "#news." "comp.%")", "a LSUB #news. comp.%"},
      {R"(a LIST ~/Mail/ %)", ""},
      {R"(a LIST "" "Entw&APw-*")", R"(a LIST "" Entw&APw-*)"},
      {"a namespace", "a NAMESPACE"},
  });
  check_command_faults({
      {"a LIST", "6: a space"},
      {R"(a LIST "")", "9: a space"},
      {R"(a LIST "" ()", "10: a mailbox name or pattern"},
      {R"(a LIST (SUBSCRIBED) "" *)", "7: a reference name"},
      {R"(a LIST * *)", "7: a reference name"},
  });
  CHECK(command_in<List>(R"(a LIST "" "&APw-%")").pattern == "ü%");
  CHECK(command_in<List>("a LIST inbox *").reference == "inbox");
}

TEST_CASE("the list family's data") {
  check_responses({
      {R"(* LIST (\Noselect \HasChildren) "/" ~/Mail/foo)", ""},
      {R"(* LIST () NIL INBOX)", ""},
      {R"(* LIST () "\\" a)", ""},
      {R"(* LIST () "/" "[Gmail]/All Mail")", ""},
      {R"(* LIST (\NonExistent) "/" "Foo" ("CHILDINFO" ("SUBSCRIBED")))",
       R"(* LIST (\NonExistent) "/" Foo ("CHILDINFO" ("SUBSCRIBED")))"},
      {"* LIST () \"/\" {3}\r\na b", "* LIST () \"/\" \"a b\""},
      {R"(* LSUB () "." #news.comp)", ""},
      {"* NAMESPACE NIL NIL NIL", ""},
      {R"(* NAMESPACE (("" "/")("#mh/" "/" "X-PARAM" ("FLAG1" "FLAG2"))) NIL (("x" NIL)))",
       R"(* NAMESPACE (("" "/")("#mh/" "/")) NIL (("x" NIL)))"},
  });
  check_response_faults({
      {R"(* LIST () "/")", "13: a space"},
      {R"(* LIST () "//" a)", "10: one character as hierarchy delimiter"},
      {R"(* LIST (Noselect) "/" a)", "8: an attribute that begins with a backslash"},
      {R"(* LIST () "/" a b c)", "17: the end of the line"},
      {"* NAMESPACE NIL NIL", "19: a space"},
      {"* NAMESPACE () NIL NIL", "13: a namespace's list"},
  });
  check_oddities({
      {R"(* LIST () "."  "INBOX")", {{QuirkKind::double_space, 14}}, R"(* LIST () "." INBOX)"},
      {R"(* LIST () "/" a*b)", {{QuirkKind::unquoted_special, 15}}, R"(* LIST () "/" "a*b")"},
      {R"(* NAMESPACE (("" "/") ("x" "/")) NIL NIL)",
       {{QuirkKind::stray_space, 21}},
       R"(* NAMESPACE (("" "/")("x" "/")) NIL NIL)"},
  });
}
