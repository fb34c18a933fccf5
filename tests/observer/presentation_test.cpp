#include "sim/observer/presentation.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

TEST_CASE("nothing takes no time") {
  const Presentation nothing;
  CHECK(nothing.end().us == 0);
  CHECK(nothing.moments_until({100}) == 0);
  CHECK(nothing.wire_time({100}).us == 0);
  CHECK(nothing.shown_time({100}).us == 0);
}

TEST_CASE("a flight lasts at least 0.6 s, and 0.4 s of rest follow each landing") {
  for (const Duration flight : {Duration{}, milliseconds(1), milliseconds(20), milliseconds(500)}) {
    const Timeline timeline = TraceBuilder(flight).selected().timeline();
    const Presentation shown(timeline);
    for (const Line& line : timeline.lines()) {
      const auto departs = timeline.moment_of(line.id, Moment::Kind::departs);
      const auto lands = timeline.moment_of(line.id, Moment::Kind::lands);
      REQUIRE(lands.has_value());
      CHECK(shown.at(*lands).us - shown.at(*departs).us >= Presentation::flight_us);
      CHECK(shown.settled(*lands).us - shown.at(*lands).us == Presentation::rest_us);
    }
  }
}

TEST_CASE("idle hours shrink to one second, with a break mark") {
  const Timeline timeline =
      TraceBuilder().logged_in().after(seconds(7200)).client("a2 NOOP").timeline();
  const Presentation shown(timeline);
  REQUIRE(shown.breaks().size() == 1);
  CHECK((shown.breaks()[0].to - shown.breaks()[0].from).us > 7000000000);
  const Line& noop = line_of(timeline, "a2 NOOP");
  const std::size_t departs = *timeline.moment_of(noop.id, Moment::Kind::departs);
  CHECK(shown.at(departs).us - shown.settled(departs - 1).us == Presentation::idle_us);
}

TEST_CASE("lines of one segment land one after the other, each with a stop of its own") {
  const Timeline timeline =
      TraceBuilder().raw(trace::Direction::to_client, "* OK ready\r\n* 1 EXISTS\r\n").timeline();
  const Presentation shown(timeline);
  const auto landing = [&](std::size_t line) {
    return shown.at(*timeline.moment_of(timeline.lines()[line].id, Moment::Kind::lands)).us;
  };
  CHECK(landing(2) == landing(1) + Presentation::rest_us);
  CHECK(shown.line_stops().size() == 3);
}

TEST_CASE("steps by exchange end at completions, and at lines that no command caused") {
  const Timeline timeline = TraceBuilder()
                                .server("* OK ready")
                                .client("a1 CAPABILITY")
                                .server("* CAPABILITY IMAP4rev1")
                                .server("a1 OK done")
                                .timeline();
  CHECK(Presentation(timeline).exchange_stops().size() == 2);  // the greeting, and a1
}

TEST_CASE("a line flies from 0 to 1, and is nowhere before it departs") {
  const Timeline timeline = TraceBuilder().server("* OK ready").timeline();
  const Presentation shown(timeline);
  const Line& line = line_of(timeline, "* OK");
  const ShownTime departs = shown.at(*timeline.moment_of(line.id, Moment::Kind::departs));
  const ShownTime lands = shown.at(*timeline.moment_of(line.id, Moment::Kind::lands));
  CHECK_FALSE(shown.flight(line.id, {departs.us - 1}).has_value());
  CHECK(shown.flight(line.id, departs) == 0.0);
  CHECK(shown.flight(line.id, {(departs.us + lands.us) / 2}) == doctest::Approx(0.5));
  CHECK(shown.flight(line.id, lands) == 1.0);
  CHECK(shown.flight(line.id, {lands.us + 5000000}) == 1.0);
}

TEST_CASE("a lost line stops half-way, and stepping stops there too") {
  const Timeline timeline = TraceBuilder()
                                .server("* OK ready")
                                .lost(trace::Direction::to_client, "* 2 EXISTS\r\n")
                                .timeline();
  const Presentation shown(timeline);
  CHECK(shown.flight(line_of(timeline, "* 2").id, {shown.end().us + 10000000}) == 0.5);
  CHECK(shown.line_stops().size() == 3);
}

TEST_CASE("where a lesson's step begins, the play head pauses, also twice at one place") {
  const Timeline timeline = TraceBuilder().server("* OK ready").client("a1 NOOP").timeline();
  const std::vector<std::size_t> pauses{0, 2, 2, timeline.moments().size()};
  const Presentation shown(timeline, pauses);
  REQUIRE(shown.pauses().size() == 4);
  CHECK(shown.at(0) == shown.pauses()[0].ends);
  CHECK(shown.pauses()[1].begins == shown.settled(1));
  CHECK(shown.pauses()[2].begins == shown.pauses()[1].ends);
  CHECK(shown.at(2) >= shown.pauses()[2].ends);
  CHECK(shown.wire_time(shown.pauses()[2].ends) == timeline.moments()[1].at);
  CHECK(shown.end() == shown.pauses()[3].ends);
  CHECK(shown.line_stops().back() == shown.end());
}

TEST_CASE("what is hurried passes in 1.5 s, in the same order and with the same stops") {
  const Timeline timeline = TraceBuilder().selected().client("a9 NOOP").server("a9 OK").timeline();
  const std::size_t moments = timeline.moments().size();
  const Presentation plain(timeline);
  for (const Hurried hurried : {Hurried{0, moments - 4}, Hurried{3, moments - 4}}) {
    const Presentation shown(timeline, {hurried.from, hurried.to}, hurried);
    const auto begins = shown.pauses()[0].ends.us;
    CHECK(shown.pauses()[1].begins.us - begins <= Presentation::hurried_us);
    CHECK(shown.pauses()[1].begins.us - begins > Presentation::hurried_us * 9 / 10);
    CHECK(shown.line_stops().size() == plain.line_stops().size() + 2);
    CHECK(std::is_sorted(shown.line_stops().begin(), shown.line_stops().end()));
    for (std::size_t i = 0; i + 1 < moments; ++i) {
      CHECK(shown.at(i) < shown.at(i + 1));
      CHECK(shown.moments_until(shown.at(i)) == i + 1);
      CHECK(shown.wire_time(shown.at(i)) == timeline.moments()[i].at);
    }
    const std::int64_t usual = plain.at(moments - 1).us - plain.at(moments - 2).us;
    CHECK(shown.at(moments - 1).us - shown.at(moments - 2).us == usual);
  }
}

TEST_CASE("what is short already is not hurried") {
  const Timeline timeline = TraceBuilder().server("* OK ready").timeline();
  CHECK(Presentation(timeline, {}, {0, 2}).end() == Presentation(timeline).end());
}

TEST_CASE("wire time stands still during a rest, and each instant has its place") {
  const Timeline timeline = TraceBuilder().selected().timeline();
  const Presentation shown(timeline);
  for (std::size_t i = 0; i < timeline.moments().size(); ++i) {
    const Instant at = timeline.moments()[i].at;
    CHECK(shown.wire_time(shown.at(i)) == at);
    CHECK(shown.wire_time(shown.settled(i)) == at);
    CHECK(shown.shown_time(at) >= shown.settled(i));
    CHECK(shown.moments_until(shown.at(i)) >= i + 1);
  }
  Instant last = shown.wire_time({0});
  for (std::int64_t t = 0; t <= shown.end().us; t += 10007) {
    CHECK(shown.wire_time({t}) >= last);
    last = shown.wire_time({t});
  }
}

}  // namespace
}  // namespace imapscope::observer
