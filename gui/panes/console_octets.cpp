#include "gui/panes/console_octets.h"

#include <algorithm>
#include <utility>

#include "gui/imgui/compat.h"
#include "gui/imgui/items.h"

namespace imapscope::gui {
namespace {

constexpr std::string_view no_way_back =
    "an announced literal cannot be taken back: send it, or cut the line";
constexpr float cell_width = 22;
constexpr float cell_height = 24;
constexpr std::uint64_t most_cells = 16;
/// Columns, in design pixels.
constexpr float counts_width = 232;
constexpr float keys_width = 260;
constexpr float head_height = 30;

std::string of_octets(std::uint64_t count) {
  return std::to_string(count) + (count == 1 ? " octet" : " octets");
}

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

}  // namespace

bool ConsoleOctets::is_for(const Scene& scene) const {
  return begun_ && since_ == scene.console.asked->since.value && revision_ == scene.revision;
}

void ConsoleOctets::begin(const Scene& scene, std::string_view text) {
  begun_ = true;
  since_ = scene.console.asked->since.value;
  revision_ = scene.revision;
  text_.put(for_field(text));
  rest_.put("");
}

void ConsoleOctets::draw(const Scene& scene, const Lane& lane, const std::string& proposal,
                         Intents& intents) {
  const Theme& theme = *scene.theme;
  const ImVec2 corner = ImGui::GetWindowPos();
  const ImVec2 size = ImGui::GetWindowSize();
  const float left = corner.x + theme.px(space::padding);
  const float right = corner.x + size.x - theme.px(space::padding);
  const float top = corner.y + theme.px(head_height);
  const float bottom = corner.y + size.y - theme.px(10);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float middle = corner.y + theme.px(head_height / 2 + 2);
  const float x = draw_speaker(scene, lane, left, middle, intents) + theme.px(space::gap);
  const float command_right = draw_text_centered_y(
      draw, theme.faces.wire, {x, middle}, theme.now.text,
      ellipsised(theme.faces.wire, scene.console.asked->command, (right - x) * 0.5F));
  draw_text_right(
      draw, theme.faces.label, {right, middle - line_height(theme.faces.label) / 2}, theme.now.dim,
      ellipsised(theme.faces.label, no_way_back, right - command_right - theme.px(space::padding)));

  sends_ = false;
  const OctetCount count = count_octets(text_.get(), scene.console.asked->octets);
  const bool has_keys = right - left > theme.px(860);
  const float field_left = left + theme.px(counts_width);
  const float field_right = right - (has_keys ? theme.px(keys_width) : 0);
  counts(scene, {{left, top}, {field_left - theme.px(space::gap), bottom}}, count);
  rest(scene, {{left, top}, {field_left - theme.px(space::padding), bottom}});
  field(scene, lane, {{field_left, top}, {field_right, bottom}}, proposal);
  const OctetCount now = count_octets(text_.get(), scene.console.asked->octets);
  cells(scene, {{field_left, top}, {field_right, bottom}}, now);
  if (has_keys) keys(scene, {{field_right + theme.px(space::padding), top}, {right, bottom}}, now);
  if (!sends_ || !now.complete()) return;
  intents.push_back(SendConsole{lane.connection, now.bytes + std::string(rest_.get())});
  sent_ = true;
}

void ConsoleOctets::counts(const Scene& scene, ConsoleArea area, const OctetCount& count) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const std::string wanted = of_octets(count.wanted) + " wanted, ";
  const float step = theme.px(22);
  float y = area.min.y + theme.px(10);
  const float x =
      draw_text_centered_y(draw, theme.faces.body, {area.min.x, y}, theme.now.text, wanted);
  draw_text_centered_y(draw, theme.faces.strong, {x, y}, theme.now.text,
                       std::to_string(count.bytes.size()) + " typed");
  y += step;
  if (count.too_many() > 0) {
    const std::string text = of_octets(count.too_many()) + " too many";
    draw_text_centered_y(draw, theme.faces.label, {area.min.x, y}, theme.now.bad, text);
  } else {
    draw_text_centered_y(draw, theme.faces.label, {area.min.x, y}, theme.now.dim,
                         count.complete()
                             ? "complete: " + effect_of_sending(scene.console)
                             : std::to_string(count.to_go()) + " to go; CR LF counts as two");
  }
}

