// What extensions put into the slots of RFC 4466: read where any argument may stand, and an error
// at the same place where only the spoken ones may.
#include "sim/imap/parameters.h"

#include <doctest/doctest.h>

#include <string>

#include "sim/wire/parse.h"
#include "sim/wire/print.h"

namespace imapscope::wire {
namespace {

struct Extended {
  const char* command;
  std::size_t offset;  ///< of what no command of imapscope's own has
};

constexpr Extended extended[] = {
    {"a SELECT INBOX (CONDSTORE)", 14},
    {"a EXAMINE INBOX (QRESYNC (7 90060115194045000 41,43:211))", 15},
    {"a FETCH 1:* (FLAGS UID) (CHANGEDSINCE 12345)", 23},
    {"a UID FETCH 300:500 FLAGS (CHANGEDSINCE 12345 VANISHED)", 25},
    {"a FETCH 1 (UID MODSEQ)", 15},
    {"a FETCH 1 (BINARY.PEEK[1.2]<0.100> PREVIEW (LAZY))", 11},
    {"a UID FETCH 25900:26600 UID (PARTIAL -1:-100)", 27},
    {"a STORE 7,5,9 (UNCHANGEDSINCE 320162338) +FLAGS.SILENT (\\Deleted)", 14},
    {"a SEARCH RETURN (SAVE) UNSEEN", 17},
    {"a UID SEARCH RETURN (COUNT PARTIAL 1:10 SAVE) ALL", 27},
    {"a LIST (SUBSCRIBED RECURSIVEMATCH) \"\" %", 7},
    {"a LIST \"\" (INBOX lists/%) RETURN (STATUS (MESSAGES UNSEEN) CHILDREN)", 10},
    {"a LIST \"\" % RETURN (SPECIAL-USE)", 11},
    {"a STATUS INBOX (MESSAGES SIZE DELETED DELETED-STORAGE HIGHESTMODSEQ MAILBOXID)", 25},
    {"a SEARCH OLDER 5 YOUNGER 86400 MODSEQ 620162338", 9},
    {"a SEARCH ALL OR MODSEQ \"/flags/\\\\draft\" all 620162338 SEEN", 16},
    {"a APPEND Drafts (\\Seen) CATENATE (URL \"/INBOX;UIDVALIDITY=1/;UID=20\")", 24},
};

std::string joined(const std::vector<std::string>& pieces) {
  std::string whole;
  for (const std::string& piece : pieces) whole += piece;
  return whole;
}

TEST_CASE("what an extension adds has a slot, is printed as it was read, and says where it is") {
  for (const Extended& each : extended) {
    CAPTURE(each.command);
    const std::string frame = each.command + std::string("\r\n");
    const auto parsed = parse_command(frame, Arguments::any);
    REQUIRE(parsed);
    REQUIRE(parsed->extension);
    CHECK(parsed->extension->offset == each.offset);
    CHECK(joined(print(parsed->value)) == frame);
  }
}

TEST_CASE("a server that does not speak it fails where it stands") {
  for (const Extended& each : extended) {
    CAPTURE(each.command);
    const auto parsed = parse_command(each.command + std::string("\r\n"));
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().error.offset == each.offset);
    CHECK(parsed.error().known_verb);
  }
}

TEST_CASE("a name and its value") {
  const auto parsed = parse_command("a SELECT INBOX (CONDSTORE QRESYNC (7 5))\r\n", Arguments::any);
  REQUIRE(parsed);
  const Parameters& parameters = std::get<Select>(parsed->value.command).parameters;
  CHECK(parameters == Parameters{{"CONDSTORE", ""}, {"QRESYNC", "(7 5)"}});
  CHECK(has_parameter(parameters, "qresync"));
  CHECK_FALSE(has_parameter(parameters, "7"));
}

TEST_CASE("what is no parameter either is an error all the same") {
  for (const std::string command :
       {"a SELECT INBOX (CONDSTORE", "a SELECT INBOX CONDSTORE", "a STORE 1 (X 5) \\Seen",
        "a LIST (SUBSCRIBED) \"\"", "a SEARCH RETURN (SAVE", "a APPEND INBOX CATENATE (",
        "a FETCH 1 (FLAGS) (CHANGEDSINCE)x"}) {
    CAPTURE(command);
    CHECK_FALSE(parse_command(command + "\r\n", Arguments::any));
  }
}

}  // namespace
}  // namespace imapscope::wire
