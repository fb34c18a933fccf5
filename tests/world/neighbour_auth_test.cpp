// AUTH of POP3 (RFC 5034) and SMTP (RFC 4954): the same mechanisms as IMAP's, spoken and served,
// seen, judged, explained and masked.
#include <doctest/doctest.h>

#include <string>

#include "sim/codec/digest.h"
#include "sim/explain/explain.h"
#include "sim/observer/timeline.h"
#include "sim/redact/redact.h"
#include "sim/world/world.h"
#include "tests/in_english.h"
#include "tests/server/fixture.h"

namespace imapscope::world {
namespace {

/// One client, and what crosses its wire.
class Session {
 public:
  explicit Session(Protocol protocol, void (*adapt)(Setup&) = nullptr) : world_(setup(adapt)) {
    REQUIRE(world_.apply(Connect{"laptop", server::Greeting::ok, "", protocol}));
    world_.settle();
    (void)said();
  }
  /// What crosses the wire for it, both ways, since the last time: `C: …`, `S: …`.
  std::string type(const std::string& text) {
    REQUIRE(world_.apply(Send{"laptop", text}));
    world_.settle();
    return said();
  }
  [[nodiscard]] const World& world() const { return world_; }
  [[nodiscard]] observer::Timeline timeline() const { return observer::Timeline(world_.trace()); }

 private:
  static World setup(void (*adapt)(Setup&)) {
    Setup setup;
    setup.accounts = server::accounts_of_ada_and_bob();
    for (const char* name : {"LOGIN", "CRAM-MD5", "SCRAM-SHA-256", "XOAUTH2"}) {
      setup.server.turn("AUTH=" + std::string(name));
    }
    if (adapt != nullptr) adapt(setup);
    return World(std::move(setup));
  }
  std::string said() {
    std::string all;
    const auto& events = world_.trace().events;
    for (; seen_ < events.size(); ++seen_) {
      const auto* payload = std::get_if<trace::Payload>(&events[seen_].what);
      if (payload == nullptr) continue;
      const bool client = events[seen_].direction == trace::Direction::to_server;
      std::string_view rest = payload->bytes;
      while (!rest.empty()) {
        const std::size_t end = rest.find("\r\n");
        all += (client ? "C: " : "S: ") + std::string(rest.substr(0, end)) + "\n";
        rest.remove_prefix(end + 2);
      }
    }
    return all;
  }