/// Behind the octets the command's line goes on.
void ConsoleOctets::rest(const Scene& scene, ConsoleArea area) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float middle = area.min.y + theme.px(62);
  const float x =
      draw_text_centered_y(draw, theme.faces.label, {area.min.x, middle}, theme.now.dim, "then") +
      theme.px(space::gap);
  const Chip chip{.face = theme.faces.label,
                  .text = theme.now.dim,
                  .frame = theme.now.hairline,
                  .radius = theme.px(4)};
  const float chip_width = text_width(theme.faces.label, "CR LF") + theme.px(14);
  const float field_right = area.max.x - chip_width - theme.px(4);
  compat::push_font(theme.faces.wire);
  ImGui::SetCursorScreenPos({x, middle - ImGui::GetFrameHeight() / 2});
  ImGui::SetNextItemWidth(field_right - x);
  if (ImGui::InputTextWithHint("##rest", "nothing more", rest_.data(), rest_.capacity(),
                               ImGuiInputTextFlags_EnterReturnsTrue)) {
    sends_ = true;
  }
  items::add_last("console.rest");
  ImGui::PopFont();
  draw_chip(draw, theme, {field_right + theme.px(6), middle}, chip, "CR LF");
}

void ConsoleOctets::field(const Scene& scene, const Lane& lane, ConsoleArea area,
                          const std::string& proposal) {
  const Theme& theme = *scene.theme;
  draw_field_frame(theme, area, theme.now.client(lane.order), focused_);
  const float cells =
      theme.px(cell_width) * static_cast<float>(std::min(scene.console.asked->octets, most_cells)) +
      theme.px(space::padding);
  const bool summoned = !ImGui::GetIO().WantTextInput && compat::key_pressed(Key::slash);
  const bool fills = ImGui::GetIO().KeyCtrl && compat::key_pressed(Key::period);
  const OctetCount held_count = count_octets(text_.get(), scene.console.asked->octets);
  struct Callback {
    std::string proposed;
    std::string dots;
    bool swallow;
  } callback{for_field(proposed_rest(text_.get(), proposal)),
             std::string(fills ? static_cast<std::size_t>(held_count.to_go()) : 0, '.'), summoned};
  const auto edit = [](ImGuiInputTextCallbackData* data) {
    auto& call = *static_cast<Callback*>(data->UserData);
    switch (data->EventFlag) {
      case ImGuiInputTextFlags_CallbackCharFilter:
        return call.swallow && data->EventChar == '/' ? 1 : 0;
      case ImGuiInputTextFlags_CallbackCompletion:
        if (!call.proposed.empty()) data->InsertChars(data->BufTextLen, call.proposed.c_str());
        return 0;
      default:
        if (!call.dots.empty()) data->InsertChars(data->BufTextLen, call.dots.c_str());
        return 0;
    }
  };
  compat::push_font(theme.faces.wire);
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0);
  ImGui::PushStyleColor(ImGuiCol_FrameBg, 0);
  const ImVec2 at{area.min.x + theme.px(4), area.min.y + theme.px(4)};
  ImGui::SetCursorScreenPos(at);
  if (std::exchange(focus_, false) || summoned) compat::take_keyboard();
  // At the last wanted octet another line end would be too much: there Enter sends.
  const bool full = held_count.complete();
  const int enter = full ? ImGuiInputTextFlags_CtrlEnterForNewLine : 0;
  const std::string held(text_.get());
  const bool escapes = focused_ && compat::key_pressed(Key::escape);
  if (ImGui::InputTextMultiline(
          "##octets", text_.data(), text_.capacity(),
          {area.max.x - area.min.x - cells - theme.px(8), area.max.y - area.min.y - theme.px(8)},
          ImGuiInputTextFlags_EnterReturnsTrue | enter | ImGuiInputTextFlags_CallbackCompletion |
              ImGuiInputTextFlags_CallbackCharFilter,
          edit, &callback)) {
    sends_ = true;
    focus_ = !full;
  }
  if (escapes) text_.put(held);
  focused_ = ImGui::IsItemActive();
  items::add_last("console.octets");
  const ImVec2 padding = ImGui::GetStyle().FramePadding;
  ImGui::PopStyleColor();
  ImGui::PopStyleVar();
  ImGui::PopFont();
  line_ends(scene, {at.x + padding.x, at.y + padding.y}, proposal);
}

