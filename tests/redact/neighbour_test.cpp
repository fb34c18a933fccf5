// Secrets of POP3 and SMTP.
#include <doctest/doctest.h>

#include <string>

#include "sim/redact/redact.h"
#include "sim/trace/transcript.h"

namespace imapscope::redact {
namespace {

/// The client's octets, masked; `cut`: into segments of so many octets.
std::string masked(const std::string& transcript, std::size_t cut) {
  auto trace = trace::read_transcript(transcript, "secrets.txt");
  REQUIRE(trace.has_value());
  trace::Trace pieces{trace->header, {}, {}};
  for (const trace::Event& event : trace->events) {
    const auto* payload = std::get_if<trace::Payload>(&event.what);
    if (payload == nullptr) {
      pieces.events.push_back(event);
      continue;
    }
    for (std::size_t at = 0; at < payload->bytes.size(); at += cut) {
      trace::Event piece = event;
      std::get<trace::Payload>(piece.what).bytes = payload->bytes.substr(at, cut);
      pieces.events.push_back(std::move(piece));
    }
  }
  std::string bytes;
  for (const trace::Event& event : redact(std::move(pieces)).events) {
    const auto* payload = std::get_if<trace::Payload>(&event.what);
    const bool of_client = event.direction == trace::Direction::to_server;
    if (payload != nullptr && of_client) bytes += payload->bytes;
  }
  return bytes;
}

struct Row {
  std::string transcript;
  std::string client;
};
const Row rows[] = {
    {"S: +OK\nC: USER ada\nS: +OK\nC: PASS my secret\nS: +OK\nC: STAT\nS: +OK 1 2\n",
     "USER ada\r\nPASS ** ******\r\nSTAT\r\n"},
    {"S: +OK\nC: PSAS secret\nS: -ERR\n", "**** ******\r\n"},
    {"S: +OK\nC: secret\nS: -ERR\n", "******\r\n"},
    {"S: +OK\nC: APOP ada c4c9334bac560ecc979e58001b3e22fb\nS: +OK\n",
     "APOP ada ********************************\r\n"},
    {"S: +OK\nC: AUTH PLAIN\nS: + \nC: AGFkYQBzZWNyZXQ=\nS: +OK\nC: STAT\nS: +OK 1 2\n",
     "AUTH PLAIN\r\n****************\r\nSTAT\r\n"},
    {"S: 220 x\nC: EHLO x\nS: 250 x\nC: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: YWRh\n"
     "S: 334 UGFzc3dvcmQ6\nC: c2VjcmV0\nS: 235 ok\nC: MAIL FROM:<a@b>\nS: 250 ok\n",
     "EHLO x\r\nAUTH LOGIN\r\n****\r\n********\r\nMAIL FROM:<a@b>\r\n"},
    {"S: 220 x\nC: EHLO x\nS: 250 x\nC: AUTH PLAIN AGFkYQBzZWNyZXQ=\nS: 535 no\n",
     "EHLO x\r\nAUTH PLAIN ****************\r\n"},
    {"S: 220 x\nC: EHLO x\nS: 250 x\nC: MAIL FROM:<a@b>\nS: 250 ok\nC: RCPT TO:<c@d>\nS: 250 ok\n"
     "C: DATA\nS: 354 go\nC: AUTH is a word here\nC: .\nS: 250 ok\nC: QUIT\nS: 221 bye\n",
     "EHLO x\r\nMAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\nAUTH is a word here\r\n.\r\nQUIT\r\n"},
};

}  // namespace

TEST_CASE("what POP3 and SMTP carry of passwords is masked, in whatever segments") {
  for (const Row& row : rows) {
    CAPTURE(row.transcript);
    CHECK(masked(row.transcript, 1000) == row.client);
    for (const std::size_t cut : {3U, 1U}) {  // more may be masked, less may not
      const std::string pieces = masked(row.transcript, cut);
      REQUIRE(pieces.size() == row.client.size());
      for (std::size_t i = 1; i < pieces.size(); ++i) {
        CHECK((pieces[i] == '*' || (pieces[i] == row.client[i] && row.client[i] != '*')));
      }
    }
  }
}

}  // namespace imapscope::redact
