#include "gui/panes/rule_help.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "gui/imgui/page.h"
#include "gui/imgui/rich_text.h"
#include "gui/imgui/widgets.h"

namespace imapscope::gui {
namespace {

constexpr float page_width = 680;
constexpr float page_height = 560;

using explain::RulePage;

/// Draws where it is told to, and only measures where there is nothing to draw on.
class Writer {
 public:
  Writer(const Theme& theme, ImDrawList* draw, ImVec2 at, float width)
      : theme_(theme), draw_(draw), at_(at), width_(width) {}

  void about(const std::string& text) {
    rich(text, theme_.now.dim);
    y_ += theme_.px(space::padding);
  }
  void part(const RulePage::Part& part) {
    if (draw_ != nullptr) draw_caption(*draw_, theme_, here(), theme_.now.dim, part.heading);
    y_ += line_height(theme_.faces.caption) + theme_.px(space::gap);
    if (part.is_wire) {
      wire(part.text);
    } else {
      rich(part.text, theme_.now.text);
    }
    y_ += theme_.px(space::padding);
  }
  [[nodiscard]] float height() const { return y_; }

 private:
  [[nodiscard]] ImVec2 here() const { return {at_.x, at_.y + y_}; }

  void rich(const std::string& text, Color color) {
    y_ += draw_ == nullptr ? rich_text_height(theme_, width_, text)
                           : draw_rich_text(*draw_, theme_, here(), width_, color, text);
  }
  /// Line by line; one that begins with `#` points at the place in the line above.
  void wire(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      std::string line(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
      const bool points = line.starts_with('#');
      if (points) line.front() = ' ';
      const Color color = points ? theme_.now.bad : theme_.now.text;
      if (draw_ != nullptr) {
        draw_text(*draw_, theme_.faces.wire, here(), color,
                  ellipsised(theme_.faces.wire, line, width_));
      }
      y_ += line_height(theme_.faces.wire);
    }
  }

  const Theme& theme_;
  ImDrawList* draw_;
  ImVec2 at_;
  float width_;
  float y_ = 0;
};

float write(Writer writer, const RulePage& rule) {
  writer.about(rule.about);
  for (const RulePage::Part& part : rule.parts) writer.part(part);
  return writer.height();
}

}  // namespace

void draw_rule_help(const Scene& scene, ImVec2 window, Intents& intents) {
  const Theme& theme = *scene.theme;
  const RulePage& rule = *scene.rule_page;
  const float width = theme.px(page_width);
  const float wanted = write({theme, nullptr, {}, width}, rule);
  Page page(theme, window,
            {.name = "rule",
             .heading = rule.id,
             .width = width,
             .height = std::min(wanted, theme.px(page_height))});
  const float height = write({theme, &page.draw(), page.at(), page.width()}, rule);
  if (page.end(height)) intents.push_back(ShowRule{});
}

}  // namespace imapscope::gui
