// POP3 and SMTP as a bystander sees them: lines, belief, and what is said of them.
#include <doctest/doctest.h>

#include <string>

#include "sim/explain/explain.h"
#include "sim/observer/timeline.h"
#include "sim/trace/transcript.h"
#include "tests/in_english.h"

namespace imapscope::observer {
namespace {

Timeline observed(const std::string& transcript) {
  auto trace = trace::read_transcript(transcript, "neighbour.txt");
  REQUIRE(trace.has_value());
  return Timeline(std::move(*trace));
}

const SessionBelief& belief_at_end(const Timeline& timeline) {
  static std::shared_ptr<const Beliefs> beliefs;
  beliefs = timeline.beliefs_after(timeline.moments().size());
  return beliefs->begin()->second;
}

/// Ids of the rules that lines break, in their order.
std::string findings(const Timeline& timeline) {
  std::string ids;
  for (const Line& line : timeline.lines()) {
    for (const Finding& finding : line.findings) {
      ids += (ids.empty() ? "" : " ") + std::string(finding.id());
    }
  }
  return ids;
}

const Line& line_of(const Timeline& timeline, const std::string& beginning) {
  for (const Line& line : timeline.lines()) {
    if (line.bytes.starts_with(beginning)) return line;
  }
  FAIL("no line begins with " << beginning);
  return timeline.lines().front();
}

const std::string login =
    "S: +OK ready\nC: USER ada\nS: +OK send PASS\nC: PASS secret\nS: +OK welcome\n";

// RFC 1939 §10, the example session, in the words of today's tables.
const std::string pop3_session =
    login +
    "C: STAT\nS: +OK 2 320\n"
    "C: LIST\nS: +OK 2 messages (320 octets)\nS: 1 120\nS: 2 200\nS: .\n"
    "C: UIDL 2\nS: +OK 2 QhdPYR:00WBw1Ph7x7\n"
    "C: RETR 1\nS: +OK 120 octets\nS: Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\n"
    "S: \nS: ..dots\nS: .\n"
    "C: DELE 1\nS: +OK message 1 deleted\n"
    "C: QUIT\nS: +OK dewey POP3 server signing off (maildrop empty)\n";

const std::string smtp_session =
    "S: 220 foo.com Simple Mail Transfer Service Ready\nC: EHLO bar.com\n"
    "S: 250-foo.com greets bar.com\nS: 250-8BITMIME\nS: 250-SIZE\nS: 250 HELP\n"
    "C: MAIL FROM:<Smith@bar.com>\nS: 250 OK\nC: RCPT TO:<Jones@foo.com>\nS: 250 OK\n"
    "C: RCPT TO:<Green@foo.com>\nS: 550 No such user here\nC: DATA\nS: 354 Start mail input\n"
    "C: Subject: Hello\nC: \nC: Blah blah blah...\nC: .\nS: 250 OK\n"
    "C: QUIT\nS: 221 foo.com Service closing transmission channel\n";

}  // namespace

TEST_CASE("POP3: each command has its answer, and a message is one row") {
  const Timeline timeline = observed(pop3_session);
  CHECK(findings(timeline).empty());
  const Line& list = line_of(timeline, "LIST");
  CHECK(timeline.lines()[list.completion->value].bytes == ".\r\n");
  const Line& message = line_of(timeline, "Subject:");
  CHECK(message.kind == LineKind::literal);
  CHECK(message.bytes == "Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\n\r\n..dots\r\n.\r\n");
  CHECK(line_of(timeline, "RETR").completion == message.id);
  CHECK(line_of(timeline, "1 120").command == list.id);
}

TEST_CASE("POP3: the client knows what it was told, and what it marked") {
  const Timeline timeline = observed(pop3_session);
  const SessionBelief& belief = belief_at_end(timeline);
  CHECK(belief.protocol == Protocol::pop3);
  CHECK(belief.state == State::pop3_update);
  CHECK(belief.user == "ada");
  REQUIRE(belief.maildrop);
  CHECK(belief.maildrop->messages == 2);
  CHECK(belief.maildrop->octets == 320);
  REQUIRE(belief.maildrop->drops.size() == 2);
  CHECK(belief.maildrop->drops[0] == Drop{120, "", "Grüße", true, true});
  CHECK(belief.maildrop->drops[1] == Drop{200, "QhdPYR:00WBw1Ph7x7", "", false, false});
}

TEST_CASE("SMTP: the envelope is what the server has taken of it") {
  const Timeline timeline = observed(smtp_session);
  CHECK(findings(timeline).empty());
  const SessionBelief& belief = belief_at_end(timeline);
  CHECK(belief.state == State::smtp_closed);
  CHECK(belief.capabilities == std::vector<std::string>{"8BITMIME", "SIZE", "HELP"});
  REQUIRE(belief.mail);
  CHECK(
      *belief.mail ==
      MailBelief{
          "Smith@bar.com", {{"Jones@foo.com", true}, {"Green@foo.com", false}}, "Hello", 37, true});
  const Line& data = line_of(timeline, "DATA");
  CHECK(timeline.lines()[data.completion->value].bytes == "250 OK\r\n");
  CHECK(line_of(timeline, "Subject:").command == data.id);
}

TEST_CASE("SMTP: several commands in one go are answered in their order") {
  const Timeline timeline = observed(
      "S: 220 ready\nC: EHLO x\nS: 250 PIPELINING\nC: MAIL FROM:<a@b>\nC: RCPT TO:<c@d>\nC: DATA\n"
      "S: 250 sender ok\nS: 550 nobody\nS: 503 nobody to send it to\nC: QUIT\nS: 221 bye\n");
  CHECK(findings(timeline).empty());
  const Line& recipient = line_of(timeline, "RCPT");
  CHECK(timeline.lines()[recipient.completion->value].bytes == "550 nobody\r\n");
  CHECK(belief_at_end(timeline).state == State::smtp_closed);
}

TEST_CASE("neighbours: what does not come now, or is no answer, is called so") {
  const struct {
    std::string transcript;
    std::string ids;
  } rows[] = {
      {"S: +OK ready\nC: STAT\nS: -ERR no\n", "pop3_wrong_state"},
      {"S: +OK ready\nC: XTND XMIT\nS: -ERR no\n", "pop3_command_unknown"},
      {"S: +OK ready\nC: CAPA\nS: OK here\n", "pop3_answer_unreadable"},
      {login + "C: STAT\nS: +OK 2 320\nC: RETR 3\nS: -ERR no\n", "pop3_no_such_message"},
      {login + "C: RETR 3\nS: -ERR no\n", ""},  // how many there are is not known
      {login + "C: DELE 1\nS: -ERR locked\nC: RETR 1\nS: -ERR no\n", ""},
      {login + "C: DELE 1\nS: +OK\nC: RSET\nS: +OK\nC: DELE 1\nS: +OK\n", ""},
      {"S: 220 ready\nC: MAIL FROM:<a@b>\nS: 503 hello first\n", "smtp_wrong_order"},
      {"S: 220 ready\nC: NOOP\nS: 250 ok\nC: VRFY a\nS: 252 perhaps\n", ""},
      {"S: 220 ready\nC: WIZ\nS: 500 what\n", "smtp_command_unknown"},
      {"S: 220 ready\nC: EHLO x\nS: hello x\n", "smtp_answer_unreadable"},
      // RFC 5321 §D.3 writes two sessions down as one.
      {"S: 220 a\nC: EHLO x\nS: 250 a\nC: QUIT\nS: 221 bye\nS: 220 b\nC: EHLO a\nS: 250 b\n", ""},
      {"C: RETR 7\nS: +OK\nS: text\nS: .\nC: QUIT\nS: +OK\n", ""},  // its beginning is missing
  };
  for (const auto& row : rows) {
    CAPTURE(row.transcript);
    CHECK(findings(observed(row.transcript)) == row.ids);
  }
}

TEST_CASE("neighbours: a moment of the past is the same as it was") {
  for (const std::string& session : {pop3_session, smtp_session}) {
    const Timeline timeline = observed(session);
    const trace::Trace& trace = timeline.trace();
    const auto all = static_cast<std::ptrdiff_t>(trace.events.size());
    for (std::ptrdiff_t events = 1; events <= all; events += 3) {
      trace::Trace part{trace.header, {trace.events.begin(), trace.events.begin() + events}, {}};
      const Timeline early(std::move(part));
      const auto then = early.beliefs_after(early.moments().size());
      const auto now = timeline.beliefs_after(early.moments().size());
      CHECK(then->begin()->second.state == now->begin()->second.state);
      const auto& maildrop = now->begin()->second.maildrop;
      REQUIRE((then->begin()->second.maildrop == nullptr) == (maildrop == nullptr));
      if (maildrop) CHECK(*then->begin()->second.maildrop == *maildrop);
    }
  }
}

TEST_CASE("neighbours: every octet is explained, and no secret is quoted") {
  const words::Words words("en");
  for (const std::string& session : {pop3_session, smtp_session}) {
    const Timeline timeline = observed(session);
    for (const Line& line : timeline.lines()) {
      const explain::Explanation explanation = explain::explain(timeline, line.id, words);
      CAPTURE(line.bytes);
      CHECK_FALSE(explanation.why.empty());
      CHECK(explanation.why.find("secret") == std::string::npos);
      std::size_t octets = 0;
      for (const auto& token : explanation.tokens) {
        CHECK_FALSE(token.meaning.empty());
        octets += token.octets;
      }
      const auto blanks = std::count(line.bytes.begin(), line.bytes.end(), ' ');
      CHECK(octets + static_cast<std::size_t>(blanks) >= line.bytes.size());
    }
  }
}

}  // namespace imapscope::observer
