#include "gui/layout/diagram_tall.h"

#include <algorithm>
#include <cmath>

namespace imapscope::gui {
namespace {

// The map is designed on this ground and stretched to the pane's area.
constexpr float tall_width = 176;
constexpr float tall_height = 420;
constexpr float most_stretched = 1.35F;
constexpr float tall_below = 300;
constexpr float tall_least = 330;

constexpr float column = 76;  // the states' middle
constexpr float box_width = 128;
constexpr float commands = 18;  // where the commands' arrows go down
constexpr float back = 122;     // and up
constexpr float preauth = 4;    // rails around the boxes
constexpr float leaving = 160;
constexpr float refused = 172;

class Map {
 public:
  Map(const Rect& area, float scale)
      : area_(area),
        scale_(scale),
        width_(std::min(area.width, tall_width * most_stretched * scale)),
        height_(std::min(area.height, tall_height * most_stretched * scale)) {}

  [[nodiscard]] Point at(float x, float y) const {
    return {std::round(area_.x + (area_.width - width_) / 2 + x / tall_width * width_),
            std::round(area_.y + y / tall_height * height_)};
  }
  [[nodiscard]] Rect box(float y, float width, float height, float x = column) const {
    const Point middle = at(x, y);
    const float w = std::round(width / tall_width * width_);
    const float h = std::round(std::min(height * scale_, height / tall_height * height_));
    return {std::round(middle.x - w / 2), std::round(middle.y - h / 2), w, h};
  }
  [[nodiscard]] std::vector<Point> path(std::initializer_list<Point> design) const {
    std::vector<Point> points;
    for (const Point p : design) points.push_back(at(p.x, p.y));
    return points;
  }

 private:
  Rect area_;
  float scale_;
  float width_;
  float height_;
};

constexpr float greeting_y = 18;
constexpr float not_authenticated_y = 96;
constexpr float authenticated_y = 190;
constexpr float selected_y = 316;
constexpr float logout_y = 404;
constexpr float half = 15;  // of a box's height
constexpr float box_left = column - box_width / 2;
constexpr float box_right = column + box_width / 2;
constexpr float logout_right = column + 45;

std::vector<DiagramEdge> greetings(const Map& map) {
  return {{State::greeting,
           State::not_authenticated,
           map.path({{column, greeting_y + 12}, {column, not_authenticated_y - half}}),
           false,
           {"OK"},
           map.at(column + 8, 62),
           LabelSide::right},
          {State::greeting,
           State::authenticated,
           map.path({{column - 12, greeting_y},
                     {preauth, greeting_y},
                     {preauth, authenticated_y},
                     {box_left, authenticated_y}}),
           true,
           {"PREAUTH"},
           map.at(preauth + 4, 40),
           LabelSide::right},
          {State::greeting,
           State::logout,
           map.path({{column + 12, greeting_y},
                     {refused, greeting_y},
                     {refused, logout_y},
                     {logout_right, logout_y}}),
           true,
           {"BYE"},
           map.at(refused - 4, 40),
           LabelSide::left}};
}

std::vector<DiagramEdge> commanded(const Map& map) {
  return {{State::not_authenticated,
           State::authenticated,
           map.path({{commands, not_authenticated_y + half}, {commands, authenticated_y - half}}),
           false,
           {"LOGIN,", "AUTHENTICATE"},
           map.at(commands + 8, 143),
           LabelSide::right},
          {State::authenticated,
           State::selected,
           map.path({{commands, authenticated_y + half}, {commands, selected_y - half}}),
           false,
           {"SELECT", "EXAMINE"},
           map.at(commands + 8, 224),
           LabelSide::right},
          {State::selected,
           State::authenticated,
           map.path({{back, selected_y - half}, {back, authenticated_y + half}}),
           false,
           {"CLOSE,", "UNSELECT,", "failed_select"},
           map.at(back - 4, 274),
           LabelSide::left}};
}

std::vector<DiagramEdge> leavings(const Map& map) {
  const auto around = [&map](State from, float y) {
    return DiagramEdge{
        from,
        State::logout,
        map.path({{box_right, y}, {leaving, y}, {leaving, logout_y}, {logout_right, logout_y}}),
        true,
        {},
        {},
        LabelSide::above};
  };
  return {around(State::not_authenticated, not_authenticated_y),
          around(State::authenticated, authenticated_y),
          {State::selected,
           State::logout,
           map.path({{column, selected_y + half}, {column, logout_y - half}}),
           true,
           {"LOGOUT"},
           map.at(column + 8, 360),
           LabelSide::right}};
}

}  // namespace

bool wants_tall_diagram(const Rect& area, float scale) {
  return area.width < tall_below * scale && area.height >= area.width * most_stretched;
}

float least_tall_height(float width, float scale) {
  if (width >= tall_below * scale) return 0;
  return std::max(std::ceil(width * most_stretched), tall_least * scale);
}

Diagram lay_out_tall_diagram(const Rect& area, float scale) {
  const Map map(area, scale);
  Diagram diagram;
  const Point start = map.at(column, greeting_y);
  const float radius = std::round(12 * scale);
  diagram.greeting = {start.x - radius, start.y - radius, 2 * radius, 2 * radius};
  diagram.not_authenticated = map.box(not_authenticated_y, box_width, 2 * half);
  diagram.authenticated = map.box(authenticated_y, box_width, 2 * half);
  diagram.selected = map.box(selected_y, box_width, 2 * half);
  diagram.logout = map.box(logout_y, 90, 2 * half);
  diagram.unknown = map.box(64, 76, 22, 120);
  for (const auto& edges : {greetings(map), commanded(map), leavings(map)}) {
    diagram.edges.insert(diagram.edges.end(), edges.begin(), edges.end());
  }
  return diagram;
}

}  // namespace imapscope::gui
