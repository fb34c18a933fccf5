#include "gui/layout/diagram.h"
#include "gui/layout/diagram_chain.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace imapscope;
using namespace imapscope::gui;

namespace {

struct Size {
  float width;
  float height;
  float scale;
};
const std::vector<Size> sizes{
    {360, 170, 1}, {420, 200, 1}, {600, 300, 1}, {840, 400, 2}, {220, 600, 1.25F}};

bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

}  // namespace

TEST_CASE("every edge of the state table that leads somewhere else has a path in the diagram") {
  for (const Rect area : {Rect{0, 0, 400, 190}, Rect{0, 0, 220, 600}}) {
    const Diagram diagram = lay_out_diagram(area, 1);
    for (const Edge& edge : edges) {
      if (!edge.capability.empty() || info_of(edge.to).protocol != Protocol::imap) continue;
      if (edge.from == edge.to) continue;  // selecting another mailbox: the token stays in its box
      CAPTURE(edge.label);
      CHECK(find_edge(diagram, edge.from, edge.to) != nullptr);
    }
  }
}

TEST_CASE("POP3's and SMTP's diagrams are the table's, box below box") {
  for (const Protocol protocol : {Protocol::pop3, Protocol::smtp}) {
    for (const Rect area : {Rect{10, 20, 400, 330}, Rect{0, 0, 200, 600}}) {
      const Diagram diagram = lay_out_chain(area, 1, protocol);
      for (const Edge& edge : edges) {
        if (info_of(edge.to).protocol != protocol) continue;
        CAPTURE(edge.label);
        CHECK(find_edge(diagram, edge.from, edge.to) != nullptr);
      }
      float bottom = area.y;
      for (const auto& [state, box] : diagram.chain) {
        CHECK(info_of(state).protocol == protocol);
        CHECK(box.y >= bottom);
        CHECK(box.right() <= area.right());
        bottom = box.bottom();
      }
      CHECK(bottom <= area.bottom() + 1);
      CHECK(least_chain_height(1, protocol) <= 330);
    }
  }
}

TEST_CASE("the diagram invents no edge that the state table lacks") {
  for (const Rect area : {Rect{0, 0, 400, 190}, Rect{0, 0, 220, 600}}) {
    const Diagram diagram = lay_out_diagram(area, 1);
    for (const DiagramEdge& drawn : diagram.edges) {
      CHECK(std::any_of(edges.begin(), edges.end(), [&drawn](const Edge& edge) {
        return edge.from == drawn.from && edge.to == drawn.to;
      }));
    }
  }
}

TEST_CASE("boxes stay inside the area and apart from each other") {
  for (const Size& size : sizes) {
    CAPTURE(size.width);
    const Diagram d = lay_out_diagram({10, 20, size.width, size.height}, size.scale);
    const std::vector<Rect> boxes{d.greeting, d.not_authenticated, d.authenticated, d.selected,
                                  d.logout};
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      CHECK(boxes[i].x >= 9);
      CHECK(boxes[i].right() <= 11 + size.width);
      CHECK(boxes[i].y >= 19);
      CHECK(boxes[i].bottom() <= 22 + size.height);
      for (std::size_t j = i + 1; j < boxes.size(); ++j) CHECK_FALSE(overlap(boxes[i], boxes[j]));
    }
  }
}

TEST_CASE("a token travels its edge from one box to the other, by length") {
  const std::vector<Point> path{{0, 0}, {10, 0}, {10, 30}};
  CHECK(along(path, 0).x == doctest::Approx(0));
  CHECK(along(path, 0.25F).x == doctest::Approx(10));
  CHECK(along(path, 0.5F).y == doctest::Approx(10));
  CHECK(along(path, 1).y == doctest::Approx(30));
  CHECK(along(path, 7).y == doctest::Approx(30));
}

TEST_CASE("tokens in one state sit side by side on its lower edge") {
  const Diagram diagram = lay_out_diagram({0, 0, 400, 190}, 1);
  const Point one = token_place(diagram.selected, 0, 2, 1);
  const Point two = token_place(diagram.selected, 1, 2, 1);
  CHECK(one.y == doctest::Approx(diagram.selected.bottom()).epsilon(0.02));
  CHECK(two.x - one.x >= 16);
  const Point alone = token_place(diagram.selected, 0, 1, 1);
  CHECK(alone.x == doctest::Approx(diagram.selected.x + diagram.selected.width / 2));
}

TEST_CASE("labels beside the commands' edges stay clear of the tokens") {
  for (const Size& size : {Size{385, 180, 1}, Size{420, 200, 1}, Size{600, 300, 1}}) {
    for (std::size_t tokens = 1; tokens <= 6; ++tokens) {
      CAPTURE(size.width);
      CAPTURE(tokens);
      const Diagram d = lay_out_diagram({0, 0, size.width, size.height}, size.scale, tokens);
      const Point first = token_place(d.authenticated, 0, tokens, size.scale);
      const Point last = token_place(d.authenticated, tokens - 1, tokens, size.scale);
      const DiagramEdge* select = find_edge(d, State::authenticated, State::selected);
      const DiagramEdge* close = find_edge(d, State::selected, State::authenticated);
      REQUIRE((select != nullptr && close != nullptr));
      CHECK(select->label_at.x >= last.x + 10);
      CHECK(close->label_at.x <= first.x - 10);
      const DiagramEdge* login = find_edge(d, State::not_authenticated, State::authenticated);
      REQUIRE(login != nullptr);
      const float tokens_end = token_place(d.not_authenticated, 0, tokens, size.scale).y + 10;
      CHECK(login->label_at.y - 5 >= tokens_end - 1);  // 5: half of a capital
      CHECK(login->label_at.y + 5 <= d.authenticated.y);
    }
  }
}
