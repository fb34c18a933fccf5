#include "gui/panes/state.h"

#include <algorithm>
#include <cmath>

#include "gui/imgui/items.h"
#include "gui/imgui/scroll_area.h"
#include "gui/imgui/widgets.h"
#include "gui/layout/diagram.h"
#include "gui/layout/diagram_chain.h"
#include "gui/panes/changes.h"
#include "gui/scene/motion.h"

namespace imapscope::gui {
namespace {

constexpr float greeting_ring = 1.2F;
constexpr float widest_name = 110;

ImVec2 vec(Point p) {
  return {p.x, p.y};
}

/// A session on its way along an edge.
struct Travel {
  State from;
  State to;
  double progress;
};

/// What the newest landing moved, and whether it is still the last thing that happened.
std::optional<Travel> travel_of(const Scene& scene, trace::ConnectionId connection) {
  const auto landing = newest_landing_at(scene, connection);
  if (!landing) return std::nullopt;
  const auto* edge = observer::effect_of<observer::effect::Travelled>(*landing->line);
  if (edge == nullptr) return std::nullopt;
  const double progress = shown_progress(scene.view.motion, landing->since_s, duration::token);
  return Travel{edge->from, edge->to, progress};
}

struct Token {
  const Lane* lane;
  observer::Known<State> state;
  std::optional<Travel> travel;
};

/// Of the client whose belief is shown: its protocol's diagram is.
Protocol protocol_of(const Scene& scene) {
  const auto belief = scene.beliefs->find(scene.client);
  return belief == scene.beliefs->end() ? Protocol::imap : belief->second.protocol;
}

std::vector<Token> tokens_of(const Scene& scene) {
  std::vector<Token> tokens;
  for (const Lane& lane : scene.lanes) {
    const auto belief = scene.beliefs->find(lane.connection);
    if (belief == scene.beliefs->end()) continue;
    if (belief->second.protocol != protocol_of(scene)) continue;
    const observer::SessionBelief& session = belief->second;
    tokens.push_back({&lane, std::nullopt, travel_of(scene, lane.connection)});
    if (session.state_known) tokens.back().state = session.state;
  }
  return tokens;
}

/// Nothing: no line has shown it.
observer::Known<State> state_of(const Scene& scene, trace::ConnectionId client) {
  const auto belief = scene.beliefs->find(client);
  if (belief == scene.beliefs->end() || !belief->second.state_known) return std::nullopt;
  return belief->second.state;
}

Diagram diagram_in(const Rect& area, const Scene& scene) {
  const Protocol protocol = protocol_of(scene);
  const float scale = scene.theme->scale;
  return protocol == Protocol::imap ? lay_out_diagram(area, scale, scene.lanes.size())
                                    : lay_out_chain(area, scale, protocol);
}

float least_height(const Scene& scene, float width) {
  const Protocol protocol = protocol_of(scene);
  const float scale = scene.theme->scale;
  return protocol == Protocol::imap ? least_diagram_height(width, scale)
                                    : least_chain_height(scale, protocol);
}

class StateDrawing {
 public:
  StateDrawing(const Scene& scene, const PaneArea& area)
      : scene_(scene),
        theme_(*scene.theme),
        draw_(*ImGui::GetWindowDrawList()),
        diagram_(
            diagram_in({area.min.x, area.min.y, area.width(), area.max.y - area.min.y}, scene)),
        tokens_(tokens_of(scene)) {}

  /// Where a client sits, with the edges around it.
  [[nodiscard]] Rect place_of(observer::Known<State> state) const {
    const Rect& box = state ? diagram_.box(*state) : diagram_.unknown;
    const float air = px(space::padding);
    return {box.x, box.y - air, box.width, box.height + 2 * air};
  }

  void all() {
    for (const DiagramEdge& edge : diagram_.edges) draw_edge(edge);
    boxes();
    if (is_occupied(std::nullopt)) unknown();
    for (std::size_t i = 0; i < tokens_.size(); ++i) token(i);
  }

 private:
  [[nodiscard]] float px(float design) const { return theme_.px(design); }

  [[nodiscard]] bool is_lit(const DiagramEdge& edge) const {
    return std::any_of(tokens_.begin(), tokens_.end(), [&edge](const Token& token) {
      return token.travel && token.travel->from == edge.from && token.travel->to == edge.to;
    });
  }
  [[nodiscard]] bool is_occupied(observer::Known<State> state) const {
    return std::any_of(tokens_.begin(), tokens_.end(),
                       [state](const Token& token) { return token.state == state; });
  }