/// CR LF behind each line while all of them are in view, and what Tab would take.
void ConsoleOctets::line_ends(const Scene& scene, ImVec2 at, const std::string& proposal) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const Chip chip{.face = theme.faces.label,
                  .text = theme.now.dim,
                  .frame = theme.now.hairline,
                  .radius = theme.px(3)};
  const float height = compat::font_size(theme.faces.wire);
  std::string_view text = text_.get();
  constexpr int most_lines = 4;
  if (std::count(text.begin(), text.end(), '\n') >= most_lines) return;
  float middle = at.y + height / 2;
  for (;;) {
    const std::size_t end = text.find('\n');
    const float x = at.x + text_width(theme.faces.wire, text.substr(0, end));
    if (end == std::string_view::npos) {
      const std::string_view rest = proposed_rest(text_.get(), proposal);
      if (rest.empty()) return;
      const std::string shown(rest.substr(0, rest.find('\r')));
      const float right =
          draw_text_centered_y(draw, theme.faces.wire, {x, middle}, theme.now.faint, shown);
      draw_text_centered_y(draw, theme.faces.label, {right + theme.px(space::wide_gap), middle},
                           theme.now.dim, "a proposal: Tab takes it");
      return;
    }
    draw_chip(draw, theme, {x + theme.px(4), middle}, chip, "CR LF");
    text.remove_prefix(end + 1);
    middle += height;
  }
}

void ConsoleOctets::cells(const Scene& scene, ConsoleArea area, const OctetCount& count) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float right = area.max.x - theme.px(space::padding);
  const float top = area.min.y + theme.px(12);
  if (count.wanted > most_cells || count.wanted == 0) {
    const std::string text =
        std::to_string(count.bytes.size()) + " / " + std::to_string(count.wanted);
    draw_text_right(draw, theme.faces.wire_strong, {right, top},
                    count.too_many() > 0 ? theme.now.bad : theme.now.text, text);
    return;
  }
  const auto cells = static_cast<std::size_t>(count.wanted);
  for (std::size_t i = 0; i < cells; ++i) {
    const float x = right - theme.px(cell_width) * static_cast<float>(cells - i);
    const ImVec2 min{x, top};
    const ImVec2 max{x + theme.px(cell_width - 2), top + theme.px(cell_height)};
    const bool typed = i < count.bytes.size();
    const bool next = i == count.bytes.size();
    if (typed) draw.AddRectFilled(min, max, ink(theme.now.selection), theme.px(3));
    if (typed || next) {
      draw.AddRect(min, max, ink(next ? theme.now.highlight : theme.now.dim), theme.px(3), 0,
                   theme.px(1));
    } else {
      dashed_rect(draw, min, max, theme.px(3), theme.now.hairline, theme.px(1), theme.px(2),
                  theme.px(2));
    }
    const std::string name = typed ? octet_name(count.bytes[i]) : std::string();
    ImFont* face = name.size() == 1 ? theme.faces.wire : theme.faces.label;
    draw_text_centered_y(draw, face,
                         {(min.x + max.x - text_width(face, name)) / 2, (min.y + max.y) / 2},
                         theme.now.text, name);
    const std::string number = std::to_string(i + 1);
    draw_text_centered_y(
        draw, theme.faces.label,
        {(min.x + max.x - text_width(theme.faces.label, number)) / 2, max.y + theme.px(10)},
        next ? theme.now.highlight : theme.now.faint, number);
  }
}

void ConsoleOctets::keys(const Scene& scene, ConsoleArea area, const OctetCount& count) {
  const Theme& theme = *scene.theme;
  const float step = theme.px(26);
  float y = area.min.y + theme.px(12);
  const bool full = count.complete();
  draw_key_help(theme, {area.min.x, y}, "Enter", full ? "sends the octets" : "a line end: CR LF");
  draw_key_help(theme, {area.min.x, y += step}, "Ctrl Enter",
                full ? "a line end: too much" : "sends, once all are there");
  draw_key_help(theme, {area.min.x, y += step}, "Ctrl .", "fills up with dots");
}

}  // namespace imapscope::gui
