#include "gui/layout/ladder.h"

#include <doctest/doctest.h>

#include <vector>

namespace imapscope::gui {
namespace {

constexpr bool up = true;     // to the server
constexpr bool down = false;  // to the client

LadderRow row(bool to_server, std::int64_t departs, std::int64_t lands, std::size_t lane = 0) {
  LadderRow made;
  made.lane = lane;
  made.to_server = to_server;
  made.departs = departs;
  made.lands = lands;
  return made;
}

LadderRow part_of(std::size_t command, LadderRow r, bool completes = false) {
  r.command = command;
  r.completes = completes;
  return r;
}

/// `a1 NOOP`, one untagged line, its completion.
std::vector<LadderRow> one_exchange() {
  return {part_of(0, row(up, 0, 10)), part_of(0, row(down, 10, 20)),
          part_of(0, row(down, 11, 21), true)};
}

}  // namespace

TEST_CASE("rows follow each other without overlap, each label above its arrow") {
  const auto rows = one_exchange();
  const Ladder ladder(rows, {});
  float y = 0;
  for (const PlacedRow& placed : ladder.rows()) {
    CHECK(placed.top == y);
    CHECK(placed.label >= placed.top);
    CHECK(placed.start > placed.label);
    CHECK(placed.end > placed.start);
    CHECK(placed.bottom > placed.end);
    y = placed.bottom;
  }
  CHECK(ladder.height() == y);
}

TEST_CASE("lines that crossed on the way cross in the picture") {
  // The server's line departs first, and the client's command leaves before that line has landed.
  const std::vector<LadderRow> rows{row(down, 0, 30), row(up, 20, 50)};
  const Ladder ladder(rows, {});
  CHECK(ladder.rows()[0].end > ladder.rows()[1].start);
  CHECK(ladder.rows()[0].start < ladder.rows()[1].start);
}

TEST_CASE("lines of one direction, and lines that merely follow each other, do not cross") {
  const std::vector<LadderRow> rows{row(down, 0, 30), row(down, 1, 31), row(up, 31, 60)};
  const Ladder ladder(rows, {});
  CHECK(ladder.rows()[0].end < ladder.rows()[1].start);
  CHECK(ladder.rows()[1].end < ladder.rows()[2].start);
}

TEST_CASE("lines of different clients never cross") {
  const std::vector<LadderRow> rows{row(down, 0, 30, 0), row(up, 20, 50, 1)};
  CHECK(Ladder(rows, {}).rows()[0].end < Ladder(rows, {}).rows()[1].start);
}

TEST_CASE("with one tap time arrows are level") {
  LadderMetrics metrics;
  metrics.level = true;
  const std::vector<LadderRow> rows{row(down, 0, 0), row(up, 0, 0)};
  const Ladder ladder(rows, metrics);
  for (const PlacedRow& placed : ladder.rows()) CHECK(placed.start == placed.end);
}

TEST_CASE("an exchange reaches from its command's departure to its completion's landing") {
  const auto rows = one_exchange();
  const Ladder ladder(rows, {});
  const PlacedExchange* exchange = ladder.exchange_of(0);
  REQUIRE(exchange != nullptr);
  CHECK(exchange->complete);
  CHECK(exchange->top == ladder.rows()[0].start);
  CHECK(exchange->bottom == ladder.rows()[2].end);
  CHECK(ladder.exchange_of(1) == nullptr);
}

TEST_CASE("brackets of pipelined commands stand beside each other, and return when there is room") {
  const std::vector<LadderRow> rows{
      part_of(0, row(up, 0, 10)),          part_of(1, row(up, 1, 11)),
      part_of(0, row(down, 12, 22), true), part_of(1, row(down, 13, 23), true),
      part_of(4, row(up, 30, 40)),         part_of(4, row(down, 41, 51), true)};
  const Ladder ladder(rows, {});
  CHECK(ladder.exchange_of(0)->depth == 0);
  CHECK(ladder.exchange_of(1)->depth == 1);
  CHECK(ladder.exchange_of(4)->depth == 0);
}

TEST_CASE("an open fold makes room for its lines and an idle stretch for its mark") {
  std::vector<LadderRow> rows{row(up, 0, 1), row(up, 2, 3)};
  const LadderMetrics metrics;
  const float plain = Ladder(rows, metrics).height();
  rows[0].text_lines = 4;
  rows[1].idle_before = true;
  CHECK(Ladder(rows, metrics).height() ==
        doctest::Approx(plain + 3 * metrics.text_line + metrics.break_height));
}

TEST_CASE("only what may show is visible, a bracket around it included") {
  std::vector<LadderRow> rows{part_of(0, row(up, 0, 1))};
  for (std::int64_t i = 1; i < 1000; ++i) rows.push_back(part_of(0, row(down, i, i + 1)));
  const Ladder ladder(rows, {});
  const float middle = ladder.rows()[500].top;
  const auto visible = ladder.visible(middle, middle + 400);
  CHECK(visible.first >= 498);
  CHECK(visible.first <= 500);
  CHECK(visible.last > 505);
  CHECK(visible.last < 520);
  REQUIRE(ladder.exchanges(middle, middle + 400).size() == 1);
  CHECK(ladder.exchanges(middle, middle + 400)[0].command == 0);
}

TEST_CASE("nothing is visible beyond the end, and an empty ladder has no height") {
  const auto rows = one_exchange();
  const Ladder ladder(rows, {});
  const auto beyond = ladder.visible(ladder.height() + 100, ladder.height() + 200);
  CHECK(beyond.first == beyond.last);
  CHECK(Ladder().height() == 0);
}

TEST_CASE("one client has the server at its right, two have it in the middle") {
  const LadderMetrics metrics;
  const LanePlaces one = place_lanes(1, 0, 600, metrics);
  CHECK(one.clients[0] == metrics.margin_left);
  CHECK(one.server == 600 - metrics.margin_right);
  const LanePlaces two = place_lanes(2, 100, 600, metrics);
  CHECK(two.clients[0] == 100 + metrics.margin_left);
  CHECK(two.server - two.clients[0] == two.clients[1] - two.server);
  CHECK(two.clients[1] == 700 - metrics.margin_right);
  CHECK_FALSE(two.left_side[1]);
}

TEST_CASE("however many clients there are, labels keep half of their side") {
  const LadderMetrics metrics;
  for (const std::size_t clients : {3U, 4U, 7U, 20U}) {
    CAPTURE(clients);
    const LanePlaces places = place_lanes(clients, 0, 800, metrics);
    REQUIRE(places.clients.size() == clients);
    const float half = (places.server - metrics.margin_left) / 2;
    for (const LanePlaces::Span& span : places.labels) CHECK(span.right - span.left >= half - 8);
    for (std::size_t i = 2; i < clients; ++i) CHECK(places.clients[i] != places.clients[i - 2]);
  }
}

}  // namespace imapscope::gui
