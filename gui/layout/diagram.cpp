#include "gui/layout/diagram.h"

#include <algorithm>
#include <cmath>

#include "gui/layout/diagram_tall.h"

namespace imapscope::gui {
namespace {

// The map is designed on this ground and stretched to the pane's area.
constexpr float design_width = 404;
constexpr float design_height = 206;
constexpr float least_height = 150;
// Tokens side by side, in design pixels.
constexpr float token_spacing = 22;
constexpr float widest_row = 3 * token_spacing;  // from the first's middle to the last's
constexpr float token_reach = 10;                // from its middle, with the ring around it
constexpr float half_label = 7;                  // of a line's height

class Fitting {
 public:
  Fitting(const Rect& area, float scale) : area_(area), scale_(scale) {
    // Beyond this, wider arrows tell nothing more: the map stays together, in the middle.
    width_ = std::min(area.width, design_width * 1.35F * scale);
    height_ = std::min(area.height, design_height * 1.35F * scale);
  }

  [[nodiscard]] Point at(float x, float y) const {
    return {std::round(area_.x + (area_.width - width_) / 2 + x / design_width * width_),
            std::round(area_.y + (area_.height - height_) / 2 + y / design_height * height_)};
  }
  /// A box around the design's (x, y), as wide as the map allows and as high as its text needs.
  [[nodiscard]] Rect box(float x, float y, float width, float height) const {
    const Point middle = at(x, y);
    const float w = std::round(width / design_width * width_);
    const float h = std::round(std::min(height * scale_, height / design_height * height_ * 1.2F));
    return {std::round(middle.x - w / 2), std::round(middle.y - h / 2), w, h};
  }
  [[nodiscard]] float px(float design) const { return design * scale_; }

