#include "sim/imap/select.h"

#include "tests/wire/tables.h"

using namespace imapscope;
using namespace imapscope::wire;

TEST_CASE("the select family's commands") {
  check_commands({
      {"a SELECT INBOX", ""},
      {"a select inbox", "a SELECT INBOX"},
      {R"(a EXAMINE "Sent Mail")", ""},
      {"a CHECK", ""},
      {"a close", "a CLOSE"},
      {"a UNSELECT", ""},
  });
  check_command_faults({
      {"a SELECT", "8: a space"},
      {"a SELECT a b", "10: the end of the line"},
      {"a SELECT *", "9: a mailbox name"},
      {"a SELECT  x", "9: one space, not two"},
      {"a CHECK x", "7: the end of the line"},
  });
}

TEST_CASE("a mailbox name is UTF-8 inside and modified UTF-7 on the wire") {
  CHECK(command_in<Select>("a SELECT Entw&APw-rfe").mailbox.utf8() == "Entwürfe");
  CHECK(command_in<Select>("a SELECT \"&ZeVnLIqe-\"").mailbox.utf8() == "日本語");
  CHECK(command_in<Select>("a SELECT R&-D").mailbox.utf8() == "R&D");
  CHECK(command_in<Select>("a SELECT iNbOx").mailbox.is_inbox());
  check_commands({{"a SELECT Entw&APw-rfe", ""}, {"a SELECT \"R&-D x\"", ""}});
}

TEST_CASE("a mailbox name that is no modified UTF-7 is read as it stands, and named") {
  const auto ampersand = read_command("a SELECT A&B");
  CHECK(ampersand.quirks == std::vector<Quirk>{{QuirkKind::bad_mailbox_encoding, 9}});
  CHECK(joined(print(ampersand.value)) == "a SELECT A&-B\r\n");
  const auto raw_utf8 = read_command("a SELECT Entw\xc3\xbcrfe");
  CHECK(raw_utf8.quirks ==
        std::vector<Quirk>{{QuirkKind::eight_bit_text, 9}, {QuirkKind::bad_mailbox_encoding, 9}});
  CHECK(joined(print(raw_utf8.value)) == "a SELECT Entw&APw-rfe\r\n");
  CHECK(joined(print(read_command("a SELECT x\xff").value)) == "a SELECT x&,,0-\r\n");
}

TEST_CASE("the select family's data") {
  check_responses({
      {R"(* FLAGS (\Answered \Seen $Forwarded))", ""},
      {"* FLAGS ()", ""},
      {"* 18 EXISTS", ""},
      {"* 0 recent", "* 0 RECENT"},
  });
  check_response_faults({
      {"* FLAGS", "7: a space"},
      {R"(* FLAGS (\Seen)", "14: a space or the list's end"},
      {R"(* FLAGS ("x"))", "9: a flag"},
      {"* 18 EXISTS now", "11: the end of the line"},
      {"* 4294967296 EXISTS", "2: a number below 4294967296"},
  });
  check_oddities({
      {R"(* FLAGS ( \Seen  \Draft ))",
       {{QuirkKind::stray_space, 9}, {QuirkKind::double_space, 16}, {QuirkKind::stray_space, 23}},
       R"(* FLAGS (\Seen \Draft))"},
      {"* FLAGS NIL", {{QuirkKind::nil_for_list, 8}}, "* FLAGS ()"},
      {"* FLAGS (a]b %x)",
       {{QuirkKind::unquoted_special, 10}, {QuirkKind::unquoted_special, 13}},
       "* FLAGS (a]b %x)"},
      {"*  18 EXISTS", {{QuirkKind::double_space, 2}}, "* 18 EXISTS"},
  });
}