  void draw_edge(const DiagramEdge& edge) {
    const bool lit = is_lit(edge);
    const Color color = lit ? theme_.now.highlight : theme_.now.faint;
    const float thickness = px(lit ? 2.0F : 1.2F);
    if (edge.dashed && !lit) {
      dashes(edge.path, color, thickness);
    } else {
      for (std::size_t i = 1; i < edge.path.size(); ++i) {
        draw_.AddLine(vec(edge.path[i - 1]), vec(edge.path[i]), ink(color), thickness);
      }
    }
    const std::size_t last = edge.path.size() - 1;
    symbols::arrow_head(draw_, vec(edge.path[last - 1]), vec(edge.path[last]), px(mark::arrow),
                        color);
    label(edge, lit ? theme_.now.text : theme_.now.dim);
  }

  /// Dashes of equal length along a polyline, whatever its parts.
  void dashes(const std::vector<Point>& path, Color color, float thickness) {
    constexpr float dash = 4;
    constexpr float gap = 3;
    float whole = 0;
    for (std::size_t i = 1; i < path.size(); ++i) {
      whole += std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
    }
    for (float from = 0; from < whole; from += px(dash + gap)) {
      const Point a = along(path, from / whole);
      const Point b = along(path, std::min(from + px(dash), whole) / whole);
      draw_.AddLine(vec(a), vec(b), ink(color), thickness);
    }
  }

  void label(const DiagramEdge& edge, Color color) {
    if (edge.label.empty()) return;
    ImFont* face = theme_.faces.label;
    const float pitch = line_height(face) + px(space::hairline);
    const float height = pitch * static_cast<float>(edge.label.size());
    float y =
        edge.side == LabelSide::above ? edge.label_at.y - height : edge.label_at.y - height / 2;
    for (const std::string_view name : edge.label) {
      const std::string text = scene_.words.name("window.edge.", name);
      const float width = text_width(face, text);
      float x = edge.label_at.x;
      if (edge.side == LabelSide::left) x -= width;
      if (edge.side == LabelSide::above) x -= width / 2;
      const ImVec2 min{std::round(x), std::round(y)};
      draw_.AddRectFilled({min.x - px(space::half_unit), min.y},
                          {min.x + width + px(space::half_unit), min.y + pitch},
                          ink(theme_.now.pane));
      draw_text(draw_, face, min, color, text);
      y += pitch;
    }
  }

  void boxes() {
    for (const auto& [state, rect] : diagram_.chain) box(state);
    if (!diagram_.chain.empty()) return;
    greeting();
    box(State::not_authenticated);
    box(State::authenticated);
    box(State::selected);
    box(State::logout);
  }

  void greeting() {
    const Rect& r = diagram_.greeting;
    const ImVec2 middle{r.x + r.width / 2, r.y + r.height / 2};
    draw_.AddCircleFilled(middle, r.width / 2, ink(theme_.now.pane), 32);
    draw_.AddCircle(middle, r.width / 2, ink(theme_.now.dim), 32, px(greeting_ring));
    draw_.AddCircleFilled(middle, px(mark::dot), ink(theme_.now.dim), 16);
    items::add("state.greeting", {r.x, r.y}, {r.right(), r.bottom()});
  }

  void box(State state) {
    const Rect& r = diagram_.box(state);
    const ImVec2 min{r.x, r.y};
    const ImVec2 max{r.right(), r.bottom()};
    const bool occupied = is_occupied(state);
    draw_.AddRectFilled(min, max, ink(occupied ? theme_.now.selection : theme_.now.raised),
                        px(corner::field));
    draw_.AddRect(min, max, ink(occupied ? theme_.now.text : theme_.now.faint), px(corner::field),
                  0, px(occupied ? 1.6F : 1.0F));
    ImFont* face = occupied ? theme_.faces.label_strong : theme_.faces.label;
    const std::string_view name = name_of(state);
    const float left = r.x + (r.width - text_width(face, name)) / 2;
    draw_text_centered_y(draw_, face, {std::round(left), r.y + r.height / 2}, theme_.now.text,
                         name);
    items::add("state." + std::string(name), min, max);
  }

  /// Where sessions wait whose state no line has shown yet.
  void unknown() {
    const Rect& r = diagram_.unknown;
    draw_unknown(draw_, theme_, {r.x, r.y + r.height / 2}, scene_.words("window.unknown"));
    items::add("state.unknown", {r.x, r.y}, {r.right(), r.bottom()});
  }

