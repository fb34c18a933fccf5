#include "sim/imap/auth.h"

#include "sim/wire/auth.h"
#include "tests/wire/tables.h"

using namespace imapscope;
using namespace imapscope::wire;

TEST_CASE("LOGIN takes atoms, quoted strings and literals") {
  check_commands({
      {"a LOGIN ada secret", ""},
      {R"(a LOGIN "ada" "se cret")", R"(a LOGIN ada "se cret")"},
      {R"(a LOGIN ada "\"\\")", ""},
      {"a LOGIN {3}\r\nada {6}\r\nsecret", "a LOGIN ada secret"},
      {"a LOGIN {3+}\r\nada {0+}\r\n", "a LOGIN ada \"\""},
      {"a LOGIN nil NIL", R"(a LOGIN "nil" "NIL")"},
      {"a LOGIN ] ]", ""},
  });
  check_command_faults({
      {"a LOGIN", "7: a space"},
      {"a LOGIN ada", "11: a space"},
      {"a LOGIN ada ", "12: a password"},
      {"a LOGIN ada se(cret", "14: the end of the line"},
      {R"(a LOGIN "ada x)",
       "14: a closing quote before the line end; a NUL, CR or LF needs a literal"},
      {R"(a LOGIN "a\da" x)", "11: \" or \\ after the backslash"},
      {"a LOGIN {9}\r\nada", "13: as many octets as the literal announced"},
      {"a LOGIN {5\r\nada", "10: the literal's closing brace"},
      {"a LOGIN {9223372036854775808}\r\nada x", "9: a number below 9223372036854775808"},
      {std::string("a LOGIN {3}\r\na\0a x", 18), "14: an octet other than NUL"},
      {std::string("a LOGIN \"a\0a\" x", 15),
       "10: a closing quote before the line end; a NUL, CR or LF needs a literal"},
  });
}

TEST_CASE("a user name beyond ASCII is read and named, and printed as a literal") {
  const auto parsed = read_command("a LOGIN \"Zo\xc3\xab\" x");
  CHECK(parsed.quirks == std::vector<Quirk>{{QuirkKind::eight_bit_text, 8}});
  CHECK(print(parsed.value).front() == "a LOGIN {4}\r\n");
}

TEST_CASE("AUTHENTICATE carries an initial response or none; = is an empty one") {
  CHECK(command_in<Authenticate>("a AUTHENTICATE PLAIN").initial_response == std::nullopt);
  CHECK(command_in<Authenticate>("a AUTHENTICATE PLAIN =").initial_response == "");
  CHECK(command_in<Authenticate>("a AUTHENTICATE PLAIN AGFkYQBwdw==").initial_response ==
        std::string("\0ada\0pw", 7));
  check_commands({{"a authenticate PLAIN", "a AUTHENTICATE PLAIN"},
                  {"a AUTHENTICATE EXTERNAL =", ""},
                  {"a AUTHENTICATE PLAIN AGFkYQBwdw==", ""}});
  check_command_faults({
      {"a AUTHENTICATE", "14: a space"},
      {"a AUTHENTICATE PLAIN A", "21: base64, or = for an empty response"},
      {"a AUTHENTICATE PLAIN AGFk!A==", "21: base64, or = for an empty response"},
      {"a AUTHENTICATE PLAIN AGFk AGFk", "25: the end of the line"},
  });
}
