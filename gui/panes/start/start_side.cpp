#include "gui/panes/start/start_side.h"

#include <algorithm>
#include <cmath>

#include "gui/imgui/compat.h"
#include "gui/imgui/items.h"
#include "gui/imgui/symbols.h"
#include "gui/imgui/widgets.h"

namespace imapscope::gui {
namespace {

constexpr float drop_height =
    88;  // of the field that files are dropped on, and where its parts stand in it
constexpr float drop_tray = 25;
constexpr float tray_size = 13;
constexpr float drop_words = 54;
constexpr float drop_kinds = 74;
constexpr float recent_name_column = 72;
constexpr float button_width = 84;

using compat::enter_pressed;
using compat::key_pressed;

constexpr std::size_t most_recent = 8;
constexpr float part_gap = 24;  // above and below the line between two parts

std::string file_name(const std::string& path) {
  return path.substr(path.find_last_of('/') + 1);
}

}  // namespace

/// Draws the parts from top to bottom; `y_` is how far it has come.
class StartSide::Drawing {
 public:
  Drawing(StartSide& side, const Scene& scene, ScrollArea& area, StartArea focused,
          Intents& intents)
      : side_(side),
        scene_(scene),
        view_(*scene.start),
        theme_(*scene.theme),
        words_(scene.words),
        area_(area),
        focused_(focused),
        intents_(intents),
        draw_(area.draw()) {}

  void all() {
    y_ = px(space::wide_gap);
    part(StartArea::session, [this] { session(); });
    part(StartArea::open, [this] { open(); });
    part(StartArea::recent, [this] { recent(); });
    line();
    part(StartArea::follow, [this] { follow(); });
    line();
    progress();
    area_.end(y_ + px(space::padding));
  }

 private:
  [[nodiscard]] float px(float design) const { return theme_.px(design); }
  [[nodiscard]] ImVec2 at(float x) const { return {area_.at().x + x, area_.at().y + y_}; }
  [[nodiscard]] float width() const { return area_.width() - px(space::unit); }
  [[nodiscard]] bool rings(StartArea area) const { return focused_ == area; }

  /// One part; a part that the keyboard has come to is scrolled to.
  template <class Draw>
  void part(StartArea area, Draw draw) {
    const float top = at(0).y;
    draw();
    const float bottom = at(0).y;
    if (side_.entered_ && rings(area)) area_.show(top - px(space::gap), bottom + px(space::gap));
  }

  void line() {
    y_ += px(part_gap - 4);
    draw_.AddLine(at(0), at(width()), ink(theme_.now.hairline), px(space::hairline));
    y_ += px(part_gap - 4);
  }

  void heading(const std::string& words, std::string_view key) {
    const float middle = at(0).y + px(space::gap);
    draw_caption(draw_, theme_, {at(0).x, middle - line_height(theme_.faces.caption) / 2},
                 theme_.now.dim, words);
    const float key_width = text_width(theme_.faces.number, key) + 2 * px(space::chip_air);
    draw_key(draw_, theme_, {at(width()).x - key_width, middle}, key);
    y_ += px(space::side_row);
  }

  void session() {
    heading(words_("start.session.heading"), "N");
    y_ += side_.session_.draw(scene_, at(0), width(), rings(StartArea::session), intents_);
    if (side_.session_.clicked()) side_.clicked_ = StartArea::session;
    line();
  }

  void open() {
    heading(words_("start.open.heading"), "Ctrl O");
    const float height = px(drop_height);
    const ImVec2 min = at(0);
    const ImVec2 max{at(width()).x, min.y + height};
    const Press press = press_area("start.open", min, max);
    draw_.AddRectFilled(min, max, ink(theme_.now.raised), px(corner::card));
    dashed_rect(draw_, min, max, px(corner::card),
                press.hovered ? theme_.now.dim : theme_.now.hatch, px(space::hairline),
                px(dash::long_length), px(dash::length));
    if (rings(StartArea::open)) focus_ring(draw_, theme_, min, max, px(corner::card));
    symbols::tray(draw_, {(min.x + max.x) / 2, min.y + px(drop_tray)}, px(tray_size),
                  theme_.now.dim);
    centered(theme_.faces.body, min.y + px(drop_words), theme_.now.text, words_("start.open.drop"));
    centered(theme_.faces.label, min.y + px(drop_kinds), theme_.now.dim,
             words_("start.open.kinds"));
    if (press.clicked) intents_.push_back(ShowFiles{true});
    y_ += height;
  }