  [[nodiscard]] Point seat(std::size_t index) const {
    const auto state = tokens_[index].state;
    std::size_t before = 0;
    std::size_t all = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].state != state) continue;
      if (i < index) ++before;
      ++all;
    }
    return token_place(state ? diagram_.box(*state) : diagram_.unknown, before, all, theme_.scale);
  }

  void token(std::size_t index) {
    const Token& token = tokens_[index];
    Point place = seat(index);
    if (token.travel && token.travel->progress < 1) {
      const DiagramEdge* edge = find_edge(diagram_, token.travel->from, token.travel->to);
      if (edge != nullptr) {
        place = along(edge->path, static_cast<float>(token.travel->progress));
      }
    }
    const float radius = px(mark::token);
    const Color color = theme_.now.client(token.lane->order);
    // A ring of the pane's ground keeps the token apart from the box's edge.
    draw_.AddCircleFilled(vec(place), radius + px(mark::speck), ink(theme_.now.pane), 24);
    symbols::client(draw_, vec(place), radius, token.lane->order, color);
    items::add("state.token." + token.lane->name, {place.x - radius, place.y - radius},
               {place.x + radius, place.y + radius});
  }

  const Scene& scene_;
  const Theme& theme_;
  ImDrawList& draw_;
  Diagram diagram_;
  std::vector<Token> tokens_;
};

std::string shown_name(const Theme& theme, const Lane& lane) {
  return ellipsised(theme.faces.caption, lane.name, theme.px(widest_name));
}

/// Whether there is room for the first `count` names; else their shapes stand alone.
bool names_fit(const Scene& scene, std::size_t count, float room) {
  const Theme& theme = *scene.theme;
  float width = 0;
  for (std::size_t i = 0; i < count; ++i) {
    width += caption_width(theme, shown_name(theme, scene.lanes[i])) + theme.px(14 + space::gap);
  }
  return width <= room;
}

/// The clients at the heading's right, each in its colour; a click chooses whose mailbox is shown.
void client_names(const Scene& scene, Intents& intents) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float middle =
      ImGui::GetWindowPos().y + theme.px(space::key_air) + line_height(theme.faces.caption) / 2;
  float right = ImGui::GetWindowPos().x + ImGui::GetWindowWidth() - theme.px(space::padding);
  const std::size_t shown = std::min<std::size_t>(scene.lanes.size(), client_looks);
  const bool named = names_fit(scene, shown, right - heading_end(theme));
  for (std::size_t i = shown; i > 0; --i) {
    const Lane& lane = scene.lanes[i - 1];
    const std::string name = named ? shown_name(theme, lane) : std::string();
    const float width = caption_width(theme, name) + theme.px(space::key_air);
    if (right - width < heading_end(theme)) break;
    const ImVec2 at{right - width, middle};
    const Color color = theme.now.client(lane.order);
    symbols::client(draw, {at.x + theme.px(space::unit), middle}, theme.px(mark::small), lane.order,
                    color);
    draw_caption(draw, theme,
                 {at.x + theme.px(space::wide_gap), middle - line_height(theme.faces.caption) / 2},
                 color, name);
    const float half = theme.px(space::wide_gap);
    const Press press =
        press_area("state.client." + lane.name, {at.x, middle - half}, {right, middle + half});
    if (press.clicked) intents.push_back(SelectClient{lane.connection});
    right -= width + theme.px(space::gap);
  }
}

}  // namespace

void StatePane::draw(const Scene& scene, Intents& intents) {
  PaneArea area = pane_heading(*scene.theme, scene.words("window.tab.state"));
  client_names(scene, intents);
  const float least = least_height(scene, area.width());
  if (least <= area.height()) return StateDrawing(scene, area).all();
  ScrollArea scroll("state.map", area);
  const ImVec2 at = scroll.at();
  const float height = least_height(scene, scroll.width());
  StateDrawing map(scene, {at, {at.x + scroll.width(), at.y + height}});
  map.all();
  const Followed now{scene.client, state_of(scene, scene.client)};
  // Dear ImGui scrolls once it has measured what there is to scroll.
  if (followed_ != now && ImGui::GetScrollMaxY() > 0) {
    const Rect place = map.place_of(now.state);
    scroll.show(place.y, place.bottom());
    followed_ = now;
  }
  scroll.end(height);
}

}  // namespace imapscope::gui
