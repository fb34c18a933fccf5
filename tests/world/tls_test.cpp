// STARTTLS over the virtual channel: a handshake of events, and what it makes void.
#include <doctest/doctest.h>

#include "sim/observer/timeline.h"
#include "sim/world/world.h"
#include "tests/server/fixture.h"

namespace imapscope::world {
namespace {

using observer::LineKind;

Setup with_tls() {
  Setup setup;
  setup.accounts = server::accounts_of_ada_and_bob();
  setup.server.starttls = true;
  setup.server.login_disabled = true;
  return setup;
}

World connected(Protocol protocol, const std::string& client = "laptop") {
  World world(with_tls());
  REQUIRE(world.apply(Connect{client, server::Greeting::ok, "", protocol}));
  world.settle();
  return world;
}

void send(World& world, const std::string& line) {
  REQUIRE(world.apply(Send{"laptop", line}));
  world.settle();
}

std::vector<observer::Line> lines_of(const World& world) {
  const observer::Timeline timeline(world.trace());
  return {timeline.lines().begin(), timeline.lines().end()};
}

const observer::Line& line_with(const std::vector<observer::Line>& lines, std::string_view text) {
  const auto found = std::find_if(lines.begin(), lines.end(), [text](const observer::Line& line) {
    return line.bytes.starts_with(text);
  });
  REQUIRE(found != lines.end());
  return *found;
}

observer::SessionBelief belief_in(const World& world) {
  const observer::Timeline timeline(world.trace());
  return timeline.beliefs_after(timeline.moments().size())->begin()->second;
}

}  // namespace

TEST_CASE("STARTTLS is a command, a handshake in both directions, and protected lines") {
  World world = connected(Protocol::imap);
  send(world, "a1 CAPABILITY");
  CHECK(belief_in(world).capabilities.has_value());
  send(world, "a2 STARTTLS");
  CHECK_FALSE(belief_in(world).capabilities.has_value());
  CHECK(belief_in(world).is_protected);
  send(world, "a3 CAPABILITY");
  send(world, "a4 LOGIN ada secret");

  const auto lines = lines_of(world);
  CHECK_FALSE(line_with(lines, "a2 OK").is_protected);
  CHECK(line_with(lines, "a3 CAPABILITY").is_protected);
  CHECK(line_with(lines, "a4 OK").is_protected);
  std::vector<trace::Direction> handshakes;
  for (const observer::Line& line : lines) {
    if (line.kind == LineKind::secured) handshakes.push_back(line.direction);
    CHECK(line.findings.empty());
  }
  CHECK(handshakes == std::vector{trace::Direction::to_server, trace::Direction::to_client});
  CHECK(belief_in(world).state == State::authenticated);
}

TEST_CASE("what was pipelined behind STARTTLS is void, and said to be") {
  World world = connected(Protocol::imap);
  send(world, "a1 STARTTLS\r\na2 NOOP");
  send(world, "a3 NOOP");

  const auto lines = lines_of(world);
  CHECK_FALSE(line_with(lines, "a2 NOOP").completion.has_value());
  REQUIRE(line_with(lines, "a2 NOOP").findings.size() == 1);
  CHECK(line_with(lines, "a2 NOOP").findings[0].id() == "pipelined_behind_starttls");
  CHECK(line_with(lines, "a3 NOOP").completion.has_value());
  CHECK(belief_in(world).in_progress.empty());
  CHECK_FALSE(world.is_waiting("laptop"));
}

TEST_CASE("a command that is typed while TLS is negotiated waits for it") {
  World world = connected(Protocol::imap);
  REQUIRE(world.apply(Send{"laptop", "a1 STARTTLS"}));
  const auto granted = [&] {
    const auto lines = lines_of(world);
    return std::any_of(lines.begin(), lines.end(),
                       [](const observer::Line& line) { return line.kind == LineKind::secured; });
  };
  while (!granted()) REQUIRE(world.step());
  REQUIRE(world.apply(Send{"laptop", "a2 LOGIN ada secret"}));
  world.settle();
  CHECK(line_with(lines_of(world), "a2 LOGIN").is_protected);
  CHECK(belief_in(world).state == State::authenticated);
}

TEST_CASE("a server without TLS refuses, and the session goes on") {
  Setup setup = with_tls();
  setup.server = {};
  World world(std::move(setup));
  REQUIRE(world.apply(Connect{"laptop"}));
  world.settle();
  send(world, "a1 STARTTLS");
  send(world, "a2 LOGIN ada secret");
  CHECK_FALSE(line_with(lines_of(world), "a2 LOGIN").is_protected);
  CHECK(belief_in(world).state == State::authenticated);
}

TEST_CASE("POP3: STLS, and CAPA anew") {
  World world = connected(Protocol::pop3);
  send(world, "CAPA");
  const auto offered = *belief_in(world).capabilities;
  CHECK(std::count(offered.begin(), offered.end(), "STLS") == 1);
  send(world, "STLS");
  CHECK_FALSE(belief_in(world).capabilities.has_value());
  send(world, "CAPA");
  const auto left = *belief_in(world).capabilities;
  CHECK(std::count(left.begin(), left.end(), "STLS") == 0);
  send(world, "USER ada");
  send(world, "PASS secret");
  CHECK(belief_in(world).state == State::pop3_transaction);
  CHECK(line_with(lines_of(world), "PASS").is_protected);
}

TEST_CASE("SMTP: behind STARTTLS the client says anew who it is") {
  World world = connected(Protocol::smtp);
  send(world, "EHLO laptop.example");
  send(world, "STARTTLS");
  CHECK(belief_in(world).state == State::smtp_connected);
  send(world, "MAIL FROM:<bob@example.org>");
  CHECK(line_with(lines_of(world), "503").is_protected);
  send(world, "EHLO laptop.example");
  send(world, "MAIL FROM:<bob@example.org>");
  send(world, "RCPT TO:<ada@example.org>");
  send(world, "DATA\r\nSubject: Hi\r\n\r\nHello\r\n.");
  const auto& inbox = *world.accounts().find("ada")->find(MailboxName::inbox());
  CHECK(inbox.entries().back().message->octets().find("with ESMTPS") != std::string_view::npos);
}

}  // namespace imapscope::world