  void centered(ImFont* face, float middle, Color color, std::string_view text) {
    const std::string cut = ellipsised(face, text, width() - px(space::padding));
    const float left = at(0).x + (width() - text_width(face, cut)) / 2;
    draw_text_centered_y(draw_, face, {std::round(left), middle}, color, cut);
  }

  void recent() {
    if (view_.recent.empty()) return;
    y_ += px(space::padding);
    draw_text(draw_, theme_.faces.label, at(0), theme_.now.dim, words_("start.recent"));
    y_ += px(space::wide_padding);
    for (std::size_t i = 0; i < std::min(view_.recent.size(), most_recent); ++i) {
      recent_file(view_.recent[i], i);
    }
    y_ -= px(space::unit);
  }

  [[nodiscard]] std::string what_of(const RecentFile& file) const {
    if (file.gone) return words_("start.recent_gone");
    if (file.lesson) return words_("start.recent_lesson");
    if (file.connections == 0) return {};
    return words_("start.connections", {{"count", file.connections}}) + " \u00b7 " +
           words_("start.lines", {{"count", file.lines}});
  }

  /// Its key, its name, and what it holds; faint where it is not there any more.
  void recent_file(const RecentFile& file, std::size_t index) {
    const ImVec2 min = at(0);
    const ImVec2 max{at(width()).x, min.y + px(space::row)};
    const float middle = (min.y + max.y) / 2;
    const Press press = press_area("start.recent." + std::to_string(index + 1), min, max);
    const bool ring = rings(StartArea::recent) && side_.recent_ == index;
    if (ring || press.hovered) {
      draw_.AddRectFilled(min, max, ink(ring ? theme_.now.selection : theme_.now.raised),
                          px(corner::card));
    }
    if (ring) focus_ring(draw_, theme_, min, max, px(corner::card));
    draw_key(draw_, theme_, {min.x + px(space::unit), middle}, "Ctrl " + std::to_string(index + 1));
    const float name_left = min.x + px(recent_name_column);
    const float holds_left = min.x + width() * 0.47F;
    const Color ink_of = file.gone ? theme_.now.faint : theme_.now.text;
    draw_text_centered_y(draw_, theme_.faces.wire, {name_left, middle}, ink_of,
                         ellipsised(theme_.faces.wire, file_name(file.path),
                                    holds_left - name_left - px(space::gap)));
    draw_text_centered_y(
        draw_, theme_.faces.label, {holds_left, middle}, ring ? theme_.now.text : theme_.now.dim,
        ellipsised(theme_.faces.label, what_of(file), max.x - holds_left - px(space::gap)));
    if (press.clicked) intents_.push_back(OpenFile{file.path});
    y_ += px(space::row);
  }

  void follow() {
    heading(words_("start.follow.heading"), "F");
    const float button = px(button_width);
    const ImVec2 min = at(0);
    const float bottom = min.y + px(space::control);
    const bool typing = side_.follow_.active();  // Enter leaves the field in this frame
    side_.follow_.draw(theme_, theme_.faces.wire, "start.follow.file", min,
                       {at(width()).x - button - px(space::gap), bottom},
                       words_("start.follow.field"));
    if (side_.follow_.active()) side_.clicked_ = StartArea::follow;
    const ImVec2 button_min{at(width()).x - button, min.y};
    if (label_button(theme_, "start.follow", button_min, {at(width()).x, bottom},
                     words_("start.follow.button"), ButtonLook::quiet,
                     rings(StartArea::follow) && !side_.follow_.active())) {
      wish_to_follow();
    }
    if (typing && enter_pressed()) wish_to_follow();
    y_ += px(space::control + space::wide_gap);
    y_ += draw_wrapped(draw_, theme_.faces.label, at(0), theme_.now.dim, words_("start.follow.how"),
                       width());
    y_ += px(space::unit);
    command_line("imapsim serve --trace " + std::string(side_.follow_.text()));
  }

