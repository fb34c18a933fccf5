#include "sim/observer/timeline.h"
#include "tests/in_english.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

using trace::Direction;

std::vector<std::string> texts(const Timeline& timeline) {
  std::vector<std::string> all;
  for (const Line& line : timeline.lines()) {
    all.push_back(line.bytes.empty() ? "(" + in_english(line.note) + ")"
                                     : line.bytes.substr(0, line.bytes.find('\r')));
  }
  return all;
}

TEST_CASE("an empty trace has no lines, and nobody believes anything") {
  const Timeline timeline;
  CHECK(timeline.lines().empty());
  CHECK(timeline.beliefs_after(0)->empty());
  CHECK(timeline.moments_until(Instant{5}) == 0);
}

TEST_CASE("lines stand in the order in which their first octets were sent") {
  const Timeline timeline = TraceBuilder()
                                .server("* OK ready")
                                .client("a1 CAPABILITY")
                                .raw(Direction::to_client, "* CAPABILITY IMAP4rev1\r\na1 ")
                                .raw(Direction::to_client, "OK done\r\n")
                                .timeline();
  CHECK(texts(timeline) == std::vector<std::string>{"(connected)", "* OK ready", "a1 CAPABILITY",
                                                    "* CAPABILITY IMAP4rev1", "a1 OK done"});
  const Line& last = timeline.lines()[4];
  CHECK(last.first_event == 3);
  CHECK(last.last_event == 4);
  CHECK(last.stream_offset == 36);
  CHECK(last.sent == timeline.trace().events[4].sent);
  CHECK(last.landed == timeline.trace().events[4].landed);
}

TEST_CASE("the client's belief advances when a line lands, not when it is sent") {
  const Timeline timeline = TraceBuilder().selected(3).timeline();
  const Line& ok = line_of(timeline, "a2 OK");
  const std::size_t departs = *timeline.moment_of(ok.id, Moment::Kind::departs);
  const std::size_t lands = *timeline.moment_of(ok.id, Moment::Kind::lands);
  const auto state = [&](std::size_t moments) {
    return timeline.beliefs_after(moments)->at({1}).state;
  };
  CHECK(state(departs + 1) == State::authenticated);
  CHECK(state(lands) == State::authenticated);
  CHECK(state(lands + 1) == State::selected);
}

TEST_CASE("a command is in progress from when it is sent until its completion lands") {
  const Timeline timeline = TraceBuilder().selected().client("a3 NOOP").timeline();
  const SessionBelief belief = belief_at_end(timeline);
  REQUIRE(belief.in_progress.size() == 1);
  CHECK(belief.in_progress[0].tag == "a3");
  CHECK(belief.in_progress[0].verb == "NOOP");
  CHECK(line_of(timeline, "a2 SELECT").completion == line_of(timeline, "a2 OK").id);
  CHECK(line_of(timeline, "* 3 EXISTS").command == line_of(timeline, "a2 SELECT").id);
}

TEST_CASE("many commands may be in progress, and are completed in any order") {
  constexpr int count = 3000;  // more than lie between two checkpoints
  TraceBuilder builder;
  builder.logged_in().every({});
  for (int i = 0; i < count; ++i) builder.client("t" + std::to_string(i) + " NOOP");
  builder.after(milliseconds(50));
  for (int i = 0; i < count; ++i) {
    if (i % 7 != 3) builder.server("t" + std::to_string(i * 11 % count) + " OK done");
  }
  const Timeline timeline = builder.timeline();
  CHECK(faults(timeline).empty());
  std::vector<std::string> left;
  for (int i = 3; i < count; i += 7) left.push_back("t" + std::to_string(i * 11 % count));
  std::sort(left.begin(), left.end());
  std::vector<std::string> in_progress;
  const SessionBelief belief = belief_at_end(timeline);
  for (const CommandInProgress& command : belief.in_progress) {
    in_progress.push_back(command.tag);
  }
  std::sort(in_progress.begin(), in_progress.end());
  CHECK(in_progress == left);
  const auto first = *timeline.moment_of(line_of(timeline, "t0 OK").id, Moment::Kind::lands);
  CHECK(timeline.beliefs_after(first)->at({1}).in_progress.size() == count);
  CHECK(timeline.beliefs_after(first + 1)->at({1}).in_progress.size() == count - 1);
}

TEST_CASE("bands follow the state as the client sees it, with the mailbox") {
  const Timeline timeline = TraceBuilder()
                                .selected()
                                .client("a3 LOGOUT")
                                .server("* BYE see you")
                                .server("a3 OK done")
                                .timeline();
  std::vector<Known<State>> states;
  for (const Band& band : timeline.bands()) states.push_back(band.state);
  CHECK(states == std::vector<Known<State>>{State::greeting, State::not_authenticated,
                                            State::authenticated, State::selected, State::logout});
  CHECK(timeline.bands()[3].mailbox == "INBOX");
  CHECK(timeline.bands()[0].to == timeline.bands()[1].from);
  CHECK_FALSE(timeline.bands().back().to.has_value());
}

TEST_CASE("a state that nothing has shown yet has a band of its own, moment by moment") {
  const Timeline timeline = TraceBuilder()
                                .event(Direction::to_server, trace::Gap{})
                                .event(Direction::to_client, trace::Gap{})
                                .client("a7 NOOP")
                                .server("a7 OK done")
                                .server("* 3 FETCH (FLAGS ())")
                                .timeline();
  const auto bands = timeline.bands();
  REQUIRE(bands.size() == 3);
  CHECK(bands[0].state == State::greeting);
  CHECK_FALSE(bands[1].state.has_value());
  CHECK(bands[2].state == State::selected);
  const auto& fetch = line_of(timeline, "* 3 FETCH");
  CHECK(bands[1].to == timeline.moment_of(fetch.id, Moment::Kind::lands));
  CHECK(in_english(timeline.lines()[0].note) == "connected earlier");
  CHECK(in_english(timeline.lines()[1].note) == "what came before was not captured");
}

