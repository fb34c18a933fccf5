#include "gui/panes/overlay.h"

#include <algorithm>
#include <string>

#include "gui/imgui/page.h"
#include "gui/imgui/rich_text.h"
#include "gui/imgui/widgets.h"
#include "gui/panes/legend.h"
#include "gui/panes/rule_help.h"

namespace imapscope::gui {
namespace {

constexpr float question_width = 620;
constexpr float least_words_width = 400;

/// A sentence for the viewer, with a mark where it tells a fault. It is no page: what is below can
/// be used.
void message(const Scene& scene, ImVec2 window, Intents& intents) {
  const Theme& theme = *scene.theme;
  const bool is_fault = !scene.message.empty();
  const std::string& sentence = is_fault ? scene.message : scene.note;
  const float mark = is_fault ? theme.px(space::indent) : 0;
  const float words = std::min(theme.px(question_width), window.x - theme.px(6 * space::padding));
  Page page(theme, window,
            {.name = "message",
             .width = words + mark,
             .height = rich_text_height(theme, words, sentence),
             .dims = false});
  const ImVec2 at = page.at();
  if (is_fault) {
    symbols::triangle(page.draw(), {at.x + theme.px(space::snug), at.y + theme.px(space::inset)},
                      theme.px(mark::large), theme.now.no);
  }
  const float height = draw_rich_text(page.draw(), theme, {at.x + mark, at.y}, page.width() - mark,
                                      theme.now.text, sentence);
  const Press press = press_area("words", at, {at.x + page.width(), at.y + height});
  if (page.end(height) || press.clicked) intents.push_back(DismissMessage{});
}

void help(const Scene& scene, ImVec2 window, Intents& intents) {
  const Theme& theme = *scene.theme;
  const float pitch = theme.px(space::list_row);
  float keys_width = 0;
  float words_width = theme.px(least_words_width);
  for (const KeyHelp& line : scene.key_help) {
    keys_width = std::max(keys_width, text_width(theme.faces.strong, line.keys));
    words_width = std::max(words_width, text_width(theme.faces.body, line.words));
  }
  keys_width += theme.px(space::padding);
  const float height = pitch * static_cast<float>(scene.key_help.size());
  Page page(theme, window,
            {.name = "help",
             .heading = scene.words("keys.heading"),
             .width = keys_width + words_width,
             .height = height});
  const ImVec2 at = page.at();
  float middle = at.y + pitch / 2;
  for (const KeyHelp& line : scene.key_help) {
    draw_text_centered_y(page.draw(), theme.faces.strong, {at.x, middle}, theme.now.text,
                         line.keys);
    draw_text_centered_y(page.draw(), theme.faces.body, {at.x + keys_width, middle}, theme.now.dim,
                         ellipsised(theme.faces.body, line.words, page.width() - keys_width));
    middle += pitch;
  }
  if (page.end(height)) intents.push_back(ShowHelp{false});
}

}  // namespace

void draw_overlays(const Scene& scene, float width, float height, Intents& intents) {
  const ImVec2 window{width, height};
  if (scene.view.help) help(scene, window, intents);
  if (scene.view.marks) draw_legend(scene, window, intents);
  if (scene.rule_page) draw_rule_help(scene, window, intents);
  // The list of files tells it itself.
  const bool tells = !scene.note.empty() || !scene.message.empty();
  if (tells && !scene.files) message(scene, window, intents);
}

}  // namespace imapscope::gui
