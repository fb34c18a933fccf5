// Sessions of IMAP4rev2 (RFC 9051) and of UTF8=ACCEPT (RFC 6855), as a bystander sees them.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "sim/belief/reading.h"
#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

using Strings = std::vector<std::string>;

const std::string both = "IMAP4rev1 IMAP4rev2 ENABLE LITERAL- UTF8=ACCEPT";

TraceBuilder greeted(const std::string& capabilities) {
  TraceBuilder builder;
  builder.server("* OK [CAPABILITY " + capabilities + "] ready").client("a1 LOGIN ada secret");
  return builder.server("a1 OK [CAPABILITY " + capabilities + "] welcome");
}

TraceBuilder enabled(const std::string& what) {
  TraceBuilder builder = greeted(both);
  builder.client("e1 ENABLE " + what).server("* ENABLED " + what);
  return builder.server("e1 OK done");
}

/// As RFC 9051 §6.3.2 has it.
TraceBuilder opened(TraceBuilder builder) {
  builder.client("a2 SELECT INBOX").server("* 9 EXISTS").server("* OK [UIDVALIDITY 7] valid");
  builder.server("* OK [UIDNEXT 50] next").server("* FLAGS (\\Seen \\Deleted)");
  builder.server("* OK [PERMANENTFLAGS (\\Seen \\Deleted)] kept");
  builder.server("* LIST () \"/\" INBOX");
  return builder.server("a2 OK [READ-WRITE] open");
}

TEST_CASE("a session of IMAP4rev2 needs no RECENT, and answers SEARCH by ESEARCH") {
  for (const TraceBuilder& begun : {greeted("IMAP4rev2"), enabled("IMAP4rev2")}) {
    TraceBuilder builder = opened(begun);
    builder.client("b1 SEARCH UNSEEN")
        .server("* ESEARCH (TAG \"b1\") ALL 2:3")
        .server("b1 OK done");
    builder.client("b2 SEARCH NOT SEEN").server("* ESEARCH (TAG \"b2\")").server("b2 OK done");
    builder.client("b3 SEARCH RETURN (SAVE) SEEN").server("b3 OK done");
    builder.client("b4 FETCH $ (UID BINARY.SIZE[1])").server("b4 OK done");
    builder.client("b5 STATUS INBOX (MESSAGES SIZE DELETED)");
    builder.server("* STATUS INBOX (MESSAGES 9 SIZE 8589934592 DELETED 1)").server("b5 OK done");
    builder.client("b6 SELECT Tea").server("* OK [CLOSED] left").server("b6 NO [NONEXISTENT] none");
    CHECK(faults(builder.timeline()).empty());
    CHECK(remarks(builder.timeline()).empty());
  }
}

TEST_CASE("a name behind an ENABLE that comes too late is read as before") {
  TraceBuilder builder = opened(greeted(both));
  builder.client("b1 ENABLE IMAP4rev2").client("b2 STATUS Entw&APw-rfe (MESSAGES)");
  builder.server("b1 BAD a mailbox is open");
  builder.server("* STATUS Entw&APw-rfe (MESSAGES 2)").server("b2 OK done");
  const Timeline timeline = builder.timeline();
  const auto command = command_of(line_of(timeline, "b2 STATUS"));
  REQUIRE(command != nullptr);
  CHECK(std::get<Status>(*command).mailbox == MailboxName("Entwürfe"));
}

TEST_CASE("news of flags has to name the UID in IMAP4rev2, what answers a STORE has not") {
  TraceBuilder builder = opened(enabled("IMAP4rev2"));
  builder.client("b1 STORE 1 (UNCHANGEDSINCE 2) +FLAGS.SILENT (\\Seen)");
  builder.server("* 1 FETCH (MODSEQ (2))").server("b1 OK done").client("b2 FETCH 2 FLAGS");
  builder.server("* 2 FETCH (FLAGS ())").server("* 3 FETCH (FLAGS () UID 30)").server("b2 OK done");
  CHECK(faults(builder.timeline()).empty());
  builder.client("b3 NOOP").server("* 2 FETCH (FLAGS (\\Seen))").server("b3 OK done");
  CHECK(only_fault(builder.timeline(), "server", "uid_missing_in_news"));
}

TEST_CASE("where SEARCH alone answers a session of IMAP4rev2, the answer is missing") {
  TraceBuilder alone = opened(enabled("IMAP4rev2"));
  alone.client("b1 SEARCH UNSEEN").server("* SEARCH 2 3").server("b1 OK done");
  CHECK(remarks(alone.timeline()) == Strings{"answer_missing"});
  const Timeline timeline = alone.timeline();
  CHECK(line_of(timeline, "b1 OK").findings[0].source() == "9051 §6.4.4");

  // Appendix A: obsolete SEARCH may come beside.
  TraceBuilder beside = opened(enabled("IMAP4rev2"));
  beside.client("b1 SEARCH UNSEEN").server("* SEARCH 2 3").server("* ESEARCH (TAG \"b1\") ALL 2:3");
  CHECK(remarks(beside.server("b1 OK done").timeline()).empty());
}

