// POP3 and SMTP beside IMAP: three protocols, one account.
#include <doctest/doctest.h>

#include "sim/world/world.h"
#include "tests/in_english.h"
#include "tests/server/fixture.h"

namespace imapscope::world {
namespace {

/// A world, and what each client has heard so far.
class House {
 public:
  House() : world_(setup()) {}

  /// Of ada's mailboxes.
  void limit(mail::Quota quota) {
    Setup limited = setup();
    limited.accounts.find("ada")->set_quota(quota);
    world_ = World(std::move(limited));
  }
  void connect(const std::string& client, Protocol protocol) {
    act(Connect{client, server::Greeting::ok, "", protocol});
  }
  void act(const Action& action) {
    REQUIRE(world_.apply(action).has_value());
    world_.settle();
  }
  /// What the server says to that line: all lines that have come since the last time.
  std::string say(const std::string& client, const std::string& line) {
    hear(client);
    act(Send{client, line});
    return hear(client);
  }
  std::string hear(const std::string& client) {
    std::string bytes;
    const auto id = *world_.connection_of(client);
    for (const trace::Event& event : world_.trace().events) {
      const auto* payload = std::get_if<trace::Payload>(&event.what);
      const bool heard = event.direction == trace::Direction::to_client;
      if (payload != nullptr && event.connection == id && heard) bytes += payload->bytes;
    }
    std::size_t& before = heard_[client];
    return bytes.substr(std::exchange(before, bytes.size()));
  }
  [[nodiscard]] bool is_connected(const std::string& client) const {
    return world_.is_connected(client);
  }
  [[nodiscard]] std::size_t messages() const {
    return world_.accounts().find("ada")->find(MailboxName::inbox())->size();
  }
  [[nodiscard]] const World& world() const { return world_; }