  void wish_to_follow() {
    if (side_.follow_.text().empty()) return;
    intents_.push_back(OpenFile{std::string(side_.follow_.text())});
  }

  void command_line(const std::string& command) {
    const ImVec2 min = at(0);
    const ImVec2 max{at(width()).x, min.y + px(space::side_row)};
    draw_.AddRectFilled(min, max, ink(theme_.now.ground), px(corner::slot));
    draw_.AddRect(min, max, ink(theme_.now.hairline), px(corner::slot), 0, px(space::hairline));
    const float room = width() - px(space::indent);
    draw_text_centered_y(draw_, theme_.faces.wire,
                         {min.x + px(space::wide_gap), (min.y + max.y) / 2}, theme_.now.text,
                         ellipsised(theme_.faces.wire, command, room));
    y_ += px(space::side_row);
  }

  void progress() {
    const auto all = scene_.lessons.size();
    const auto done = static_cast<std::size_t>(
        std::count_if(scene_.lessons.begin(), scene_.lessons.end(),
                      [](const LessonEntry& entry) { return entry.done; }));
    draw_text(draw_, theme_.faces.label, at(0), theme_.now.dim, words_("start.progress.kept"));
    y_ += px(space::indent);
    const float middle = at(0).y + px(space::gap);
    const std::string words = words_("start.progress.done", {{"done", done}, {"count", all}});
    const float end =
        draw_text_centered_y(draw_, theme_.faces.body, {at(0).x, middle}, theme_.now.text, words);
    const ImVec2 min{end + px(space::wide_padding), middle - px(space::sliver)};
    const ImVec2 max{at(width()).x, middle + px(space::sliver)};
    draw_.AddRectFilled(min, max, ink(theme_.now.raised), px(corner::small));
    draw_.AddRect(min, max, ink(theme_.now.hairline), px(corner::small), 0, px(space::hairline));
    if (done > 0 && all > 0) {
      const float share = static_cast<float>(done) / static_cast<float>(all);
      draw_.AddRectFilled(min, {min.x + (max.x - min.x) * share, max.y}, ink(theme_.now.ok),
                          px(corner::small));
    }
    y_ += px(space::wide_padding);
  }

  StartSide& side_;
  const Scene& scene_;
  const StartView& view_;
  const Theme& theme_;
  const words::Words& words_;
  ScrollArea& area_;
  StartArea focused_;
  Intents& intents_;
  ImDrawList& draw_;
  float y_ = 0;
};

void StartSide::draw(const Scene& scene, const PaneArea& area, StartArea focused, bool takes_keys,
                     Intents& intents) {
  clicked_.reset();
  if (takes_keys && focused == StartArea::session) session_.keys(*scene.start, intents);
  if (takes_keys && focused == StartArea::open && enter_pressed()) {
    intents.push_back(ShowFiles{true});
  }
  if (takes_keys && focused == StartArea::recent) recent_keys(scene, intents);
  ScrollArea scroll("start.side", area);
  Drawing(*this, scene, scroll, focused, intents).all();
  entered_ = false;
}

void StartSide::enter(StartArea area, char brought_by) {
  entered_ = true;
  if (area == StartArea::follow) {
    follow_.focus(brought_by);
  } else {
    follow_.leave();
  }
}

void StartSide::recent_keys(const Scene& scene, Intents& intents) {
  const std::size_t all = std::min(scene.start->recent.size(), most_recent);
  if (all == 0) return;
  recent_ = std::min(recent_, all - 1);
  if (key_pressed(Key::down, true)) recent_ = std::min(recent_ + 1, all - 1);
  if (key_pressed(Key::up, true) && recent_ > 0) --recent_;
  if (enter_pressed()) intents.push_back(OpenFile{scene.start->recent[recent_].path});
}

}  // namespace imapscope::gui