TEST_CASE("what IMAP4rev2 dropped is the client's fault in its sessions, and in no other") {
  for (const char* command :
       {"b1 CHECK", "b1 LSUB \"\" *", "b1 FETCH 1 RFC822", "b1 FETCH 1 (UID RFC822.HEADER)",
        "b1 FETCH 1 RFC822.TEXT", "b1 STATUS Tea (RECENT)", "b1 SEARCH NEW", "b1 SEARCH NOT OLD",
        "b1 UID SEARCH OR SEEN RECENT"}) {
    CAPTURE(command);
    const Timeline rev2 =
        opened(enabled("IMAP4rev2")).client(command).server("b1 BAD no").timeline();
    CHECK(only_fault(rev2, "client", "removed_in_rev2"));
    CHECK(line_of(rev2, command).findings[0].source() == "9051 §E");
    CHECK(only_fault(opened(greeted("IMAP4rev2")).client(command).timeline(), "client",
                     "removed_in_rev2"));
    CHECK(faults(opened(greeted(both)).client(command).timeline()).empty());
  }
  for (const char* command : {"b1 FETCH 1 (RFC822.SIZE BODY[])", "b1 FETCH 1 FULL", "b1 NOOP",
                              "b1 LIST (SUBSCRIBED) \"\" *", "b1 SEARCH UNSEEN KEYWORD NEW"}) {
    CAPTURE(command);
    CHECK(faults(opened(enabled("IMAP4rev2")).client(command).timeline()).empty());
  }
}

std::string names_of(const Timeline& timeline) {
  std::string names;
  for (const Line& line : timeline.lines()) {
    const auto response = response_of(line);
    const auto* data = response ? std::get_if<Untagged>(&*response) : nullptr;
    const auto* list = data == nullptr ? nullptr : std::get_if<ListData>(&data->data);
    if (list != nullptr) names += list->listing.mailbox.utf8() + ' ';
  }
  return names;
}

TEST_CASE("names and quoted strings are UTF-8 once that is on, and `&` is a letter") {
  for (const char* what : {"IMAP4rev2", "UTF8=ACCEPT"}) {
    CAPTURE(what);
    TraceBuilder builder = enabled(what);
    builder.client("b1 LIST \"\" \"*\xc3\xbc*\"").server("* LIST () \"/\" \"Entw\xc3\xbcrfe\"");
    builder.server("* LIST () \"/\" R&D").server("* LIST () \"/\" &ZeVnLIqe-");
    builder.server("b1 OK f\xc3\xbcnf");
    CHECK(faults(builder.timeline()).empty());
    CHECK(remarks(builder.timeline()).empty());
    CHECK(names_of(builder.timeline()) == "Entw\xc3\xbcrfe R&D &ZeVnLIqe- ");
  }
  TraceBuilder before = greeted(both);
  before.client("b1 LIST \"\" *").server("* LIST () \"/\" Entw&APw-rfe").server("b1 OK done");
  CHECK(remarks(before.timeline()).empty());
  CHECK(names_of(before.timeline()) == "Entw\xc3\xbcrfe ");
}

TEST_CASE("octets above 127 stay a quirk where no quotes are, and where they are no UTF-8") {
  const auto listed = [](const std::string& name) {
    TraceBuilder builder = enabled("IMAP4rev2");
    return remarks(builder.client("b1 LIST \"\" *").server("* LIST () \"/\" " + name).timeline());
  };
  CHECK(listed("\"caf\xc3\xa9\"").empty());
  CHECK(listed("caf\xc3\xa9") == Strings{"eight_bit_text"});
  CHECK_FALSE(listed("\"caf\xe9\"").empty());
}

TEST_CASE("a client may write UTF-8 right behind ENABLE, before it is answered") {
  TraceBuilder builder = greeted(both);
  builder.client("e1 ENABLE IMAP4rev2").client("b1 CREATE \"Entw\xc3\xbcrfe\"");
  CHECK(remarks(builder.timeline()).empty());
  TraceBuilder other = greeted(both);
  other.client("e1 ENABLE CONDSTORE").client("b1 CREATE \"Entw\xc3\xbcrfe\"");
  CHECK_FALSE(remarks(other.timeline()).empty());
}

TEST_CASE("ENABLE comes before a mailbox is open") {
  const Timeline late =
      opened(greeted("IMAP4rev2 CONDSTORE")).client("b1 ENABLE CONDSTORE").timeline();
  CHECK(only_fault(late, "client", "enable_after_select"));
  CHECK(late.lines().back().findings[0].source() == "9051 §6.3.1");
  TraceBuilder left = opened(greeted("IMAP4rev2 CONDSTORE"));
  left.client("b1 UNSELECT").server("b1 OK left").client("b2 ENABLE CONDSTORE");
  CHECK(faults(left.timeline()).empty());
}

TEST_CASE("IMAP4rev2 has FETCH of BINARY, and no literal8 for APPEND") {
  const auto appended = [](const std::string& capabilities) {
    return faults(greeted(capabilities).client("b1 APPEND Tea ~{3+}\r\nabc").timeline());
  };
  CHECK(appended("IMAP4rev2") == Strings{"client: literal8_unannounced"});
  CHECK(appended("IMAP4rev2 BINARY").empty());
}

}  // namespace
}  // namespace imapscope::observer