  World world_;
  std::size_t seen_ = 0;
};

std::string findings(const observer::Timeline& timeline) {
  std::string ids;
  for (const observer::Line& line : timeline.lines()) {
    for (const observer::Finding& finding : line.findings) ids += std::string(finding.id()) + ' ';
  }
  return ids;
}

observer::SessionBelief belief_in(const observer::Timeline& timeline) {
  return timeline.beliefs_after(timeline.moments().size())->begin()->second;
}

std::string explained(const observer::Timeline& timeline, std::string_view beginning) {
  std::string all;
  for (const observer::Line& line : timeline.lines()) {
    if (!line.bytes.starts_with(beginning)) continue;
    for (const explain::ExplainedToken& token :
         explain::explain(timeline, line.id, words::Words("en")).tokens) {
      all += token.meaning + '\n';
    }
  }
  return all;
}

bool says(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

void want_tls(Setup& setup) {
  setup.server.starttls = setup.server.login_disabled = true;
}

}  // namespace

TEST_CASE("POP3: PLAIN with its first response, or behind a go-ahead") {
  Session session(Protocol::pop3);
  CHECK(says(session.type("CAPA"), "S: SASL PLAIN LOGIN "));
  CHECK(session.type("AUTH PLAIN AGFkYQB3cm9uZw==") ==
        "C: AUTH PLAIN AGFkYQB3cm9uZw==\nS: -ERR [AUTH] User or password is wrong\n");
  CHECK(session.type("AUTH PLAIN\r\nAGFkYQBzZWNyZXQ=\r\nSTAT") ==
        "C: AUTH PLAIN\nS: + \nC: AGFkYQBzZWNyZXQ=\nS: +OK maildrop has 5 messages (889 octets)\n"
        "C: STAT\nS: +OK 5 889\n");
  CHECK(says(session.type("AUTH PLAIN"), "-ERR AUTH is for the state Authorization"));
  CHECK(findings(session.timeline()) == "pop3_wrong_state ");
  CHECK(belief_in(session.timeline()).user == "ada");
}

TEST_CASE("POP3: what is asked for can be typed when it is asked; it can be cancelled, or wrong") {
  Session session(Protocol::pop3);
  CHECK(session.type("AUTH LOGIN") == "C: AUTH LOGIN\nS: + VXNlcm5hbWU6\n");
  CHECK(session.type("YWRh") == "C: YWRh\nS: + UGFzc3dvcmQ6\n");
  CHECK(session.type("*") == "C: *\nS: -ERR AUTH is cancelled\n");
  CHECK(session.type("AUTH GSSAPI") ==
        "C: AUTH GSSAPI\nS: -ERR this mechanism is not offered here\n");
  CHECK(session.type("AUTH") == "C: AUTH\nS: -ERR AUTH takes a mechanism\n");
  CHECK(says(session.type("AUTH PLAIN !"), "-ERR that is not base64"));
  CHECK(session.type("AUTH LOGIN") == "C: AUTH LOGIN\nS: + VXNlcm5hbWU6\n");
  CHECK(
      says(session.type("ada secret"), "C: YWRh\nS: + UGFzc3dvcmQ6\nC: c2VjcmV0\nS: +OK maildrop"));
  CHECK(findings(session.timeline()).empty());
}

TEST_CASE("POP3: a maildrop is locked for AUTH, too, and trouble keeps its owner out") {
  Session session(Protocol::pop3,
                  [](Setup& setup) { setup.accounts.find("ada")->set_moved_to("imap://other/"); });
  CHECK(says(session.type("AUTH PLAIN AGFkYQBzZWNyZXQ="), "-ERR this user's mail has moved"));
  CHECK(says(session.type("USER ada\r\nPASS secret"), "-ERR this user's mail has moved"));
}

TEST_CASE("both speak every mechanism by themselves, where user and password are typed") {
  for (const Protocol protocol : {Protocol::pop3, Protocol::smtp}) {
    for (const char* name : {"PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-256", "XOAUTH2"}) {
      CAPTURE(name);
      const sasl::Mechanism& mechanism = *sasl::find_mechanism(name);
      if (mechanism.needs_digests && !codec::has_digests()) continue;
      Session session(protocol);
      if (protocol == Protocol::smtp) session.type("EHLO laptop.example");
      const std::string said = session.type("AUTH " + std::string(name) + "\r\nada secret");
      CHECK(says(said, protocol == Protocol::pop3 ? "S: +OK maildrop" : "S: 235 2.7.0 "));
      CHECK(findings(session.timeline()).empty());
      Session wrong(protocol);
      if (protocol == Protocol::smtp) wrong.type("EHLO laptop.example");
      const std::string refused = wrong.type("AUTH " + std::string(name) + "\r\nada wrong");
      CHECK(says(refused, protocol == Protocol::pop3 ? "S: -ERR [AUTH] " : "S: 535 5.7.8 "));
    }
  }
}

TEST_CASE("SMTP: AUTH, and what its answers are") {
  Session session(Protocol::smtp);
  CHECK(says(session.type("EHLO laptop.example"), "S: 250-AUTH PLAIN LOGIN "));
  CHECK(says(session.type("AUTH GSSAPI"), "S: 504 5.5.4 "));
  CHECK(says(session.type("AUTH PLAIN !"), "S: 501 5.5.2 "));
  CHECK(says(session.type("AUTH PLAIN AGFkYQB3cm9uZw=="), "S: 535 5.7.8 "));
  CHECK(session.type("AUTH PLAIN\r\n*") ==
        "C: AUTH PLAIN\nS: 334 \nC: *\nS: 501 5.7.0 AUTH is cancelled\n");
  CHECK(says(session.type("AUTH PLAIN AGFkYQBzZWNyZXQ="), "S: 235 2.7.0 welcome, ada"));
  CHECK(belief_in(session.timeline()).user == "ada");
  CHECK(findings(session.timeline()).empty());
  CHECK(says(session.type("AUTH PLAIN AGFkYQBzZWNyZXQ="), "S: 503 5.5.1 "));
  CHECK(findings(session.timeline()) == "smtp_auth_again ");
  session.type("MAIL FROM:<ada@example.org> AUTH=<>");
  session.type("RCPT TO:<bob@example.org>");
  CHECK(says(session.type("AUTH PLAIN"), "S: 503 5.5.1 "));
  CHECK(says(session.type("DATA\r\nSubject: Tea\r\n\r\nNow\r\n."), "250 2.0.0 message taken"));
  const mail::Mailbox* inbox = session.world().accounts().find("bob")->find(MailboxName::inbox());
  CHECK(says(inbox->entries().back().message->octets(), " with ESMTPA; "));  // RFC 3848
}

TEST_CASE("no password is taken before TLS, where the operator wants it so") {
  Session pop3(Protocol::pop3, want_tls);
  CHECK_FALSE(says(pop3.type("CAPA"), "SASL PLAIN"));
  CHECK(says(pop3.type("AUTH PLAIN AGFkYQBzZWNyZXQ="), "-ERR this mechanism tells the password"));
  pop3.type("STLS");
  CHECK(says(pop3.type("CAPA"), "SASL PLAIN"));
  CHECK(says(pop3.type("AUTH PLAIN AGFkYQBzZWNyZXQ="), "+OK maildrop"));
  Session smtp(Protocol::smtp, want_tls);
  CHECK_FALSE(says(smtp.type("EHLO laptop"), "AUTH PLAIN"));
  CHECK(says(smtp.type("AUTH PLAIN AGFkYQBzZWNyZXQ="), "538 5.7.11 "));
  smtp.type("STARTTLS");
  CHECK(says(smtp.type("EHLO laptop"), "AUTH PLAIN"));
  CHECK(says(smtp.type("AUTH PLAIN AGFkYQBzZWNyZXQ="), "235 2.7.0 "));
}

TEST_CASE("each message of an exchange is explained, decoded") {
  Session session(Protocol::smtp);
  session.type("EHLO laptop.example");
  session.type("AUTH LOGIN\r\nada secret");
  const observer::Timeline timeline = session.timeline();
  CHECK(says(explained(timeline, "334 VXNlcm5hbWU6"), "`Username:`"));
  CHECK_FALSE(explained(timeline, "AUTH LOGIN").empty());
  CHECK_FALSE(explained(timeline, "YWRh").empty());
  Session plain(Protocol::pop3);
  plain.type("AUTH PLAIN AGFkYQBzZWNyZXQ=");
  CHECK(says(explained(plain.timeline(), "AUTH PLAIN"), "`ada`"));
}

TEST_CASE("what AUTH carries is masked, and its mechanism is not") {
  for (const Protocol protocol : {Protocol::pop3, Protocol::smtp}) {
    Session session(protocol);
    if (protocol == Protocol::smtp) session.type("EHLO laptop.example");
    session.type("AUTH LOGIN\r\nada wrong");
    session.type("AUTH PLAIN AGFkYQBzZWNyZXQ=");
    const trace::Trace masked = redact::redact(session.world().trace());
    std::string all;
    for (const trace::Event& event : masked.events) {
      const auto* payload = std::get_if<trace::Payload>(&event.what);
      if (payload != nullptr) all += payload->bytes;
    }
    CHECK(says(all, "AUTH PLAIN "));
    for (const char* secret : {"d3Jvbmc=", "AGFkYQBzZWNyZXQ=", "YWRh"})
      CHECK_FALSE(says(all, secret));
    CHECK(findings(observer::Timeline(masked)).empty());
  }
}

}  // namespace imapscope::world
