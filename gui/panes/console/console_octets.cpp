#include "gui/panes/console/console_octets.h"

#include <algorithm>
#include <utility>

#include "gui/imgui/compat.h"
#include "gui/imgui/items.h"
#include "gui/panes/console/console_cells.h"

namespace imapscope::gui {
namespace {

constexpr float balance_below = 22;  // from the count to how many are missing
constexpr float keys_width = 138;    // of the ending's chip and its key
constexpr float half_chip = 13;
constexpr float ending_below = 62;

/// The typed text of which `proposal` is the continuation; empty: it is none.
std::string_view proposed_rest(std::string_view typed, std::string_view proposal) {
  const std::string bytes = with_crlf(typed);
  return proposal.starts_with(bytes) ? proposal.substr(bytes.size()) : std::string_view();
}

/// As the field holds it: LF alone, which counts as CR LF.
std::string for_field(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    if (c != '\r') text += c;
  }
  return text;
}

/// What is missing, or too much.
std::string balance_of(const Scene& scene, const OctetCount& count) {
  const words::Words& words = scene.words;
  if (count.too_many() > 0) return words("console.octets.too_many", {{"count", count.too_many()}});
  if (!count.complete()) return words("console.octets.to_go", {{"count", count.to_go()}});
  return words("console.octets.complete", {{"effect", effect_of_sending(scene)}});
}

Chip line_end_chip(const Theme& theme) {
  return {.face = theme.faces.label,
          .text = theme.now.dim,
          .frame = theme.now.hairline,
          .fill = theme.now.pane,
          .radius = theme.px(corner::small)};
}

}  // namespace

bool ConsoleOctets::is_for(const Scene& scene) const {
  return begun_ && since_ == scene.console.asked->since.value && revision_ == scene.revision;
}

void ConsoleOctets::begin(const Scene& scene, std::string_view text) {
  begun_ = true;
  since_ = scene.console.asked->since.value;
  revision_ = scene.revision;
  field_.text().put(for_field(text));
  rest_.put("");
}

void ConsoleOctets::draw(const Scene& scene, const Lane& lane, const std::string& proposal,
                         Intents& intents) {
  const Theme& theme = *scene.theme;
  const std::uint64_t wanted = scene.console.asked->octets;
  const AnswerParts parts = draw_answer(scene, lane, intents);
  way_out(scene, parts.head, intents);
  sends_ = false;
  counts(scene, parts, count_octets(field_.get(), wanted));
  rest(scene, parts);
  field_.draw_frame(theme, parts.field, theme.now.client(lane.order));
  field(scene, parts.field, proposal);
  const OctetCount now = count_octets(field_.get(), wanted);
  draw_cells(theme, parts.field, now);
  const bool full = now.complete();
  const words::Words& words = scene.words;
  draw_answer_keys(
      theme, parts,
      {{"Enter", words(full ? "console.octets.enter_sends" : "console.octets.enter_ends_line")},
       {"Ctrl Enter",
        words(full ? "console.octets.ctrl_enter_too_much" : "console.octets.ctrl_enter_sends")},
       {"Ctrl .", words("console.octets.dots")}});
  if (!sends_ || !full) return;
  intents.push_back(SendConsole{lane.connection, now.bytes + std::string(rest_.get())});
  sent_ = true;
}

/// Where lines can be cut, that is the other way out, and it is here to be pressed.
void ConsoleOctets::way_out(const Scene& scene, ConsoleArea area, Intents& intents) {
  const Theme& theme = *scene.theme;
  const float room = area.max.x - area.min.x;
  float right = area.max.x;
  std::string words = scene.words("console.octets.no_way_back");
  if (scene.session && !scene.session->cut.empty()) {
    const std::string cut = scene.words("console.octets.cut");
    const float width = text_width(theme.faces.body, cut);
    if (width > room) return;
    right -= width;
    if (text_button(theme, "console.cut", {right, area.min.y}, cut, true)) {
      intents.push_back(CutLine{scene.session->cut});
    }
    right -= theme.px(space::gap);
    words = scene.words("console.octets.no_way_back_or");
  }
  if (text_width(theme.faces.label, words) > right - area.min.x) return;
  draw_text_right(*ImGui::GetWindowDrawList(), theme.faces.label,
                  {right, area.min.y - line_height(theme.faces.label) / 2}, theme.now.dim, words);
}

void ConsoleOctets::counts(const Scene& scene, const AnswerParts& parts, const OctetCount& count) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const ConsoleArea& area = parts.words;
  const float y = area.min.y + theme.px(parts.narrow ? 13 : 10);
  const std::string wanted = scene.words("console.octets.wanted", {{"count", count.wanted}}) + " ";
  ImFont* face = parts.narrow ? theme.faces.label : theme.faces.body;
  const float x = draw_text_centered_y(draw, face, {area.min.x, y}, theme.now.text, wanted);
  draw_text_centered_y(draw, parts.narrow ? face : theme.faces.strong, {x, y}, theme.now.text,
                       scene.words("console.octets.typed", {{"count", count.bytes.size()}}));
  if (parts.narrow) return;
  draw_text_centered_y(draw, theme.faces.label, {area.min.x, y + theme.px(balance_below)},
                       count.too_many() > 0 ? theme.now.bad : theme.now.dim,
                       balance_of(scene, count));
}