 private:
  static Setup setup() {
    Setup setup;
    setup.accounts = server::accounts_of_ada_and_bob();
    return setup;
  }
  World world_;
  std::map<std::string, std::size_t> heard_;
};

House with_pop3() {
  House house;
  house.connect("phone", Protocol::pop3);
  house.say("phone", "USER ada");
  house.say("phone", "PASS secret");
  return house;
}

House with_smtp() {
  House house;
  house.connect("sender", Protocol::smtp);
  house.say("sender", "EHLO laptop.example");
  return house;
}

const std::string letter = "Subject: Hi\r\n\r\nHello\r\n..two dots\r\n.\r\n";

}  // namespace

TEST_CASE("POP3: a session takes mail away, and only QUIT does it") {
  House house;
  house.connect("phone", Protocol::pop3);
  CHECK(house.hear("phone") == "+OK imapscope POP3 is ready\r\n");
  CHECK(house.say("phone", "USER ada") == "+OK send PASS\r\n");
  CHECK(house.say("phone", "PASS secret").starts_with("+OK maildrop has 5 messages ("));
  CHECK(house.say("phone", "DELE 1") == "+OK message 1 is marked as deleted\r\n");
  CHECK(house.say("phone", "RETR 1") == "-ERR message 1 is deleted\r\n");
  CHECK(house.say("phone", "LIST 9") ==
        "-ERR no such message, only 5 messages in the maildrop\r\n");
  CHECK(house.messages() == 5);
  CHECK(house.say("phone", "QUIT") == "+OK goodbye, maildrop has 4 messages\r\n");
  CHECK(house.messages() == 4);
  CHECK_FALSE(house.is_connected("phone"));
}

TEST_CASE("POP3: a connection that breaks deletes nothing") {
  House house = with_pop3();
  house.say("phone", "DELE 1");
  house.act(Disconnect{"phone", true});
  CHECK(house.messages() == 5);
  house.connect("laptop", Protocol::pop3);  // the lock is gone, too
  house.say("laptop", "USER ada");
  CHECK(house.say("laptop", "PASS secret").starts_with("+OK"));
}

TEST_CASE("POP3: RSET takes marks back") {
  House house = with_pop3();
  house.say("phone", "DELE 1");
  house.say("phone", "DELE 2");
  CHECK(house.say("phone", "RSET").starts_with("+OK maildrop has 5 messages"));
  house.say("phone", "QUIT");
  CHECK(house.messages() == 5);
}

TEST_CASE("POP3: the maildrop is one session's") {
  House house = with_pop3();
  house.connect("laptop", Protocol::pop3);
  house.say("laptop", "USER ada");
  CHECK(house.say("laptop", "PASS secret") == "-ERR [IN-USE] another session has the maildrop\r\n");
}

TEST_CASE("POP3: numbers stay while messages are deleted, and lists pass over those") {
  House house = with_pop3();
  house.say("phone", "DELE 2");
  const std::string uidl = house.say("phone", "UIDL");
  CHECK(uidl.starts_with("+OK unique ids follow\r\n1 "));
  CHECK(uidl.find("\r\n2 ") == std::string::npos);
  CHECK(uidl.find("\r\n3 ") != std::string::npos);
  CHECK(uidl.ends_with("\r\n.\r\n"));
}

TEST_CASE("POP3: what does not come now is refused, and so is what is no command") {
  House house;
  house.connect("phone", Protocol::pop3);
  CHECK(house.say("phone", "STAT") == "-ERR STAT is for the state Transaction\r\n");
  CHECK(house.say("phone", "PASS secret") == "-ERR USER comes first\r\n");
  CHECK(house.say("phone", "XYZZY") == "-ERR unknown command\r\n");
  house.say("phone", "user ada");
  CHECK(house.say("phone", "PASS wrong") == "-ERR [AUTH] wrong user or password\r\n");
}

TEST_CASE("POP3: a client that types ahead is held back until the answer comes") {
  House house = with_pop3();
  const std::string heard = house.say("phone", "TOP 1 0\r\nSTAT\r\nNOOP");
  CHECK(heard.starts_with("+OK top of the message follows\r\n"));
  CHECK(heard.find("\r\n.\r\n+OK 5 ") != std::string::npos);
  CHECK(heard.ends_with("+OK nothing done\r\n"));
}

TEST_CASE("SMTP: a message that is taken is what arrives, dots and all") {
  House house = with_smtp();
  CHECK(house.say("sender", "MAIL FROM:<bob@else.example>") == "250 2.1.0 sender ok\r\n");
  CHECK(house.say("sender", "RCPT TO:<ada@example.org>") == "250 2.1.5 recipient ok\r\n");
  CHECK(house.say("sender", "DATA\r\n" + letter) ==
        "354 send the message, and end it with a line that is one dot\r\n"
        "250 2.0.0 message taken\r\n");
  REQUIRE(house.messages() == 6);
  const auto& inbox = *house.world().accounts().find("ada")->find(MailboxName::inbox());
  CHECK(inbox.entries().back().message->octets() ==
        "Return-Path: <bob@else.example>\r\n"
        "Received: from laptop.example by example.org with ESMTP; 1 Jan 2026 00:00:00 +0000\r\n"
        "Subject: Hi\r\n\r\nHello\r\n.two dots\r\n");
  CHECK(house.say("sender", "QUIT") == "221 2.0.0 example.org closes the connection\r\n");
}

TEST_CASE("SMTP: nobody's mail, and other domains', is refused, and then DATA is, too") {
  House house = with_smtp();
  house.say("sender", "MAIL FROM:<>");
  CHECK(house.say("sender", "RCPT TO:<eve@example.org>") == "550 5.1.1 no such user here\r\n");
  CHECK(house.say("sender", "RCPT TO:<ada@else.example>").starts_with("550 5.7.1 "));
  CHECK(house.say("sender", "DATA\r\n" + letter) == "503 5.5.1 DATA does not come now\r\n");
  CHECK(house.messages() == 5);
  CHECK(house.say("sender", "NOOP") == "250 2.0.0 ok\r\n");  // the letter was not sent
}

TEST_CASE("SMTP: commands have their order") {
  House house;
  house.connect("sender", Protocol::smtp);
  CHECK(house.hear("sender") == "220 example.org imapscope ESMTP is ready\r\n");
  CHECK(house.say("sender", "MAIL FROM:<a@b>") == "503 5.5.1 MAIL does not come now\r\n");
  CHECK(house.say("sender", "EHLO laptop").ends_with("250 PIPELINING\r\n"));
  CHECK(house.say("sender", "RCPT TO:<ada@example.org>").starts_with("503"));
  CHECK(house.say("sender", "MAIL ada").starts_with("501"));
  CHECK(house.say("sender", "MAIL FROM:<a@b> SIZE=999999999").starts_with("552"));
  CHECK(house.say("sender", "EXPN friends").starts_with("502"));
  CHECK(house.say("sender", "HELO").starts_with("501"));
}

TEST_CASE("three protocols, one account: SMTP brings, POP3 takes away, and IMAP is told") {
  House house = with_smtp();
  house.connect("laptop", Protocol::imap);
  house.say("laptop", "a1 LOGIN ada secret");
  house.say("laptop", "a2 SELECT INBOX");
  house.say("laptop", "a3 IDLE");
  house.say("sender", "MAIL FROM:<bob@else.example>");
  house.say("sender", "RCPT TO:<ada@example.org>");
  house.hear("laptop");
  house.say("sender", "DATA\r\n" + letter);
  CHECK(house.hear("laptop").starts_with("* 6 EXISTS\r\n"));
  house.connect("phone", Protocol::pop3);
  house.say("phone", "USER ada");
  house.say("phone", "PASS secret");
  house.say("phone", "DELE 6");
  CHECK(house.hear("laptop").empty());
  house.say("phone", "QUIT");
  CHECK(house.hear("laptop") == "* 6 EXPUNGE\r\n* 2 RECENT\r\n");
}

TEST_CASE("a world with all three is a value") {
  House house = with_pop3();
  World copy = house.world();
  REQUIRE(copy.apply(Send{"phone", "DELE 1\r\nQUIT"}).has_value());
  copy.settle();
  CHECK(copy.accounts().find("ada")->find(MailboxName::inbox())->size() == 4);
  CHECK(house.messages() == 5);
  CHECK(house.say("phone", "STAT").starts_with("+OK 5 "));
}

TEST_CASE("a full mailbox: SMTP refuses the message, and mail from elsewhere bounces") {
  House house;
  house.limit({std::nullopt, 5});
  house.connect("sender", Protocol::smtp);
  house.say("sender", "EHLO laptop.example");
  house.say("sender", "MAIL FROM:<bob@example.org>");
  house.say("sender", "RCPT TO:<ada@example.org>");
  CHECK(house.say("sender", "DATA\r\n" + letter)
            .ends_with("552 5.2.2 the mailbox of ada is full\r\n"));
  CHECK(house.messages() == 5);
  house.act(Deliver{"ada", MailboxName::inbox(), "Subject: Late\r\n\r\nHello\r\n"});
  CHECK(house.messages() == 5);
  const auto* note = std::get_if<trace::Note>(&house.world().trace().events.back().what);
  REQUIRE(note != nullptr);
  CHECK(*note == trace::Note{"Late", "ada", true});
}

}  // namespace imapscope::world
