// The observer on random dialogues: no split of the bytes, no growth of the trace and no order of
// seeking changes what it concludes; and whatever it is fed, it survives.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "sim/explain/explain.h"
#include "sim/observer/presentation.h"
#include "sim/redact/redact.h"
#include "tests/in_english.h"
#include "tests/property/choices.h"

namespace imapscope::observer {
namespace {

using explain::ExplainedToken;
using trace::Direction;

const std::string client_lines[] = {"a1 NOOP\r\n",
                                    "a2 LOGIN ada secret\r\n",
                                    "a3 SELECT INBOX\r\n",
                                    "a4 FETCH 1:* (UID FLAGS)\r\n",
                                    "a5 UID STORE 20 +FLAGS.SILENT (\\Seen)\r\n",
                                    "a6 APPEND x {4}\r\n",
                                    "Hi\r\n\r\n",
                                    "a7 IDLE\r\n",
                                    "DONE\r\n",
                                    "a8 AUTHENTICATE PLAIN\r\n",
                                    "AGFkYQBzZWNyZXQ=\r\n",
                                    "a9 LOGOUT\r\n",
                                    "a10 APPEND x {2+}\r\nHi\r\n",
                                    "a11 EXAMINE y\r\n",
                                    "a12 CLOSE\r\n",
                                    "\r\n",
                                    "nonsense {\r\n"};
const std::string server_lines[] = {"* OK ready\r\n",
                                    "* 3 EXISTS\r\n",
                                    "* 2 EXPUNGE\r\n",
                                    "* 1 FETCH (UID 10 FLAGS (\\Seen))\r\n",
                                    "* 2 FETCH (FLAGS ())\r\n",
                                    "* 3 FETCH (BODY[HEADER] {14}\r\nSubject: hi\r\n\r\n)\r\n",
                                    "* FLAGS (\\Seen \\Deleted)\r\n",
                                    "* OK [UIDNEXT 44] next\r\n",
                                    "+ go on\r\n",
                                    "a1 OK done\r\n",
                                    "a2 OK done\r\n",
                                    "a3 OK [READ-WRITE] done\r\n",
                                    "a4 OK done\r\n",
                                    "a5 OK done\r\n",
                                    "a6 NO no\r\n",
                                    "a8 BAD what\r\n",
                                    "a11 OK done\r\n",
                                    "a12 OK done\r\n",
                                    "* BYE\r\n",
                                    "* 7 EXISTS\r\n",
                                    "* LIST () NIL {3}\r\nabc\r\n",
                                    "rubbish\n"};

trace::What make_what(Choices& choices, Direction direction) {
  switch (choices.below(24)) {
    case 1:
      return trace::Gap{};
    case 2:
      return trace::Opaque{9, "TLS"};
    case 3:
      return trace::Closed{};
    case 4:
      return trace::Note{"mail came"};
    case 5:
      return trace::Secured{517};
    default:
      return trace::Payload{direction == Direction::to_server ? choices.one_of(client_lines)
                                                              : choices.one_of(server_lines),
                            {},
                            {}};
  }
}

// Two connections; flights last up to 50 ms, and some are lost.
trace::Trace make_trace(Choices& choices) {
  trace::Trace trace;
  if (choices.coin()) trace.header.clocking = trace::Clocking::one_tap;
  Instant now;
  Instant last[2][2];
  for (std::uint32_t c = 0; c < 2; ++c) {
    trace.events.push_back({{c}, Direction::to_server, now, now, trace::Opened{}});
  }
  auto rest = choices.some(0, 30, [&] {
    const std::uint32_t connection = choices.below(2);
    const Direction direction = choices.coin() ? Direction::to_client : Direction::to_server;
    now = now + milliseconds(choices.below(40));
    Instant& floor = last[connection][direction == Direction::to_client ? 1 : 0];
    const bool tap = trace.header.clocking == trace::Clocking::one_tap;
    floor = std::max(floor, now + (tap ? Duration{} : milliseconds(choices.below(50))));
    trace::Event event{{connection}, direction, now, floor, make_what(choices, direction)};
    if (choices.below(20) == 1) event.landed.reset();
    return event;
  });
  trace.events.insert(trace.events.end(), rest.begin(), rest.end());
  return trace;
}

// The same octets at the same times, in more segments.
trace::Trace split(const trace::Trace& trace, Choices& choices) {
  trace::Trace result{trace.header, {}, {}};
  for (const trace::Event& event : trace.events) {
    const auto* payload = std::get_if<trace::Payload>(&event.what);
    if (payload == nullptr) {
      result.events.push_back(event);
      continue;
    }
    std::string left = payload->bytes;
    while (!left.empty()) {
      const std::size_t size = 1 + choices.below(static_cast<std::uint32_t>(left.size()));
      trace::Event piece = event;
      piece.what = trace::Payload{left.substr(0, size), {}, {}};
      result.events.push_back(std::move(piece));
      left.erase(0, size);
    }
  }
  return result;
}

bool same(const SessionBelief& a, const SessionBelief& b) {
  const bool mailboxes = (a.mailbox == nullptr) == (b.mailbox == nullptr) &&
                         (a.mailbox == nullptr || *a.mailbox == *b.mailbox);
  return mailboxes && a.state == b.state && a.state_known == b.state_known &&
         a.capabilities == b.capabilities && a.user == b.user && a.in_progress == b.in_progress &&
         a.refused == b.refused && a.preauthenticated == b.preauthenticated &&
         a.closed == b.closed && a.opaque == b.opaque;
}

bool same(const Beliefs& a, const Beliefs& b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](const auto& x, const auto& y) {
           return x.first == y.first && same(x.second, y.second);
         });
}