 private:
  Rect area_;
  float scale_;
  float width_;
  float height_;
};

Point middle_of(const Rect& box) {
  return {box.x + box.width / 2, box.y + box.height / 2};
}

/// A cubic curve as a polyline.
std::vector<Point> curve(Point from, Point leaving, Point arriving, Point to) {
  constexpr int parts = 32;
  std::vector<Point> path;
  for (int i = 0; i <= parts; ++i) {
    const float t = static_cast<float>(i) / parts;
    const float u = 1 - t;
    const float a = u * u * u;
    const float b = 3 * u * u * t;
    const float c = 3 * u * t * t;
    const float d = t * t * t;
    path.push_back({a * from.x + b * leaving.x + c * arriving.x + d * to.x,
                    a * from.y + b * leaving.y + c * arriving.y + d * to.y});
  }
  return path;
}

/// A curve with one bend.
std::vector<Point> curve(Point from, Point bend, Point to) {
  const auto towards = [&bend](Point p) {
    return Point{p.x + (bend.x - p.x) * 2 / 3, p.y + (bend.y - p.y) * 2 / 3};
  };
  return curve(from, towards(from), towards(to), to);
}

float distance(Point a, Point b) {
  return std::hypot(b.x - a.x, b.y - a.y);
}

void add_greetings(Diagram& d, const Fitting& fit) {
  const Point start = middle_of(d.greeting);
  const float left = d.not_authenticated.x;
  d.edges.push_back(
      {State::greeting,
       State::not_authenticated,
       {{d.greeting.right(), start.y}, {left, start.y}},
       false,
       {"OK"},
       {d.greeting.right() + (left - d.greeting.right()) * 0.62F, start.y - fit.px(3)},
       LabelSide::above});
  const Point into{d.authenticated.x, middle_of(d.authenticated).y};
  d.edges.push_back({State::greeting,
                     State::authenticated,
                     curve({start.x, d.greeting.bottom()}, {start.x + fit.px(4), into.y}, into),
                     true,
                     {"PREAUTH"},
                     {(start.x + into.x) / 2 + fit.px(14), (start.y + into.y) / 2 + fit.px(10)},
                     LabelSide::above});
  // Over the top, clear of all other edges.
  const Point out{d.logout.x + d.logout.width * 0.75F, d.logout.y};
  const float top = fit.at(0, -12).y;
  d.edges.push_back({State::greeting,
                     State::logout,
                     curve({start.x, d.greeting.y}, {start.x + fit.px(10), top}, {out.x, top}, out),
                     true,
                     {"BYE"},
                     {out.x - fit.px(14), fit.at(0, 22).y},
                     LabelSide::left});
}

float spacing_of(std::size_t tokens, float box_width, float scale) {
  if (tokens < 2) return 0;
  return std::min({token_spacing * scale, widest_row * scale / static_cast<float>(tokens - 1),
                   box_width / static_cast<float>(tokens + 1)});
}

/// The labels stay clear of so many tokens on a box's lower edge.
void add_commands(Diagram& d, const Fitting& fit, std::size_t tokens) {
  const float down = d.authenticated.x + d.authenticated.width * 0.38F;
  const float right = d.authenticated.x + d.authenticated.width * 0.64F;
  const float left = d.authenticated.x + d.authenticated.width * 0.28F;
  const float spacing = spacing_of(tokens, d.authenticated.width, fit.px(1));
  const float row = spacing * static_cast<float>(tokens - 1) / 2 + fit.px(token_reach + 2);
  const float middle = middle_of(d.authenticated).x;
  const float below_tokens = d.not_authenticated.bottom() + fit.px(token_reach + half_label);
  const float upper = std::max((d.not_authenticated.bottom() + d.authenticated.y) / 2,
                               std::min(below_tokens, d.authenticated.y - fit.px(half_label - 1)));
  const float lower = (d.authenticated.bottom() + d.selected.y) / 2;
  d.edges.push_back({State::not_authenticated,
                     State::authenticated,
                     {{down, d.not_authenticated.bottom()}, {down, d.authenticated.y}},
                     false,
                     {"LOGIN, AUTHENTICATE"},
                     {down + fit.px(8), upper},
                     LabelSide::right});
  d.edges.push_back({State::authenticated,
                     State::selected,
                     {{right, d.authenticated.bottom()}, {right, d.selected.y}},
                     false,
                     {"SELECT", "EXAMINE"},
                     {std::max(right + fit.px(8), middle + row), lower},
                     LabelSide::right});
  d.edges.push_back({State::selected,
                     State::authenticated,
                     {{left, d.selected.y}, {left, d.authenticated.bottom()}},
                     false,
                     {"CLOSE, UNSELECT,", "failed_select"},
                     {std::min(left - fit.px(8), middle - row), lower},
                     LabelSide::left});
}

void add_leaving(Diagram& d, const Fitting& fit) {
  const Point out = middle_of(d.logout);
  const Point middle = middle_of(d.authenticated);
  const float bend = d.logout.x + d.logout.width * 0.3F;
  d.edges.push_back({State::not_authenticated,
                     State::logout,
                     curve({d.not_authenticated.right(), middle_of(d.not_authenticated).y},
                           {bend, middle_of(d.not_authenticated).y}, {bend, d.logout.y}),
                     true,
                     {},
                     {},
                     LabelSide::above});
  d.edges.push_back({State::authenticated,
                     State::logout,
                     {{d.authenticated.right(), middle.y}, {d.logout.x, out.y}},
                     true,
                     {"LOGOUT"},
                     // Below its arrow: above it is the end of LOGIN's words.
                     {(d.authenticated.right() + d.logout.x) / 2, middle.y + fit.px(17)},
                     LabelSide::above});
  d.edges.push_back({State::selected,
                     State::logout,
                     curve({d.selected.right(), middle_of(d.selected).y},
                           {bend, middle_of(d.selected).y}, {bend, d.logout.bottom()}),
                     true,
                     {},
                     {},
                     LabelSide::above});
}

}  // namespace

const Rect& Diagram::box(State state) const {
  if (const auto box = chain.find(state); box != chain.end()) return box->second;
  switch (state) {
    case State::greeting:
      return greeting;
    case State::not_authenticated:
      return not_authenticated;
    case State::authenticated:
      return authenticated;
    case State::selected:
      return selected;
    case State::logout:
      return logout;
    default:
      return greeting;
  }
}

float least_diagram_height(float width, float scale) {
  return std::max(least_height * scale, least_tall_height(width, scale));
}

Diagram lay_out_diagram(const Rect& area, float scale, std::size_t tokens) {
  if (wants_tall_diagram(area, scale)) return lay_out_tall_diagram(area, scale);
  const Fitting fit(area, scale);
  Diagram diagram;
  const Point start = fit.at(22, 44);
  const float radius = std::round(fit.px(12));
  diagram.greeting = {start.x - radius, start.y - radius, 2 * radius, 2 * radius};
  diagram.not_authenticated = fit.box(182, 44, 138, 30);
  diagram.authenticated = fit.box(182, 110, 138, 30);
  diagram.selected = fit.box(182, 184, 138, 32);
  diagram.logout = fit.box(366, 110, 70, 30);
  diagram.unknown = fit.box(48, 190, 80, 24);
  add_greetings(diagram, fit);
  add_commands(diagram, fit, std::max<std::size_t>(1, tokens));
  add_leaving(diagram, fit);
  return diagram;
}

const DiagramEdge* find_edge(const Diagram& diagram, State from, State to) {
  const auto edge =
      std::find_if(diagram.edges.begin(), diagram.edges.end(),
                   [&](const DiagramEdge& e) { return e.from == from && e.to == to; });
  return edge == diagram.edges.end() ? nullptr : &*edge;
}

Point along(const std::vector<Point>& path, float share) {
  if (path.empty()) return {};
  float whole = 0;
  for (std::size_t i = 1; i < path.size(); ++i) whole += distance(path[i - 1], path[i]);
  float left = std::clamp(share, 0.0F, 1.0F) * whole;
  for (std::size_t i = 1; i < path.size(); ++i) {
    const float part = distance(path[i - 1], path[i]);
    if (left <= part && part > 0) {
      const float t = left / part;
      return {path[i - 1].x + t * (path[i].x - path[i - 1].x),
              path[i - 1].y + t * (path[i].y - path[i - 1].y)};
    }
    left -= part;
  }
  return path.back();
}

Point token_place(const Rect& box, std::size_t index, std::size_t count, float scale) {
  const float spacing = spacing_of(count, box.width, scale);
  const float first = box.x + box.width / 2 - spacing * static_cast<float>(count - 1) / 2;
  return {first + spacing * static_cast<float>(index), box.bottom() + scale};
}

}  // namespace imapscope::gui
