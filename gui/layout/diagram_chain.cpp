#include "gui/layout/diagram_chain.h"

#include <algorithm>
#include <cmath>

namespace imapscope::gui {
namespace {

constexpr float box_height = 26;
constexpr float widest_box = 150;
constexpr float widest_share = 0.6F;  // of the area
constexpr float left_of_boxes = 56;
constexpr float box_air = 8;
constexpr float wide_area = 300;
constexpr float label_room = 40;  // of a word behind a rail
constexpr float least_step = 46;  // from box to box
constexpr float most_step = 72;
constexpr float first_rail = 16;  // from the boxes to the rails beside them
constexpr float label_air = 7;
constexpr float beside_tokens = 0.36F;  // of a box: tokens sit in the middle of its lower edge

std::vector<State> states_of(Protocol protocol) {
  std::vector<State> states;
  for (const StateInfo& info : state_rows) {
    if (info.protocol == protocol) states.push_back(info.state);
  }
  return states;
}

class Chain {
 public:
  Chain(const Rect& area, float scale, Protocol protocol)
      : scale_(scale), states_(states_of(protocol)) {
    const auto gaps = static_cast<float>(states_.size() - 1);
    const float step = std::min((area.height - px(box_height)) / gaps, px(most_step));
    const float width = std::min(px(widest_box), area.width * widest_share);
    const bool roomy = protocol == Protocol::smtp || area.width > px(wide_area);
    const float air = px(roomy ? left_of_boxes : box_air);
    const float left = area.x + std::min(area.width - width - px(first_rail + label_air), air);
    right_ = area.right();
    narrow_ = left - area.x < px(left_of_boxes);
    const float top = area.y + std::max(0.0F, area.height - px(box_height) - step * gaps) / 2;
    for (std::size_t i = 0; i < states_.size(); ++i) {
      const float y = std::round(top + step * static_cast<float>(i));
      diagram_.chain[states_[i]] = {std::round(left), y, std::round(width), px(box_height)};
    }
    const Rect& first = diagram_.chain[states_.front()];
    diagram_.unknown = {area.x, first.y, px(76), px(22)};
  }

  Diagram diagram() {
    for (const Edge& edge : edges) {
      if (diagram_.chain.contains(edge.from) && diagram_.chain.contains(edge.to)) add(edge);
    }
    return std::move(diagram_);
  }

 private:
  [[nodiscard]] float px(float design) const { return design * scale_; }
  [[nodiscard]] std::size_t place_of(State state) const {
    return static_cast<std::size_t>(std::find(states_.begin(), states_.end(), state) -
                                    states_.begin());
  }

  void add(const Edge& edge) {
    const std::size_t from = place_of(edge.from);
    const std::size_t to = place_of(edge.to);
    const bool is_drawn = find_edge(diagram_, edge.from, edge.to) != nullptr;
    if (is_drawn) return;  // two ways that lead along one path
    if (to == from + 1) {
      add_step(edge);
    } else if (to < from) {
      add_rail(edge, LabelSide::left);
    } else {
      add_rail(edge, LabelSide::right);
    }
  }

  void add_step(const Edge& edge) {
    const Rect& from = diagram_.chain[edge.from];
    const Rect& to = diagram_.chain[edge.to];
    const float x = std::round(from.x + from.width * beside_tokens);
    diagram_.edges.push_back({edge.from,
                              edge.to,
                              {{x, from.bottom()}, {x, to.y}},
                              edge.passage == Passage::leave,
                              label_of(edge),
                              {x - px(label_air), (from.bottom() + to.y) / 2},
                              LabelSide::left});
  }

  /// Out at the side, along a rail, and in again; rails of one side that lead to one box are one.
  void add_rail(const Edge& edge, LabelSide side) {
    const Rect& from = diagram_.chain[edge.from];
    const Rect& to = diagram_.chain[edge.to];
    const bool left = side == LabelSide::left;
    const float air = px(first_rail);
    const float rail = left ? from.x - air : from.right() + air;
    const float out = left ? from.x : from.right();
    const float y_from = from.y + from.height * (left ? 0.3F : 0.5F);
    const float y_to = to.y + to.height * (left ? 0.7F : 0.5F);
    const bool fits = left || rail + px(label_air + label_room) <= right_;
    const bool is_new = fits && !has_label(side, edge.label);
    diagram_.edges.push_back(
        {edge.from,
         edge.to,
         {{out, y_from}, {rail, y_from}, {rail, y_to}, {left ? to.x : to.right(), y_to}},
         true,
         is_new ? label_of(edge) : std::vector<std::string_view>(),
         {rail + (left ? -px(label_air) : px(label_air)), y_from},
         side});
  }
  /// What leads along one rail for the same reason says so once.
  [[nodiscard]] bool has_label(LabelSide side, std::string_view label) const {
    return std::any_of(diagram_.edges.begin(), diagram_.edges.end(), [&](const auto& edge) {
      return edge.side == side && edge.path.size() > 2 && !edge.label.empty() &&
             edge.label.front() == label;
    });
  }
  [[nodiscard]] std::vector<std::string_view> label_of(const Edge& edge) const {
    if (edge.label.empty()) return {};
    const std::size_t comma = edge.label.find(", ");
    if (!narrow_ || comma == std::string_view::npos) return {edge.label};
    return {edge.label.substr(0, comma + 1), edge.label.substr(comma + 2)};
  }

  float scale_;
  float right_ = 0;      // of the area
  bool narrow_ = false;  // words at the left of an arrow have little room
  std::vector<State> states_;
  Diagram diagram_;
};

}  // namespace

Diagram lay_out_chain(const Rect& area, float scale, Protocol protocol) {
  return Chain(area, scale, protocol).diagram();
}

float least_chain_height(float scale, Protocol protocol) {
  const auto gaps = static_cast<float>(states_of(protocol).size() - 1);
  return (gaps * least_step + box_height) * scale;
}

}  // namespace imapscope::gui
