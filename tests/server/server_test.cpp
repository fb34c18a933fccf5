#include "sim/server/server.h"

#include <doctest/doctest.h>

#include "tests/server/fixture.h"

namespace imapscope::server {
namespace {

struct Stage {
  Server server{{}, accounts_of_ada_and_bob()};

  /// A session of Ada's with INBOX open.
  SessionId open() {
    const SessionId session = server.open(Greeting::preauth, "ada");
    ask(session, "s SELECT INBOX");
    return session;
  }
  std::string ask(SessionId session, const std::string& line) {
    server.receive(session, line + "\r\n", {});
    return server.take_output(session).bytes;
  }
};

TEST_CASE("sessions are numbered from 1, and a number is not used again") {
  Stage stage;
  CHECK(stage.server.open(Greeting::ok) == SessionId{1});
  CHECK(stage.server.open(Greeting::ok) == SessionId{2});
  stage.server.disconnected({2});
  CHECK(stage.server.open(Greeting::ok) == SessionId{3});
  CHECK(stage.server.sessions() == std::vector<SessionId>{{1}, {3}});
}

TEST_CASE("the X-ray of a session: user, mailbox, messages") {
  Stage stage;
  const SessionId session = stage.server.open(Greeting::ok);
  CHECK_FALSE(stage.server.user_of(session).has_value());
  stage.ask(session, "a LOGIN ada secret");
  CHECK(stage.server.user_of(session) == "ada");
  CHECK_FALSE(stage.server.selected_by(session).has_value());
  CHECK(stage.server.messages_of(session).empty());
  stage.ask(session, "b SELECT INBOX");
  CHECK(stage.server.selected_by(session) == MailboxName("INBOX"));
  REQUIRE(stage.server.messages_of(session).size() == 5);
  CHECK(stage.server.messages_of(session)[4].flags == FlagSet{flags::recent});
  stage.ask(session, "c RENAME Work Play");
  CHECK(stage.server.selected_by(session) == MailboxName("INBOX"));
}

TEST_CASE("what is owed is the lines that would be sent, and asking changes nothing") {
  Stage stage;
  const SessionId first = stage.open();
  const SessionId second = stage.open();
  CHECK(stage.server.owed_to(second).lines.empty());
  stage.ask(first, "a STORE 1,3 +FLAGS.SILENT (\\Deleted $Work)");
  stage.ask(first, "b UID EXPUNGE 30");
  CHECK(stage.server.deliver("ada", MailboxName("INBOX"), plain_message("News"), {}) ==
        Delivered::yes);
  const std::string flags = "(\\Answered \\Flagged \\Deleted \\Seen \\Draft $Work";
  const std::vector<std::string> owed{
      "* FLAGS " + flags + ")",
      "* OK [PERMANENTFLAGS " + flags + " \\*)] Flags that can be kept",
      "* 3 EXPUNGE",
      "* 5 EXISTS",
      "* 1 RECENT",
      "* 1 FETCH (FLAGS (\\Deleted \\Seen $Work))",
  };
  CHECK(stage.server.owed_to(second).lines == owed);
  CHECK(stage.server.owed_to(second).lines == owed);
  std::string told;
  for (const std::string& line : owed) told += line + "\r\n";
  CHECK(stage.ask(second, "c NOOP") == told + "c OK NOOP completed\r\n");
  CHECK(stage.server.owed_to(second).lines.empty());
}

TEST_CASE("a keyword is announced before a FETCH shows it, also to who asks for nothing else") {
  Stage stage;
  const SessionId first = stage.open();
  const SessionId second = stage.open();
  stage.ask(first, "a STORE 1 +FLAGS.SILENT ($Work)");
  const std::string told = stage.ask(second, "b FETCH 1 FLAGS");
  CHECK(told.starts_with("* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft $Work)\r\n"));
  CHECK(told.find("* 1 FETCH (FLAGS (\\Seen $Work))") != std::string::npos);
}

TEST_CASE("an account sees nothing of another's mailboxes, even of the same name") {
  Stage stage;
  const SessionId ada = stage.open();
  const SessionId bob = stage.server.open(Greeting::preauth, "bob");
  CHECK(stage.ask(bob, "a SELECT INBOX").find("* 0 EXISTS") != std::string::npos);
  CHECK(stage.server.deliver("bob", MailboxName("INBOX"), plain_message("For Bob"), {}) ==
        Delivered::yes);
  CHECK(stage.ask(ada, "b NOOP") == "b OK NOOP completed\r\n");
  CHECK(stage.ask(bob, "c NOOP").starts_with("* 1 EXISTS"));
}

TEST_CASE("delivery needs a user and a mailbox") {
  Stage stage;
  CHECK(stage.server.deliver("eve", MailboxName("INBOX"), "x", {}) == Delivered::no_mailbox);
  CHECK(stage.server.deliver("ada", MailboxName("Nope"), "x", {}) == Delivered::no_mailbox);
  CHECK(stage.server.deliver("ada", MailboxName("Work"), "x", {}) == Delivered::yes);
}

TEST_CASE("mail that is delivered has the time of its delivery") {
  Stage stage;
  const SessionId session = stage.open();
  CHECK(stage.server.deliver("ada", MailboxName("INBOX"), "x", Instant{90'000'000}) ==
        Delivered::yes);
  stage.ask(session, "a NOOP");
  CHECK(stage.ask(session, "a UID FETCH 51 INTERNALDATE").find("\" 1-Jan-2026 00:01:30 +0000\"") !=
        std::string::npos);
}

TEST_CASE("shutting down says BYE to all, and nothing is heard after it") {
  Stage stage;
  const SessionId first = stage.open();
  const SessionId second = stage.server.open(Greeting::ok);
  stage.server.shut_down("imapscope stops");
  CHECK(stage.server.take_output(first).bytes == "* BYE imapscope stops\r\n");
  CHECK(stage.server.take_output(second).bytes ==
        "* OK imapscope is ready\r\n* BYE imapscope stops\r\n");
  CHECK(stage.server.take_output(first).close);
  CHECK(stage.ask(first, "a NOOP") == "");
}

TEST_CASE("a session that does not exist has no output, and hears nothing") {
  Stage stage;
  CHECK(stage.ask({99}, "a NOOP") == "");
  CHECK_FALSE(stage.server.take_output({99}).close);
  CHECK(stage.server.owed_to({99}).lines.empty());
}

TEST_CASE("a refused literal without waiting is dropped as it comes, however large it says it is") {
  Stage stage;
  const SessionId session = stage.open();
  CHECK(stage.ask(session, "a APPEND INBOX {50000000+}").starts_with("a NO [TOOBIG] "));
  const std::string chunk(1000000, 'x');
  for (int i = 0; i < 50; ++i) stage.server.receive(session, chunk, {});
  CHECK(stage.ask(session, "\r\nb NOOP") == "b OK NOOP completed\r\n");
}

TEST_CASE("all of a mailbox is fetched in one order, whatever the set looks like") {
  Stage stage;
  const SessionId session = stage.open();
  const std::string all = stage.ask(session, "a FETCH 1:5 UID");
  for (const char* set : {"5:1", "1:*", "*:1", "3,1:2,5,4", "1:5,1:5,2:4", "5,4,3,2,1"}) {
    CHECK(stage.ask(session, std::string("a FETCH ") + set + " UID") == all);
  }
}

}  // namespace
}  // namespace imapscope::server