TEST_CASE("what is sent after a line took off, and before it lands, comes between") {
  Timeline timeline;
  TraceBuilder all;
  all.server("* OK ready").client("a1 NOOP");
  timeline.append(all.trace().events);
  const std::size_t seen = timeline.moments().size();
  TraceBuilder crossing = all;
  crossing.after(milliseconds(-20)).client("a2 NOOP");  // 10 ms behind a1, which lands in 20
  timeline.append(std::span(crossing.trace().events).subspan(all.trace().events.size()));
  REQUIRE(timeline.moments().size() == seen + 2);
  CHECK(timeline.moments()[seen - 1].kind == Moment::Kind::departs);
  CHECK(timeline.lines()[timeline.moments()[seen].line.value].tag == "a1");
}

TEST_CASE("a trace that grows event by event is observed as if it came at once") {
  const TraceBuilder builder = TraceBuilder(milliseconds(70))
                                   .selected(2)
                                   .every(milliseconds(10))
                                   .client("a3 FETCH 1:2 (UID FLAGS)")
                                   .server("* 1 FETCH (UID 4 FLAGS (\\Seen))")
                                   .server("* 2 FETCH (UID 9 FLAGS ())")
                                   .server("a3 OK done");
  const Timeline whole = builder.timeline();
  Timeline growing;
  for (const trace::Event& event : builder.trace().events) growing.append({&event, 1});
  CHECK(texts(growing) == texts(whole));
  REQUIRE(growing.moments().size() == whole.moments().size());
  for (std::size_t i = 0; i < whole.moments().size(); ++i) {
    CHECK(growing.moments()[i].at == whole.moments()[i].at);
    CHECK(growing.moments()[i].line == whole.moments()[i].line);
  }
  CHECK(growing.bands().size() == whole.bands().size());
  for (std::size_t i = 0; i < whole.lines().size(); ++i) {
    CHECK(growing.lines()[i].effects.size() == whole.lines()[i].effects.size());
  }
  CHECK(*belief_at_end(growing).mailbox == *belief_at_end(whole).mailbox);
}

TEST_CASE("a lost line never lands, and the client learns nothing from it") {
  const Timeline timeline =
      TraceBuilder().selected(3).lost(Direction::to_client, "* 9 EXISTS\r\n").timeline();
  const Line& line = line_of(timeline, "* 9 EXISTS");
  CHECK_FALSE(line.landed.has_value());
  CHECK(line.effects.empty());
  CHECK_FALSE(timeline.moment_of(line.id, Moment::Kind::lands).has_value());
  CHECK(belief_at_end(timeline).mailbox->exists == 3);
}

TEST_CASE("a literal waits for its continuation, and the command is one line") {
  const Timeline timeline = TraceBuilder()
                                .logged_in()
                                .client("a2 APPEND INBOX {4}")
                                .server("+ go on")
                                .client("Hi\r\n")
                                .server("a2 OK done")
                                .timeline();
  const Line& append = line_of(timeline, "a2 APPEND");
  CHECK(append.bytes == "a2 APPEND INBOX {4}\r\nHi\r\n\r\n");
  CHECK(line_of(timeline, "+ go on").command == append.id);
  CHECK(append.completion == line_of(timeline, "a2 OK").id);
}

TEST_CASE("a literal that was refused ends its command, and a new one begins") {
  const Timeline timeline = TraceBuilder()
                                .logged_in()
                                .client("a2 APPEND INBOX {400}")
                                .server("a2 NO too much")
                                .client("a3 NOOP")
                                .server("a3 OK done")
                                .timeline();
  CHECK(line_of(timeline, "a2 APPEND").bytes == "a2 APPEND INBOX {400}\r\n");
  CHECK(line_of(timeline, "a3 NOOP").completion == line_of(timeline, "a3 OK").id);
  CHECK(belief_at_end(timeline).in_progress.empty());
}

TEST_CASE("a gap is survived: reading goes on, and what was known is in doubt") {
  const Timeline timeline = TraceBuilder()
                                .selected(3)
                                .event(Direction::to_client, trace::Gap{17})
                                .raw(Direction::to_client, "rest of a line\r\n* 4 EXISTS\r\n")
                                .timeline();
  CHECK(line_of(timeline, "rest").kind == LineKind::unreadable);
  CHECK_FALSE(line_of(timeline, "rest").breaks_rule());
  const SessionBelief belief = belief_at_end(timeline);
  REQUIRE(belief.mailbox);
  CHECK(belief.mailbox->exists == 4);
  CHECK_FALSE(belief.mailbox->messages[0].uid.has_value());
}

TEST_CASE("records of TLS make one row for each direction, and the session is opaque") {
  const Timeline timeline = TraceBuilder()
                                .server("* OK ready")
                                .client("a1 STARTTLS")
                                .server("a1 OK begin")
                                .event(Direction::to_server, trace::Opaque{100, "TLS"})
                                .event(Direction::to_server, trace::Opaque{50, "TLS"})
                                .event(Direction::to_client, trace::Opaque{70, "TLS"})
                                .timeline();
  CHECK(timeline.lines().size() == 6);
  CHECK(in_english(timeline.lines()[4].note) == "TLS, 150 octets");
  CHECK(belief_at_end(timeline).opaque);
}

}  // namespace
}  // namespace imapscope::observer