bool same(const Line& a, const Line& b) {
  return a.id == b.id && a.kind == b.kind && a.bytes == b.bytes && a.sent == b.sent &&
         a.landed == b.landed && a.stream_offset == b.stream_offset && a.command == b.command &&
         a.completion == b.completion && a.effects.size() == b.effects.size() &&
         a.findings.size() == b.findings.size();
}

void require_same(const Timeline& a, const Timeline& b) {
  RC_ASSERT(a.lines().size() == b.lines().size());
  for (std::size_t i = 0; i < a.lines().size(); ++i) {
    if (!same(a.lines()[i], b.lines()[i])) {
      RC_FAIL(std::to_string(i) + " " + a.lines()[i].bytes + in_english(a.lines()[i].note));
    }
  }
  RC_ASSERT(a.moments().size() == b.moments().size());
  RC_ASSERT(a.bands().size() == b.bands().size());
  for (std::size_t m = 0; m <= a.moments().size(); ++m) {
    RC_ASSERT(same(*a.beliefs_after(m), *b.beliefs_after(m)));
  }
}

TEST_CASE("any split of the bytes gives the same lines and the same beliefs") {
  check_with_choices("splitting changes nothing", [](Choices choices) {
    const trace::Trace whole = make_trace(choices);
    require_same(Timeline(whole), Timeline(split(whole, choices)));
  });
}

TEST_CASE("a trace that grows is observed as if it came at once") {
  check_with_choices("growing changes nothing", [](Choices choices) {
    const trace::Trace whole = make_trace(choices);
    trace::Trace header{whole.header, {}, {}};
    Timeline growing(header);
    for (std::size_t at = 0; at < whole.events.size();) {
      const std::size_t count =
          std::min<std::size_t>(1 + choices.below(4), whole.events.size() - at);
      growing.append(std::span(whole.events).subspan(at, count));
      at += count;
    }
    require_same(Timeline(whole), growing);
  });
}

TEST_CASE("any moment is reached the same way from anywhere") {
  check_with_choices("seeking is replaying", [](Choices choices) {
    const trace::Trace whole = make_trace(choices);
    const Timeline jumping(whole);
    const auto count = static_cast<std::uint32_t>(jumping.moments().size() + 1);
    for (int i = 0; i < 10; ++i) {
      const std::size_t moment = choices.below(count);
      const Timeline fresh(whole);
      RC_ASSERT(same(*jumping.beliefs_after(moment), *fresh.beliefs_after(moment)));
    }
  });
}

TEST_CASE("whatever crosses the wire can be explained") {
  check_with_choices("every token has a term", [](Choices choices) {
    const Timeline timeline(make_trace(choices));
    for (const Line& line : timeline.lines()) {
      for (const ExplainedToken& token :
           explain::explain(timeline, line.id, words::Words("en")).tokens) {
        RC_ASSERT(!token.term.empty());
        RC_ASSERT(token.offset + token.octets <= line.bytes.size());
      }
    }
  });
}

TEST_CASE("presentation time is monotone, and keeps its rests and flights") {
  check_with_choices("the play head never runs back", [](Choices choices) {
    const Timeline timeline(make_trace(choices));
    const Presentation shown(timeline);
    const auto moments = timeline.moments();
    for (std::size_t i = 0; i < moments.size(); ++i) {
      RC_ASSERT(shown.settled(i) >= shown.at(i));
      if (i > 0) RC_ASSERT(shown.at(i) >= shown.settled(i - 1));
      RC_ASSERT(shown.wire_time(shown.at(i)) == moments[i].at);
      RC_ASSERT(shown.shown_time(moments[i].at) >= shown.settled(i));
      if (moments[i].kind != Moment::Kind::lands) continue;
      const auto departs = timeline.moment_of(moments[i].line, Moment::Kind::departs);
      RC_ASSERT(departs.has_value());
      RC_ASSERT(shown.at(i).us - shown.at(*departs).us >= Presentation::flight_us);
    }
    RC_ASSERT(std::is_sorted(shown.line_stops().begin(), shown.line_stops().end()));
    RC_ASSERT(std::is_sorted(shown.exchange_stops().begin(), shown.exchange_stops().end()));
  });
}

TEST_CASE("no secret survives redaction, in whatever pieces it comes") {
  check_with_choices("secrets are masked", [](Choices choices) {
    const trace::Trace masked = redact::redact(split(make_trace(choices), choices));
    std::string client[2];
    for (const trace::Event& event : masked.events) {
      const auto* payload = std::get_if<trace::Payload>(&event.what);
      if (payload != nullptr && event.direction == Direction::to_server) {
        client[event.connection.value] += payload->bytes;
      }
    }
    for (const std::string& bytes : client) {
      if (bytes.find("{4}") != std::string::npos) continue;  // it may be a part of the message
      RC_ASSERT(bytes.find("LOGIN ada secret\r\n") == std::string::npos);
    }
  });
}

}  // namespace
}  // namespace imapscope::observer