/// Behind the octets the command's line goes on.
void ConsoleOctets::rest(const Scene& scene, const AnswerParts& parts) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const ConsoleArea& area = parts.words;
  const float left = parts.narrow ? area.max.x - theme.px(keys_width) : area.min.x;
  const float middle = parts.narrow ? area.min.y + theme.px(half_chip)
                                    : std::min(area.min.y + theme.px(ending_below),
                                               area.max.y - theme.px(half_chip));
  const float x = draw_text_centered_y(draw, theme.faces.label, {left, middle}, theme.now.dim,
                                       scene.words("console.octets.then")) +
                  theme.px(space::gap);
  const Chip chip = line_end_chip(theme);
  const float chip_width = text_width(theme.faces.label, "CR LF") + theme.px(space::mark_column);
  const float field_right = area.max.x - chip_width - theme.px(space::unit);
  compat::push_font(theme.faces.wire);
  ImGui::SetCursorScreenPos({x, middle - ImGui::GetFrameHeight() / 2});
  const std::string hint = parts.narrow ? "" : scene.words("console.octets.nothing_more");
  if (rest_.draw({.id = "##rest",
                  .hint = hint.c_str(),
                  .size = {field_right - x, 0},
                  .flags = ImGuiInputTextFlags_EnterReturnsTrue})) {
    sends_ = true;
  }
  items::add_last("console.rest");
  ImGui::PopFont();
  draw_chip(draw, theme, {field_right + theme.px(space::snug), middle}, chip, "CR LF");
}

void ConsoleOctets::field(const Scene& scene, ConsoleArea area, const std::string& proposal) {
  const Theme& theme = *scene.theme;
  const std::uint64_t wanted = scene.console.asked->octets;
  const OctetCount count = count_octets(field_.get(), wanted);
  const bool fills = ImGui::GetIO().KeyCtrl && compat::key_pressed(Key::period);
  const std::string proposed = for_field(proposed_rest(field_.get(), proposal));
  const auto edit = [&](ImGuiInputTextCallbackData& data) {
    if (data.EventFlag == ImGuiInputTextFlags_CallbackCompletion) {
      data.InsertChars(data.BufTextLen, proposed.c_str());
    } else if (fills) {
      const std::string dots(static_cast<std::size_t>(count.to_go()), '.');
      data.InsertChars(data.BufTextLen, dots.c_str());
    }
    return 0;
  };
  const float in = theme.px(space::unit);
  const ConsoleArea text{{area.min.x + in, area.min.y + in},
                         {area.max.x - cells_width(theme, area, wanted) - in, area.max.y - in}};
  // At the last wanted octet another line end would be too much: there Enter sends.
  const bool full = count.complete();
  const int enter = full ? ImGuiInputTextFlags_CtrlEnterForNewLine : 0;
  const bool entered = field_.draw(theme, text,
                                   {.name = "console.octets",
                                    .several_lines = true,
                                    .flags = ImGuiInputTextFlags_EnterReturnsTrue |
                                             ImGuiInputTextFlags_CallbackCompletion | enter},
                                   edit);
  sends_ = sends_ || entered;
  if (entered && !full) field_.text().focus();
  line_ends(scene, text, proposal);
}

/// CR LF behind each line, and what Tab would take. Where a line is wider than the field, which
/// scrolls then, all stand at its right end.
void ConsoleOctets::line_ends(const Scene& scene, ConsoleArea area, const std::string& proposal) {
  const Theme& theme = *scene.theme;
  // The child window that the field is made of, with its scroll bar.
  ImGui::SetCursorScreenPos(area.min);
  ImGui::BeginChild("##console.octets", {area.max.x - area.min.x, area.max.y - area.min.y});
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const Chip chip = line_end_chip(theme);
  const float chip_width = text_width(theme.faces.label, "CR LF") + theme.px(space::padding);
  const float furthest = area.max.x - chip_width - ImGui::GetStyle().ScrollbarSize;
  const float height = compat::font_size(theme.faces.wire);
  const ImVec2 at = field_.text_at();
  ImVec2 end{at.x, at.y + height / 2 - ImGui::GetScrollY()};
  float widest = 0;
  for (std::string_view text = field_.get(); !text.empty();) {
    const std::size_t length = std::min(text.find('\n'), text.size());
    widest = std::max(widest, text_width(theme.faces.wire, text.substr(0, length)));
    text.remove_prefix(std::min(text.size(), length + 1));
  }
  const bool scrolls = at.x + widest > furthest;
  for (std::string_view text = field_.get();;) {
    const std::size_t length = text.find('\n');
    end.x = scrolls ? furthest : at.x + text_width(theme.faces.wire, text.substr(0, length));
    if (length == std::string_view::npos) break;
    const bool in_view = end.y + height > area.min.y && end.y - height < area.max.y;
    if (in_view) draw_chip(draw, theme, {end.x + theme.px(space::unit), end.y}, chip, "CR LF");
    text.remove_prefix(length + 1);
    end.y += height;
  }
  if (!scrolls) draw_proposal(scene, end, proposal);
  ImGui::EndChild();
}

void ConsoleOctets::draw_proposal(const Scene& scene, ImVec2 at, const std::string& proposal) {
  const Theme& theme = *scene.theme;
  const std::string_view rest = proposed_rest(field_.get(), proposal);
  if (rest.empty()) return;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const std::string shown(rest.substr(0, rest.find('\r')));
  const float right = draw_text_centered_y(draw, theme.faces.wire, at, theme.now.faint, shown);
  draw_text_centered_y(draw, theme.faces.label, {right + theme.px(space::wide_gap), at.y},
                       theme.now.dim, scene.words("console.octets.proposal"));
}

}  // namespace imapscope::gui
