#include "sim/world/world.h"
#include "tests/in_english.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/server/fixture.h"

namespace imapscope::world {
namespace {

using trace::ConnectionId;
using trace::Direction;

World world_of_ada(channel::LinkSettings network = {}) {
  Setup setup;
  setup.title = "test";
  setup.accounts = server::accounts_of_ada_and_bob();
  setup.network = network;
  return World(std::move(setup));
}

/// Acts, and lets everything happen that follows.
void act(World& world, const Action& action) {
  const auto done = world.apply(action);
  REQUIRE(done.has_value());
  world.settle();
}

void send(World& world, const std::string& client, const std::string& text) {
  act(world, Send{client, text});
}

/// All bytes of one direction of a connection.
std::string stream(const World& world, ConnectionId id, Direction direction) {
  std::string bytes;
  for (const trace::Event& event : world.trace().events) {
    const auto* payload = std::get_if<trace::Payload>(&event.what);
    if (payload && event.connection == id && event.direction == direction) bytes += payload->bytes;
  }
  return bytes;
}

std::string heard_by(const World& world, const std::string& client) {
  return stream(world, *world.connection_of(client), Direction::to_client);
}

World with_two_in_inbox() {
  World world = world_of_ada();
  for (const char* client : {"laptop", "phone"}) {
    act(world, Connect{client, server::Greeting::preauth, "ada"});
    send(world, client, "a1 SELECT INBOX");
  }
  return world;
}

TEST_CASE("a literal may be sent in a later act than the line that announces it") {
  World world = with_two_in_inbox();
  send(world, "laptop", "a2 APPEND INBOX (\\Seen) {11}");
  CHECK(heard_by(world, "laptop").ends_with("+ Ready for literal\r\n"));
  send(world, "laptop", "Hi\r\nthere\r\n");
  CHECK(heard_by(world, "laptop").find("a2 OK") != std::string::npos);
}

TEST_CASE("a dialogue goes on act by act: AUTHENTICATE, and IDLE to its DONE") {
  World world = world_of_ada();
  act(world, Connect{"laptop"});
  send(world, "laptop", "a1 AUTHENTICATE PLAIN");
  send(world, "laptop", "AGFkYQBzZWNyZXQ=");
  CHECK(heard_by(world, "laptop").find("a1 OK") != std::string::npos);
  send(world, "laptop", "a2 IDLE");
  CHECK(world.pending_tags("laptop") == std::vector<std::string>{"a2"});
  send(world, "laptop", "DONE");
  CHECK(heard_by(world, "laptop").find("a2 OK") != std::string::npos);
}

TEST_CASE("a session runs from greeting to goodbye, and its time is the network's") {
  World world = world_of_ada({.latency = milliseconds(20)});
  act(world, Connect{"laptop"});
  CHECK(world.now() == Instant{41000});  // there, the server's pause, and back
  send(world, "laptop", "a1 LOGIN ada secret");
  CHECK(world.now() == Instant{82000});
  send(world, "laptop", "a2 SELECT INBOX");
  send(world, "laptop", "a3 FETCH 1:2 FLAGS");
  send(world, "laptop", "a4 LOGOUT");
  const std::string heard = heard_by(world, "laptop");
  CHECK(heard.starts_with("* OK imapscope is ready\r\na1 OK LOGIN completed\r\n* 5 EXISTS\r\n"));
  CHECK(heard.find("* 1 FETCH (FLAGS (\\Seen))\r\n* 2 FETCH (FLAGS ())\r\na3 OK") !=
        std::string::npos);
  CHECK(heard.ends_with("* BYE imapscope says goodbye\r\na4 OK LOGOUT completed\r\n"));
  CHECK_FALSE(world.is_connected("laptop"));
  CHECK(world.trace().events.front().what == trace::What(trace::Opened{"laptop", "server"}));
  CHECK(world.trace().events.back().what == trace::What(trace::Closed{false}));
  CHECK(world.trace().events.back().direction == Direction::to_client);
}

TEST_CASE("events stand in the order in which they were sent") {
  World world = with_two_in_inbox();
  for (int i = 0; i < 5; ++i) {
    REQUIRE(world.apply(Send{"laptop", "x NOOP"}));
    world.run_until(world.now() + milliseconds(7));
    REQUIRE(world.apply(Send{"phone", "y FETCH 1 FLAGS"}));
  }
  world.settle();
  const auto& events = world.trace().events;
  CHECK(events.size() > 20);
  for (std::size_t i = 1; i < events.size(); ++i) CHECK(events[i - 1].sent <= events[i].sent);
}

TEST_CASE("answers to one write are sent in one write, and land together") {
  World world = world_of_ada();
  act(world, Connect{"laptop"});
  const std::size_t before = world.trace().events.size();
  send(world, "laptop", "a1 LOGIN ada secret\r\na2 SELECT INBOX");
  CHECK(world.trace().events.size() == before + 2);
}

TEST_CASE("time moves to the next event, or to where it is told to") {
  World world = world_of_ada({.latency = milliseconds(20)});
  CHECK_FALSE(world.next_event().has_value());
  CHECK_FALSE(world.step());
  REQUIRE(world.apply(Connect{"laptop"}));
  CHECK(world.next_event() == Instant{20000});
  world.run_until(Instant{10000});
  CHECK(world.now() == Instant{10000});
  CHECK(world.next_event() == Instant{20000});
  CHECK(world.step());
  CHECK(world.now() == Instant{20000});
  world.run_until(Instant{5000});
  CHECK(world.now() == Instant{20000});
}

TEST_CASE("one session's EXPUNGE is owed to the other until NOOP, and the X-ray shows it") {
  World world = with_two_in_inbox();
  send(world, "laptop", "a2 STORE 2 +FLAGS.SILENT (\\Deleted)\r\na3 EXPUNGE");
  send(world, "phone", "b1 FETCH 4 FLAGS");
  CHECK(heard_by(world, "phone").find("EXPUNGE") == std::string::npos);

  const XraySession phone = world.xray().at(*world.connection_of("phone"));
  CHECK(phone.owed == std::vector<std::string>{"* 2 EXPUNGE"});
  CHECK(phone.mailbox == MailboxName("INBOX"));
  CHECK(phone.uid_validity == UidValidity{42});
  CHECK(phone.uid_next == Uid{51});
  REQUIRE(phone.messages.size() == 4);
  CHECK(phone.messages[1].uid == Uid{30});
  CHECK(phone.messages[1].subject == "Minutes");
  CHECK(phone.messages[1].flags == FlagSet{flags::seen, flags::answered});

  send(world, "phone", "b2 NOOP");
  CHECK(heard_by(world, "phone").ends_with("* 2 EXPUNGE\r\nb2 OK NOOP completed\r\n"));
  CHECK(world.xray().at(*world.connection_of("phone")).owed.empty());
}

TEST_CASE("the X-ray shows what is recent to each session") {
  World world = with_two_in_inbox();
  const Xray xray = world.xray();
  CHECK(xray.at({1}).messages[4].flags.contains(flags::recent));
  CHECK_FALSE(xray.at({2}).messages[4].flags.contains(flags::recent));
}

TEST_CASE("mail that arrives is noted, and told to who idles") {
  World world = with_two_in_inbox();
  send(world, "phone", "b1 IDLE");
  act(world, Deliver{"ada", MailboxName("INBOX"), server::plain_message("Lunch?")});
  CHECK(heard_by(world, "phone").ends_with("* 6 EXISTS\r\n* 1 RECENT\r\n"));
  const auto& events = world.trace().events;
  const trace::Note note{"Lunch?", "ada"};
  CHECK(std::count_if(events.begin(), events.end(), [&](const trace::Event& event) {
          return event.what == trace::What(note);
        }) == 1);
  send(world, "phone", "DONE");
  CHECK(world.pending_tags("phone").empty());
}

TEST_CASE("an encoded subject is read as people write it") {
  World world = with_two_in_inbox();
  act(world, Deliver{"ada", MailboxName("INBOX"),
                     "Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\r\n\r\nHallo.\r\n"});
  const auto is_note = [&](const trace::Event& event) {
    return event.what == trace::What(trace::Note{"Grüße", "ada"});
  };
  const auto& events = world.trace().events;
  CHECK(std::any_of(events.begin(), events.end(), is_note));
  CHECK(world.xray().at({1}).messages.back().subject == "Grüße");
}

TEST_CASE("the client waits for the plus across the network") {
  World world = with_two_in_inbox();
  send(world, "laptop", "a2 APPEND Empty {5}\r\nhello");
  CHECK(stream(world, {1}, Direction::to_server).ends_with("a2 APPEND Empty {5}\r\nhello\r\n"));
  CHECK(heard_by(world, "laptop").ends_with("a2 OK [APPENDUID 101 1] APPEND completed\r\n"));
}

TEST_CASE("a client that hangs up is gone, and may come again as a new connection") {
  World world = with_two_in_inbox();
  act(world, Disconnect{"laptop"});
  CHECK_FALSE(world.is_connected("laptop"));
  CHECK_FALSE(world.xray().contains({1}));
  act(world, Connect{"laptop"});
  CHECK(world.connection_of("laptop") == ConnectionId{3});
  CHECK(world.connection_of("phone") == ConnectionId{2});
}

TEST_CASE("a cut loses what is in flight, both ways") {
  World world = with_two_in_inbox();
  send(world, "phone", "b1 IDLE");
  REQUIRE(world.apply(Send{"phone", "DONE"}));
  REQUIRE(world.apply(Deliver{"ada", MailboxName("INBOX"), server::plain_message("Lunch?")}));
  world.run_until(world.now() + milliseconds(1));
  const std::size_t before = world.trace().events.size();
  act(world, Disconnect{"phone", true});
  CHECK_FALSE(world.trace().events[before - 3].landed.has_value());  // DONE
  CHECK(world.trace().events[before - 2].landed.has_value());        // the note is no flight
  CHECK_FALSE(world.trace().events[before - 1].landed.has_value());  // EXISTS
  CHECK(world.trace().events.size() == before + 1);
  CHECK(world.trace().events.back().what == trace::What(trace::Closed{true}));
  CHECK_FALSE(world.xray().contains({2}));
}

TEST_CASE("refused and preauthenticated connections") {
  World world = world_of_ada();
  act(world, Connect{"laptop", server::Greeting::bye});
  CHECK(heard_by(world, "laptop").starts_with("* BYE "));
  CHECK_FALSE(world.is_connected("laptop"));
  act(world, Connect{"phone", server::Greeting::preauth, "ada"});
  CHECK(heard_by(world, "phone").starts_with("* PREAUTH "));
}

TEST_CASE("what cannot be done is one sentence, and changes nothing") {
  World world = with_two_in_inbox();
  const std::size_t events = world.trace().events.size();
  const std::pair<Action, std::string> cases[] = {
      {Connect{"laptop"}, "laptop is connected already."},
      {Send{"tablet", "a1 NOOP"}, "tablet is not connected."},
      {Disconnect{"tablet"}, "tablet is not connected."},
      {Deliver{"eve", MailboxName("INBOX"), ""}, "There is no mailbox INBOX of eve to deliver to."},
      {Deliver{"ada", MailboxName("No"), ""}, "There is no mailbox No of ada to deliver to."},
  };
  for (const auto& [action, sentence] : cases) {
    const auto done = world.apply(action);
    REQUIRE_FALSE(done.has_value());
    CHECK(in_english(done.error()) == sentence);
  }
  CHECK(world.trace().events.size() == events);
}

TEST_CASE("the network of one client changes without that of others") {
  World world = with_two_in_inbox();
  act(world, SetNetwork{"phone", {.latency = milliseconds(300)}});
  const Instant begin = world.now();
  send(world, "laptop", "a2 NOOP");
  CHECK(world.now() == begin + milliseconds(41));
  send(world, "phone", "b2 NOOP");
  CHECK(world.now() == begin + milliseconds(41 + 601));
  act(world, Disconnect{"phone"});
  act(world, Connect{"phone"});
  const Instant again = world.now();
  send(world, "phone", "b3 NOOP");
  CHECK(world.now() == again + milliseconds(601));
}

TEST_CASE("a copy goes its own way") {
  World world = with_two_in_inbox();
  REQUIRE(world.apply(Send{"laptop", "a2 STORE 1 +FLAGS (\\Deleted)"}));
  World copy = world;
  world.settle();
  send(copy, "laptop", "a3 EXPUNGE");
  CHECK(world.xray().at({1}).messages.size() == 5);
  CHECK(copy.xray().at({1}).messages.size() == 4);
}

TEST_CASE("the world hands out tags") {
  World world = world_of_ada();
  CHECK(world.next_tag("laptop") == "a1");
  act(world, Connect{"laptop"});
  send(world, "laptop", "A007 NOOP");
  CHECK(world.next_tag("laptop") == "A008");
}

}  // namespace
}  // namespace imapscope::world
